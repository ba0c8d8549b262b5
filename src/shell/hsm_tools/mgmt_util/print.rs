//! What the tool prints about what it did.

use crate::facts::{HsmCommand, ToolFacts};
use crate::hsm::ToolReply;
use crate::model::ToolServer;

/// The caution before a user is made or changed; the question follows as the prompt.
pub(super) const CAUTION: &str = "\
*************************CAUTION********************************
This is a CRITICAL operation, should be done on all nodes in the
cluster. AWS does NOT synchronize these changes automatically with the
nodes on which this operation is not executed or failed, please
ensure this operation is executed on all nodes in the cluster.
****************************************************************

";

/// A user was copied to another server.
const SYNCED: &str = "\
ExtractMaskedObject: 0x0 !
InsertMaskedObject: 0x0 !
syncUser success
";

/// The start, up to the first server that was not reached.
pub(super) fn start(reply: &ToolReply) -> String {
    let mut printed = String::from(
        "Connecting to the server(s), it may take time\ndepending on the server(s) load, please wait...\n",
    );
    if reply.connections.is_empty() {
        printed.push('\n');
    }
    for connection in &reply.connections {
        let server = format!(
            "server '{0}': hostname '{0}', port {1}",
            connection.address,
            ToolFacts::PORT
        );
        printed.push_str(&format!("\nConnecting to {server}...\n"));
        if connection.open {
            printed.push_str(&format!("Connected to {server}.\n"));
        }
    }
    let unreached = reply.refusals.iter().filter(|_| reply.session.is_none());
    for refusal in unreached {
        printed.push_str(&refusal.message);
        printed.push('\n');
    }
    printed
}

/// What came of the encrypted sessions.
pub(super) fn encryption(servers: &[ToolServer], reply: &ToolReply) -> String {
    lines(servers, reply, |place, refusal| match refusal {
        Some(message) => format!("{message}\n"),
        None => format!("E2E enabled on server {place}\n"),
    })
}

/// The line before the servers are gone through.
pub(super) fn heading(command: &HsmCommand, nodes: usize) -> String {
    let (kind, name) = command.user();
    match command {
        HsmCommand::Login { .. } | HsmCommand::SyncUser { .. } => String::new(),
        HsmCommand::CreateUser { .. } => format!("Creating User {name}({kind}) on {nodes} nodes\n"),
        HsmCommand::ChangePassword { .. } => {
            format!("Changing password for {name}({kind}) on {nodes} nodes\n")
        }
        HsmCommand::DeleteUser { .. } => format!("Deleting user {name}({kind}) on {nodes} nodes\n"),
    }
}

/// What the servers said to a command.
pub(super) fn outcome(command: &HsmCommand, servers: &[ToolServer], reply: &ToolReply) -> String {
    let word = command.word();
    lines(servers, reply, |place, refusal| {
        let sync = matches!(command, HsmCommand::SyncUser { .. });
        let Some(reason) = refusal else {
            return if sync {
                SYNCED.to_owned()
            } else {
                format!("{word} success on server {place}\n")
            };
        };
        let failed = match command {
            HsmCommand::Login { .. } => format!("{word} failed on server {place}\n"),
            HsmCommand::SyncUser { .. } => String::new(),
            HsmCommand::CreateUser { .. } => format!("creating user on server {place} failed\n\n"),
            HsmCommand::ChangePassword { .. } => {
                format!("changing password on server {place} failed\n\n")
            }
            HsmCommand::DeleteUser { .. } => format!("{word} failed on server {place}\n\n"),
        };
        format!("{word} failed: {reason}\n{failed}")
    })
}

/// Whether the tool asks what to do when a server refuses the command.
pub(super) fn asks(command: &HsmCommand) -> bool {
    !matches!(
        command,
        HsmCommand::Login { .. } | HsmCommand::SyncUser { .. }
    )
}

/// The question after a refusal.
pub(super) fn question(command: &HsmCommand) -> &'static str {
    match command {
        HsmCommand::DeleteUser { .. } => "Retry/rollBack/Ignore?(R/B/I):",
        _ => "Retry/Ignore/Abort?(R/I/A):",
    }
}

/// One line of success a server.
pub(super) fn success(word: &str, servers: &[ToolServer], done: &[usize]) -> String {
    let reply = ToolReply {
        done: done.to_vec(),
        ..ToolReply::default()
    };
    lines(servers, &reply, |place, _| {
        format!("{word} success on server {place}\n")
    })
}

/// Number and address of a server, as the tool names it.
pub(super) fn place(servers: &[ToolServer], number: usize) -> String {
    let address = servers.get(number).map_or("", |server| &server.address);
    format!("{number}({address})")
}

/// The answers of the servers in their order: each with its place, and the reason where it refused.
fn lines(
    servers: &[ToolServer],
    reply: &ToolReply,
    line: impl Fn(&str, Option<&str>) -> String,
) -> String {
    (0..servers.len())
        .filter_map(|number| {
            let refusal = reply
                .refusals
                .iter()
                .find(|refusal| refusal.server == Some(number));
            match refusal {
                Some(refusal) => Some(line(&place(servers, number), Some(&refusal.message))),
                None if reply.done.contains(&number) => Some(line(&place(servers, number), None)),
                None => None,
            }
        })
        .collect()
}
