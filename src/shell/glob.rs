//! Patterns: the names of files that a word with `*`, `?` or `[…]` matches.

use std::collections::BTreeSet;

use super::files;
use super::program::Context;

/// The longest word that is taken for a pattern, in characters.
const LONGEST: usize = 4_096;

/// A word on its way to names: each character, and whether quotes protect it.
#[derive(Clone, Debug, Default)]
pub(super) struct Pattern(Vec<(char, bool)>);

impl Pattern {
    pub(super) fn push(&mut self, text: &str, quoted: bool) {
        self.0.extend(text.chars().map(|letter| (letter, quoted)));
    }

    /// Its length in characters.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The names that it matches; the word itself where there are none.
    pub(super) fn files(self, context: &Context<'_>) -> Vec<String> {
        let wild = |part: &[(char, bool)]| {
            part.iter()
                .any(|(letter, quoted)| !quoted && matches!(letter, '*' | '?' | '['))
        };
        // No name is longer than a path may be.
        if !wild(&self.0) || self.len() > LONGEST {
            return vec![text(&self.0)];
        }
        // Folder by folder from the left.
        let mut found = vec![String::new()];
        for (index, part) in self.0.split(|(letter, _)| *letter == '/').enumerate() {
            let mut next = Vec::new();
            for before in found {
                let before = if index == 0 { before } else { before + "/" };
                if !wild(part) {
                    next.push(before + &text(part));
                    continue;
                }
                let folder = if before.is_empty() { "." } else { &before };
                let hidden = part.first().is_some_and(|(letter, _)| *letter == '.');
                next.extend(
                    names(context, folder)
                        .into_iter()
                        .filter(|name| hidden || !name.starts_with('.'))
                        .filter(|name| {
                            context.budget.spend_bytes(part.len() * name.len())
                                && matches(part, &name.chars().collect::<Vec<_>>())
                        })
                        .map(|name| format!("{before}{name}")),
                );
            }
            found = next;
        }
        found.retain(|name| {
            let path = context.path(name);
            context.file(&path).is_some() || files::is_directory(context, &path)
        });
        if found.is_empty() {
            found.push(text(&self.0));
        }
        found
    }
}

fn text(part: &[(char, bool)]) -> String {
    part.iter().map(|(letter, _)| letter).collect()
}

/// What lies in a folder.
pub(super) fn names(context: &Context<'_>, folder: &str) -> BTreeSet<String> {
    let folder = context.path(folder);
    files::inside(context, &folder)
}

/// Whether a pattern matches a whole name. A star tries what follows it at every place, one star after the other, so that no pattern
/// takes more than the product of both lengths.
fn matches(pattern: &[(char, bool)], name: &[char]) -> bool {
    let (mut at, mut here) = (0, 0);
    let mut star = None;
    loop {
        match pattern.get(at) {
            Some(('*', false)) => {
                star = Some((at + 1, here));
                at += 1;
                continue;
            }
            None if here == name.len() => return true,
            Some(_) => {
                if let Some(letter) = name.get(here)
                    && let Some(length) = takes(&pattern[at..], *letter)
                {
                    at += length;
                    here += 1;
                    continue;
                }
            }
            None => {}
        }
        // Back to the last star, which takes one character more.
        match star {
            Some((after, from)) if from < name.len() => {
                star = Some((after, from + 1));
                at = after;
                here = from + 1;
            }
            _ => return false,
        }
    }
}

/// The length of the first element of a pattern, where it takes a character.
fn takes(pattern: &[(char, bool)], letter: char) -> Option<usize> {
    match pattern[0] {
        ('?', false) => Some(1),
        ('[', false) => {
            let Some(end) = pattern.iter().skip(2).position(|(end, _)| *end == ']') else {
                return (letter == '[').then_some(1);
            };
            let inside = &pattern[1..end + 2];
            let (negated, inside) = match inside.split_first() {
                Some((('!' | '^', false), rest)) => (true, rest),
                _ => (false, inside),
            };
            let mut found = false;
            let mut rest = inside;
            while let Some(((first, _), after)) = rest.split_first() {
                rest = after;
                if let [('-', _), (last, _), more @ ..] = rest {
                    found |= (*first..=*last).contains(&letter);
                    rest = more;
                } else {
                    found |= *first == letter;
                }
            }
            (found != negated).then_some(end + 3)
        }
        (plain, _) => (plain == letter).then_some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, matches};

    #[test]
    fn patterns_match_as_in_bash() {
        for (pattern, name, fits) in [
            ("*", "", true),
            ("*.crt", "a.crt", true),
            ("*.crt", "a.crt.bak", false),
            ("a*b*c", "aXbYbZc", true),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("[ab]x", "bx", true),
            ("[!ab]x", "bx", false),
            ("[a-c]x", "bx", true),
            ("[]x", "[]x", true),
            ("****a", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbb", false),
        ] {
            let mut parts = Pattern::default();
            parts.push(pattern, false);
            let name: Vec<char> = name.chars().collect();
            assert_eq!(matches(&parts.0, &name), fits, "{pattern} {name:?}");
        }
        let mut quoted = Pattern::default();
        quoted.push("*", true);
        assert!(!matches(&quoted.0, &['a']));
    }
}
