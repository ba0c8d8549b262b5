//! What `lab` says.

mod help;

use crate::api::Explanation;
use crate::model::{Job, Timestamp};
use crate::pki::CertificateProblem;

pub use help::{ENTRIES, Entry, HELP, help, usage};

/// There is nothing to undo.
pub const NOTHING_TO_UNDO: &str = "there is nothing to undo";
/// There is nothing to redo.
pub const NOTHING_TO_REDO: &str = "there is nothing to redo";
/// Nothing was refused so far.
pub const NOTHING_REFUSED: &str =
    "nothing was refused so far; name a key store to ask why its connection failed: lab why cks-…";
/// What no request to AWS achieves.
pub const QUOTA_STORES: &str =
    "AWS does not raise the quota of key stores; this is so in the playground only.\n";
/// The client host is nowhere.
pub const CLIENT_NOWHERE: &str = "The client host is not attached to a network. Put it into a subnet: lab client attach <subnet-id>\n";

/// What a link to an account carries.
#[must_use]
pub fn shared(link: &str) -> String {
    format!(
        "{link}\n\nPut it behind the address of a playground, in place of its own `#`. It carries every command, and the files of this host with their private keys; of passwords only hashes, from which a short one can be guessed.\n"
    )
}

/// An account that is too large for a link.
#[must_use]
pub fn too_long(length: usize) -> String {
    format!(
        "a link to this account would have {length} characters, more than mail and browsers let through ({}). `lab export`, or Export on the page, makes a file of it",
        crate::playground::LONGEST_LINK
    )
}

/// A span of time that is none.
#[must_use]
pub fn advance(span: &str) -> String {
    format!(
        "`{span}` is no span of time that the clock can move at once; say for example 90s, 20m, 2h or 7d, and at most 7300d"
    )
}

/// The clock is not moved so far.
#[must_use]
pub fn beyond(last: Timestamp) -> String {
    format!("the simulated clock is moved to {} at most", last.iso())
}

/// A word that `lab` does not know.
#[must_use]
pub fn unknown(word: &str) -> String {
    format!("there is no command `{word}`; `lab help` lists them")
}

/// A scenario that does not exist.
#[must_use]
pub fn unknown_scenario(id: &str, known: &[&str]) -> String {
    format!(
        "there is no scenario `{id}`; there are {}",
        known.join(", ")
    )
}

/// An account id that is none.
#[must_use]
pub fn bad_account(id: &str) -> String {
    format!("`{id}` is no account id; it has twelve digits, such as 444455556666")
}

/// A Region that is not simulated.
#[must_use]
pub fn unknown_region(name: &str, known: &[&String]) -> String {
    let known: Vec<&str> = known.iter().map(|name| name.as_str()).collect();
    format!(
        "Region `{name}` is not simulated; there are {}",
        known.join(", ")
    )
}

/// A subnet that does not exist.
#[must_use]
pub fn no_subnet(id: &str, region: &str) -> String {
    format!("there is no subnet `{id}` in {region}; `aws ec2 describe-subnets` lists them")
}

/// A subnet without a free address.
#[must_use]
pub fn full_subnet(id: &str) -> String {
    format!("the subnet {id} has no free address")
}

/// A security group that does not exist.
#[must_use]
pub fn no_group(id: &str, region: &str) -> String {
    format!(
        "there is no security group `{id}` in {region}; `aws ec2 describe-security-groups` lists them"
    )
}

/// A security group of another VPC.
#[must_use]
pub fn foreign_group(id: &str, subnet: &str) -> String {
    format!("the security group {id} and the subnet {subnet} are in different VPCs")
}

/// Where the client host is.
#[must_use]
pub fn client(instance: &str, subnet: &str, ip: &str, groups: &[String]) -> String {
    format!(
        "{instance} is in {subnet} with address {ip} and security groups {}\n",
        groups.join(", ")
    )
}

/// A fault that does not exist.
#[must_use]
pub fn unknown_fault(fault: &str) -> String {
    format!("there is no fault `{fault}`; `lab help` lists them")
}

/// A fault that has to be told what it strikes.
#[must_use]
pub fn fault_needs_target(fault: &str) -> String {
    format!(
        "say what it strikes: lab inject {fault} <id>, for cluster-state <cluster-id>=<STATE>, for throttle <operation>"
    )
}

/// An action that nothing here needs.
#[must_use]
pub fn unknown_action(action: &str) -> String {
    format!("no operation of this playground needs `{action}`; `aws kms help` lists operations")
}

/// A service without a raw form.
#[must_use]
pub fn no_wire(service: &str) -> String {
    format!("`{service}` does not speak the JSON protocol; kms, cloudhsmv2 and cloudtrail do")
}

/// A raw request was refused.
#[must_use]
pub fn refused(code: &str) -> String {
    format!("the request was refused ({code})")
}

/// A permission that is none.
#[must_use]
pub fn bad_action(action: &str) -> String {
    format!("`{action}` is no action; say for example kms:CreateCustomKeyStore")
}

/// A file that does not exist.
#[must_use]
pub fn no_file(name: &str) -> String {
    format!("there is no file `{name}` here; `ls` lists the files")
}

/// A file that holds no certificate request.
#[must_use]
pub fn no_request(name: &str, problem: &CertificateProblem) -> String {
    match problem {
        CertificateProblem::WrongLabel { label } => {
            format!("`{name}` holds a PEM block labelled `{label}`, not a certificate request")
        }
        _ => format!("`{name}` is no certificate request"),
    }
}

/// A key store that does not exist.
#[must_use]
pub fn no_store(id: &str, region: &str) -> String {
    format!("there is no key store `{id}` in {region}")
}

/// A key store whose connection never failed.
#[must_use]
pub fn never_failed(id: &str) -> String {
    format!("no connection of the key store {id} has failed")
}

/// A failure that no command cures.
#[must_use]
pub fn no_fix(explanation: &Explanation) -> String {
    format!("no command cures this. {}", explanation.todo)
}

/// Values that the reader has to give first.
#[must_use]
pub fn open_holes(names: &[String]) -> String {
    let lines: Vec<String> = names.iter().map(|name| format!("{name}=…")).collect();
    format!("set what is needed first: {}", lines.join("  "))
}

/// A bug of ours.
#[must_use]
pub fn bug(text: &str) -> String {
    format!("a fault of this playground, nothing was changed: {text}")
}

/// A bug of ours, as a line of its own.
#[must_use]
pub fn bug_line(text: &str) -> String {
    format!("playground: {}\n", bug(text))
}

/// A file is offered to the reader's own computer.
pub const DOWNLOAD: &str = "The button below this line saves the file on your computer.\n";

/// A root certificate lies among the reader's files.
#[must_use]
pub fn root(name: &str) -> String {
    format!("{name}: made up like everything here; nothing real trusts it\n")
}

/// A target that does not exist.
#[must_use]
pub fn no_target(fault: &str, target: &str, region: &str) -> String {
    if fault == "throttle" {
        return format!(
            "no rate is documented for `{target}`, or it is none of AWS KMS; say for example CreateKey, or Encrypt=1799 for what is computed in key stores"
        );
    }
    format!(
        "`{target}` is no target of {fault} in {region}; `aws cloudhsmv2 describe-clusters` lists clusters and HSMs, and a state is one of the service's own, such as DEGRADED"
    )
}

/// The prompt of a second terminal, where a script is typed in two.
#[must_use]
pub fn second_terminal(prompt: &str) -> String {
    format!("(second terminal) {prompt}")
}

/// What a job does, in a phrase.
#[must_use]
pub fn job(job: &Job) -> &'static str {
    match job {
        Job::ClusterCreated { .. } => "cluster is created",
        Job::HsmSnapshot { .. } => "joining HSM copies the users",
        Job::HsmCreated { .. } => "HSM becomes active",
        Job::HsmDeleted { .. } => "deleted HSM is no longer listed",
        Job::ClusterInitialized { .. } => "cluster is initialized",
        Job::ClusterActivated { .. } => "service notices the activation",
        Job::ClusterModified { .. } => "cluster has its new HSM type",
        Job::ClusterDeleted { .. } => "cluster is deleted",
        Job::ClusterForgotten { .. } => "deleted cluster is no longer listed",
        Job::BackupCreated { .. } => "backup becomes ready",
        Job::DailyBackup { .. } => "daily backup",
        Job::BackupRetention { .. } => "purge of old backups",
        Job::BackupDeleted { .. } => "backup is gone for good",
        Job::StoreConnected { .. } => "connection attempt ends",
        Job::StoreDisconnected { .. } => "key store is disconnected",
        Job::KeyDeleted { .. } => "key is gone for good",
    }
}

/// An explanation as the terminal prints it.
#[must_use]
pub fn explain(code: Option<&str>, explanation: &Explanation) -> String {
    let mut text = String::new();
    if let Some(code) = code {
        text += &format!("{code}\n\n");
    }
    text += &format!(
        "What   {}\nWhy    {}\nDo     {}\n",
        explanation.what, explanation.why, explanation.todo
    );
    for (title, url) in &explanation.docs {
        text += &format!("Read   {title}: {url}\n");
    }
    for (index, line) in explanation.fix.iter().enumerate() {
        text += &format!("{}  {line}\n", if index == 0 { "Fix  " } else { "     " });
    }
    text += &format!(
        "Rule   {} ({}{})\n",
        explanation.rule_id,
        explanation.origin,
        if explanation.our_wording {
            "; the wording of the message is ours"
        } else {
            ""
        }
    );
    text
}
