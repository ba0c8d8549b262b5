//! Which words of an `aws` line are passwords: what its flags stand for, by the shapes of the operation.

use super::flags::{Purpose, flags};
use super::globals;
use super::names::kebab;
use super::wait;
use crate::api::shape::{Kind, Shape};
use crate::api::{self, Operation};
use crate::shell::mask::Verdict::{self, Doubtful, Json, Secret, Shaped, Shown};
use crate::shell::mask::fits;

/// What the words behind a flag are.
#[derive(Clone, Copy)]
enum Meaning {
    /// Values of a member.
    Member(&'static Shape),
    /// JSON of a whole request.
    Request,
    /// Something that the client takes for itself.
    Client,
    /// Nothing belongs to it.
    Switch,
    /// No flag is meant, as far as anybody can tell.
    Unknown,
}

/// What is known of the words behind `aws`.
pub(in crate::shell) fn verdicts(words: &[String]) -> Vec<Verdict> {
    let mut found = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    let mut operation = None;
    let mut meaning = None;
    for word in words {
        if word.len() > 2 && word.starts_with("--") {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (word.as_str(), None),
            };
            let before = meaning;
            let now = meant(operation, name);
            found.push(match (now, inline) {
                (Meaning::Unknown, _) if hides(before) => Secret(0),
                (Meaning::Unknown, _) => Doubtful(0),
                (_, None) => Shown,
                (now, Some(value)) => value_of(now, operation, value, name.chars().count() + 1),
            });
            meaning = match (now, inline) {
                (Meaning::Switch, _) | (_, Some(_)) => None,
                (now, None) => Some(now),
            };
            continue;
        }
        if let Some(now) = meaning {
            found.push(value_of(now, operation, word, 0));
            // A list goes on, and nobody knows how many words belong to what is not known.
            let goes_on = match now {
                Meaning::Member(shape) => matches!(shape.kind, Kind::List(_)),
                Meaning::Unknown => names.len() > 1,
                _ => false,
            };
            meaning = meaning.filter(|_| goes_on);
            continue;
        }
        match names[..] {
            [] => {}
            [service] => operation = named(service, word),
            [_, "wait"] => operation = wait::operation(word),
            _ => {
                found.push(alone(operation, &found));
                continue;
            }
        }
        names.push(word);
        found.push(Shown);
    }
    found
}

/// What is known of a word that belongs to no flag: where the operation takes no secret and every flag is known, none was meant.
fn alone(operation: Option<&'static Operation>, before: &[Verdict]) -> Verdict {
    let takes_none = operation.is_some_and(|operation| {
        !operation
            .input
            .iter()
            .any(|member| has_secret(&member.shape))
    });
    let known = before.iter().all(|verdict| !matches!(verdict, Doubtful(_)));
    if takes_none && known {
        Shown
    } else {
        Doubtful(0)
    }
}

fn named(service: &str, word: &str) -> Option<&'static Operation> {
    api::operations().find(|known| known.service.word() == service && kebab(known.name) == word)
}

/// Whether what follows is a secret.
fn hides(meaning: Option<Meaning>) -> bool {
    matches!(meaning, Some(Meaning::Member(shape)) if has_secret(shape))
}

/// What a flag means to an operation, in full or as far as it is typed: where several are meant, the one that hides most. Where the
/// operation is not known, all of them count.
fn meant(operation: Option<&'static Operation>, name: &str) -> Meaning {
    let bare = name.trim_start_matches('-');
    if globals::takes_value(bare) {
        return Meaning::Client;
    }
    if globals::stands_alone(bare) {
        return Meaning::Switch;
    }
    let candidates: Vec<&'static Operation> = match operation {
        Some(operation) => vec![operation],
        None => api::operations().collect(),
    };
    let mut best = Meaning::Unknown;
    for flag in candidates.into_iter().flat_map(flags) {
        if !flag.name.starts_with(name) {
            continue;
        }
        let now = match (flag.purpose, flag.member) {
            (Purpose::InputJson, _) => Meaning::Request,
            (Purpose::No, _) => Meaning::Switch,
            (_, Some(member)) if !flag.takes_words() => {
                if has_secret(&member.shape) {
                    Meaning::Member(&member.shape)
                } else {
                    Meaning::Switch
                }
            }
            (_, Some(member)) => Meaning::Member(&member.shape),
            _ => Meaning::Client,
        };
        if matches!(best, Meaning::Unknown)
            || hides(Some(now))
            || flag.name == name && !hides(Some(best))
        {
            best = now;
        }
    }
    best
}

/// What is known of a value, of which so many letters stand before it in its word.
fn value_of(
    meaning: Meaning,
    operation: Option<&'static Operation>,
    value: &str,
    from: usize,
) -> Verdict {
    if value.starts_with("file://") || value.starts_with("fileb://") {
        return Shown;
    }
    let braces = value.trim_start().starts_with(['{', '[']);
    match meaning {
        Meaning::Client => Shown,
        Meaning::Switch | Meaning::Unknown => Doubtful(from),
        Meaning::Request => Json(from, operation.map(|operation| operation.input)),
        Meaning::Member(shape) if shape.sensitive => Secret(from),
        Meaning::Member(shape) => match shape.kind {
            Kind::List(item) if braces && value.trim_start().starts_with('{') => Shaped(from, item),
            Kind::List(_) | Kind::Map(_) | Kind::Structure(_) if braces => Shaped(from, shape),
            _ if has_secret(shape) => Secret(from),
            Kind::List(item) => item_of(item, value, from),
            _ => item_of(shape, value, from),
        },
    }
}

/// What is known of a value in the short form, `Key=value,Key=value`.
fn item_of(shape: &Shape, value: &str, from: usize) -> Verdict {
    let allowed = match shape.kind {
        Kind::Structure(members) => value
            .split([',', ';'])
            .filter_map(|part| part.split_once('='))
            .all(|(name, _)| members.iter().any(|member| member.name == name)),
        Kind::Map(_) | Kind::List(_) => true,
        _ => fits(shape, value),
    };
    if allowed { Shown } else { Doubtful(from) }
}

fn has_secret(shape: &Shape) -> bool {
    shape.sensitive
        || match shape.kind {
            Kind::List(item) | Kind::Map(item) => has_secret(item),
            Kind::Structure(members) => members.iter().any(|member| has_secret(&member.shape)),
            _ => false,
        }
}
