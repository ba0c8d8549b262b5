//! What `lab` says.

mod help;

use crate::model::{Job, Timestamp};
use crate::pki::CertificateProblem;

pub use help::{ENTRIES, Entry, HELP, help, usage};

/// There is nothing to undo.
pub const NOTHING_TO_UNDO: &str = "there is nothing to undo";
/// There is nothing to redo.
pub const NOTHING_TO_REDO: &str = "there is nothing to redo";
/// Nothing was refused so far.
pub const NOTHING_REFUSED: &str =
    "no call was refused yet. To see why a key store failed to connect, name it: lab why cks-…";
/// A quota that AWS does not raise.
pub const QUOTA_STORES: &str =
    "AWS does not raise the quota of key stores. Only the playground does.\n";
/// The client host is not attached to a network.
pub const CLIENT_NOWHERE: &str = "The client host is not attached to a network. Attach it to a subnet: lab client attach <subnet-id>\n";

/// What a link to an account carries.
#[must_use]
pub fn shared(link: &str) -> String {
    format!(
        "{link}\n\nAdd this to the address of a playground, in place of what follows its `#`. The link contains every command and all files of this host, including private keys. It contains passwords only as hashes, but a short password can be guessed.\n"
    )
}

/// An account that is too large to be printed.
#[must_use]
pub fn export_too_long(size: usize, most: usize) -> String {
    format!(
        "the account has at least {} KiB as text, and `lab export` can print {} KiB. Use Export on the page instead.",
        size >> 10,
        most >> 10
    )
}

/// An account that is too large for a link.
#[must_use]
pub fn too_long(length: usize, most: usize) -> String {
    format!(
        "a link to this account would have about {length} characters. Mail programs and browsers allow {most}. Use `lab export` or Export on the page instead"
    )
}

/// A duration that is not valid.
#[must_use]
pub fn advance(span: &str) -> String {
    format!("`{span}` is not a valid duration. Give for example 90s, 20m, 2h or 7d, at most 7300d")
}

/// The clock is not moved so far.
#[must_use]
pub fn beyond(last: Timestamp) -> String {
    format!("the simulated clock is moved to {} at most", last.iso())
}

/// A word that `lab` does not know.
#[must_use]
pub fn unknown(word: &str) -> String {
    format!("there is no command `{word}`. `lab help` lists the commands")
}

/// A scenario that does not exist.
#[must_use]
pub fn unknown_scenario(id: &str, known: &[&str]) -> String {
    format!(
        "there is no scenario `{id}`. Use one of: {}",
        known.join(", ")
    )
}

/// An account id that is not valid.
#[must_use]
pub fn bad_account(id: &str) -> String {
    format!("`{id}` is not an account ID. Give twelve digits, such as 444455556666")
}

/// A Region that is not simulated.
#[must_use]
pub fn unknown_region(name: &str, known: &[&String]) -> String {
    let known: Vec<&str> = known.iter().map(|name| name.as_str()).collect();
    format!(
        "the Region `{name}` is not simulated. Use one of: {}",
        known.join(", ")
    )
}

/// A subnet that does not exist.
#[must_use]
pub fn no_subnet(id: &str, region: &str) -> String {
    format!("there is no subnet `{id}` in {region}. `aws ec2 describe-subnets` lists the subnets")
}

/// A subnet without a free address.
#[must_use]
pub fn full_subnet(id: &str) -> String {
    format!("the subnet {id} has no free IP address")
}

/// A security group that does not exist.
#[must_use]
pub fn no_group(id: &str, region: &str) -> String {
    format!(
        "there is no security group `{id}` in {region}. `aws ec2 describe-security-groups` lists the security groups"
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
        "{instance} is in {subnet} with the IP address {ip} and the security groups {}\n",
        groups.join(", ")
    )
}

/// A fault that does not exist.
#[must_use]
pub fn unknown_fault(fault: &str) -> String {
    format!("there is no fault `{fault}`. `lab help inject` lists the faults")
}

/// A fault that needs a target.
#[must_use]
pub fn fault_needs_target(fault: &str) -> String {
    format!(
        "name the target: lab inject {fault} <id>. For cluster-state it is <cluster-id>=<STATE>, for throttle it is <operation>"
    )
}

/// An action that no operation here needs.
#[must_use]
pub fn unknown_action(action: &str) -> String {
    format!(
        "no operation of this playground needs the permission `{action}`. `aws kms help` lists operations"
    )
}

/// A service without a raw form.
#[must_use]
pub fn no_wire(service: &str) -> String {
    format!("`{service}` does not use the JSON protocol. Use kms, cloudhsmv2 or cloudtrail")
}

/// A raw request was refused.
#[must_use]
pub fn refused(code: &str) -> String {
    format!("the request was refused ({code})")
}

/// A permission that is not valid.
#[must_use]
pub fn bad_action(action: &str) -> String {
    format!("`{action}` is not an action. Give for example kms:CreateCustomKeyStore")
}

/// A file that does not exist.
#[must_use]
pub fn no_file(name: &str) -> String {
    format!("there is no file `{name}` here. `ls` lists the files")
}

/// A file without a certificate request.
#[must_use]
pub fn no_request(name: &str, problem: &CertificateProblem) -> String {
    match problem {
        CertificateProblem::WrongLabel { label } => {
            format!("`{name}` contains a PEM block labeled `{label}`, not a certificate request")
        }
        _ => format!("`{name}` is not a certificate request"),
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
    format!("the key store {id} never failed to connect")
}

/// A failure that no command fixes.
#[must_use]
pub fn no_fix(todo: &str) -> String {
    format!("no command fixes this. {todo}")
}

/// Values that the reader must set first.
#[must_use]
pub fn open_holes(names: &[String]) -> String {
    let lines: Vec<String> = names.iter().map(|name| format!("{name}=…")).collect();
    format!("set these values first: {}", lines.join("  "))
}

/// A bug of ours.
#[must_use]
pub fn bug(text: &str) -> String {
    format!("this is a bug of the playground. Nothing was changed. {text}")
}

/// A bug of ours, as a line of its own.
#[must_use]
pub fn bug_line(text: &str) -> String {
    format!("playground: {}\n", bug(text))
}

/// A file is offered for download.
pub const DOWNLOAD: &str = "The button below this line saves the file on your computer.\n";

/// A root certificate was saved among the reader's files.
#[must_use]
pub fn root(name: &str) -> String {
    format!("{name}: created for this simulation. No real system trusts it.\n")
}

/// A target that does not exist.
#[must_use]
pub fn no_target(fault: &str, target: &str, region: &str) -> String {
    if fault == "throttle" {
        return format!(
            "`{target}` is not an operation of AWS KMS with a documented rate. Give for example CreateKey, or Encrypt=1799 for the load on key stores"
        );
    }
    format!(
        "`{target}` is not a target of {fault} in {region}. `aws cloudhsmv2 describe-clusters` lists clusters and HSMs. A state must be one of AWS CloudHSM, such as DEGRADED"
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
        Job::HsmSnapshot { .. } => "new HSM copies the users",
        Job::HsmCreated { .. } => "HSM becomes ACTIVE",
        Job::HsmDeleted { .. } => "deleted HSM disappears from the list",
        Job::ClusterInitialized { .. } => "cluster becomes INITIALIZED",
        Job::ClusterActivated { .. } => "AWS CloudHSM notices the activation",
        Job::ClusterModified { .. } => "cluster gets its new HSM type",
        Job::ClusterDeleted { .. } => "cluster is deleted",
        Job::ClusterForgotten { .. } => "deleted cluster disappears from the list",
        Job::BackupCreated { .. } => "backup becomes READY",
        Job::DailyBackup { .. } => "daily backup",
        Job::BackupRetention { .. } => "old backups are deleted",
        Job::BackupDeleted { .. } => "backup is permanently deleted",
        Job::StoreConnected { .. } => "result of the connection attempt",
        Job::StoreDisconnected { .. } => "key store becomes DISCONNECTED",
        Job::KeyDeleted { .. } => "key is permanently deleted",
    }
}

/// What stands behind the source of a rule whose message AWS does not publish.
pub const OUR_WORDING: &str = "; AWS does not publish the message, so its wording is ours";
