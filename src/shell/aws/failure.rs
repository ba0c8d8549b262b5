//! Failures of the command line: the texts and exit codes of AWS CLI v2, as measured.

use serde_json::{Value, json};

use super::output::{self, Format};
use crate::api::{AwsError, Bug, Explanation, Operation, Service};
use crate::model::REGIONS;
use crate::rules;
use crate::shell::program::Ran;
use crate::text::command_line::close_to;
use crate::text::lab as words;

/// The usage text of every usage error.
const USAGE: &str = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n  aws help\n  aws <command> help\n  aws <command> <subcommand> help\n";

/// Tries after the first that the client makes before it gives up.
const RETRIES: u8 = 2;

/// The client's word for what is wrong with a command line.
const INVALID: &str = "ParamValidation";

/// What the client says of an argument with too many brackets or operators in one another.
pub(super) const TOO_DEEP: &str = "maximum recursion depth exceeded";

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
/// `message` there, so that it stands twice. The services that answer in XML name the code first.
fn members(error: &AwsError, service: Service) -> Value {
    if matches!(service, Service::Ec2 | Service::Iam | Service::Sts) {
        return named(&error.code, &error.message);
    }
    let mut members = json!({ "Message": error.message, "Code": error.code });
    if service == Service::Kms
        && !error.message.is_empty()
        && !COMMON.contains(&error.code.as_str())
    {
        members["message"] = error.message.as_str().into();
    }
    members
}

fn named(code: &str, message: &str) -> Value {
    json!({ "Code": code, "Message": message })
}

/// How a failure is told: `--cli-error-format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Told {
    /// A sentence: `enhanced`.
    #[default]
    Sentence,
    /// A sentence as before version 2.34, without the client's own word for what it noticed: `legacy`.
    Legacy,
    /// Its members in a form of output.
    As(Format),
}

impl Told {
    /// Reads the word of `--cli-error-format`.
    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "enhanced" => Some(Self::Sentence),
            "legacy" => Some(Self::Legacy),
            "json" | "text" | "table" | "yaml" => Format::parse(word).map(Self::As),
            _ => None,
        }
    }
}

/// What the client itself has to say about a line.
fn stopped(message: String) -> (&'static str, Vec<(&'static str, String)>) {
    ("request.stopped-by-client", vec![("message", message)])
}

/// A failure of one `aws` command.
#[derive(Debug, PartialEq)]
pub(super) enum Failure {
    /// The command line is wrong; the usage text follows.
    Usage(String),
    /// A service or an operation that this command line does not have: the text, whose usage text follows, what it is and its name.
    NotHere(String, &'static str, String),
    /// A Region that is not simulated: the text and its name.
    Elsewhere(String, String),
    /// Options that no one knows; the usage text comes first. And options that are close to them, for the reader who asks why.
    UnknownOptions(Vec<String>, Vec<String>),
    /// A parameter is wrong.
    Parameter(String),
    /// The Region or the credentials are missing: a word for which, and the text.
    Configuration(&'static str, &'static str),
    /// Anything else that the client notices.
    Other(String),
    /// The service refused: the sentence, and the members of the refusal.
    Service(String, Value),
    /// A waiter gave up.
    Waiter(String),
    /// A bug of ours.
    Bug(Bug),
}

impl Failure {
    /// A refusal of the service.
    pub(super) fn service(error: &AwsError, operation: &Operation) -> Self {
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
        Self::Service(
            text.trim_end().to_owned(),
            members(error, operation.service),
        )
    }

    /// Why the client stopped the request, where it was the client.
    pub(super) fn explanation(&self) -> Option<Explanation> {
        let (rule, evidence) = match self {
            Self::Usage(text) | Self::Parameter(text) | Self::Other(text) => {
                stopped(text.trim().replace('\n', " "))
            }
            Self::Configuration(_, text) => stopped((*text).to_owned()),
            Self::UnknownOptions(unknown, near) => {
                stopped(format!("Unknown options: {}", unknown.join(", ")) + &close_to(near))
            }
            Self::NotHere(_, kind, name) => (
                "request.not-here",
                vec![("kind", (*kind).to_owned()), ("name", name.clone())],
            ),
            Self::Elsewhere(_, region) => {
                let names: Vec<&str> = REGIONS.iter().map(|(name, ..)| *name).collect();
                (
                    "request.region-not-here",
                    vec![("region", region.clone()), ("regions", names.join(", "))],
                )
            }
            Self::Service(..) | Self::Waiter(_) | Self::Bug(_) => return None,
        };
        let evidence = evidence
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect();
        let rule = rules::rule(rule)?;
        Some(Explanation::from_evidence(rule, &evidence, Vec::new()))
    }

    /// What the command prints and its exit code.
    pub(super) fn into_ran(self, told: Told) -> Ran {
        let code = match &self {
            Self::Usage(_) | Self::NotHere(..) | Self::UnknownOptions(..) | Self::Parameter(_) => {
                252
            }
            Self::Configuration(..) => 253,
            Self::Service(..) => 254,
            Self::Elsewhere(..) | Self::Other(_) | Self::Waiter(_) => 255,
            Self::Bug(_) => 70,
        };
        let drawn = match (told, self.members()) {
            (Told::As(format), Some(members)) => output::drawn(format, "error", &members).ok(),
            _ => None,
        };
        Ran::failed(code, drawn.unwrap_or_else(|| self.sentence(told)))
    }

    /// The members of a failure, where it has any: what the client notices has a code only where it is about the words of the line or
    /// about the configuration.
    fn members(&self) -> Option<Value> {
        match self {
            Self::Usage(text) | Self::NotHere(text, ..) => Some(named(INVALID, &with_usage(text))),
            Self::Parameter(text) => Some(named(INVALID, text)),
            Self::Configuration(word, text) => Some(named(word, text)),
            Self::Service(_, members) => Some(members.clone()),
            Self::UnknownOptions(..)
            | Self::Elsewhere(..)
            | Self::Other(_)
            | Self::Waiter(_)
            | Self::Bug(_) => None,
        }
    }

    fn sentence(&self, told: Told) -> String {
        let occurred = |code: &str| match told {
            Told::Legacy => String::new(),
            _ => format!("An error occurred ({code}): "),
        };
        let text = match self {
            Self::Usage(text) | Self::NotHere(text, ..) => {
                occurred(INVALID) + with_usage(text).trim_end()
            }
            Self::Parameter(text) => occurred(INVALID) + text,
            Self::Configuration(word, text) => occurred(word) + text,
            Self::Service(text, _)
            | Self::Elsewhere(text, _)
            | Self::Other(text)
            | Self::Waiter(text) => text.clone(),
            Self::UnknownOptions(unknown, _) => {
                let unknown = unknown.join(", ");
                return format!("\n{USAGE}\n\naws: [ERROR]: Unknown options: {unknown}\n");
            }
            Self::Bug(bug) => return words::bug_line(&bug.0),
        };
        format!("\naws: [ERROR]: {text}\n")
    }
}

fn with_usage(text: &str) -> String {
    format!("{text}\n\n{USAGE}")
}

impl From<Bug> for Failure {
    fn from(bug: Bug) -> Self {
        Self::Bug(bug)
    }
}
