//! The failure catalogue.

pub(crate) const ABOUT: &str = "Every way in which a command, a form or a connection is refused here: what raises it, what it means, where that is documented. Each can be made to happen.";
pub(crate) const MET_SO_FAR: &str = "Failures you have met";
pub(crate) const MET_ABOUT: &str = "You have met a failure when its explanation was shown to you. This browser remembers which; nobody else learns of it.";
pub(crate) const LIST: &str = "Failures";
pub(crate) const COLUMNS: &[&str] = &["Failure", "Mark", "Met"];
pub(crate) const FIND: &str = "Find";
pub(crate) const FIND_HINT: &str =
    "An error code, an operation, some words, or a whole error message as it was printed.";
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
pub(crate) const NO_MATCH: &str = "No failure fits all of that.";

pub(crate) const MEANING: &str = "What it means";
pub(crate) const RAISED: &str = "Who raises it";
pub(crate) const RAISED_COLUMNS: &[&str] = &["Service", "Operation", "Code", "Kind"];
pub(crate) const EXCEPTION: &str = "error";
pub(crate) const CONNECTION_ERROR: &str = "connection error code of the key store";
pub(crate) const HSM_REFUSAL: &str = "refusal inside the HSM tools";
pub(crate) const EVERY: &str = "every operation";
pub(crate) const MESSAGE: &str = "Message";
pub(crate) const NO_MESSAGE: &str = "none";
pub(crate) const NO_MESSAGE_OF_CONNECTION: &str =
    "none: describe-custom-key-stores shows the code and no more";
pub(crate) const THEIR_WORDING: &str = "As the service or the tool prints it.";
pub(crate) const BREAK: &str = "See it happen";
pub(crate) const BREAK_ABOUT: &str = "Opens a new sandbox and types the commands of the script there, the last of which fails. Then it is explained, and can be fixed. Your sandbox stays as it is. The next failure takes the place of this one, unless you go on in its sandbox: then it stays too.";
pub(crate) const BREAK_IT: &str = "Break it";
pub(crate) const SCRIPT: &str = "The script";
pub(crate) const NO_SCRIPT: &str = "No button brings this one about.";
pub(crate) const HAPPENED: &str = "It has just happened";
pub(crate) const CURED: &str = "Fixed";
pub(crate) const CURED_ABOUT: &str =
    "The commands went well. Try in this sandbox what was refused before.";
pub(crate) const BACK: &str = "Back to the sandbox before";
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
    format!("{operation}, while the connection is being made")
}

/// Name of the sandbox in which a failure has happened.
pub(crate) fn sandbox(rule: &str) -> String {
    format!("Failure {rule}")
}

pub(crate) fn happened_in(sandbox: &str) -> String {
    format!("The sandbox “{sandbox}” is open now, for the terminal and for all pages.")
}
