//! The page of faults and permissions.

use crate::model::Injected;

pub(crate) const ABOUT: &str = "Simulate outages and missing permissions. They apply to every call, from the page and from the terminal.";
pub(crate) const FAULTS: &str = "Faults";
pub(crate) const FAULT_COLUMNS: &[&str] = &["Fault", "State", ""];
pub(crate) const ON: &str = "On";
pub(crate) const OFF: &str = "Off";
pub(crate) const SWITCH_ON: &str = "Switch on";
pub(crate) const SWITCH_OFF: &str = "Switch off";
pub(crate) const MORE: &str = "The terminal has more faults, for one cluster or one HSM: help lab.";

pub(crate) const PERMISSIONS: &str = "Permissions";
pub(crate) const PERMISSIONS_ABOUT: &str = "You have all permissions until you remove one. Then every call that needs it fails, usually with AccessDeniedException.";
pub(crate) const PERMISSION_COLUMNS: &[&str] = &["Removed permission", ""];
pub(crate) const NOTHING_DENIED: &str = "You have all permissions.";
pub(crate) const ACTION: &str = "Action";
pub(crate) const TAKE_AWAY: &str = "Remove";
pub(crate) const GIVE_BACK: &str = "Restore";

pub(crate) const THROTTLING: &str = "Throttling";
pub(crate) const THROTTLING_ABOUT: &str = "Simulate other callers using up the request quota. Enter how many calls others make per second. You get the rest of the quota. For calls that only read, others use up the whole quota.";
pub(crate) const THROTTLED_COLUMNS: &[&str] =
    &["Throttled operation", "Calls by others per second", ""];
pub(crate) const NOTHING_COUNTED: &str = "No operation is throttled.";
pub(crate) const OPERATION: &str = "Operation";
pub(crate) const OTHERS: &str = "Calls by others per second";
pub(crate) const COUNT: &str = "Throttle";

pub(crate) fn switched(fault: &str, on: bool) -> String {
    let state = if on { ON } else { OFF };
    format!("{fault}: {state}")
}

pub(crate) fn given_back(action: &str) -> String {
    format!("You have the permission {action} again")
}

pub(crate) fn taken_away(action: &str) -> String {
    format!("You no longer have the permission {action}")
}

pub(crate) fn counted(operation: &str) -> String {
    format!("Calls of {operation} now count against its quota")
}

pub(crate) fn not_counted(operation: &str) -> String {
    format!("Calls of {operation} no longer count against its quota")
}

/// A fault that strikes whatever it meets.
pub(crate) struct Fault {
    /// Its words after `lab inject`.
    pub(crate) words: &'static str,
    pub(crate) title: &'static str,
    pub(crate) about: &'static str,
    /// Whether it is switched on.
    pub(crate) is_on: fn(&Injected) -> bool,
}

pub(crate) const ALL: &[Fault] = &[
    Fault {
        words: "network-errors",
        title: "The network fails",
        about: "Connecting a key store fails with NETWORK_ERRORS.",
        is_on: |injected| injected.network_errors,
    },
    Fault {
        words: "internal-error",
        title: "AWS KMS fails to connect",
        about: "Connecting a key store fails with INTERNAL_ERROR.",
        is_on: |injected| injected.internal_error,
    },
    Fault {
        words: "internal-error kms",
        title: "AWS KMS fails",
        about: "Every call to AWS KMS fails with KMSInternalException.",
        is_on: |injected| injected.kms_failure,
    },
    Fault {
        words: "internal-error cloudhsmv2",
        title: "AWS CloudHSM fails",
        about: "Every call to AWS CloudHSM fails with CloudHsmInternalFailureException.",
        is_on: |injected| injected.cloudhsm_failure,
    },
    Fault {
        words: "hsm-full",
        title: "The HSMs are full",
        about: "The HSMs have no space for another key. CreateKey in a key store fails.",
        is_on: |injected| injected.hsm_full,
    },
    Fault {
        words: "pkcs11-full",
        title: "All HSM sessions are in use",
        about: "The HSMs can't open another PKCS #11 session.",
        is_on: |injected| injected.pkcs11_full,
    },
];
