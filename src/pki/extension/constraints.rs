//! Basic Constraints: whether a certificate is an authority's, and how many authorities may stand below it.

use super::{ExtensionProblem, Keys};
use crate::pki::der::{BOOLEAN, INTEGER, SEQUENCE, element, inside, integer};

pub(super) fn read(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let (mut authority, mut length) = (Vec::new(), Vec::new());
    for word in words {
        let (name, value) = match word.split_once(':') {
            Some((name, value)) => (name, Some(value)),
            None => (*word, None),
        };
        let problem = |kind: fn(String, Option<String>) -> ExtensionProblem| {
            Err(kind(name.to_owned(), value.map(str::to_owned)))
        };
        match (name, value) {
            ("CA", Some("TRUE" | "true" | "YES" | "yes" | "Y" | "y")) => {
                authority = element(BOOLEAN, &[&[0xff]]);
            }
            ("CA", Some("FALSE" | "false" | "NO" | "no" | "N" | "n")) => authority.clear(),
            ("CA", _) => return problem(ExtensionProblem::NotBoolean),
            ("pathlen", value) => match value.and_then(|value| value.parse::<u32>().ok()) {
                Some(value) => length = integer(&value.to_be_bytes()),
                None => return problem(ExtensionProblem::NotNumber),
            },
            _ => return problem(ExtensionProblem::UnknownField),
        }
    }
    Ok(element(SEQUENCE, &[&authority, &length]))
}

pub(super) fn show(value: &[u8]) -> Option<String> {
    let mut text = "CA:FALSE".to_owned();
    for (tag, value) in inside(value, SEQUENCE)? {
        match tag {
            BOOLEAN if value != [0] => "CA:TRUE".clone_into(&mut text),
            INTEGER => {
                let length = value
                    .iter()
                    .fold(0_u64, |length, digit| length << 8 | u64::from(*digit));
                text.push_str(&format!(", pathlen:{length}"));
            }
            _ => {}
        }
    }
    Some(text)
}
