//! `aws`: a look-alike of AWS CLI v2 over the same descriptions of operations that validate requests. What it prints follows measurements
//! of the real program.

mod arguments;
mod check;
mod names;
mod output;
mod paging;
mod shorthand;
mod similar;
#[cfg(test)]
mod tests;

use serde_json::Value;

use super::program::{Context, Ran};
use crate::api::{self, AwsError, Operation};
use arguments::{Globals, Problem};

/// The usage text that follows usage errors.
const USAGE: &str = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n  aws help\n  aws <command> help\n  aws <command> <subcommand> help\n";

/// Version that `aws --version` names.
const VERSION: &str = "aws-cli/2.38.5 (Keystore Playground look-alike)";

/// Runs `aws`.
pub(super) fn run(context: &mut Context<'_>, argv: &[String]) -> Ran {
    match dispatch(context, argv) {
        Ok(stdout) => Ran::printed(stdout),
        Err(failure) => failure.into_ran(),
    }
}

/// Why `aws` ends with another code than 0.
enum Failure {
    /// An error of the command line; code in front of the text, text, and whether the usage follows.
    Usage(String),
    /// Invalid parameters, without the usage.
    Parameters(String),
    /// Unknown options: the usage comes first.
    UnknownOptions(String),
    /// Anything else the client found (exit code 255).
    Client(String),
    /// The service refused.
    Service(&'static str, Box<AwsError>),
    /// Help was asked for.
    Help(String),
}

impl Failure {
    fn into_ran(self) -> Ran {
        let invalid =
            |text: &str| format!("\naws: [ERROR]: An error occurred (ParamValidation): {text}\n");
        match self {
            Self::Usage(text) => Ran::failed(252, format!("{}\n{USAGE}", invalid(&text))),
            Self::Parameters(text) => Ran::failed(252, invalid(&text)),
            Self::UnknownOptions(names) => Ran::failed(
                252,
                format!("\n{USAGE}\naws: [ERROR]: Unknown options: {names}\n"),
            ),
            Self::Client(text) => Ran::failed(255, format!("\naws: [ERROR]: {text}\n")),
            Self::Service(operation, error) => {
                let retries = if error.status >= 500 || error.code == "ThrottlingException" {
                    " (reached max retries: 2)"
                } else {
                    ""
                };
                let message = if error.message.is_empty() {
                    String::new()
                } else {
                    format!(" {}", error.message)
                };
                Ran::failed(
                    254,
                    format!(
                        "\naws: [ERROR]: An error occurred ({}) when calling the {operation} operation{retries}:{message}\n",
                        error.code
                    ),
                )
            }
            Self::Help(text) => Ran::printed(text),
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Usage(text) => Self::Usage(text),
            Problem::Parameters(text) => Self::Parameters(text),
            Problem::UnknownOptions(names) => Self::UnknownOptions(names),
            Problem::Client(text) => Self::Client(text),
        }
    }
}

fn dispatch(context: &mut Context<'_>, argv: &[String]) -> Result<String, Failure> {
    let (globals, rest) = Globals::take(argv)?;
    if globals.version {
        return Ok(format!("{VERSION}\n"));
    }
    let query = globals.compiled_query()?;
    let Some((service, rest)) = rest.split_first() else {
        return Err(Failure::Usage(
            "the following arguments are required: command".to_owned(),
        ));
    };
    let operation = match find(service, rest)? {
        Found::Operation(operation) => operation,
        Found::Help(text) => return Err(Failure::Help(text)),
    };
    let parsed = arguments::parse(context, operation, &rest[1..])?;
    if parsed.help {
        return Err(Failure::Help(names::operation_help(operation)));
    }
    check::parameters(operation, &parsed.input)?;
    let region = globals
        .region
        .clone()
        .or_else(|| context.variables.get("AWS_REGION").cloned())
        .or_else(|| context.variables.get("AWS_DEFAULT_REGION").cloned())
        .unwrap_or_else(|| context.region.to_owned());
    if context.door.account().region(&region).is_none() {
        let known: Vec<&str> = context
            .door
            .account()
            .regions
            .keys()
            .map(String::as_str)
            .collect();
        return Err(Failure::Client(format!(
            "Could not connect to the endpoint URL of Region {region}: only {} are simulated here",
            known.join(", ")
        )));
    }
    let answer = paging::call(
        &parsed.paging,
        operation,
        parsed.input,
        globals.no_paginate,
        &mut |input| call(context, operation, &region, input),
    )?;
    let Some(answer) = answer else {
        return Ok(String::new());
    };
    output::print(&answer, query.as_ref(), &globals)
        .map_err(|text| Failure::from(Problem::Parameters(text)))
}

/// One request to the account; the answer in the order and form in which the command line prints it.
fn call(
    context: &mut Context<'_>,
    operation: &'static Operation,
    region: &str,
    input: Value,
) -> Result<Value, Failure> {
    let outcome = context
        .door
        .call(operation.service.word(), operation.name, region, input)
        .map_err(|bug| Failure::Client(format!("a fault of this playground: {}", bug.0)))?;
    match outcome {
        Ok(value) => Ok(output::shaped(operation.output, &value)),
        Err(error) => Err(Failure::Service(operation.name, Box::new(error))),
    }
}

enum Found {
    Operation(&'static Operation),
    Help(String),
}

/// The operation that two words name.
fn find(service: &str, rest: &[String]) -> Result<Found, Failure> {
    let services = ["cloudhsmv2", "ec2", "kms", "sts"];
    if service == "help" {
        return Ok(Found::Help(names::help(&services)));
    }
    if !services.contains(&service) {
        return Err(invalid_choice(
            "command",
            service,
            services.into_iter().map(str::to_owned),
        ));
    }
    let operations: Vec<&'static Operation> = api::operations()
        .filter(|operation| operation.service.word() == service)
        .collect();
    let Some(word) = rest.first() else {
        return Err(Failure::Usage(
            "the following arguments are required: operation".to_owned(),
        ));
    };
    if word == "help" {
        return Ok(Found::Help(names::service_help(service, &operations)));
    }
    operations
        .iter()
        .find(|operation| names::kebab(operation.name) == *word)
        .map(|operation| Found::Operation(operation))
        .ok_or_else(|| {
            invalid_choice(
                "operation",
                word,
                operations
                    .iter()
                    .map(|operation| names::kebab(operation.name)),
            )
        })
}

fn invalid_choice(argument: &str, word: &str, choices: impl Iterator<Item = String>) -> Failure {
    let choices: Vec<String> = choices.collect();
    let mut text = format!("argument {argument}: Found invalid choice '{word}'\n");
    let close = similar::closest(word, &choices);
    if !close.is_empty() {
        text += "\nMaybe you meant:\n\n";
        for choice in close {
            text += &format!("  * {choice}\n");
        }
    }
    Failure::Usage(text)
}
