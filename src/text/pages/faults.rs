//! The page of faults and permissions.

use crate::model::Injected;

pub(crate) const ABOUT: &str = "What no console of AWS can do: have the world around you fail, and take your own permissions away. What is switched on here strikes every call, whether clicked or typed.";
pub(crate) const FAULTS: &str = "Faults";
pub(crate) const FAULT_COLUMNS: &[&str] = &["Fault", "State", ""];
pub(crate) const ON: &str = "On";
pub(crate) const OFF: &str = "Off";
pub(crate) const SWITCH_ON: &str = "Switch on";
pub(crate) const SWITCH_OFF: &str = "Switch off";
pub(crate) const MORE: &str = "The terminal has more that strike one cluster or one HSM: help lab.";

pub(crate) const PERMISSIONS: &str = "Permissions";
pub(crate) const PERMISSIONS_ABOUT: &str = "You may do everything until you take a permission away. A call that needs it is refused then, with AccessDeniedException or what the service says instead.";
pub(crate) const PERMISSION_COLUMNS: &[&str] = &["Taken away", ""];
pub(crate) const NOTHING_DENIED: &str = "Nothing is taken away.";
pub(crate) const ACTION: &str = "Action";
pub(crate) const TAKE_AWAY: &str = "Take away";
pub(crate) const GIVE_BACK: &str = "Give back";

pub(crate) const THROTTLING: &str = "Throttling";
pub(crate) const THROTTLING_ABOUT: &str = "Calls are not counted until you have them counted. Say how many of them others make in every second: what is left of the rate of AWS KMS is yours. Calls that only look leave no trace to count, so of their rate others take all there is.";
pub(crate) const THROTTLED_COLUMNS: &[&str] = &["Counted", "Calls of others a second", ""];
pub(crate) const NOTHING_COUNTED: &str = "Nothing is counted.";
pub(crate) const OPERATION: &str = "Operation";
pub(crate) const OTHERS: &str = "Calls of others a second";
pub(crate) const COUNT: &str = "Count them";

pub(crate) fn switched(fault: &str, on: bool) -> String {
    let state = if on { ON } else { OFF };
    format!("{fault}: {state}")
}

pub(crate) fn given_back(action: &str) -> String {
    format!("You may call {action} again")
}

pub(crate) fn taken_away(action: &str) -> String {
    format!("You may no longer call {action}")
}

pub(crate) fn counted(operation: &str) -> String {
    format!("Calls of {operation} count against its quota")
}

pub(crate) fn not_counted(operation: &str) -> String {
    format!("Calls of {operation} are not counted any more")
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
        about: "A key store that connects ends in FAILED with NETWORK_ERRORS.",
        is_on: |injected| injected.network_errors,
    },
    Fault {
        words: "internal-error",
        title: "AWS KMS fails inside",
        about: "A key store that connects ends in FAILED with INTERNAL_ERROR.",
        is_on: |injected| injected.internal_error,
    },
    Fault {
        words: "internal-error kms",
        title: "AWS KMS fails altogether",
        about: "Every call of AWS KMS is refused with KMSInternalException.",
        is_on: |injected| injected.kms_failure,
    },
    Fault {
        words: "internal-error cloudhsmv2",
        title: "CloudHSM fails inside",
        about: "Every call of CloudHSM is refused with CloudHsmInternalFailureException.",
        is_on: |injected| injected.cloudhsm_failure,
    },
    Fault {
        words: "hsm-full",
        title: "The HSMs are full",
        about: "They take no further key, so CreateKey in a key store fails.",
        is_on: |injected| injected.hsm_full,
    },
    Fault {
        words: "pkcs11-full",
        title: "No session is free",
        about: "The HSMs open no further PKCS #11 session.",
        is_on: |injected| injected.pkcs11_full,
    },
];
