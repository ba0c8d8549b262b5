//! What is said of failures as such: where a rule comes from, and why one cannot be broken at the press of a button.

// Where a rule comes from: the mark that it bears, in a word, and what the mark means.

/// A guide says it.
pub const DOCUMENTED: (&str, &str) = (
    "documented",
    "A guide or an API reference of AWS states the condition and the code.",
);
/// The service model says it.
pub const SERVICE_MODEL: (&str, &str) = (
    "service model",
    "The public model of the service lists the code for this operation, or states the constraint.",
);
/// Others have seen it.
pub const OBSERVED: (&str, &str) = (
    "observed",
    "People who met it in the real service have published what they saw.",
);
/// It is our best guess.
pub const OURS: (&str, &str) = (
    "ours",
    "The condition is documented or obvious, but not what it raises: the code is our best guess.",
);

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
            "The command line signs every request, and for the right service; only a request that a program wrote can lack that.",
        ),
        "ec2.rules-per-group" => Some("It takes 61 rules of one security group."),
        "ec2.tags-count" => Some("It takes 51 tags of one resource."),
        "hsm.users-full" => Some("It takes 1,022 users more than a cluster has at first."),
        _ => None,
    }
}
