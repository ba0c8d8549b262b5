//! Words about all failures: where a rule comes from, and why no button breaks it.

// Where a rule comes from: the mark that it bears, in a word, and what the mark means.

/// A guide says it.
pub const DOCUMENTED: (&str, &str) = (
    "documented",
    "An AWS guide or API reference states the condition and the error code.",
);
/// The service model says it.
pub const SERVICE_MODEL: (&str, &str) = (
    "service model",
    "The public service model lists the error code for this operation, or states the constraint.",
);
/// Others have seen it.
pub const OBSERVED: (&str, &str) = (
    "observed",
    "Somebody saw this failure in the real service and published it.",
);
/// It is our best guess.
pub const OURS: (&str, &str) = (
    "guessed",
    "The condition is documented or obvious. The playground guesses the error code.",
);

/// Connecting.
pub const CONNECT: &str = "Connect a key store";
/// Creating and managing.
pub const CREATE: &str = "Create and manage key stores, clusters, and backups";
/// Using keys.
pub const USE: &str = "Use and manage keys";
/// HSMs.
pub const HSM: &str = "HSMs and their users";
/// The network.
pub const NETWORK: &str = "Network";
/// Certificates.
pub const CERTIFICATES: &str = "Certificates of a cluster";
/// The command line.
pub const COMMAND_LINE: &str = "Command line";
/// Requests of any kind.
pub const REQUEST: &str = "Every request";

/// A failure by the code that it shows, if it shows one, and its title.
#[must_use]
pub fn heading(code: Option<&str>, title: &str) -> String {
    match code {
        Some(code) => format!("{code}: {title}"),
        None => title.to_owned(),
    }
}

/// The name of a service by its word; empty for an unknown one.
#[must_use]
pub fn service(word: &str) -> &'static str {
    match word {
        "kms" => "AWS KMS",
        "cloudhsmv2" => "AWS CloudHSM",
        "ec2" => "Amazon EC2",
        "iam" => "AWS IAM",
        "sts" => "AWS STS",
        "cloudtrail" => "AWS CloudTrail",
        "hsm" => "HSM tools",
        _ => "",
    }
}

/// Why no script breaks a rule, where none does.
#[must_use]
pub fn unbreakable(rule: &str) -> Option<&'static str> {
    match rule {
        "request.scope" | "request.unsigned" => Some(
            "The command line signs every request for the right service. Only your own program can send such a request.",
        ),
        "ec2.rules-per-group" => Some("It takes 61 rules in one security group."),
        "ec2.tags-count" => Some("It takes 51 tags on one resource."),
        "hsm.users-full" => Some("It takes 1,022 more users than a new cluster has."),
        _ => None,
    }
}
