//! Completion: what a word on the line may become.

use super::door::Door;
use super::program::absolute;
use super::session::{HOME, Shell};
use super::{aws, builtins, files, hsm_tools, lab, openssl};
use crate::model::Sort;

/// Programs that are found without a directory and belong to no group.
const PROGRAMS: &[&str] = &["aws", "help", "lab", "openssl", "sleep", "sudo", "test"];
/// Words before a path that make the tool read the file.
const FILE_PREFIXES: &[&str] = &["file://", "fileb://"];

/// What the word before the cursor may become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// Where the word begins, in bytes of the line.
    pub start: usize,
    /// Everything that it may become, in alphabetical order.
    pub words: Vec<String>,
}

impl Completion {
    /// The text that takes the place of what stands from the beginning of the word to the cursor: what all possible words have in
    /// common, and a blank behind the only one where it is complete. `None` where no word fits.
    #[must_use]
    pub fn insertion(&self) -> Option<String> {
        let (first, rest) = self.words.split_first()?;
        if rest.is_empty() {
            let open = first.ends_with('/');
            return Some(format!("{first}{}", if open { "" } else { " " }));
        }
        let common = rest.iter().fold(first.len(), |length, word| {
            first[..length]
                .char_indices()
                .zip(word.chars())
                .take_while(|((_, one), other)| one == other)
                .map(|((at, letter), _)| at + letter.len_utf8())
                .last()
                .unwrap_or_default()
        });
        Some(first[..common].to_owned())
    }
}

/// The words of the command that the cursor is in.
struct Typed<'a> {
    words: Vec<&'a str>,
    /// The word that ends at the cursor; where it begins.
    partial: &'a str,
    start: usize,
    /// Whether it names a file behind `<` or `>`.
    redirected: bool,
}

impl Shell {
    /// What the word before the cursor (in bytes of the line) may become. Nothing where a program waits for an answer.
    #[must_use]
    pub fn complete(&self, door: &dyn Door, line: &str, cursor: usize) -> Completion {
        let before = line.get(..cursor).unwrap_or(line);
        if self.foreground.is_some() {
            return Completion {
                start: before.len(),
                words: Vec::new(),
            };
        }
        let typed = typed(before);
        if let Some((_, name)) = typed.partial.rsplit_once('$')
            && name
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        {
            let names = self.variables.keys().cloned();
            return fitting(names, name, before.len() - name.len());
        }
        let Typed {
            mut words,
            partial,
            start,
            redirected,
        } = typed;
        words.retain(|word| *word != "sudo" && !is_assignment(word));
        if redirected {
            return self.files(door, partial, start);
        }
        for prefix in FILE_PREFIXES {
            if let Some(name) = partial.strip_prefix(prefix) {
                return self.files(door, name, start + prefix.len());
            }
        }
        let Some((command, arguments)) = words.split_first() else {
            return if partial.contains('/') {
                self.files(door, partial, start)
            } else {
                let names = builtins::names()
                    .chain(files::names())
                    .chain(hsm_tools::names())
                    .chain(PROGRAMS.iter().copied())
                    .map(str::to_owned);
                fitting(names, partial, start)
            };
        };
        let offered = match *command {
            "aws" => Some(aws::completions(
                door.account(),
                self.region(),
                arguments,
                partial,
            )),
            "lab" if !matches!(arguments.first(), Some(&"sign" | &"download")) => {
                Some(lab::completions(door, self.region(), arguments))
            }
            "openssl" => openssl::completions(arguments, partial),
            _ => None,
        };
        match offered {
            Some(offered) => fitting(offered.into_iter(), partial, start),
            None => self.files(door, partial, start),
        }
    }

    /// Files whose path begins with what was typed; a folder ends in a slash.
    fn files(&self, door: &dyn Door, partial: &str, start: usize) -> Completion {
        let at = partial.rfind('/').map_or(0, |slash| slash + 1);
        let (folder, name) = partial.split_at(at);
        let path = match folder.strip_prefix("~/") {
            Some(rest) => absolute(HOME, rest),
            None => absolute(&self.directory, folder),
        };
        let account = door.account();
        let names = files::inside_of(account, self.region(), &path)
            .into_iter()
            .filter(|found| name.starts_with('.') || !found.starts_with('.'))
            .map(|found| {
                let below = absolute(&path, &found);
                let is_folder = !files::inside_of(account, self.region(), &below).is_empty();
                format!("{found}{}", if is_folder { "/" } else { "" })
            });
        fitting(names, name, start + at)
    }
}

fn fitting(words: impl Iterator<Item = String>, partial: &str, start: usize) -> Completion {
    let mut words: Vec<String> = words.filter(|word| word.starts_with(partial)).collect();
    words.order();
    words.dedup();
    Completion { start, words }
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=')
        .is_some_and(|(name, _)| super::word::is_name(name))
}

/// Takes the beginning of a line apart: the command begins behind the last operator that is not quoted.
fn typed(before: &str) -> Typed<'_> {
    let mut words = Vec::new();
    let mut begun: Option<usize> = None;
    let mut quote = None;
    let mut redirected = false;
    let mut escaped = false;
    for (at, letter) in before.char_indices() {
        if escaped {
            escaped = false;
            continue;
        }
        match (quote, letter) {
            (Some(open), _) => {
                if letter == open {
                    quote = None;
                }
            }
            (None, '\\') => {
                escaped = true;
                begun = begun.or(Some(at));
            }
            (None, '\'' | '"') => {
                quote = Some(letter);
                begun = begun.or(Some(at));
            }
            (None, ' ' | '\t' | '\n') => {
                if let Some(start) = begun.take() {
                    if !redirected {
                        words.push(&before[start..at]);
                    }
                    redirected = false;
                }
            }
            (None, '|' | ';' | '&' | '(' | '`') => {
                words.clear();
                begun = None;
                redirected = false;
            }
            (None, '<' | '>') => {
                if let Some(start) = begun.take() {
                    words.push(&before[start..at]);
                }
                redirected = true;
            }
            (None, _) => begun = begun.or(Some(at)),
        }
    }
    let mut start = begun.unwrap_or(before.len());
    if before[start..].starts_with(['\'', '"']) {
        start += 1;
    }
    Typed {
        words,
        partial: &before[start..],
        start,
        redirected,
    }
}
