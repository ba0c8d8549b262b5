//! Names on the command line, and help.

use crate::api::Operation;
use crate::api::shape::{Kind, Member};

/// The command line's form of a name of the API: `CreateCustomKeyStore` is `create-custom-key-store`.
#[must_use]
pub fn kebab(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|at| letters.get(at));
        let next = letters.get(at + 1);
        // A new word begins at a capital after a small letter or digit, and at the last capital of a run of them.
        let begins = letter.is_ascii_uppercase()
            && previous.is_some_and(|previous| {
                !previous.is_ascii_uppercase()
                    || next.is_some_and(|next| next.is_ascii_lowercase() && *next != 's')
            });
        if begins {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

/// The flag of a member.
#[must_use]
pub fn flag(member: &Member) -> String {
    format!("--{}", kebab(member.name))
}

pub(super) fn help(services: &[&str]) -> String {
    format!(
        "aws <service> <operation> [parameters]\n\nServices simulated here: {}\n\nOptions of every command: --region, --output json|text, --query, --no-paginate, --max-items, --page-size,\n--starting-token, --cli-input-json, --generate-cli-skeleton.\n\n`aws <service> help` lists the operations of a service.\n",
        services.join(", ")
    )
}

pub(super) fn service_help(service: &str, operations: &[&'static Operation]) -> String {
    let mut names: Vec<String> = operations
        .iter()
        .map(|operation| format!("  {}\n", kebab(operation.name)))
        .collect();
    names.sort();
    format!(
        "aws {service} <operation> [parameters]\n\nOperations:\n{}",
        names.concat()
    )
}

pub(super) fn operation_help(operation: &Operation) -> String {
    let mut text = format!(
        "aws {} {}\n\n",
        operation.service.word(),
        kebab(operation.name)
    );
    for member in operation.input {
        let value = match member.shape.kind {
            Kind::String if !member.shape.words.is_empty() => member.shape.words.join("|"),
            Kind::String => "<value>".to_owned(),
            Kind::Blob => "<base64 or fileb://…>".to_owned(),
            Kind::Integer => "<number>".to_owned(),
            Kind::Boolean => format!("(or --no-{})", kebab(member.name)),
            Kind::Timestamp => "<time>".to_owned(),
            Kind::List(_) => "<value> [<value> …]".to_owned(),
            Kind::Map(_) | Kind::Structure(_) => "<Name=value,… or JSON>".to_owned(),
        };
        let required = if member.required { "" } else { " (optional)" };
        text += &format!("  {} {value}{required}\n", flag(member));
    }
    text
}
