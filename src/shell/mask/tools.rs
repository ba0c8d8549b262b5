//! Which words of a command are passwords, by the grammar of each tool.

use super::Verdict::{self, Doubtful, Shown};
use super::harmless;
use super::letters::EXPANSION;
use crate::shell::{aws, builtins, files, hsm_tools, lab, openssl};

/// Letters of an abbreviation that is taken for a command of the tool for the HSMs where the shell waits.
const TOOL_WORD: usize = 3;

/// Programs that are no builtins and belong to no group.
const OTHERS: &[&str] = &["aws", "help", "lab", "openssl", "sleep", "sudo", "test"];

/// What is known of the words of a command, its name first.
pub(super) fn verdicts(words: &[String]) -> Vec<Verdict> {
    let Some((name, rest)) = words.split_first() else {
        return Vec::new();
    };
    let of_rest = match name.as_str() {
        // A prompt of the guides, copied with the command.
        "sudo" | "$" => verdicts(rest),
        "aws" => aws::verdicts(rest),
        "openssl" | "/usr/bin/openssl" => openssl::verdicts(rest),
        "lab" => lab::verdicts(rest),
        "for" | "select" | "read" | "unset" | "cd" | "help" => shown(rest),
        "test" | "[" => rest.iter().map(|word| compared(word)).collect(),
        name if files::command(name).is_some() => shown(rest),
        name if hsm_tools::command(name).is_some() => hsm_tools::verdicts(name, rest),
        name if builtins::builtin(name).is_some() || OTHERS.contains(&name) => doubtful(rest),
        _ => return unknown(name, words),
    };
    std::iter::once(Shown).chain(of_rest).collect()
}

/// What is known of the words of a line for the tool of the HSMs.
pub(super) fn of_tool(words: &[String]) -> Vec<Verdict> {
    hsm_tools::line(words)
}

/// Whether words are those of a command.
pub(super) fn is_known(words: &[String]) -> bool {
    words
        .first()
        .is_some_and(|name| names().any(|known| known == name) || is_tool_word(name))
}

/// What is known of words that may be anything.
pub(in crate::shell) fn doubtful(words: &[String]) -> Vec<Verdict> {
    words.iter().map(|_| Doubtful(0)).collect()
}

fn shown(words: &[String]) -> Vec<Verdict> {
    words.iter().map(|_| Shown).collect()
}

fn names() -> impl Iterator<Item = &'static str> {
    OTHERS
        .iter()
        .copied()
        .chain(builtins::names())
        .chain(files::names())
        .chain(hsm_tools::names())
}

fn is_tool_word(name: &str) -> bool {
    name.len() >= TOOL_WORD && hsm_tools::is_word(name)
}

/// A word that is compared: a state in capitals is no password.
fn compared(word: &str) -> Verdict {
    let capital = |letter: char| letter.is_ascii_uppercase() || letter == '_';
    if word.chars().all(capital) {
        Shown
    } else {
        Doubtful(0)
    }
}

/// The words of a command that there is not. It may be meant for the tool of the HSMs, be the rest of a line whose end was lost, or be
/// mistyped.
fn unknown(name: &str, words: &[String]) -> Vec<Verdict> {
    if is_tool_word(name) {
        return of_tool(words);
    }
    if name.starts_with("--") {
        return aws::verdicts(words);
    }
    let near = aws::closest(name, names()).first().copied();
    let mut verdicts = match near {
        Some(near) => {
            let mut meant = words.to_vec();
            near.clone_into(&mut meant[0]);
            verdicts(&meant)
        }
        None => doubtful(words),
    };
    if near.is_none() && (harmless::is_program(name) || name.starts_with(EXPANSION)) {
        verdicts[0] = Shown;
    }
    verdicts
}
