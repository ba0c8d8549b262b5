//! The command line of `aws`: options of every command, and the parameters of an operation.

use base64::Engine;
use serde_json::{Map, Value};

use super::paging::Paging;
use super::{names, shorthand};
use crate::api::Operation;
use crate::api::shape::{Kind, Member, Shape};
use crate::shell::program::Context;

/// What the client finds wrong before it sends anything.
pub(super) enum Problem {
    /// Exit code 252; the usage follows.
    Usage(String),
    /// Exit code 252.
    Parameters(String),
    /// Exit code 252; the usage comes first.
    UnknownOptions(String),
    /// Exit code 255.
    Client(String),
}

/// Options of every command.
#[derive(Default)]
pub(super) struct Globals {
    pub(super) region: Option<String>,
    pub(super) output: Option<String>,
    query: Option<String>,
    pub(super) no_paginate: bool,
    pub(super) version: bool,
}

/// Options that take a value and mean nothing here.
const IGNORED_WITH_VALUE: &[&str] = &[
    "--profile",
    "--endpoint-url",
    "--color",
    "--cli-read-timeout",
    "--cli-connect-timeout",
    "--ca-bundle",
    "--cli-binary-format",
    "--cli-error-format",
];
/// Options without a value that mean nothing here.
const IGNORED: &[&str] = &[
    "--debug",
    "--no-verify-ssl",
    "--no-sign-request",
    "--no-cli-pager",
    "--no-cli-auto-prompt",
    "--cli-auto-prompt",
];

impl Globals {
    /// Takes the options of every command out of `argv`, wherever they stand; answers the rest.
    pub(super) fn take(argv: &[String]) -> Result<(Self, Vec<String>), Problem> {
        let mut globals = Self::default();
        let mut rest = Vec::new();
        let mut words = argv.iter();
        while let Some(word) = words.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
                _ => (word.as_str(), None),
            };
            let target = match name {
                "--region" => Some(&mut globals.region),
                "--output" => Some(&mut globals.output),
                "--query" => Some(&mut globals.query),
                _ => None,
            };
            if target.is_some() || IGNORED_WITH_VALUE.contains(&name) {
                let value = inline.or_else(|| words.next().cloned()).ok_or_else(|| {
                    Problem::Usage(format!("argument {name}: expected one argument"))
                })?;
                if let Some(target) = target {
                    *target = Some(value);
                }
                continue;
            }
            match name {
                "--no-paginate" => globals.no_paginate = true,
                "--version" => globals.version = true,
                name if IGNORED.contains(&name) => {}
                _ => rest.push(word.clone()),
            }
        }
        if let Some(output) = &globals.output {
            if !["json", "text"].contains(&output.as_str()) {
                let text = if ["table", "yaml", "yaml-stream", "off"].contains(&output.as_str()) {
                    format!(
                        "argument --output: '{output}' is not simulated here; use json or text\n"
                    )
                } else {
                    format!("argument --output: Found invalid choice '{output}'\n")
                };
                return Err(Problem::Usage(text));
            }
        }
        Ok((globals, rest))
    }

    /// Whether the output form is text.
    pub(super) fn text(&self) -> bool {
        self.output.as_deref() == Some("text")
    }

    /// The text of the query.
    pub(super) fn query_text(&self) -> &str {
        self.query.as_deref().unwrap_or_default()
    }

    /// The query, ready to be applied.
    pub(super) fn compiled_query(&self) -> Result<Option<jmespath::Expression<'static>>, Problem> {
        let Some(query) = &self.query else {
            return Ok(None);
        };
        jmespath::compile(query).map(Some).map_err(|error| {
            // The real message names the same place with a caret below the expression.
            let what = if error.offset >= query.len() {
                "Incomplete expression"
            } else {
                "Invalid token"
            };
            Problem::Parameters(format!(
                "Bad value for --query {query}: Invalid jmespath expression: {what}:\n\"{query}\"\n{}^",
                " ".repeat(error.offset.min(query.len()) + 1)
            ))
        })
    }
}

/// The parameters of an operation.
pub(super) struct Parsed {
    pub(super) input: Value,
    pub(super) paging: Paging,
    pub(super) help: bool,
}

/// Parses the words behind the operation.
pub(super) fn parse(
    context: &Context<'_>,
    operation: &Operation,
    words: &[String],
) -> Result<Parsed, Problem> {
    let mut parsed = Parsed {
        input: Value::Object(Map::new()),
        paging: Paging::default(),
        help: false,
    };
    let mut given = Map::new();
    let mut unknown = Vec::new();
    let mut permission = Permission::default();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        if word == "help" && given.is_empty() {
            parsed.help = true;
            return Ok(parsed);
        }
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                (name.to_owned(), Some(value.to_owned()))
            }
            _ => (word.clone(), None),
        };
        if !name.starts_with("--") {
            unknown.push(word.clone());
            continue;
        }
        let mut values: Vec<String> = inline.into_iter().collect();
        let member = operation
            .input
            .iter()
            .find(|member| names::flag(member) == name);
        let takes_list = member.is_some_and(|member| matches!(member.shape.kind, Kind::List(_)));
        if let Some(member) = member {
            if matches!(member.shape.kind, Kind::Boolean) {
                given.insert(member.name.to_owned(), true.into());
                continue;
            }
        } else if let Some(member) = negated(operation, &name) {
            given.insert(member.name.to_owned(), false.into());
            continue;
        }
        let known = member.is_some()
            || name == "--cli-input-json"
            || Paging::knows(operation, &name)
            || Permission::knows(operation, &name);
        if !known {
            unknown.push(word.clone());
            while let Some(value) = words.next_if(|next| !next.starts_with("--")) {
                unknown.push(value.clone());
            }
            continue;
        }
        while values.is_empty() || takes_list {
            match words.next_if(|next| !next.starts_with("--")) {
                Some(value) => values.push(value.clone()),
                None => break,
            }
        }
        if let Some(member) = member {
            let value = member_value(context, member, &name, values)?;
            given.insert(member.name.to_owned(), value);
            continue;
        }
        let Some(value) = values.into_iter().next() else {
            return Err(Problem::Usage(format!(
                "argument {name}: expected one argument"
            )));
        };
        if name == "--cli-input-json" {
            let text = load(context, &name, &value)?;
            let value: Value = serde_json::from_str(&text).map_err(|_| {
                Problem::Parameters(format!(
                    "Error parsing parameter '{name}': Invalid JSON received."
                ))
            })?;
            parsed.input = value;
        } else if Permission::knows(operation, &name) {
            permission.set(&name, value);
        } else {
            parsed.paging.set(&name, &value)?;
        }
    }
    if !unknown.is_empty() {
        return Err(Problem::UnknownOptions(unknown.join(", ")));
    }
    if let Some(rule) = permission.rule()? {
        given.insert("IpPermissions".to_owned(), rule);
    }
    // What is said on the command line wins over the file.
    if let Some(input) = parsed.input.as_object_mut() {
        input.extend(given);
    }
    let missing: Vec<String> = operation
        .input
        .iter()
        .filter(|member| member.required && parsed.input.get(member.name).is_none())
        .map(names::flag)
        .collect();
    if missing.is_empty() {
        Ok(parsed)
    } else {
        Err(Problem::Usage(format!(
            "the following arguments are required: {}",
            missing.join(", ")
        )))
    }
}

fn negated<'a>(operation: &'a Operation, flag: &str) -> Option<&'a Member> {
    let name = flag.strip_prefix("--no-")?;
    operation.input.iter().find(|member| {
        matches!(member.shape.kind, Kind::Boolean) && names::kebab(member.name) == name
    })
}

fn member_value(
    context: &Context<'_>,
    member: &Member,
    flag: &str,
    values: Vec<String>,
) -> Result<Value, Problem> {
    let Kind::List(item) = member.shape.kind else {
        let Some(value) = values.into_iter().next() else {
            return Err(Problem::Usage(format!(
                "argument {flag}: expected one argument"
            )));
        };
        return scalar(context, &member.shape, flag, &value);
    };
    // One word may be the whole list, as JSON.
    if let [only] = values.as_slice() {
        let text = load(context, flag, only)?;
        if text.trim_start().starts_with('[') {
            return serde_json::from_str(&text).map_err(|_| {
                Problem::Parameters(format!(
                    "Error parsing parameter '{flag}': Invalid JSON:\n{text}"
                ))
            });
        }
    }
    values
        .iter()
        .map(|value| scalar(context, item, flag, value))
        .collect()
}

fn scalar(context: &Context<'_>, shape: &Shape, flag: &str, value: &str) -> Result<Value, Problem> {
    if let (Kind::Blob, Some(name)) = (shape.kind, value.strip_prefix("fileb://")) {
        let text = file(context, flag, value, name)?;
        return Ok(base64::engine::general_purpose::STANDARD
            .encode(text)
            .into());
    }
    let text = load(context, flag, value)?;
    match shape.kind {
        Kind::Integer => text.trim().parse::<i64>().map(Value::from).map_err(|_| {
            Problem::Client(format!("invalid literal for int() with base 10: '{text}'"))
        }),
        Kind::Blob => {
            let compact: String = text.split_whitespace().collect();
            base64::engine::general_purpose::STANDARD
                .decode(&compact)
                .map(|_| Value::String(compact))
                .map_err(|_| Problem::Client(format!("Invalid base64: \"{text}\"")))
        }
        _ => shorthand::parse(shape, flag, &text).map_err(Problem::Parameters),
    }
}

/// The value itself, or the text of the file that it names.
fn load(context: &Context<'_>, flag: &str, value: &str) -> Result<String, Problem> {
    match value
        .strip_prefix("file://")
        .or_else(|| value.strip_prefix("fileb://"))
    {
        Some(name) => file(context, flag, value, name),
        None => Ok(value.to_owned()),
    }
}

fn file(context: &Context<'_>, flag: &str, value: &str, name: &str) -> Result<String, Problem> {
    context
        .file(&context.path(name))
        .map(str::to_owned)
        .ok_or_else(|| {
            Problem::Parameters(format!(
                "Error parsing parameter '{flag}': Unable to load paramfile {value}: [Errno 2] No such file or directory: '{name}'"
            ))
        })
}

/// The short form of a security group rule, which the command line turns into `IpPermissions`.
#[derive(Default)]
struct Permission {
    protocol: Option<String>,
    port: Option<String>,
    cidr: Option<String>,
    group: Option<String>,
}

impl Permission {
    fn knows(operation: &Operation, flag: &str) -> bool {
        operation.name.contains("SecurityGroup")
            && operation
                .input
                .iter()
                .any(|member| member.name == "IpPermissions")
            && ["--protocol", "--port", "--cidr", "--source-group"].contains(&flag)
    }

    fn set(&mut self, flag: &str, value: String) {
        match flag {
            "--protocol" => self.protocol = Some(value),
            "--port" => self.port = Some(value),
            "--cidr" => self.cidr = Some(value),
            _ => self.group = Some(value),
        }
    }

    fn rule(self) -> Result<Option<Value>, Problem> {
        let Some(protocol) = self.protocol else {
            return Ok(None);
        };
        let (from, to) = match self.port.as_deref() {
            None | Some("all") => (0, 65_535),
            Some(port) => {
                let (from, to) = port.split_once('-').unwrap_or((port, port));
                match (from.parse::<i64>(), to.parse::<i64>()) {
                    (Ok(from), Ok(to)) => (from, to),
                    _ => {
                        return Err(Problem::Client(format!(
                            "invalid literal for int() with base 10: '{port}'"
                        )));
                    }
                }
            }
        };
        let mut rule = serde_json::json!({
            "IpProtocol": if protocol == "all" { "-1".to_owned() } else { protocol },
            "FromPort": from,
            "ToPort": to,
        });
        if let Some(group) = self.group {
            rule["UserIdGroupPairs"] = serde_json::json!([{ "GroupId": group }]);
        }
        if let Some(cidr) = self.cidr {
            rule["IpRanges"] = serde_json::json!([{ "CidrIp": cidr }]);
        }
        Ok(Some(Value::Array(vec![rule])))
    }
}
