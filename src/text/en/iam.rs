//! Words of the rules of service-linked roles.

use crate::text::Words;
use crate::text::words::ours;

/// The words.
pub const RULES: &[Words] = &[
    Words {
        rule: "iam.role-exists",
        message: "The role with name {role} cannot be found.",
        ours: false,
        what: "The account has no role {role}.",
        why: "A service-linked role is made by the first call that needs it: that of AWS CloudHSM by the first cluster, that of AWS KMS by the first custom key store. Other roles are not simulated here.",
        todo: "Make a cluster or a key store, or make the role by hand.",
    },
    Words {
        rule: "iam.role-taken",
        message: "Service role name {role} has been taken in this account, please try a different suffix.",
        ours: false,
        what: "The account has the role {role} already.",
        why: "A service has one role in an account. The first cluster, or the first key store, has made it, or somebody did by hand.",
        todo: "Nothing is left to do: the role serves every user of the account.",
    },
    Words {
        rule: "iam.custom-suffix",
        message: "Custom suffix is not allowed for {service}",
        ours: false,
        what: "The role of {service} has a name of its own; the suffix {suffix} cannot be added.",
        why: "The service looks for its role by that name.",
        todo: "Leave the suffix away.",
    },
    ours(
        "iam.linked-service",
        "The service {service} has no service-linked role.",
        "{service} is none of the services whose role is simulated here: {known}.",
        "Clusters need the role of AWS CloudHSM, custom key stores that of AWS KMS.",
        "Name one of these services.",
    ),
];
