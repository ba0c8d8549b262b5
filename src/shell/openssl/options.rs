//! The options of a command, as the real program reads them.

use super::{Done, Tool, error};
use crate::text::openssl as words;

/// What an option takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Nothing,
    Value,
    /// A whole number of 32 bits.
    Number,
    /// A whole number of 32 bits from 1 on.
    Count,
    /// A whole number of 64 bits.
    Long,
    /// PEM or DER.
    Format,
    /// The real program has it, this one does not.
    Absent,
}

/// How a file holds what it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Pem,
    Der,
}

impl Format {
    /// What a word means; the real program looks at no more than its beginning.
    fn of(word: &str) -> Option<Self> {
        match word.to_ascii_uppercase().as_str() {
            "P" | "PEM" => Some(Self::Pem),
            "D" | "DER" => Some(Self::Der),
            _ => None,
        }
    }
}

/// The options of a command by their names without hyphen.
pub(super) type Table = &'static [(&'static str, Takes)];

/// What a command was given.
pub(super) struct Options<'a> {
    /// Options in order, each with its value, empty where it takes none.
    pub(super) given: Vec<(&'static str, &'a str)>,
    /// What follows the options.
    pub(super) rest: Vec<&'a str>,
}

impl<'a> Options<'a> {
    pub(super) fn has(&self, name: &str) -> bool {
        self.given.iter().any(|(given, _)| *given == name)
    }

    /// The last value of an option.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        self.given
            .iter()
            .rev()
            .find(|(given, _)| *given == name)
            .map(|(_, value)| *value)
    }

    /// The last value of an option that takes a format.
    pub(super) fn format(&self, name: &str) -> Option<Format> {
        Format::of(self.value(name)?)
    }

    /// The last value of an option that takes a number of 64 bits.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        number(self.value(name)?)
    }

    /// The last value of the option that takes days. The real program checks it as any number but reads no more than its decimal digits.
    pub(super) fn days(&self) -> Option<i64> {
        let text = self.value("days")?.trim_ascii_start();
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        let other = digits.find(|letter: char| !letter.is_ascii_digit());
        let end = text.len() - digits.len() + other.unwrap_or(digits.len());
        text[..end].parse().ok()
    }
}

impl Tool<'_, '_> {
    /// Reads the options of a command; `unknown` says what the command says about others.
    pub(super) fn options<'a>(
        &mut self,
        table: Table,
        arguments: &'a [String],
        unknown: fn(&str, &str) -> String,
    ) -> Done<Options<'a>> {
        let mut options = Options {
            given: Vec::new(),
            rest: Vec::new(),
        };
        let name_of_tool = self.name;
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let Some(option) = argument
                .strip_prefix('-')
                .filter(|option| !option.is_empty())
            else {
                options.rest.push(argument);
                break;
            };
            let option = option.strip_prefix('-').unwrap_or(option);
            if option.is_empty() {
                break;
            }
            let (name, inline) = match option.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (option, None),
            };
            let Some((name, takes)) = table.iter().find(|(known, _)| *known == name) else {
                return self.fail(&unknown(name_of_tool, option));
            };
            if *takes == Takes::Absent {
                return self.fail(&words::absent_option(name_of_tool, name));
            }
            if *takes == Takes::Nothing {
                options.given.push((name, ""));
                continue;
            }
            let Some(value) = inline.or_else(|| rest.next().map(String::as_str)) else {
                return self.misused(&format!("{name_of_tool}: Option -{name} needs a value\n"));
            };
            if matches!(takes, Takes::Number | Takes::Count | Takes::Long) {
                let read = match takes {
                    Takes::Long => number(value).ok_or_else(|| unparsed(value)),
                    _ => integer(value).map(i64::from),
                };
                let problem = match read {
                    Err(problem) => problem,
                    Ok(number) if *takes == Takes::Count && number < 1 => {
                        format!("Non-positive number \"{value}\" for option -{name}")
                    }
                    Ok(_) => String::new(),
                };
                if !problem.is_empty() {
                    return self.misused(&format!("{name_of_tool}: {problem}\n"));
                }
            }
            if *takes == Takes::Format && Format::of(value).is_none() {
                return self.misused(&format!(
                    "{name_of_tool}: Bad format \"{value}\"\n{name_of_tool}: Invalid format \"{value}\" for option -{name}\n"
                ));
            }
            options.given.push((name, value));
        }
        options.rest.extend(rest.map(String::as_str));
        Ok(options)
    }
}

/// A number as the real program reads it: after blanks, decimal, or octal after `0`, or hexadecimal after `0x`.
fn number(text: &str) -> Option<i64> {
    let text = text.trim_ascii_start();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (radix, digits) = match digits.strip_prefix("0x").or(digits.strip_prefix("0X")) {
        Some(digits) => (16, digits),
        None if digits.len() > 1 && digits.starts_with('0') => (8, digits),
        None => (10, digits),
    };
    if !digits.starts_with(|first: char| first.is_digit(radix)) {
        return None;
    }
    i64::from_str_radix(&format!("{sign}{digits}"), radix).ok()
}

/// A number of 32 bits, or what the real program says about what is none.
pub(super) fn integer(text: &str) -> Result<i32, String> {
    let number = number(text).ok_or_else(|| unparsed(text))?;
    i32::try_from(number).map_err(|_| format!("Value \"{text}\" outside integer range"))
}

fn unparsed(text: &str) -> String {
    let kind = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => "a hexadecimal",
        [b'0', ..] => "an octal",
        _ => "a",
    };
    format!("Can't parse \"{text}\" as {kind} number")
}

/// What most commands say about an option that they do not know.
pub(super) fn unknown_option(tool: &str, name: &str) -> String {
    format!("{tool}: Unknown option: -{name}\n{tool}: Use -help for summary.\n")
}

/// What commands say that take any digest as an option.
pub(super) fn unknown_digest(tool: &str, name: &str) -> String {
    format!("{tool}: Unknown option or message digest: {name}\n{tool}: Use -help for summary.\n")
}

/// What the real program adds about the name of an algorithm that it cannot find.
pub(super) fn unfetched(name: &str) -> String {
    error(&format!(
        "0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:386:Global default library context, Algorithm ({name} : 0), Properties (<null>)"
    ))
}

/// What commands say that take any cipher as an option.
pub(super) fn unknown_cipher(tool: &str, name: &str) -> String {
    let rest = if tool == "rsa" {
        "rsa: Use -help for summary.\n".to_owned()
    } else {
        unfetched(name)
    };
    format!("{tool}: Unknown cipher: {name}\n{rest}")
}
