//! Typed lines without their secrets, for the screen, the history and what is said about them.
//!
//! What hides a word is not how it is spelt but what it means: the line is read as the shell reads it, and each tool's own grammar says
//! which word stands where. Where a password may stand, only what is recognised as something else is shown.

mod commands;
mod data;
mod harmless;
mod json;
mod letters;
mod session;
mod tools;

use std::ops::Range;

pub use session::masked;
pub(super) use session::{among, of_words, said_back, scrubbed, with_hole};
pub(super) use tools::doubtful;

use crate::api::shape::{Kind, Member, Shape};
use crate::model::Sort;
use crate::model::json::number;
use harmless::is_harmless;
use letters::{EXPANSION, Spelled};

/// What stands in place of a secret.
pub(super) const DOTS: &str = "••••••";

/// What is known of a word by its place on a line. Numbers are letters before the part that counts, as in `--flag=value`.
#[derive(Clone, Copy, Debug)]
pub enum Verdict {
    /// No password stands here.
    Shown,
    /// A password may stand here: what is not recognised as something else is hidden.
    Doubtful(usize),
    /// A password stands here.
    Secret(usize),
    /// JSON with the members of an operation, where it is known.
    Json(usize, Option<&'static [Member]>),
    /// JSON of a shape.
    Shaped(usize, &'static Shape),
}

/// What is kept back of a text.
struct Kept<'a> {
    text: &'a str,
    /// Whether the text may go on, though it could end here.
    unfinished: bool,
    /// Where it stands.
    places: Vec<Range<usize>>,
    /// What it is.
    secrets: Vec<String>,
}

impl<'a> Kept<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            unfinished: false,
            places: Vec::new(),
            secrets: Vec::new(),
        }
    }

    /// Carries out what was found about a word.
    fn apply(&mut self, word: &Spelled, verdict: Verdict) {
        match verdict {
            Verdict::Shown => {}
            Verdict::Doubtful(from) => self.doubt(word, from),
            Verdict::Secret(from) => self.hide(word, from),
            Verdict::Json(from, members) => {
                json::hide(self, word.letters.get(from..).unwrap_or_default(), members);
            }
            Verdict::Shaped(from, shape) => {
                json::hide_shaped(self, word.letters.get(from..).unwrap_or_default(), shape);
            }
        }
    }

    /// Hides a word from a letter on; what is expanded is no secret itself.
    fn hide(&mut self, word: &Spelled, from: usize) {
        let letters = word.letters.get(from..).unwrap_or_default();
        let value: String = letters.iter().map(|(letter, _)| letter).collect();
        let bare: Vec<&str> = value
            .split(EXPANSION)
            .filter(|part| !part.trim_matches(['"', '\'', ' ']).is_empty())
            .collect();
        if bare.is_empty() || harmless::is_hole(&value) {
            return;
        }
        self.secrets
            .extend(bare.iter().map(|part| (*part).to_owned()));
        let start = match from
            .checked_sub(1)
            .and_then(|before| word.letters.get(before))
        {
            Some((_, before)) => before.end,
            None => word.at.start,
        };
        let mut end = word.at.end;
        // A quote that was opened in what is shown is closed there too.
        let shown = &self.text[word.at.start..start];
        for quote in ['"', '\''] {
            let open = shown.matches(quote).count() % 2 == 1;
            if open && self.text[start..end].ends_with(quote) {
                end -= 1;
            }
        }
        self.places.push(start..end);
    }

    /// Hides a word from a letter on, unless it is nobody's password. Where it is a name with a value, only the value counts.
    fn doubt(&mut self, word: &Spelled, from: usize) {
        let value: String = word
            .letters
            .iter()
            .skip(from)
            .map(|(letter, _)| letter)
            .collect();
        if let Some(named) = named(&value) {
            return self.doubt(word, from + named);
        }
        if !is_harmless(&value) {
            self.hide(word, from);
        }
    }

    /// Hides a word that is neither a number nor a truth value, or where nothing is known of it.
    fn doubt_unless_number(&mut self, word: &Spelled, known: bool) {
        let value = word.value();
        if !(known && number(&value).is_some()) {
            self.doubt(word, 0);
        }
    }

    /// The text without it; the part from a place on.
    fn shown(mut self, from: usize) -> (String, Vec<String>) {
        self.places.order_by_key(|place| (place.start, place.end));
        let mut shown = String::new();
        let mut at = from;
        for place in &self.places {
            if place.end <= at {
                continue;
            }
            shown.push_str(&self.text[at..place.start.max(at)]);
            shown.push_str(DOTS);
            at = place.end;
        }
        shown.push_str(&self.text[at..]);
        (shown, self.secrets)
    }
}

/// How many letters name the value that follows them: an option's or a variable's, or where a pass phrase comes from.
fn named(value: &str) -> Option<usize> {
    if value.starts_with("pass:") {
        return Some("pass:".len());
    }
    let (name, rest) = value.split_once('=')?;
    let capital = |letter: char| letter.is_ascii_uppercase() || letter == '_';
    let names = name.starts_with('-') && is_harmless(name) || name.chars().all(capital);
    (names && !name.is_empty() && !rest.is_empty()).then_some(name.len() + 1)
}

/// Whether a text may stand where a shape does.
pub(super) fn fits(shape: &Shape, text: &str) -> bool {
    match shape.kind {
        Kind::String | Kind::Blob => true,
        Kind::Integer => number(text).is_some(),
        // Whether there is such a day is another question, whose answer names it.
        Kind::Timestamp => text
            .bytes()
            .all(|letter| letter.is_ascii_digit() || b"-:/.+TZ ".contains(&letter)),
        Kind::Boolean => matches!(text, "true" | "false"),
        Kind::List(_) | Kind::Map(_) | Kind::Structure(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn what_is_secret_is_not_shown() {
        for (line, shown) in [
            (
                "aws kms create-custom-key-store --key-store-password kmsPswd --custom-key-store-name A",
                "aws kms create-custom-key-store --key-store-password •••••• --custom-key-store-name A",
            ),
            (
                "aws kms update-custom-key-store --key-store-password='a b' --custom-key-store-id c",
                "aws kms update-custom-key-store --key-store-password=•••••• --custom-key-store-id c",
            ),
            (
                "aws kms encrypt --plaintext aGVsbG8= --key-id k",
                "aws kms encrypt --plaintext •••••• --key-id k",
            ),
            ("loginHSM CO admin adminPswd", "loginHSM CO admin ••••••"),
            (
                "createUser CU kmsuser kmsPswd 2FA",
                "createUser CU kmsuser •••••• 2FA",
            ),
            ("KMSUSER_PASSWORD=kmsPswd", "KMSUSER_PASSWORD=••••••"),
            (
                "openssl genrsa -aes256 -passout pass:secret -out a.key",
                "openssl genrsa -aes256 -passout pass:•••••• -out a.key",
            ),
            (
                r#"lab request kms CreateCustomKeyStore '{"CustomKeyStoreName": "A", "KeyStorePassword": "kmsPswd"}'"#,
                r#"lab request kms CreateCustomKeyStore '{"CustomKeyStoreName": "A", "KeyStorePassword": "••••••"}'"#,
            ),
            (
                r#"lab request kms Encrypt "{\"Plaintext\":\"aGk=\",\"KeyId\":\"k\"}""#,
                r#"lab request kms Encrypt "{\"Plaintext\":\"••••••\",\"KeyId\":\"k\"}""#,
            ),
        ] {
            assert_eq!(masked(line), shown);
        }
    }

    #[test]
    fn what_only_names_a_secret_is_shown() {
        for line in [
            "aws kms update-custom-key-store --key-store-password \"$KMSUSER_PASSWORD\"",
            "aws kms encrypt --plaintext fileb://text --key-id k",
            "changePswd CU kmsuser -hpswd",
            "listUsers",
            "echo  two  blanks",
            "",
        ] {
            assert_eq!(masked(line), line);
        }
    }
}
