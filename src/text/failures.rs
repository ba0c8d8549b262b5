//! What is said of failures as such: where a rule comes from, and why one cannot be broken at the press of a button.

use crate::rules::Origin;

/// Every mark that a rule may bear.
pub const ORIGINS: [Origin; 4] = [
    Origin::Documented,
    Origin::ServiceModel,
    Origin::Observed,
    Origin::Ours,
];

/// The mark of a rule in a word, and what it means.
#[must_use]
pub fn origin(origin: Origin) -> (&'static str, &'static str) {
    match origin {
        Origin::Documented => (
            "documented",
            "A guide or an API reference of AWS states the condition and the code.",
        ),
        Origin::ServiceModel => (
            "service model",
            "The public model of the service lists the code for this operation, or states the constraint.",
        ),
        Origin::Observed => (
            "observed",
            "People who met it in the real service have published what they saw.",
        ),
        Origin::Ours => (
            "ours",
            "The condition is documented or obvious, but not what it raises: the code is our best guess.",
        ),
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
            "The command line signs every request, and for the right service; only a request that a program wrote can lack that.",
        ),
        "ec2.rules-per-group" => Some("It takes 61 rules of one security group."),
        "ec2.tags-count" => Some("It takes 51 tags of one resource."),
        "hsm.users-full" => Some("It takes 1,022 users more than a cluster has at first."),
        _ => None,
    }
}
