//! Snapshots as short texts. A large account holds the same texts many times (the ARN of a key is its label in every HSM), so each is
//! written once and named by its number afterwards; so are the names of fields, which only tell whether a reader knows the same ones. A
//! text that another version wrote is of no use to this one, and need not be: a snapshot can always be made again from the log.
//!
//! The text is a row of numbers and texts without anything between them. A number is written in digits of six bits, lowest first, each
//! an ASCII character; a set seventh bit says that another one follows. A truth value, an option and the place of a variant are numbers, a
//! list and a map begin with their length.

mod read;
mod write;

use std::collections::BTreeSet;
use std::fmt::Display;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a text begins with. It changes when the same fields come to mean something else.
const MARK: &str = "snapshot 2 ";

/// Bits of a digit.
const DIGIT: u32 = 6;

/// Set in every digit but the last.
const MORE: u8 = 1 << DIGIT;

/// The structures, and the variants of enumerations, whose names stand in the text so far. What comes for the first time is followed by
/// its names; both sides keep count alike.
type Named = BTreeSet<(&'static str, &'static str)>;

/// A value as a text; `None` where it holds what an account has no use for, such as a fraction.
pub(super) fn pack<T: Serialize>(value: &T) -> Option<String> {
    let mut writer = write::Writer::new(MARK);
    value.serialize(&mut writer).ok()?;
    Some(writer.text)
}

/// The value of a text; `None` where this version did not write it.
pub(super) fn unpack<'t, T: Deserialize<'t>>(text: &'t str) -> Option<T> {
    let mut reader = read::Reader::new(text.strip_prefix(MARK)?);
    let value = T::deserialize(&mut reader).ok()?;
    reader.rest.is_empty().then_some(value)
}

/// It cannot be written, or not be read. Why does not matter: there will be another snapshot.
#[derive(Debug, Error)]
#[error("unfit")]
struct Unfit;

impl serde::ser::Error for Unfit {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

impl serde::de::Error for Unfit {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::{MARK, pack, unpack};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Shape {
        Point,
        Round(u16),
        Square { side: i64, names: Vec<String> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Picture {
        shapes: Vec<Shape>,
        title: Option<String>,
        pairs: BTreeMap<String, (bool, u64)>,
    }

    fn picture() -> Picture {
        let side = |side, name: &str| Shape::Square {
            side,
            names: vec![name.to_owned(), "Ä\0\"".to_owned()],
        };
        Picture {
            shapes: vec![
                side(i64::MIN, "long"),
                Shape::Point,
                Shape::Round(65_535),
                side(-1, ""),
                side(i64::MAX, "long"),
            ],
            title: None,
            pairs: [("long", u64::MAX), ("x", 64)]
                .map(|(name, number)| (name.to_owned(), (number > 64, number)))
                .into(),
        }
    }

    #[test]
    fn what_was_written_is_read_and_repeats_no_text() {
        let text = pack(&picture()).unwrap();
        assert_eq!(unpack::<Picture>(&text), Some(picture()));
        for once in ["long", "Ä", "side", "Square"] {
            assert_eq!(text.matches(once).count(), 1, "{once} in {text:?}");
        }
    }

    #[test]
    fn what_another_version_wrote_is_not_read() {
        mod other {
            use serde::{Deserialize, Serialize};

            #[derive(Debug, PartialEq, Serialize, Deserialize)]
            pub struct Picture {
                pub shapes: Vec<u64>,
                pub name: Option<String>,
                pub pairs: Vec<u64>,
            }

            #[derive(Debug, PartialEq, Serialize, Deserialize)]
            pub enum Shape {
                Line,
                Round(u16),
            }
        }
        let renamed = other::Picture {
            shapes: Vec::new(),
            name: None,
            pairs: Vec::new(),
        };
        let text = pack(&renamed).unwrap();
        assert_eq!(unpack::<other::Picture>(&text), Some(renamed));
        assert_eq!(unpack::<Picture>(&text), None);
        let text = pack(&other::Shape::Line).unwrap();
        assert_eq!(unpack::<Shape>(&text), None);

        let text = pack(&picture()).unwrap();
        for other in [
            serde_json::to_string(&picture()).unwrap(),
            text.replace(MARK, "snapshot 1 "),
            format!("{text} "),
            String::new(),
        ] {
            assert_eq!(unpack::<Picture>(&other), None, "{other:?}");
        }
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(unpack::<Picture>(&text[..end]), None);
        }
    }
    #[test]
    fn nothing_that_leaves_a_member_out_is_written() {
        #[derive(Serialize)]
        struct Picture {
            #[serde(skip_serializing_if = "String::is_empty")]
            title: String,
            width: u64,
        }
        let of = |title: &str| Picture {
            title: title.to_owned(),
            width: 7,
        };
        assert!(pack(&of("long")).is_some());
        assert_eq!(pack(&of("")), None);
    }
}
