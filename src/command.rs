//! Everything that changes the account.

use serde::Serialize;
use serde_json::{Error, Value};

use crate::api::AwsError;
use crate::hsm::{ToolAction, ToolReply};
use crate::model::json::{Tagged, deserialize_by};
use crate::model::{Quota, Timestamp};

/// A command in the form that the log keeps: parsed, its secrets sealed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Command {
    /// An AWS request.
    Aws {
        /// Service word, such as `kms`.
        service: String,
        /// Operation name.
        operation: String,
        /// Region.
        region: String,
        /// Input, its secrets sealed.
        input: Value,
    },
    /// Something done in or with an HSM tool on the client host.
    Tool {
        /// Region of the client host.
        region: String,
        /// What.
        action: ToolAction,
    },
    /// A change of the client host.
    Host {
        /// Region of the client host.
        region: String,
        /// What.
        action: HostAction,
    },
    /// The playground's own command, for what no real tool can do.
    Lab {
        /// What.
        command: LabCommand,
    },
}

deserialize_by!(Command, Command::read);

impl Command {
    fn read(value: Value) -> Result<Self, Error> {
        let mut from = Tagged::inside("type", value)?;
        Ok(match from.name.as_str() {
            "aws" => Self::Aws {
                service: from.take("service")?,
                operation: from.take("operation")?,
                region: from.take("region")?,
                input: from.take("input")?,
            },
            "tool" => Self::Tool {
                region: from.take("region")?,
                action: from.take("action")?,
            },
            "host" => Self::Host {
                region: from.take("region")?,
                action: from.take("action")?,
            },
            "lab" => Self::Lab {
                command: from.take("command")?,
            },
            _ => return Err(from.unknown()),
        })
    }
}

/// A change of the client host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum HostAction {
    /// Writes a file, replacing what was there.
    WriteFile {
        /// Absolute path.
        path: String,
        /// Content.
        text: String,
    },
    /// Removes a file.
    RemoveFile {
        /// Absolute path.
        path: String,
    },
    /// A program draws random bytes that no file keeps; those of the next one are others.
    Draw,
    /// Puts the host's interface into a subnet.
    Attach {
        /// The subnet.
        subnet: String,
        /// Security groups of the interface.
        groups: Vec<String>,
    },
    /// Starts the client daemon, which learns of the cluster's members.
    StartDaemon,
    /// Stops the client daemon.
    StopDaemon,
    /// Signs a certificate request of a file under a CA of the reader, which is made when there is none yet.
    Sign {
        /// Path of the certificate request.
        request: String,
        /// Path of the signed certificate.
        certificate: String,
    },
}

deserialize_by!(HostAction, HostAction::read);

impl HostAction {
    fn read(value: Value) -> Result<Self, Error> {
        let mut from = Tagged::inside("do", value)?;
        Ok(match from.name.as_str() {
            "writeFile" => Self::WriteFile {
                path: from.take("path")?,
                text: from.take("text")?,
            },
            "removeFile" => Self::RemoveFile {
                path: from.take("path")?,
            },
            "draw" => Self::Draw,
            "attach" => Self::Attach {
                subnet: from.take("subnet")?,
                groups: from.take("groups")?,
            },
            "startDaemon" => Self::StartDaemon,
            "stopDaemon" => Self::StopDaemon,
            "sign" => Self::Sign {
                request: from.take("request")?,
                certificate: from.take("certificate")?,
            },
            _ => return Err(from.unknown()),
        })
    }
}

/// Seconds that the clock moves at most at once, twenty years: whatever happens daily happens on each of those days.
pub const LONGEST_ADVANCE: i64 = 7_300 * 86_400;

/// Characters of the longest link to an account. Browsers take more, but what links go through (mail, chats, trackers) cuts them or
/// refuses them.
pub const LONGEST_LINK: usize = 32_000;

/// The last moment to which a command moves the clock: 2200-01-01T00:00:00Z. What daily backups come to in centuries nobody could replay.
pub const LAST_MOMENT: Timestamp = Timestamp(7_258_118_400_000);

/// The playground's own commands that change the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum LabCommand {
    /// Moves the clock.
    Advance {
        /// Seconds, at most [`LONGEST_ADVANCE`].
        seconds: i64,
    },
    /// Moves the clock to the last transition that is due.
    Settle,
    /// Switches a fault on or off.
    Inject {
        /// Name of the fault.
        fault: String,
        /// What it strikes, where that has to be said.
        #[serde(skip_serializing_if = "Option::is_none")]
        target: Option<String>,
        /// On or off.
        on: bool,
        /// Region.
        region: String,
    },
    /// Takes a permission of the caller away, or gives it back.
    Permission {
        /// IAM action.
        action: String,
        /// Whether it is taken away.
        denied: bool,
    },
    /// Sets an adjustable quota.
    Quota {
        /// Which.
        name: Quota,
        /// The new quota.
        count: usize,
    },
    /// Goes on as a caller of another account.
    Account {
        /// Its id, twelve digits.
        id: String,
    },
    /// Replaces the account by a named scenario.
    Scenario {
        /// Its id.
        id: String,
    },
}

deserialize_by!(LabCommand, LabCommand::read);

impl LabCommand {
    fn read(value: Value) -> Result<Self, Error> {
        let mut from = Tagged::inside("do", value)?;
        Ok(match from.name.as_str() {
            "advance" => Self::Advance {
                seconds: from.take("seconds")?,
            },
            "settle" => Self::Settle,
            "inject" => Self::Inject {
                fault: from.take("fault")?,
                target: from.take_optional("target")?,
                on: from.take("on")?,
                region: from.take("region")?,
            },
            "permission" => Self::Permission {
                action: from.take("action")?,
                denied: from.take("denied")?,
            },
            "quota" => Self::Quota {
                name: from.take("name")?,
                count: from.take("count")?,
            },
            "account" => Self::Account {
                id: from.take("id")?,
            },
            "scenario" => Self::Scenario {
                id: from.take("id")?,
            },
            _ => return Err(from.unknown()),
        })
    }
}

/// Whether a fault has to be told what it strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// It strikes what it strikes.
    None,
    /// It may be told.
    Optional,
    /// It has to be told.
    Needed,
}

/// The faults that `lab inject` knows, each with whether it has to be told what it strikes.
pub const FAULTS: &[(&str, Target)] = &[
    ("network-errors", Target::None),
    ("internal-error", Target::Optional),
    ("throttle", Target::Needed),
    ("hsm-full", Target::None),
    ("pkcs11-full", Target::None),
    ("hsm-degraded", Target::Needed),
    ("cluster-state", Target::Needed),
    ("mtls", Target::Needed),
];

/// What a command came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// An AWS operation answered.
    Answer(Value),
    /// An AWS operation, the client host or the playground refused.
    Refused(Box<AwsError>),
    /// An HSM tool answered.
    Tool(ToolReply),
    /// It is done.
    Done,
}
