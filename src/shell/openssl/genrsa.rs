//! `openssl genrsa`: makes an RSA key.

use super::options::{Table, Takes, integer, unknown_cipher};
use super::{Done, Tool, error};
use crate::text::openssl as words;

pub(super) const OPTIONS: Table = &[
    ("out", Takes::Value),
    ("passout", Takes::Value),
    ("aes256", Takes::Nothing),
    ("aes-256-cbc", Takes::Nothing),
    ("verbose", Takes::Nothing),
    ("F4", Takes::Nothing),
    ("f4", Takes::Nothing),
    ("3", Takes::Absent),
    ("aes128", Takes::Absent),
    ("aes192", Takes::Absent),
    ("des3", Takes::Absent),
    ("primes", Takes::Absent),
    ("traditional", Takes::Absent),
    ("rand", Takes::Absent),
];

/// Lengths of keys that are made here.
const LENGTHS: std::ops::RangeInclusive<usize> = 1024..=4096;
/// The length of a key that is not told another one.
pub(super) const USUAL: usize = 2048;
/// The shortest that the real program makes.
const SHORTEST: usize = 512;

pub(super) fn run(tool: &mut Tool<'_, '_>, arguments: &[String]) -> Done<()> {
    let options = tool.options(OPTIONS, arguments, unknown_cipher)?;
    if options.rest.len() > 1 {
        return tool.misused("Extra arguments given.\n");
    }
    let bits = match options.rest.first() {
        None => USUAL,
        Some(number) => match integer(number) {
            // Nothing to make, and no word about it.
            Ok(..=0) => return tool.fail(""),
            Ok(bits) => usize::try_from(bits).unwrap_or_default(),
            Err(problem) => return tool.fail(&format!("genrsa: {problem}\n")),
        },
    };
    let phrase = tool.named_phrase(options.value("passout"))?;
    if let Some(name) = options.value("out") {
        tool.open(name)?;
    }
    tool.length_allowed(bits, "Error setting RSA length")?;
    let closed = options.has("aes256") || options.has("aes-256-cbc");
    if options.has("verbose") {
        tool.err
            .push_str(&format!("Generating RSA key with {bits} bits\n"));
    }
    let phrase = match phrase {
        _ if !closed => None,
        Some(phrase) => Some(phrase),
        None => Some(tool.new_phrase("Enter PEM pass phrase:")?),
    };
    if options.has("verbose") {
        tool.err.push_str("e is 65537 (0x010001)\n");
    }
    let key = tool.new_key(bits);
    let text = tool.closed(&key.numbers(), phrase.as_deref());
    tool.write(options.value("out"), text)
}

/// The length of the RSA key that a command makes with these arguments, unless it fails before.
pub(super) fn length(arguments: &[String]) -> Option<usize> {
    let (command, rest) = arguments.split_first()?;
    let has = |option: &str| {
        rest.iter()
            .any(|word| word.trim_start_matches('-') == option)
    };
    let bits = match command.as_str() {
        "genrsa" => rest
            .last()
            .and_then(|last| usize::try_from(integer(last).ok()?).ok()),
        "req" if has("newkey") || has("new") && !has("key") || has("x509") && !has("key") => rest
            .iter()
            .find_map(|word| word.strip_prefix("rsa:"))
            .and_then(|bits| bits.parse().ok()),
        _ => return None,
    };
    Some(bits.unwrap_or(USUAL)).filter(|bits| LENGTHS.contains(bits))
}

impl Tool<'_, '_> {
    /// Refuses a length that the real program refuses, or that would take a browser too long.
    pub(super) fn length_allowed(&mut self, bits: usize, refusal: &str) -> Done<()> {
        if bits < SHORTEST {
            return self.fail(&format!(
                "{refusal}\n{}",
                error("1C8000AB:Provider routines:rsa_gen_set_params:key size too small:../providers/implementations/keymgmt/rsa_kmgmt.c:509:")
            ));
        }
        if !LENGTHS.contains(&bits) {
            return self.fail(&words::other_length(bits));
        }
        Ok(())
    }
}
