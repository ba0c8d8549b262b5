//! What an entry of the log did, in words: for undo, which says what it takes back.

use super::pages::resource_of;
use super::parts::length;
use crate::command::{Command, HostAction, LabCommand};
use crate::hsm::ToolAction;
use crate::model::SECOND;
use crate::playground::Entry;
use crate::text::pages::deeds as words;

/// What an entry, which has an index in the log, did.
pub(super) fn of(index: usize, entry: &Entry) -> String {
    match &entry.command {
        Command::Aws { operation, .. } => words::operation(operation, &resource_of(index, entry)),
        Command::Tool { action, .. } => match action {
            ToolAction::Open => words::TOOL_STARTED.to_owned(),
            ToolAction::EnableE2e { .. } => words::ENCRYPTION_SET_UP.to_owned(),
            ToolAction::Run { command, .. } => words::tool(command.word(), command.user().1),
            ToolAction::RollBack { command, .. } => words::rolled_back(command.user().1),
            ToolAction::Logout { .. } => words::LOGGED_OUT.to_owned(),
            ToolAction::Close { .. } => words::TOOL_ENDED.to_owned(),
        },
        Command::Host { action, .. } => match action {
            HostAction::WriteFile { path, .. } => words::wrote(path),
            HostAction::RemoveFile { path } => words::removed(path),
            HostAction::Draw => words::DREW.to_owned(),
            HostAction::Attach { subnet, .. } => words::attached(subnet),
            HostAction::StartDaemon => words::CLIENT_STARTED.to_owned(),
            HostAction::StopDaemon => words::CLIENT_STOPPED.to_owned(),
            HostAction::Sign { certificate, .. } => words::signed(certificate),
        },
        Command::Lab { command } => match command {
            LabCommand::Advance { seconds } => {
                words::advanced(&length(seconds.saturating_mul(SECOND)))
            }
            LabCommand::Settle => words::SETTLED.to_owned(),
            LabCommand::Inject { fault, on, .. } => words::fault(fault, *on),
            LabCommand::Permission { action, denied } => words::permission(action, *denied),
            LabCommand::Quota { name, count } => words::quota(name.word(), *count),
            LabCommand::Account { id } => words::account(id),
            LabCommand::Scenario { id } => words::scenario(id),
        },
    }
}
