//! The flags of an operation, and which words a command line gives to each.

use super::ec2;
use super::failure::Failure;
use super::names::{closest, kebab};
use crate::api::Operation;
use crate::api::shape::{Kind, Member};
use crate::model::{Sort, json};
use crate::text::command_line::OPTIONS;

/// What a flag is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A member of the request.
    Member,
    /// `--no-…` of a truth value.
    No,
    /// Paging by the client: `max-items`, `page-size`, `starting-token`.
    Paging,
    /// `--cli-input-json`
    InputJson,
    /// `--generate-cli-skeleton`
    Skeleton,
    /// A convenience of the EC2 commands.
    Convenience,
}

/// How many words a flag takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    Nothing,
    Optional,
    One,
    Any,
}

/// A flag.
#[derive(Clone, Debug)]
pub(super) struct Flag {
    /// Its name with the hyphens before it.
    pub name: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The member, where it stands for one.
    pub member: Option<&'static Member>,
    takes: Takes,
}

/// The flags of an operation, in the order in which the client reads their values.
pub(super) fn flags(operation: &Operation) -> Vec<Flag> {
    let mut flags = Vec::new();
    for member in operation.input {
        let name = kebab(member.name);
        let takes = takes(member);
        flags.push(Flag {
            name: format!("--{name}"),
            purpose: Purpose::Member,
            member: Some(member),
            takes,
        });
        if matches!(takes, Takes::Nothing | Takes::Optional) {
            flags.push(Flag {
                name: ec2::opposite(&name),
                purpose: Purpose::No,
                member: Some(member),
                takes: Takes::Nothing,
            });
        }
    }
    let mut add = |names: &[&str], purpose, takes| {
        flags.extend(names.iter().map(|name| Flag {
            name: format!("--{name}"),
            purpose,
            member: None,
            takes,
        }));
    };
    if operation.pages.is_some() {
        add(
            &["starting-token", "page-size", "max-items"],
            Purpose::Paging,
            Takes::One,
        );
    }
    add(&["cli-input-json"], Purpose::InputJson, Takes::One);
    add(
        &["generate-cli-skeleton"],
        Purpose::Skeleton,
        Takes::Optional,
    );
    let conveniences: Vec<&str> = ec2::conveniences(operation)
        .iter()
        .copied()
        .filter(|name| {
            operation
                .input
                .iter()
                .all(|member| kebab(member.name) != *name)
        })
        .collect();
    add(&conveniences, Purpose::Convenience, Takes::One);
    flags
}

fn takes(member: &Member) -> Takes {
    match member.shape.kind {
        Kind::Boolean => Takes::Nothing,
        Kind::List(_) => Takes::Any,
        // EC2's truth values in a structure may stand alone.
        Kind::Structure([only])
            if only.name == "Value" && matches!(only.shape.kind, Kind::Boolean) =>
        {
            Takes::Optional
        }
        _ => Takes::One,
    }
}

impl Flag {
    /// Whether it says nothing without a word behind it.
    pub(super) fn needs_words(&self) -> bool {
        matches!(self.takes, Takes::One | Takes::Any)
    }

    /// Whether it takes a number of items, for the client alone.
    pub(super) fn counts(&self) -> bool {
        self.purpose == Purpose::Paging && self.name != "--starting-token"
    }

    /// Whether words that follow it belong to it.
    pub(super) fn takes_words(&self) -> bool {
        self.takes != Takes::Nothing
    }
}

/// A flag with the words that it was given.
pub(super) struct Given {
    /// The flag.
    pub flag: Flag,
    /// Its words.
    pub words: Vec<String>,
}

/// Gives the words of a command line to the flags of an operation.
///
/// # Errors
/// [`Failure`] for a flag without its value, a required flag that is missing, and words that belong to no flag.
pub(super) fn give(operation: &Operation, words: &[String]) -> Result<Vec<Given>, Failure> {
    let flags = flags(operation);
    let mut given: Vec<Given> = Vec::new();
    let mut unknown = Vec::new();
    let mut rest = words.iter().peekable();
    while let Some(word) = rest.next() {
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) if word.starts_with("--") => (name, Some(value)),
            _ => (word.as_str(), None),
        };
        let Some(flag) = find(&flags, name)? else {
            unknown.push(word.clone());
            continue;
        };
        let mut values: Vec<String> = inline.map(str::to_owned).into_iter().collect();
        let wanted = match flag.takes {
            Takes::Nothing => 0,
            Takes::Optional | Takes::One => 1,
            Takes::Any => usize::MAX,
        };
        while inline.is_none() && values.len() < wanted {
            match rest.next_if(|next| !looks_like_flag(&flags, next)) {
                Some(value) => values.push(value.clone()),
                None => break,
            }
        }
        if flag.takes == Takes::One && values.is_empty() {
            return Err(Failure::Usage(format!(
                "argument {}: expected one argument",
                flag.name
            )));
        }
        given.retain(|before| before.flag.name != flag.name);
        given.push(Given {
            flag: flag.clone(),
            words: values,
        });
    }
    let has = |name: &str| given.iter().any(|given| given.flag.name == name);
    if !has("--cli-input-json") && !has("--generate-cli-skeleton") {
        let missing: Vec<&str> = flags
            .iter()
            .filter(|flag| flag.purpose == Purpose::Member)
            .filter(|flag| flag.member.is_some_and(|member| member.required))
            .filter(|flag| !given.iter().any(|given| is_member(given, flag)))
            .map(|flag| flag.name.as_str())
            .collect();
        if !missing.is_empty() {
            return Err(Failure::Usage(format!(
                "the following arguments are required: {}",
                missing.join(", ")
            )));
        }
    }
    if !unknown.is_empty() {
        let near = near(&flags, &unknown);
        return Err(Failure::UnknownOptions(unknown, near));
    }
    // Values are read in the order of the flags, whatever the order on the line.
    given.order_by_key(|given| flags.iter().position(|flag| flag.name == given.flag.name));
    Ok(given)
}

/// The flags that are close to unknown ones.
fn near(flags: &[Flag], unknown: &[String]) -> Vec<String> {
    let names = || {
        let own = flags.iter().map(|flag| flag.name.as_str());
        own.chain(OPTIONS.iter().map(|(name, ..)| *name))
    };
    unknown
        .iter()
        .filter(|word| word.starts_with('-'))
        .flat_map(|word| closest(word.split('=').next().unwrap_or(word), names()))
        .map(str::to_owned)
        .collect()
}

fn is_member(given: &Given, flag: &Flag) -> bool {
    match (given.flag.member, flag.member) {
        (Some(one), Some(other)) => one.name == other.name,
        _ => false,
    }
}

/// The flag of that name, or the only one that begins with it.
fn find<'a>(flags: &'a [Flag], name: &str) -> Result<Option<&'a Flag>, Failure> {
    if let Some(flag) = flags.iter().find(|flag| flag.name == name) {
        return Ok(Some(flag));
    }
    if !name.starts_with("--") || name.len() == 2 {
        return Ok(None);
    }
    let matching: Vec<&Flag> = flags
        .iter()
        .filter(|flag| flag.name.starts_with(name))
        .collect();
    match matching[..] {
        [] => Ok(None),
        [flag] => Ok(Some(flag)),
        _ => {
            let names: Vec<&str> = matching.iter().map(|flag| flag.name.as_str()).collect();
            Err(Failure::Usage(format!(
                "ambiguous option: {name} could match {}",
                names.join(", ")
            )))
        }
    }
}

/// Whether a word is taken for a flag rather than for a value: it begins with a hyphen, is no number and holds no blank.
fn looks_like_flag(flags: &[Flag], word: &str) -> bool {
    if !word.starts_with('-') || word.len() == 1 {
        return false;
    }
    if flags.iter().any(|flag| flag.name == word) {
        return true;
    }
    json::number(word).is_none() && !word.contains(' ')
}
