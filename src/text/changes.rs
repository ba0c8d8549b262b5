//! What this version answers otherwise than the one that wrote an account.

/// Commands that are answered otherwise than in an earlier version, and how; CHANGELOG.md lists them under *Answers*.
const CHANGES: &[(&str, &str)] = &[(
    "lab advance",
    "The simulated clock moves to 2200-01-01 at most.",
)];

/// Names an action of an HSM tool.
#[must_use]
pub fn tool_command(action: &str) -> String {
    format!("HSM tool, {action}")
}

/// Names an action on the client host.
#[must_use]
pub fn host_command(action: &str) -> String {
    format!("client host, {action}")
}

/// A command was accepted.
pub const ACCEPTED: &str = "accepted";

/// A command makes other ids than it did.
pub const OTHER_IDS: &str = "accepted, with other ids";

/// A command was refused, by the rule of that id.
#[must_use]
pub fn refused(rule: &str) -> String {
    format!("refused ({rule})")
}

/// A command cannot be run any more.
#[must_use]
pub fn impossible(why: &str) -> String {
    format!("not possible ({why})")
}

/// A command, counted from one, is answered otherwise.
#[must_use]
pub fn differs(number: usize, command: &str, recorded: &str, now: &str) -> String {
    let changed = CHANGES.iter().filter(|(name, _)| *name == command);
    let why: String = changed.map(|(_, how)| format!(". {how}")).collect();
    format!(
        "this version answers command {number} ({command}) differently: it was {recorded}, and now it is {now}{why}"
    )
}
