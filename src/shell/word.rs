//! Words of the shell language: parts that stand as they are, and parts that are expanded.

/// A word in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its parts, to be joined once they are expanded.
    pub parts: Vec<Part>,
}

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text as it stands.
    Text {
        /// The text.
        text: String,
        /// Whether quotes or a backslash protect it.
        quoted: bool,
    },
    /// `$NAME`, `${NAME}` or `$?`.
    Variable {
        /// The name, or `?`.
        name: String,
        /// Whether it stands in double quotes, so that its value is not split into words.
        quoted: bool,
    },
    /// `$(…)`: the output of a command.
    Command {
        /// The command.
        text: String,
        /// Whether it stands in double quotes.
        quoted: bool,
    },
    /// `$((…))`: a number that is computed.
    Arithmetic {
        /// What is computed, its own parts not yet expanded.
        expression: Word,
        /// Whether it stands in double quotes.
        quoted: bool,
    },
}

impl Word {
    pub(super) fn push(&mut self, letter: char, quoted: bool) {
        self.push_text(letter.encode_utf8(&mut [0; 4]), quoted);
    }

    pub(super) fn push_text(&mut self, more: &str, quoted: bool) {
        match self.parts.last_mut() {
            Some(Part::Text { text, quoted: last }) if *last == quoted => text.push_str(more),
            _ => self.parts.push(Part::Text {
                text: more.to_owned(),
                quoted,
            }),
        }
    }

    /// The text of a word without quotes and expansions.
    #[must_use]
    pub fn plain(&self) -> Option<&str> {
        match &self.parts[..] {
            [
                Part::Text {
                    text,
                    quoted: false,
                },
            ] => Some(text),
            _ => None,
        }
    }

    /// The text of a word that is not expanded, as one behind `<<`, and whether any of it was quoted.
    #[must_use]
    pub fn delimiter(&self) -> (String, bool) {
        let mut quoted = false;
        let mut plain = String::new();
        for part in &self.parts {
            match part {
                Part::Text { text, quoted: some } => {
                    quoted |= some;
                    plain.push_str(text);
                }
                Part::Variable { name, .. } => {
                    plain.push('$');
                    plain.push_str(name);
                }
                Part::Command { text, .. } => plain.push_str(&format!("$({text})")),
                Part::Arithmetic { .. } => {}
            }
        }
        (plain, quoted)
    }

    /// A word that stands for a text as it is.
    #[must_use]
    pub fn quoted(text: &str) -> Self {
        Self {
            parts: vec![Part::Text {
                text: text.to_owned(),
                quoted: true,
            }],
        }
    }

    /// The assignment that this word is: its name, and the word of its value.
    #[must_use]
    pub fn assignment(&self) -> Option<(String, Self)> {
        let (
            Part::Text {
                text,
                quoted: false,
            },
            rest,
        ) = self.parts.split_first()?
        else {
            return None;
        };
        let (name, value) = text.split_once('=')?;
        if !is_name(name) {
            return None;
        }
        let mut parts = vec![Part::Text {
            text: value.to_owned(),
            quoted: false,
        }];
        parts.extend_from_slice(rest);
        Some((name.to_owned(), Self { parts }))
    }
}

/// Whether a text may name a variable.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}
