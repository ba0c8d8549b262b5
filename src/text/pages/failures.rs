//! The failure catalogue.

pub(crate) const ABOUT: &str = "Every failure of a command, a form, or a connection: its cause, its meaning, and its documentation. You can make almost every failure happen.";
pub(crate) const MET_SO_FAR: &str = "Failures you have met";
pub(crate) const MET_ABOUT: &str =
    "You have met a failure when you saw its explanation. Only this browser remembers it.";
pub(crate) const LIST: &str = "Failures";
pub(crate) const COLUMNS: &[&str] = &["Failure", "Mark", "Met"];
pub(crate) const FIND: &str = "Find";
pub(crate) const FIND_HINT: &str =
    "An error code, an operation, some words, or a whole error message.";
pub(crate) const ANY: &str = "All";
pub(crate) const SERVICE: &str = "Service";
pub(crate) const OPERATION: &str = "Operation";
pub(crate) const CODE: &str = "Code";
pub(crate) const FIDELITY: &str = "Mark";
pub(crate) const MET: &str = "Met";
/// Those that were met, and those that were not: value and name.
pub(crate) const MET_OPTIONS: [(&str, &str); 2] = [("met", "Met"), ("not", "Not met yet")];
pub(crate) const IS_MET: &str = "Met";
pub(crate) const NOT_MET: &str = "not yet";
pub(crate) const NOT_MET_YET: &str = "You have not met it yet.";
pub(crate) const NO_MATCH: &str = "No failure matches these filters.";

pub(crate) const MEANING: &str = "What it means";
pub(crate) const RAISED: &str = "Where it happens";
pub(crate) const RAISED_COLUMNS: &[&str] = &["Service", "Operation", "Code", "Kind"];
pub(crate) const EXCEPTION: &str = "error";
pub(crate) const CONNECTION_ERROR: &str = "connection error code of the key store";
pub(crate) const HSM_REFUSAL: &str = "message of the HSM tools";
pub(crate) const EVERY: &str = "every operation";
pub(crate) const MESSAGE: &str = "Message";
pub(crate) const NO_MESSAGE: &str = "None.";
pub(crate) const NO_MESSAGE_OF_CONNECTION: &str =
    "None. describe-custom-key-stores shows only the code.";
pub(crate) const THEIR_WORDING: &str = "This is the message of the real service or tool.";
pub(crate) const BREAK: &str = "See it happen";
pub(crate) const BREAK_ABOUT: &str = "This opens a new sandbox and runs the commands of the script. The last command shows the failure. Then you see the explanation and can fix the failure. Your own sandbox does not change. The next failure replaces this sandbox, unless you continue to work in it.";
pub(crate) const BREAK_IT: &str = "Break it";
pub(crate) const SCRIPT: &str = "The script";
pub(crate) const NO_SCRIPT: &str = "No button can make this failure happen.";
pub(crate) const HAPPENED: &str = "The failure happened";
pub(crate) const CURED: &str = "Fixed";
pub(crate) const CURED_ABOUT: &str =
    "The commands succeeded. In this sandbox, try again what failed before.";
pub(crate) const BACK: &str = "Back to the previous sandbox";
pub(crate) const LOOK: &str = "See the key store:";

/// A group of failures with how many of them there are.
pub(crate) fn group(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

/// Further codes of a failure.
pub(crate) fn also(codes: &[&str]) -> String {
    format!("Also {}", codes.join(", "))
}

/// The rule that a failure is, by its id.
pub(crate) fn rule(id: &str) -> String {
    format!("Rule {id}")
}

pub(crate) fn met_of(met: usize, all: usize) -> String {
    format!("You have met {met} of {all}.")
}

pub(crate) fn found(found: usize, all: usize) -> String {
    if found == all {
        format!("{all} failures")
    } else {
        format!("{found} of {all} failures")
    }
}

pub(crate) fn later(operation: &str) -> String {
    format!("{operation}, while AWS KMS is connecting")
}

/// Name of the sandbox in which a failure has happened.
pub(crate) fn sandbox(rule: &str) -> String {
    format!("Failure {rule}")
}

pub(crate) fn happened_in(sandbox: &str) -> String {
    format!("The sandbox “{sandbox}” is now open in the terminal and on all pages.")
}
