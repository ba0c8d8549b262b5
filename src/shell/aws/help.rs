//! `help`: what there is and how it is written, from the same shapes that make the flags, with links to the whole texts of AWS.

use serde_json::{Map, Value, json};

use super::ec2::opposite;
use super::flags::{Flag, Purpose, flags};
use super::globals::IGNORED;
use super::json::pretty;
use super::names::kebab;
use super::wait;
use crate::api::shape::{Kind, Member, Shape};
use crate::api::{self, Operation, Service};
use crate::docs::{api_reference, cli_reference};
use crate::model::Sort;
use crate::rules::catalogue::Wanted;
use crate::shell::program::Ran;
use crate::text::command_line as words;
use crate::text::{failures, operations};

/// Columns of a line.
const WIDTH: usize = 79;
/// Blanks before what stands below a heading.
const INDENT: usize = 4;
/// Columns of the names in a list with notes.
const NAMES: usize = 32;

/// A page of help.
struct Page(String);

impl Page {
    fn new(name: &str, summary: &str) -> Self {
        let mut page = Self(String::new());
        page.section("NAME");
        page.text(INDENT, &format!("{name} - {summary}"));
        page
    }

    fn section(&mut self, title: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(title);
        self.0.push('\n');
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.0.push_str(&" ".repeat(indent));
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// A text, broken where it is long.
    fn text(&mut self, indent: usize, text: &str) {
        let mut line = String::new();
        for word in text.split(' ') {
            if !line.is_empty() && indent + line.len() + 1 + word.len() > WIDTH {
                self.line(indent, &line);
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(indent, &line);
    }

    /// A name with a note beside it, or below it where it is long.
    fn note(&mut self, name: &str, note: &str) {
        let start = self.0.len() + INDENT;
        let beside = INDENT + name.len() < NAMES;
        if !beside {
            self.line(INDENT, name);
        }
        let from = self.0.len();
        self.text(NAMES, note);
        if beside {
            self.0
                .replace_range(from + INDENT..start + name.len(), name);
        }
    }
}

/// `aws help`
pub(super) fn services() -> String {
    let mut page = Page::new("aws", words::AWS);
    page.section("SYNOPSIS");
    page.line(INDENT, "aws [options] <command> <subcommand> [parameters]");
    page.line(INDENT, "aws <command> help");
    page.line(INDENT, "aws <command> <subcommand> help");
    page.section("COMMANDS");
    for service in Service::ALL {
        page.note(service.word(), operations::service(service.word()));
    }
    page.note("configure", words::CONFIGURE);
    page.section("OPTIONS");
    for (name, value, note) in words::OPTIONS {
        let value = match *value {
            "" => String::new(),
            value if value.contains('|') => format!(" {value}"),
            value => format!(" <{value}>"),
        };
        page.note(&format!("{name}{value}"), note);
    }
    let ignored: Vec<String> = IGNORED
        .iter()
        .map(|(name, _)| format!("--{name}"))
        .collect();
    page.text(INDENT, &ignored.join(" "));
    page.text(NAMES, words::IGNORED);
    page.section("VARIABLES");
    for (name, note) in words::VARIABLES {
        page.note(name, note);
    }
    page.section("EXIT CODES");
    for (code, note) in words::EXITS {
        page.note(code, note);
    }
    page.section("SEE ALSO");
    page.line(INDENT, &cli_reference(""));
    page.0
}

/// `aws SERVICE help`
pub(super) fn service(service: Service) -> String {
    let word = service.word();
    let summary = format!("{}: {}", failures::service(word), operations::service(word));
    let mut page = Page::new(&format!("aws {word}"), &summary);
    page.section("SYNOPSIS");
    page.line(INDENT, &format!("aws {word} <subcommand> [parameters]"));
    page.section("SUBCOMMANDS");
    let mut named: Vec<(String, &str)> = api::operations()
        .filter(|operation| operation.service == service)
        .map(|operation| (kebab(operation.name), operations::summary(&operation.key())))
        .collect();
    if !wait::names(service).is_empty() {
        named.push(("wait".to_owned(), words::WAIT));
    }
    named.order();
    for (name, summary) in named {
        page.note(&name, summary);
    }
    page.0.push('\n');
    page.text(INDENT, words::SERVICE_HELP);
    page.section("SEE ALSO");
    page.line(INDENT, &cli_reference(&format!("{word}/")));
    page.0
}

/// `aws SERVICE wait help`
pub(super) fn waiters(service: Service) -> String {
    let word = service.word();
    let mut page = Page::new(&format!("aws {word} wait"), words::WAIT);
    page.section("SYNOPSIS");
    page.line(
        INDENT,
        &format!("aws {word} wait <subcommand> [parameters]"),
    );
    page.section("SUBCOMMANDS");
    for name in wait::names(service) {
        page.note(&name, &wait::summary(&name));
    }
    page.section("SEE ALSO");
    page.line(INDENT, &cli_reference(&format!("{word}/wait/")));
    page.0
}

/// `aws SERVICE wait WAITER help`
pub(super) fn waiter(name: &str, operation: &Operation) -> String {
    let word = operation.service.word();
    let command = format!("aws {word} wait {name}");
    let mut page = Page::new(&command, &wait::summary(name));
    parameters(&mut page, &command, operation);
    page.section("SEE ALSO");
    page.line(INDENT, &cli_reference(&format!("{word}/wait/{name}.html")));
    page.0
}

/// `aws SERVICE COMMAND help`
pub(super) fn operation(operation: &Operation) -> String {
    let word = operation.service.word();
    let name = kebab(operation.name);
    let command = format!("aws {word} {name}");
    let mut page = Page::new(&command, operations::summary(&operation.key()));
    parameters(&mut page, &command, operation);
    page.section("OUTPUT");
    if operation.output.is_empty() {
        page.text(INDENT, words::NO_OUTPUT);
    }
    output(&mut page, INDENT, operation.output);
    let codes = codes(operation);
    if !codes.is_empty() {
        page.section("ERRORS");
        for code in codes {
            page.line(INDENT, code);
        }
        page.0.push('\n');
        page.text(INDENT, words::ERRORS);
    }
    page.section("SEE ALSO");
    page.line(INDENT, &cli_reference(&format!("{word}/{name}.html")));
    page.line(INDENT, &api_reference(word, operation.name));
    page.0
}

/// The codes that rules of the operation itself raise, in the order in which it asks.
fn codes(operation: &Operation) -> Vec<&'static str> {
    let key = operation.key();
    let wanted = Wanted {
        operation: key.clone(),
        ..Wanted::default()
    };
    let rules = wanted.find(&|_| false);
    let raised = rules.iter().flat_map(|rule| rule.raises);
    let mut own: Vec<_> = raised.filter(|raise| raise.on == key).collect();
    own.order_by_key(|raise| raise.order);
    let mut codes = Vec::new();
    for code in own.iter().filter_map(|raise| raise.error.code()) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Synopsis and options.
fn parameters(page: &mut Page, command: &str, operation: &Operation) {
    let flags: Vec<Flag> = flags(operation)
        .into_iter()
        .filter(|flag| flag.purpose != Purpose::No)
        .collect();
    let required = |flag: &Flag| flag.member.is_some_and(|member| member.required);
    page.section("SYNOPSIS");
    page.line(INDENT, command);
    for flag in &flags {
        let written = written(flag);
        let line = match required(flag) {
            true => written,
            false => format!("[{written}]"),
        };
        page.line(2 * INDENT, &line);
    }
    page.line(2 * INDENT, words::GLOBAL_OPTIONS);
    page.section("OPTIONS");
    for flag in &flags {
        let kind = match flag.member {
            Some(member) => kind(&member.shape),
            None if flag.counts() => "integer",
            None => "string",
        };
        let needed = if required(flag) { " [required]" } else { "" };
        page.line(INDENT, &format!("{} ({kind}){needed}", named(flag)));
        let notes = match flag.member {
            Some(member) => notes(&member.shape),
            None => vec![words::flag(&flag.name).to_owned()],
        };
        for note in notes.iter().filter(|note| !note.is_empty()) {
            page.text(2 * INDENT, note);
        }
    }
}

/// A flag with what says no to it.
fn named(flag: &Flag) -> String {
    match flag.member {
        Some(member) if !flag.needs_words() => {
            format!("{} | {}", flag.name, opposite(&kebab(member.name)))
        }
        _ => flag.name.clone(),
    }
}

fn written(flag: &Flag) -> String {
    let value = match flag.member.map(|member| member.shape.kind) {
        _ if !flag.needs_words() => "",
        Some(Kind::List(_)) => " <value> …",
        _ => " <value>",
    };
    named(flag) + value
}

fn kind(shape: &Shape) -> &'static str {
    match shape.kind {
        Kind::String => "string",
        Kind::Blob => "blob",
        Kind::Integer => "integer",
        Kind::Boolean => "boolean",
        Kind::Timestamp => "timestamp",
        Kind::List(_) => "list",
        Kind::Map(_) => "map",
        Kind::Structure(_) => "structure",
    }
}

/// What is to be known of a value.
fn notes(shape: &Shape) -> Vec<String> {
    let what = match shape.kind {
        Kind::Integer => "Value",
        Kind::List(_) => "Number",
        _ => "Length",
    };
    let mut notes = vec![words::bounds(what, shape.min, shape.max)];
    if !shape.words.is_empty() {
        notes.push(words::one_of(shape.words));
    }
    notes.extend(shape.pattern.map(words::pattern));
    match shape.kind {
        Kind::Blob => notes.push(words::BLOB.to_owned()),
        Kind::List(item) if is_plain(item) => {
            notes.push(words::LIST.to_owned());
            notes.extend(self::notes(item));
        }
        Kind::List(item) => {
            notes.push(words::shorthand(&format!("{} …", shorthand(item, false))));
            notes.push(words::json(&blank(shape).to_string()));
        }
        Kind::Map(_) | Kind::Structure(_) => {
            notes.push(words::shorthand(&shorthand(shape, false)));
            notes.push(words::json(&blank(shape).to_string()));
        }
        _ => {}
    }
    if shape.certificate {
        notes.push(words::CERTIFICATE.to_owned());
    }
    if shape.sensitive {
        notes.push(words::SECRET.to_owned());
    }
    notes
}

fn is_plain(shape: &Shape) -> bool {
    !matches!(
        shape.kind,
        Kind::List(_) | Kind::Map(_) | Kind::Structure(_)
    )
}

/// The short form of a structure; inside another one it stands in brackets.
fn shorthand(shape: &Shape, inside: bool) -> String {
    let members: Vec<String> = match shape.kind {
        Kind::Structure(members) => members
            .iter()
            .map(|member| format!("{}={}", member.name, shorthand(&member.shape, true)))
            .collect(),
        Kind::Map(item) => {
            let item = shorthand(item, true);
            vec![format!("name1={item}"), format!("name2={item}")]
        }
        Kind::List(item) if is_plain(item) => return [kind(item); 2].join(","),
        Kind::List(item) => return format!("[{}]", shorthand(item, true)),
        _ => return kind(shape).to_owned(),
    };
    let members = members.join(",");
    match inside {
        true => format!("{{{members}}}"),
        false => members,
    }
}

/// The members of an answer, those of structures below them.
fn output(page: &mut Page, indent: usize, members: &[Member]) {
    for member in members {
        page.line(
            indent,
            &format!("{} -> ({})", member.name, kind(&member.shape)),
        );
        let mut shape = &member.shape;
        while let Kind::List(item) | Kind::Map(item) = shape.kind {
            shape = item;
        }
        if let Kind::Structure(members) = shape.kind {
            output(page, indent + INDENT, members);
        }
    }
}

/// `--generate-cli-skeleton`: an empty request.
pub(super) fn skeleton(operation: &Operation) -> String {
    pretty(&empty(operation.input)) + "\n"
}

fn empty(members: &[Member]) -> Value {
    let members: Map<String, Value> = members
        .iter()
        .map(|member| (member.name.to_owned(), blank(&member.shape)))
        .collect();
    Value::Object(members)
}

fn blank(shape: &Shape) -> Value {
    match shape.kind {
        Kind::String if !shape.words.is_empty() => shape.words[0].into(),
        Kind::String | Kind::Blob => "".into(),
        Kind::Integer => 0.into(),
        Kind::Boolean => true.into(),
        Kind::Timestamp => "1970-01-01T00:00:00".into(),
        Kind::List(item) => json!([blank(item)]),
        Kind::Map(item) => json!({ "KeyName": blank(item) }),
        Kind::Structure(members) => empty(members),
    }
}

/// `aws configure`: nothing needs to be configured.
pub(super) fn configure(given: &[String], region: &str) -> Ran {
    match given.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["get", "region"] => Ran::printed(format!("{region}\n")),
        _ => Ran::printed(words::configure(region)),
    }
}
