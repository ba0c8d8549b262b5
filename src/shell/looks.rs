//! Lines that only look: what is offered where nothing but the reader's choice cures a refusal.

use super::aws::names::kebab;
use crate::api;

/// Whether lines show something and change nothing. Such lines are no fix, whoever offers them.
#[must_use]
pub fn only_look(lines: &[String]) -> bool {
    let mut looks = false;
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        if line.starts_with("read -s ") {
            // What is given to it is typed in the line that follows.
            lines.next();
        } else if shows(line) {
            looks = true;
        } else if !leads_there(line) {
            return false;
        }
    }
    looks
}

/// Whether a line shows something and changes nothing.
fn shows(line: &str) -> bool {
    let mut words = line.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some("aws"), Some(service), Some(name)) => api::operations().any(|operation| {
            operation.service.word() == service
                && !operation.writes()
                && kebab(operation.name) == name
        }),
        (Some("listUsers"), None, None) => true,
        _ => false,
    }
}

/// Whether a line starts the HSM tool, logs in or out there, or leaves it.
fn leads_there(line: &str) -> bool {
    matches!(line, "quit" | "exit" | "logoutHSM")
        || line.starts_with("loginHSM ")
        || line.starts_with("/opt/cloudhsm/bin/cloudhsm_mgmt_util ")
}

#[cfg(test)]
mod tests {
    use super::only_look;

    #[test]
    fn what_changes_nothing_only_looks() {
        let looks = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            only_look(&lines)
        };
        assert!(looks(&["aws kms describe-custom-key-stores --output text"]));
        assert!(looks(&[
            "read -s ADMIN_PASSWORD",
            "aPswd77",
            "exit",
            "listUsers"
        ]));
        assert!(!looks(&["aws kms create-key"]));
        assert!(!looks(&["aws kms list-keys", "lab settle"]));
        assert!(!looks(&["loginHSM CO admin \"$ADMIN_PASSWORD\""]));
        assert!(!looks(&[]));
    }
}
