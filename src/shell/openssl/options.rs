//! The options of a command, as the real program reads them.

use super::{Done, Tool, error};
use crate::text::openssl as words;

/// What an option takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Nothing,
    Value,
    /// A whole number.
    Number,
    /// A whole number from 1 on.
    Count,
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

    /// The last value of an option that takes a number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.value(name)?.parse().ok()
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
            if matches!(takes, Takes::Number | Takes::Count) {
                match value.parse::<i64>() {
                    Err(_) => {
                        return self.misused(&format!(
                            "{name_of_tool}: Can't parse \"{value}\" as a number\n"
                        ));
                    }
                    Ok(number) if *takes == Takes::Count && number < 1 => {
                        return self.misused(&format!(
                            "{name_of_tool}: Non-positive number \"{value}\" for option -{name}\n"
                        ));
                    }
                    Ok(_) => {}
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
