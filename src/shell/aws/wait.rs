//! `aws ec2 wait`: asks repeatedly until a resource exists. Between two questions the simulated clock moves by the waiter's
//! delay; the whole wait is one entry, as of `lab advance`. Waiters, delays and tries are those of the client; KMS and CloudHSM have
//! none.

use serde_json::{Map, Value};

use super::failure::Failure;
use super::names::kebab;
use super::query::Query;
use crate::api::{self, AwsError, Operation, Service};
use crate::shell::program::{Context, Ran};
use crate::text::command_line as words;

/// What an answer means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Done,
    AskAgain,
    GiveUp,
}

/// What is looked for in an answer.
enum Sign {
    /// The service answered.
    Answer,
    /// The list of that expression has a member.
    Found(&'static str),
    /// The list of the expression has members, and each is this word.
    All(&'static str, &'static str),
    /// A member of the list is this word.
    Any(&'static str, &'static str),
    /// The service refused with this code.
    Refused(&'static str),
}

/// A waiter.
struct Waiter {
    /// Its name in the service model.
    name: &'static str,
    operation: &'static str,
    /// Seconds between two questions.
    delay: i64,
    /// Questions at most.
    tries: usize,
    /// The first sign that is there counts.
    signs: &'static [(Sign, Then)],
}

const INSTANCES: &str = "Reservations[].Instances[].State.Name";

/// The waiters for what the simulated EC2 has.
const WAITERS: &[Waiter] = &[
    Waiter {
        name: "InstanceExists",
        operation: "DescribeInstances",
        delay: 5,
        tries: 40,
        signs: &[
            (Sign::Found("Reservations[]"), Then::Done),
            (Sign::Refused("InvalidInstanceID.NotFound"), Then::AskAgain),
        ],
    },
    Waiter {
        name: "InstanceRunning",
        operation: "DescribeInstances",
        delay: 15,
        tries: 40,
        signs: &[
            (Sign::All(INSTANCES, "running"), Then::Done),
            (Sign::Any(INSTANCES, "shutting-down"), Then::GiveUp),
            (Sign::Any(INSTANCES, "terminated"), Then::GiveUp),
            (Sign::Any(INSTANCES, "stopping"), Then::GiveUp),
            (Sign::Refused("InvalidInstanceID.NotFound"), Then::AskAgain),
        ],
    },
    Waiter {
        name: "NetworkInterfaceAvailable",
        operation: "DescribeNetworkInterfaces",
        delay: 20,
        tries: 10,
        signs: &[
            (
                Sign::All("NetworkInterfaces[].Status", "available"),
                Then::Done,
            ),
            (
                Sign::Refused("InvalidNetworkInterfaceID.NotFound"),
                Then::GiveUp,
            ),
        ],
    },
    Waiter {
        name: "SecurityGroupExists",
        operation: "DescribeSecurityGroups",
        delay: 5,
        tries: 6,
        signs: &[
            (Sign::Found("SecurityGroups[].GroupId"), Then::Done),
            // The service's code has a dot; the client looks for it without one, and so never asks again.
            (Sign::Refused("InvalidGroupNotFound"), Then::AskAgain),
        ],
    },
    Waiter {
        name: "SubnetAvailable",
        operation: "DescribeSubnets",
        delay: 15,
        tries: 40,
        signs: &[
            (Sign::All("Subnets[].State", "available"), Then::Done),
            (Sign::Refused("InvalidSubnetID.NotFound"), Then::AskAgain),
        ],
    },
    Waiter {
        name: "VpcAvailable",
        operation: "DescribeVpcs",
        delay: 15,
        tries: 40,
        signs: &[(Sign::All("Vpcs[].State", "available"), Then::Done)],
    },
    Waiter {
        name: "VpcExists",
        operation: "DescribeVpcs",
        delay: 1,
        tries: 5,
        signs: &[
            (Sign::Answer, Then::Done),
            (Sign::Refused("InvalidVpcID.NotFound"), Then::AskAgain),
        ],
    },
];

/// The commands behind `aws SERVICE wait`.
pub(super) fn names(service: Service) -> Vec<String> {
    match service {
        Service::Ec2 => WAITERS.iter().map(|waiter| kebab(waiter.name)).collect(),
        _ => Vec::new(),
    }
}

/// The operation that a waiter repeats.
pub(super) fn operation(word: &str) -> Option<&'static Operation> {
    let waiter = waiter(word)?;
    api::operation(Service::Ec2.word(), waiter.operation)
}

/// What the waiter of that name does.
pub(super) fn summary(word: &str) -> String {
    waiter(word).map_or_else(String::new, |waiter| {
        words::waiter(&kebab(waiter.operation), waiter.delay, waiter.tries)
    })
}

fn waiter(word: &str) -> Option<&'static Waiter> {
    WAITERS.iter().find(|waiter| kebab(waiter.name) == word)
}

/// Asks until the waiter of that name has what it waits for.
///
/// # Errors
/// [`Failure::Waiter`] when it gives up, or a bug of ours.
pub(super) fn run(
    context: &mut Context<'_>,
    word: &str,
    region: &str,
    input: &Map<String, Value>,
) -> Result<Ran, Failure> {
    let Some(waiter) = waiter(word) else {
        return Ok(Ran::default());
    };
    let since = context.door.account().now;
    let outcome = ask(context, waiter, region, input);
    context.door.passed(since)?;
    outcome
}

fn ask(
    context: &mut Context<'_>,
    waiter: &Waiter,
    region: &str,
    input: &Map<String, Value>,
) -> Result<Ran, Failure> {
    let failed = |reason: String| {
        Err(Failure::Waiter(format!(
            "Waiter {} failed: {reason}",
            waiter.name
        )))
    };
    let mut last = None;
    for question in 1..=waiter.tries {
        let input = Value::Object(input.clone());
        let answer = context
            .door
            .call(Service::Ec2.word(), waiter.operation, region, input);
        let answer = match answer {
            Ok(answer) => Ok(answer),
            Err(error) => Err(error.refusal()?),
        };
        let mut sign = None;
        for (wanted, then) in waiter.signs {
            if wanted.is_in(&answer)? {
                sign = Some((wanted, *then));
                break;
            }
        }
        last = sign.or(last);
        match (sign, &answer) {
            (Some((_, Then::Done)), _) => return Ok(Ran::default()),
            (Some((sign, Then::GiveUp)), _) => {
                return failed(format!(
                    "Waiter encountered a terminal failure state: {}",
                    sign.explained()
                ));
            }
            (None, Err(error)) => {
                return failed(format!(
                    "An error occurred ({}): {}",
                    error.code, error.message
                ));
            }
            _ if question < waiter.tries => context.door.pass(waiter.delay)?,
            _ => {}
        }
    }
    failed(match last {
        Some((sign, _)) => format!(
            "Max attempts exceeded. Previously accepted state: {}",
            sign.explained()
        ),
        None => "Max attempts exceeded".to_owned(),
    })
}

impl Sign {
    fn is_in(&self, answer: &Result<Value, AwsError>) -> Result<bool, Failure> {
        let list = |expression: &str| -> Result<Vec<Value>, Failure> {
            let Ok(answer) = answer else {
                return Ok(Vec::new());
            };
            Ok(match Query::parse(expression)?.search(answer)? {
                Value::Array(members) => members,
                _ => Vec::new(),
            })
        };
        Ok(match self {
            Self::Answer => answer.is_ok(),
            Self::Found(expression) => !list(expression)?.is_empty(),
            Self::All(expression, word) => {
                let members = list(expression)?;
                !members.is_empty() && members.iter().all(|member| member == word)
            }
            Self::Any(expression, word) => list(expression)?.iter().any(|member| member == word),
            Self::Refused(code) => answer.as_ref().is_err_and(|error| error.code == *code),
        })
    }

    /// The sign in the words of the client.
    fn explained(&self) -> String {
        match self {
            Self::Answer => "Matched expected HTTP status code: 200".to_owned(),
            Self::Found(expression) => format!(
                "For expression \"length({expression}) > `0`\" we matched expected path: \"True\""
            ),
            Self::All(expression, word) => {
                format!(
                    "For expression \"{expression}\" all members matched expected path: \"{word}\""
                )
            }
            Self::Any(expression, word) => format!(
                "For expression \"{expression}\" we matched expected path: \"{word}\" at least once"
            ),
            Self::Refused(code) => format!("Matched expected service error code: {code}"),
        }
    }
}
