//! Which words of an `openssl` line are pass phrases, by the options of its commands.

use super::COMMANDS;
use super::options::Takes;
use crate::shell::mask::Verdict::{self, Doubtful, Secret, Shown};

/// Options whose value says where a pass phrase comes from.
const PHRASES: &[&str] = &["passin", "passout"];
/// Digits of the longest key.
const LONGEST_NUMBER: usize = 5;
/// Where a pass phrase comes from that does not stand on the line itself.
const ELSEWHERE: &[&str] = &["env:", "fd:", "file:"];

/// What is known of the words behind `openssl`.
pub(in crate::shell) fn verdicts(words: &[String]) -> Vec<Verdict> {
    let Some((first, rest)) = words.split_first() else {
        return Vec::new();
    };
    let command = COMMANDS.iter().find(|(name, ..)| name == first);
    let mut found = vec![Shown];
    let table = command.map_or(&[][..], |(.., table)| table);
    // What stands alone: the files that are checked, and the length of a key.
    let alone = |word: &str| match first.as_str() {
        "verify" => Shown,
        "genrsa" if word.len() <= LONGEST_NUMBER && word.parse::<u32>().is_ok() => Shown,
        _ => Doubtful(0),
    };
    let mut option: Option<&str> = None;
    for word in rest {
        if let Some(name) = option.take() {
            found.push(of_value(name, word, 0));
            continue;
        }
        let Some(bare) = word.strip_prefix('-').filter(|bare| !bare.is_empty()) else {
            found.push(alone(word));
            continue;
        };
        let bare = bare.strip_prefix('-').unwrap_or(bare);
        let (name, inline) = match bare.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (bare, None),
        };
        let takes = table.iter().find(|(known, _)| *known == name);
        found.push(match (takes, inline) {
            (None, _) => Doubtful(0),
            (Some(_), None) => Shown,
            (Some((name, _)), Some(value)) => {
                of_value(name, value, word.chars().count() - value.chars().count())
            }
        });
        option = takes
            .filter(|(_, takes)| {
                inline.is_none() && !matches!(takes, Takes::Nothing | Takes::Absent)
            })
            .map(|(name, _)| *name);
    }
    found
}

/// What is known of the value of an option, of which so many letters stand before it in its word.
fn of_value(name: &str, value: &str, from: usize) -> Verdict {
    let elsewhere = value == "stdin"
        || ELSEWHERE
            .iter()
            .any(|beginning| value.starts_with(beginning));
    match value.strip_prefix("pass:") {
        _ if !PHRASES.contains(&name) || elsewhere => Shown,
        Some(_) => Secret(from + "pass:".len()),
        None => Secret(from),
    }
}
