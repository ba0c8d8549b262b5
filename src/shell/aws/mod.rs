//! `aws`: a look-alike of AWS CLI v2 over the operations of the simulated account, its flags made from their shapes.

mod client;
mod complete;
mod config;
mod ec2;
mod evaluate;
mod failure;
mod flags;
mod globals;
mod help;
mod json;
mod line;
pub(super) mod names;
mod output;
mod pages;
mod query;
mod secrets;
mod shorthand;
#[cfg(test)]
mod tests;
mod values;
mod wait;

pub(super) use complete::completions;
pub use line::command_line;
pub(super) use names::closest;
pub(super) use secrets::verdicts;

use serde_json::{Map, Value};

use super::mask;
use super::program::{Context, Ran};
use crate::api::{self, Operation, Service};
use failure::{Failure, Told};
use flags::{Given, Purpose};
use globals::Globals;
use names::kebab;

/// The flag of a member of the API.
pub(super) fn flag_name(member: &str) -> String {
    format!("--{}", kebab(member))
}

/// Runs an `aws` command.
pub(super) fn run(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let mut told = Told::default();
    carry_out(context, arguments, &mut told).unwrap_or_else(|failure| {
        if let Some(mut explanation) = failure.explanation() {
            explanation.what = mask::scrubbed(&explanation.what, &mask::among(arguments, verdicts));
            context.door.explain(explanation);
        }
        failure.into_ran(told)
    })
}

/// Runs a command. `told` is set as soon as the client knows it: what is wrong with its own options and with the service's name is
/// told as a sentence, whatever the reader asks for.
fn carry_out(
    context: &mut Context<'_>,
    arguments: &[String],
    told: &mut Told,
) -> Result<Ran, Failure> {
    let (globals, words) = Globals::take(arguments)?;
    if globals.version {
        return Ok(Ran::printed(crate::text::command_line::VERSION));
    }
    let Some((service, words)) = words.split_first() else {
        return Err(required("command"));
    };
    match service.as_str() {
        "help" => return Ok(Ran::printed(help::services())),
        "configure" => return Ok(help::configure(words, context.region)),
        _ => {}
    }
    let services = Service::ALL.map(Service::word);
    let Some(service) = Service::ALL
        .into_iter()
        .find(|known| known.word() == service)
    else {
        return Err(unknown("command", service, &services));
    };
    *told = config::told(context, &globals);
    let query = globals.resolved()?;
    let Some((word, words)) = words.split_first() else {
        return Err(required("operation"));
    };
    if word == "help" {
        return Ok(Ran::printed(help::service(service)));
    }
    let waiters = wait::names(service);
    if word == "wait" && !waiters.is_empty() {
        return wait(context, &globals, service, &waiters, words);
    }
    let operations: Vec<&'static Operation> = api::operations()
        .filter(|operation| operation.service == service)
        .collect();
    let Some(operation) = operations
        .iter()
        .find(|operation| kebab(operation.name) == *word)
    else {
        let names: Vec<String> = operations
            .iter()
            .map(|operation| kebab(operation.name))
            .collect();
        return Err(unknown("operation", word, &names));
    };
    if words.last().is_some_and(|word| word == "help") {
        return Ok(Ran::printed(help::operation(operation)));
    }
    call(context, &globals, query.as_ref(), operation, words)
}

/// `aws SERVICE wait`: repeats an operation.
fn wait(
    context: &mut Context<'_>,
    globals: &Globals,
    service: Service,
    waiters: &[String],
    words: &[String],
) -> Result<Ran, Failure> {
    let Some((word, words)) = words.split_first() else {
        return Err(Failure::Parameter(format!(
            "usage: aws [options] {} wait <subcommand> [parameters]\naws: [ERROR]: too few arguments",
            service.word()
        )));
    };
    if word == "help" {
        return Ok(Ran::printed(help::waiters(service)));
    }
    let Some(operation) = wait::operation(word) else {
        return Err(unknown("subcommand", word, waiters));
    };
    if words.last().is_some_and(|word| word == "help") {
        return Ok(Ran::printed(help::waiter(word, operation)));
    }
    let given = flags::give(operation, words)?;
    let input = input(context, globals, operation, &given)?;
    let region = checked(context, globals, operation, &input)?;
    wait::run(context, word, &region, &input)
}

/// Reads the flags of an operation, calls it and prints what it answers.
fn call(
    context: &mut Context<'_>,
    globals: &Globals,
    query: Option<&query::Query>,
    operation: &'static Operation,
    words: &[String],
) -> Result<Ran, Failure> {
    let given = flags::give(operation, words)?;
    if given
        .iter()
        .any(|given| given.flag.purpose == Purpose::Skeleton)
    {
        return Ok(Ran::printed(help::skeleton(operation)));
    }
    let mut input = input(context, globals, operation, &given)?;
    let plan = pages::Plan::of(operation, globals, &given, &mut input)?;
    let region = checked(context, globals, operation, &input)?;
    let fetched = pages::fetch(context, operation, &region, input, &plan)?;
    let printer = output::Printer {
        operation,
        format: config::format(context, globals)?,
        query,
    };
    let printed = printer.print(fetched);
    context.budget.spend(query.map_or(0, query::Query::work));
    let mut ran = Ran::printed(printed?);
    context
        .budget
        .spend_bytes(PRINTED.saturating_mul(ran.stdout.len()));
    if plan.max_items == Some(0) {
        ran.stderr =
            "warning: Non-positive values for --max-items may result in undefined behavior.\n"
                .to_owned();
    }
    Ok(ran)
}

/// What the client makes sure of before it sends a request; returns the Region that it goes to.
fn checked(
    context: &Context<'_>,
    globals: &Globals,
    operation: &Operation,
    input: &Map<String, Value>,
) -> Result<String, Failure> {
    let faults = client::faults(operation.input, &Value::Object(input.clone()));
    if !faults.is_empty() {
        return Err(Failure::Parameter(format!(
            "Parameter validation failed:\n{}",
            faults.join("\n")
        )));
    }
    config::destination(context, globals, operation)
}

/// The request that the flags make.
fn input(
    context: &Context<'_>,
    globals: &Globals,
    operation: &Operation,
    given: &[Given],
) -> Result<Map<String, Value>, Failure> {
    let mut input = Map::new();
    for Given { flag, words } in given {
        let (Purpose::Member | Purpose::No, Some(member)) = (flag.purpose, flag.member) else {
            continue;
        };
        let shape = &member.shape;
        let truth = flag.purpose == Purpose::Member;
        let value = match (shape.kind, words.is_empty()) {
            (api::shape::Kind::Boolean, _) => truth.into(),
            (api::shape::Kind::Structure(_), true) => serde_json::json!({ "Value": truth }),
            _ => values::read(context, &flag.name, words, shape, globals.raw_blobs)?,
        };
        input.insert(member.name.to_owned(), value);
    }
    if let Some(text) = given
        .iter()
        .find(|given| given.flag.purpose == Purpose::InputJson)
        .and_then(|given| given.words.first())
    {
        for (name, value) in input_json(context, text)? {
            input.entry(name).or_insert(value);
        }
    }
    if !ec2::conveniences(operation).is_empty() {
        ec2::apply(given, &mut input)?;
    }
    values::read_moments(operation.input, &mut input);
    Ok(input)
}

/// `--cli-input-json`: the members that flags do not give.
fn input_json(context: &Context<'_>, word: &str) -> Result<Map<String, Value>, Failure> {
    let flag = "--cli-input-json";
    let text = match word.strip_prefix("file://") {
        Some(name) => values::paramfile(context, flag, word, name)?,
        None => word.to_owned(),
    };
    match serde_json::from_str(&text) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(Value::Array(_)) => Err(Failure::Parameter(format!(
            "Error parsing parameter '{flag}': Invalid type: expecting map, received <class 'list'>"
        ))),
        _ => Err(Failure::Parameter(
            "Error parsing parameter 'cli-input-json': Invalid JSON received.".to_owned(),
        )),
    }
}

fn required(what: &str) -> Failure {
    Failure::Usage(format!("the following arguments are required: {what}"))
}

/// The work of printing an answer, as that of handling a text so many times as long.
const PRINTED: usize = 4;

/// A word that is none of the choices, with those that are close to it.
fn unknown(what: &'static str, word: &str, names: &[impl AsRef<str>]) -> Failure {
    let close = names::closest(word, names.iter().map(AsRef::as_ref));
    let mut text = format!("argument {what}: Found invalid choice '{word}'\n");
    if !close.is_empty() {
        text.push_str("\nMaybe you meant:\n\n");
        let lines: Vec<String> = close.iter().map(|name| format!("  * {name}")).collect();
        text.push_str(&lines.join("\n"));
    }
    Failure::NotHere(text, what, word.to_owned())
}
