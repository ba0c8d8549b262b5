//! What several rules of keys share: the operations that use a key, and fixes that send a request again.

use serde_json::Value;

use crate::facts::{Facts, NotGiven};
use crate::rules::{Raise, exception};

/// A raise in each operation that uses the material of a key.
pub(super) const fn in_every_use(order: u16, name: &'static str) -> [Raise; 5] {
    [
        exception("kms:Encrypt", order, name),
        exception("kms:Decrypt", order, name),
        exception("kms:ReEncrypt", order, name),
        exception("kms:GenerateDataKey", order, name),
        exception("kms:GenerateDataKeyWithoutPlaintext", order, name),
    ]
}

/// The request as a command line once more, with some members set to other words and some left away. Secrets become holes.
pub(super) fn again(facts: &dyn Facts, set: &[(&str, &str)], leave: &[&str]) -> Vec<String> {
    let operation = facts
        .operation()
        .split_once(':')
        .and_then(|(service, name)| crate::api::operation(service, name));
    let Some(operation) = operation else {
        return Vec::new();
    };
    let mut line = format!("aws kms {}", hyphenated(operation.name));
    for member in operation.input {
        let flag = hyphenated(member.name);
        let replaced = set.iter().find(|(name, _)| *name == member.name);
        let given = facts.member(member.name).known();
        if leave.contains(&member.name) {
            continue;
        }
        line.push_str(&match (replaced, given) {
            (Some((_, words)), _) => format!(" --{flag} {words}"),
            (None, None) => continue,
            (None, Some(_)) if member.shape.sensitive => {
                format!(" --{flag} \"${}\"", flag.replace('-', "_").to_uppercase())
            }
            (None, Some(Value::Bool(true))) => format!(" --{flag}"),
            (None, Some(Value::Bool(false))) => format!(" --no-{flag}"),
            (None, Some(Value::String(text))) => format!(" --{flag} {}", quoted(&text)),
            (None, Some(value)) => format!(" --{flag} {}", quoted(&value.to_string())),
        });
    }
    vec![line]
}

/// The tag keys that the request gives, in its order.
pub(super) fn tag_keys(facts: &dyn Facts) -> Result<Vec<String>, NotGiven> {
    let tags = facts.member("Tags").given()?;
    Ok(tags
        .as_ref()
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|tag| Some(tag["TagKey"].as_str()?.to_owned()))
        .collect())
}

/// The command line's form of a name: `KeyId` is `key-id`.
fn hyphenated(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// A text as one word of a shell.
fn quoted(text: &str) -> String {
    let plain = !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_./:=+@,".contains(letter));
    if plain {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
