//! How the command line fails: the texts and exit codes of AWS CLI v2, measured.

use serde_json::{Value, json};

use super::json::pretty;
use crate::api::{AwsError, Bug, Explanation, Operation, Service};
use crate::rules;
use crate::shell::program::Ran;
use crate::text::lab as words;

/// The usage text of every usage error.
const USAGE: &str = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n  aws help\n  aws <command> help\n  aws <command> <subcommand> help\n";

/// Tries after the first that the client makes before it gives up.
const RETRIES: u8 = 2;

/// Codes of throttling, which the client tries again whatever the status.
const THROTTLED: &[&str] = &[
    "Throttling",
    "ThrottlingException",
    "RequestLimitExceeded",
    "LimitExceededException",
    "TooManyRequestsException",
];

/// Codes that every service knows, so that none of them describes their members.
const COMMON: &[&str] = &[
    "AccessDeniedException",
    "ThrottlingException",
    "ValidationException",
];

/// What the client reads from the body of a refusal: text and code, and the members of the error's own shape. KMS calls the text
/// `message` there, so that it stands twice.
fn members(error: &AwsError, service: Service) -> Value {
    let mut members = json!({ "Message": error.message, "Code": error.code });
    if service == Service::Kms
        && !error.message.is_empty()
        && !COMMON.contains(&error.code.as_str())
    {
        members["message"] = error.message.as_str().into();
    }
    members
}

/// A failure of one `aws` command.
#[derive(Debug, PartialEq)]
pub(super) enum Failure {
    /// The command line is wrong; the usage text follows.
    Usage(String),
    /// Options that no one knows; the usage text comes first.
    UnknownOptions(Vec<String>),
    /// A parameter is wrong.
    Parameter(String),
    /// Nothing says where a request goes, or by whom it is signed: a word for it, and the text.
    Configuration(&'static str, &'static str),
    /// Anything else that the client notices.
    Other(String),
    /// The service refused: the whole of what is printed.
    Service(String),
    /// A waiter gave up.
    Waiter(String),
    /// A bug of ours.
    Bug(Bug),
}

impl Failure {
    /// A refusal of the service, told as a sentence or as JSON.
    pub(super) fn service(error: &AwsError, operation: &Operation, as_json: bool) -> Self {
        if as_json {
            return Self::Service(pretty(&members(error, operation.service)) + "\n");
        }
        let retried = error.status >= 500 || THROTTLED.contains(&error.code.as_str());
        let tries = if retried {
            format!(" (reached max retries: {RETRIES})")
        } else {
            String::new()
        };
        let text = format!(
            "An error occurred ({}) when calling the {} operation{tries}: {}",
            error.code, operation.name, error.message
        );
        Self::Service(format!("\naws: [ERROR]: {}\n", text.trim_end()))
    }

    /// Why the client stopped the request, where it was the client.
    pub(super) fn explanation(&self) -> Option<Explanation> {
        let message = match self {
            Self::Usage(text) | Self::Parameter(text) | Self::Other(text) => {
                text.trim().replace('\n', " ")
            }
            Self::Configuration(_, text) => (*text).to_owned(),
            Self::UnknownOptions(words) => format!("Unknown options: {}", words.join(", ")),
            Self::Service(_) | Self::Waiter(_) | Self::Bug(_) => return None,
        };
        let evidence = [("message".to_owned(), message.into())]
            .into_iter()
            .collect();
        let rule = rules::rule("request.stopped-by-client")?;
        Some(Explanation::from_evidence(rule, &evidence, Vec::new()))
    }

    /// What the command prints and its exit code.
    pub(super) fn into_ran(self) -> Ran {
        let invalid = "An error occurred (ParamValidation)";
        match self {
            Self::Usage(text) => {
                Ran::failed(252, format!("\naws: [ERROR]: {invalid}: {text}\n\n{USAGE}"))
            }
            Self::UnknownOptions(words) => Ran::failed(
                252,
                format!(
                    "\n{USAGE}\n\naws: [ERROR]: Unknown options: {}\n",
                    words.join(", ")
                ),
            ),
            Self::Parameter(text) => {
                Ran::failed(252, format!("\naws: [ERROR]: {invalid}: {text}\n"))
            }
            Self::Configuration(word, text) => Ran::failed(
                253,
                format!("\naws: [ERROR]: An error occurred ({word}): {text}\n"),
            ),
            Self::Other(text) | Self::Waiter(text) => {
                Ran::failed(255, format!("\naws: [ERROR]: {text}\n"))
            }
            Self::Service(text) => Ran::failed(254, text),
            Self::Bug(bug) => Ran::failed(70, words::bug_line(&bug.0)),
        }
    }
}

impl From<Bug> for Failure {
    fn from(bug: Bug) -> Self {
        Self::Bug(bug)
    }
}
