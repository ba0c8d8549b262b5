//! Options that every command knows, in any place of the line.

use super::failure::{Failure, Told};
use super::output::Format;
use super::query::Query;

/// Options that change nothing here, each with whether a value follows.
pub(super) const IGNORED: &[(&str, bool)] = &[
    ("profile", true),
    ("color", true),
    ("ca-bundle", true),
    ("cli-read-timeout", true),
    ("cli-connect-timeout", true),
    ("debug", false),
    ("no-verify-ssl", false),
    ("no-sign-request", false),
    ("no-cli-pager", false),
    ("cli-auto-prompt", false),
    ("no-cli-auto-prompt", false),
];

/// The global options of a command line.
#[derive(Debug, Default)]
pub(super) struct Globals {
    /// `--region`
    pub region: Option<String>,
    /// `--output`
    pub format: Option<Format>,
    /// `--query`
    pub query: Option<String>,
    /// `--no-paginate`
    pub no_paginate: bool,
    /// `--version`
    pub version: bool,
    /// `--cli-binary-format raw-in-base64-out`
    pub raw_blobs: bool,
    /// `--cli-error-format`
    pub told: Option<Told>,
    /// `--endpoint-url`
    pub endpoint: Option<String>,
}

impl Globals {
    /// Takes the global options out of a command line; returns them and the rest.
    ///
    /// # Errors
    /// [`Failure::Usage`].
    pub(super) fn take(arguments: &[String]) -> Result<(Self, Vec<String>), Failure> {
        let mut globals = Self::default();
        let mut rest = Vec::new();
        let mut words = arguments.iter().peekable();
        while let Some(word) = words.next() {
            let Some(option) = word.strip_prefix("--") else {
                rest.push(word.clone());
                continue;
            };
            let (name, inline) = match option.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (option, None),
            };
            match name {
                "no-paginate" => globals.no_paginate = true,
                "version" => globals.version = true,
                name if IGNORED.contains(&(name, false)) => {}
                name if takes_value(name) => {
                    let value = match inline {
                        Some(value) => value,
                        None => words
                            .next_if(|next| !next.starts_with('-'))
                            .cloned()
                            .ok_or_else(|| {
                                Failure::Usage(format!("argument --{name}: expected one argument"))
                            })?,
                    };
                    globals.set(name, value)?;
                }
                _ => rest.push(word.clone()),
            }
        }
        Ok((globals, rest))
    }

    /// Reads the query and looks at the address, which the client does before it looks at the command.
    ///
    /// # Errors
    /// [`Failure::Parameter`].
    pub(super) fn resolved(&self) -> Result<Option<Query>, Failure> {
        let query = self.query.as_deref().map(Query::parse).transpose()?;
        match &self.endpoint {
            Some(url) if !url.contains("://") => Err(Failure::Parameter(format!(
                "Bad value for --endpoint-url \"{url}\": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/"
            ))),
            _ => Ok(query),
        }
    }

    fn set(&mut self, name: &str, value: String) -> Result<(), Failure> {
        let invalid = || {
            Failure::Usage(format!(
                "argument --{name}: Found invalid choice '{value}'\n"
            ))
        };
        match name {
            "region" => self.region = Some(value),
            "query" => self.query = Some(value),
            "cli-error-format" => self.told = Some(Told::parse(&value).ok_or_else(invalid)?),
            "endpoint-url" => self.endpoint = Some(value),
            "output" => self.format = Some(Format::parse(&value).ok_or_else(invalid)?),
            "cli-binary-format" => {
                self.raw_blobs = match value.as_str() {
                    "raw-in-base64-out" => true,
                    "base64" => false,
                    _ => return Err(invalid()),
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether an option takes a value.
pub(super) fn takes_value(name: &str) -> bool {
    matches!(
        name,
        "region" | "query" | "output" | "cli-binary-format" | "cli-error-format" | "endpoint-url"
    ) || IGNORED.contains(&(name, true))
}

/// Whether an option stands alone.
pub(super) fn stands_alone(name: &str) -> bool {
    matches!(name, "no-paginate" | "version") || IGNORED.contains(&(name, false))
}
