//! Which words of a line are passwords, by the grammar of the tool's commands.

use super::commands::{Word, meant};
use crate::model::UserKind;
use crate::shell::mask::Verdict::{self, Doubtful, Secret, Shown};

/// What stands in place of a password that is asked for.
pub(super) const ASK: &str = "-hpswd";
/// Words that may follow the password.
const FACTORS: &[&str] = &["1FA", "2FA", "-2fa"];

/// Whether a word is one of the tool's, or was meant for one.
pub(in crate::shell) fn is_word(word: &str) -> bool {
    meant(word).is_some()
}

/// What is known of the words of a line, the command first.
pub(in crate::shell) fn verdicts(words: &[String]) -> Vec<Verdict> {
    let Some((first, rest)) = words.split_first() else {
        return Vec::new();
    };
    let word = meant(first);
    let takes_password = match word {
        Some(Word::Login | Word::CreateUser | Word::ChangePassword) => true,
        Some(Word::DeleteUser) => false,
        Some(_) => {
            let numbers = |word: &String| {
                if word.parse::<u32>().is_ok() {
                    Shown
                } else {
                    Doubtful(0)
                }
            };
            return std::iter::once(Shown)
                .chain(rest.iter().map(numbers))
                .collect();
        }
        None => return words.iter().map(|_| Doubtful(0)).collect(),
    };
    // Where the words are fewer or stand in another order, any of them may be the password.
    let ordered = rest
        .first()
        .is_none_or(|kind| UserKind::parse(kind).is_some());
    let mut found = vec![Shown];
    for (index, word) in rest.iter().enumerate() {
        found.push(match index {
            _ if word == ASK => Shown,
            0 if ordered => Shown,
            1 if ordered && (!takes_password || rest.len() > 2) => Shown,
            1 if !takes_password => Doubtful(0),
            index if index > 2 && FACTORS.contains(&word.as_str()) => Shown,
            2 => Secret(0),
            _ => Doubtful(0),
        });
    }
    found
}
