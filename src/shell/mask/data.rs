//! Texts that a line carries for something else to read: what is echoed, here-documents, and what is written into files.

use super::Kept;
use super::json;
use super::letters::{Letter, Spelled, words};
use super::tools;

/// Who reads a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// The tool for the HSMs, which takes it for its commands.
    Tool,
    /// Something that may take it for a password.
    Password,
    /// Nobody who asks for a password.
    Nobody,
}

/// Commands that turn or keep what they read, and ask for nothing.
const PLAIN: &[&str] = &[
    "base64", "cat", "diff", "grep", "head", "lab", "tail", "tee", "wc",
];

/// Parts of names that are called passwords.
const SECRET_NAMES: &[&str] = &["pass", "pswd", "pwd", "phrase", "secret", "credential"];

/// Whether something of that name is a password.
pub(super) fn is_secret_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET_NAMES.iter().any(|part| name.contains(part))
}

impl Reader {
    /// The command of these words as a reader of its input.
    pub(super) fn of(words: &[Spelled]) -> Self {
        let values: Vec<String> = words.iter().map(Spelled::value).collect();
        let name = values.iter().find(|name| *name != "sudo");
        let name = name.map_or("", |name| name.rsplit('/').next().unwrap_or_default());
        match name {
            "cloudhsm_mgmt_util" => Self::Tool,
            name if PLAIN.contains(&name) => Self::Nobody,
            _ => Self::Password,
        }
    }
}

impl Kept<'_> {
    /// Hides the secrets of a text.
    pub(super) fn data(&mut self, letters: &[Letter], reader: Reader) {
        let text: String = letters.iter().map(|(letter, _)| letter).collect();
        if reader == Reader::Nobody && text.trim_start().starts_with(['{', '[']) {
            return json::hide_named(self, letters);
        }
        let all = words(letters);
        for line in lines(letters) {
            let line_words = words(line);
            let values: Vec<String> = line_words.iter().map(Spelled::value).collect();
            let verdicts = match reader {
                Reader::Tool => tools::of_tool(&values),
                _ if tools::is_known(&values) => tools::verdicts(&values),
                Reader::Password => tools::doubtful(&values),
                Reader::Nobody if all.len() == 1 => tools::doubtful(&values),
                Reader::Nobody => {
                    self.named(line);
                    continue;
                }
            };
            for (word, verdict) in line_words.iter().zip(verdicts) {
                self.apply(word, verdict);
            }
        }
    }

    /// Hides what follows a name that is called a password on a line such as `password = …`.
    fn named(&mut self, line: &[Letter]) {
        let mut secret = false;
        for word in words(line) {
            let value = word.value();
            if secret {
                self.doubt(&word, 0);
                continue;
            }
            secret = is_secret_name(&value);
            if let Some((name, _)) = value.split_once(['=', ':'])
                && secret
            {
                self.doubt(&word, name.chars().count() + 1);
            }
        }
    }
}

/// The lines of a text; `\n` ends one too, as `printf` has it.
fn lines(letters: &[Letter]) -> Vec<&[Letter]> {
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < letters.len() {
        let pair = (
            letters[at].0,
            letters.get(at + 1).map(|(letter, _)| *letter),
        );
        let length = match pair {
            ('\n', _) => 1,
            ('\\', Some('n')) => 2,
            _ => 0,
        };
        if length > 0 {
            lines.push(&letters[start..at]);
            start = at + length;
        }
        at += length.max(1);
    }
    lines.push(&letters[start..]);
    lines
}
