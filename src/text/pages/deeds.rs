//! What a command did, in words, as undo names it.

pub(crate) const TOOL_STARTED: &str = "start cloudhsm_mgmt_util";
pub(crate) const TOOL_ENDED: &str = "quit cloudhsm_mgmt_util";
pub(crate) const ENCRYPTION_SET_UP: &str = "enable_e2e";
pub(crate) const LOGGED_OUT: &str = "logoutHSM";
pub(crate) const DREW: &str = "random bytes for a program";
pub(crate) const CLIENT_STARTED: &str = "start the CloudHSM client";
pub(crate) const CLIENT_STOPPED: &str = "stop the CloudHSM client";
pub(crate) const SETTLED: &str = "wait until everything is finished";

/// Words of operation names that are written in capitals.
const CAPITALS: &[&str] = &["Hsm", "Vpc", "Acl"];

/// An AWS call: its name as words, and what it was about.
pub(crate) fn operation(name: &str, resource: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let starts = name
        .char_indices()
        .filter_map(|(at, letter)| letter.is_uppercase().then_some(at));
    let starts: Vec<usize> = starts.chain([name.len()]).collect();
    for pair in starts.windows(2) {
        let word = name.get(pair[0]..pair[1]).unwrap_or_default();
        words.push(if CAPITALS.contains(&word) {
            word.to_ascii_uppercase()
        } else {
            word.to_ascii_lowercase()
        });
    }
    if !resource.is_empty() {
        words.push(resource.to_owned());
    }
    words.join(" ")
}

/// A command of cloudhsm_mgmt_util, and its user.
pub(crate) fn tool(word: &str, user: &str) -> String {
    format!("{word} {user}").trim_end().to_owned()
}

pub(crate) fn rolled_back(user: &str) -> String {
    format!("restore the HSM user {user}")
}

pub(crate) fn wrote(path: &str) -> String {
    format!("write the file {path}")
}

pub(crate) fn removed(path: &str) -> String {
    format!("delete the file {path}")
}

pub(crate) fn attached(subnet: &str) -> String {
    format!("attach the client host to {subnet}")
}

pub(crate) fn signed(certificate: &str) -> String {
    format!("sign the certificate {certificate}")
}

pub(crate) fn advanced(length: &str) -> String {
    format!("move the clock forward by {length}")
}

pub(crate) fn fault(fault: &str, on: bool) -> String {
    let action = if on { "simulate" } else { "end" };
    format!("{action} the fault {fault}")
}

pub(crate) fn permission(action: &str, denied: bool) -> String {
    let verb = if denied { "deny" } else { "allow" };
    format!("{verb} {action}")
}

pub(crate) fn quota(name: &str, count: usize) -> String {
    format!("set the quota of {name} to {count}")
}

pub(crate) fn account(id: &str) -> String {
    format!("switch to the account {id}")
}

pub(crate) fn scenario(id: &str) -> String {
    format!("load the scenario {id}")
}
