//! Words of the rules of service-linked roles.

use crate::text::Words;
use crate::text::words::ours;

/// The words.
pub const RULES: &[Words] = &[
    Words {
        rule: "iam.role-exists",
        message: "The role with name {role} cannot be found.",
        ours: false,
        what: "The account has no role named {role}.",
        why: "The first call that needs a service-linked role creates it. The first cluster creates the role of AWS CloudHSM. The first custom key store creates the role of AWS KMS. Other roles are not simulated here.",
        todo: "Create a cluster or a key store, or create the role by hand.",
    },
    Words {
        rule: "iam.role-taken",
        message: "Service role name {role} has been taken in this account, please try a different suffix.",
        ours: false,
        what: "The account already has the role {role}.",
        why: "A service has one service-linked role per account. The first cluster, the first key store, or somebody by hand created it.",
        todo: "You don't need to do anything. The role works for every user of the account.",
    },
    Words {
        rule: "iam.custom-suffix",
        message: "Custom suffix is not allowed for {service}",
        ours: false,
        what: "The role of {service} has a fixed name. You can't add the suffix {suffix}.",
        why: "The service finds its role by this name.",
        todo: "Leave out the suffix.",
    },
    ours(
        "iam.linked-service",
        "The service {service} has no service-linked role.",
        "The role of {service} is not simulated here. Use one of: {known}.",
        "Clusters need the role of AWS CloudHSM. Custom key stores need the role of AWS KMS.",
        "Give one of these services.",
    ),
];
