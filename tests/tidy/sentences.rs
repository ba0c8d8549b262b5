//! Which literals are sentences, and where they may stand besides `text`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Lit;

use crate::source::{Source, is, within, word};

/// What imitates a real tool or a real certificate: its words are the tool's own, to the letter. What `lab` says is ours.
const IMITATIONS: &[&str] = &["pki", "shell"];

/// What only we say: such words give our own sentences away among those of a tool.
const OURS: &[&str] = &[
    "simulat",
    "playground",
    "sandbox",
    "this terminal",
    "this page",
];

/// The first words of command lines, which are data: what cures a failure, what makes it happen.
const PROGRAMS: &str = "aws changePswd cp createUser deleteUser echo lab listUsers loginHSM logoutHSM mv openssl quit read rm second server sudo syncUser";

/// What is made for us alone when the impossible happens: its words describe it.
const BUGS: &[&str] = &["Bug", "Problem", "panic"];

/// What makes a phrase: so many words and holes in a row, and so many words among them.
#[derive(Clone, Copy)]
pub(crate) struct Phrase {
    row: usize,
    words: usize,
}

/// In a rule everything is told to the reader: little makes a phrase there.
pub(crate) const SHORT: Phrase = Phrase { row: 2, words: 1 };
/// Elsewhere there are names, classes and keys of several words.
pub(crate) const USUAL: Phrase = Phrase { row: 3, words: 2 };

/// The sentences of a file.
pub(crate) fn sentences(source: &Source) -> Vec<String> {
    let layer = source.layer();
    let imitates = IMITATIONS.contains(&layer) && !source.name.starts_with("shell/lab");
    let mut found = literals(&source.tokens);
    found.retain(|text| {
        if imitates {
            let text = text.to_lowercase();
            is_phrase(&text, SHORT) && OURS.iter().any(|word| text.contains(word))
        } else {
            is_phrase(text, if layer == "rules" { SHORT } else { USUAL })
        }
    });
    found
}

/// The texts of all literals, but for those in attributes and of bugs.
pub(crate) fn literals(tokens: &TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
        match token {
            TokenTree::Group(group) => {
                let attribute = group.delimiter() == Delimiter::Bracket
                    && (is(before(1), '#') || is(before(1), '!') && is(before(2), '#'));
                let bug = within(Some(token), Delimiter::Parenthesis).is_some()
                    && word(before(usize::from(is(before(1), '!')) + 1))
                        .is_some_and(|name| BUGS.contains(&name.as_str()));
                if !attribute && !bug {
                    found.extend(literals(&group.stream()));
                }
            }
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal.clone()) {
                    found.push(text.value());
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a phrase stands in a line that is no command line and no selector of the style sheet's kind.
pub(crate) fn is_phrase(text: &str, phrase: Phrase) -> bool {
    text.lines()
        .map(str::trim)
        .filter(|line| !is_command(line) && !line.starts_with(['.', '#']))
        .any(|line| holds(&without_holes(line), phrase))
}

/// `K=$(…)` and whatever begins with the name of a program.
fn is_command(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    let assigns = first.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty()
            && name
                .chars()
                .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
    });
    assigns || first.starts_with('/') || PROGRAMS.split(' ').any(|program| program == first)
}

/// A format string with a word in place of each hole.
fn without_holes(line: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_u32;
    for letter in line.chars() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    text.push('0');
                }
            }
            letter if depth == 0 => text.push(letter),
            _ => {}
        }
    }
    text
}

/// Whether a phrase stands in a line. A word has no capital but for its first letter: names have.
fn holds(line: &str, phrase: Phrase) -> bool {
    let (mut row, mut words) = (0, 0);
    for part in line.split(' ') {
        let part = part.trim_matches(|letter: char| ",.;:!?()`'\"".contains(letter));
        let hole = part.contains('0') && !part.chars().any(char::is_alphabetic);
        let spoken = (part.len() > 1 || part == "a")
            && part
                .chars()
                .all(|letter| letter.is_alphabetic() || "'-".contains(letter));
        if !hole && !spoken {
            (row, words) = (0, 0);
            continue;
        }
        row += 1;
        words += usize::from(spoken && !part.chars().skip(1).any(char::is_uppercase));
        if row >= phrase.row && words >= phrase.words {
            return true;
        }
    }
    false
}
