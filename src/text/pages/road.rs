//! The road: its steps, the overview and the welcome.

pub(crate) const OVERVIEW_ABOUT: &str = "A simulated AWS account in this browser. Rehearse a custom key store on CloudHSM, meet its failures, and see what each of them means.";
pub(crate) const ROAD: &str = "Steps to a key in your own HSMs";
pub(crate) const ROAD_DONE: &str = "You have a KMS key whose material is in your own HSMs.";
pub(crate) const TRY_NEXT: &str = "Try next";
/// Failures that many meet: rule, and what happens.
pub(crate) const FAILURES: &[(&str, &str)] = &[
    (
        "kms.kmsuser-missing",
        "USER_NOT_FOUND: a key store that finds no kmsuser",
    ),
    (
        "kms.kmsuser-password",
        "INVALID_CREDENTIALS: kmsuser has another password",
    ),
    (
        "keys.unavailable",
        "KMSInvalidStateException: a key whose store is disconnected",
    ),
];
pub(crate) const ALL_FAILURES: &str = "Every other failure, in the failure catalogue";
pub(crate) const OWN_STORE: &str =
    "Rehearse your own account: create a key store with your own names";
pub(crate) const NEXT: &str = "What comes next";
pub(crate) const WAIT: &str =
    "The service is at work. Let the clock run, or skip to the next event.";
pub(crate) const DONE: &str = "Done";
pub(crate) const TO_DO: &str = "To do";
pub(crate) const NOW: &str = "Next";
pub(crate) const DUE: &str = "Due next";
pub(crate) const DUE_COLUMNS: &[&str] = &["What", "Resource", "Due in"];
pub(crate) const NOTHING_DUE: &str = "Nothing is under way.";
pub(crate) const STORES_AND_CLUSTERS: &str = "In this Region";
pub(crate) const RESOURCE_COLUMNS: &[&str] = &["Resource", "Kind", "State"];
pub(crate) const NO_RESOURCES: &str = "No clusters and no key stores yet.";
pub(crate) const CLUSTER: &str = "Cluster";
pub(crate) const STORE: &str = "Custom key store";

pub(crate) const WELCOME: &str = "Where do you want to start?";
pub(crate) const WELCOME_ABOUT: &str = "A custom key store keeps the key material of AWS KMS in hardware security modules of your own. Rehearse here how to get there, and how it fails. All of it is simulated and stays in this browser: it costs nothing, reaches no AWS, and can be undone.";
pub(crate) const LOOK_UP: &str = "Or look something up";
pub(crate) const LOOK_UP_FAILURES: &str =
    "You have an error code, or want to see everything that can go wrong:";
pub(crate) const LOOK_UP_FIDELITY: &str = "What here is as in the real service, and what is not:";
pub(crate) const SKIP: &str = "Skip";
pub(crate) const START_AGAIN: &str = "Start from…";
pub(crate) const START_WARNING: &str =
    "This replaces what is in the account now. Undo brings it back.";
pub(crate) const STARTS: &[(&str, &str, &str)] = &[
    (
        "empty",
        "Empty account",
        "Every step, from the first subnet on.",
    ),
    (
        "network",
        "Network ready",
        "A VPC with private subnets. Create the cluster.",
    ),
    (
        "ready-cluster",
        "Cluster ready",
        "Two HSMs, kmsuser and customerCA.crt. Create the key store.",
    ),
    (
        "store-failed",
        "A store that fails",
        "A connection that failed. Find out why, and fix it.",
    ),
    (
        "store-connected",
        "Store connected",
        "A key store that is connected to its cluster. Create a key.",
    ),
    (
        "store-with-key",
        "Store with a key",
        "A key whose material is in the HSMs. Encrypt something, or break it.",
    ),
];
pub(crate) const PASSWORDS: &str = "In the prepared accounts the officer admin has the password adminPswd, and kmsuser has kmsPswd.";

/// An account was taken to start from.
pub(crate) fn started(name: &str) -> String {
    format!("Started from: {name}")
}

// The steps: what each is called, and why it is taken.

pub(crate) const NETWORK_STEP: (&str, &str) = (
    "Create private subnets",
    "A VPC of your own, with private subnets in at least two Availability Zones.",
);
pub(crate) const CLUSTER_STEP: (&str, &str) = (
    "Create a cluster",
    "An empty cluster in these subnets. It costs nothing yet.",
);
pub(crate) const FIRST_HSM_STEP: (&str, &str) = (
    "Create the first HSM",
    "With it comes the certificate request that you sign to take possession of the cluster.",
);
pub(crate) const INITIALIZE_STEP: (&str, &str) = (
    "Initialize the cluster",
    "Download its certificate request, sign it with a certificate authority of your own, and upload the result.",
);
pub(crate) const CLIENT_STEP: (&str, &str) = (
    "Put the client in this network",
    "The HSM tools run on the client host, and have to reach the HSMs.",
);
pub(crate) const ACTIVATE_STEP: (&str, &str) = (
    "Activate the cluster",
    "Set the password of its first officer, admin. This works in the HSM tools alone.",
);
pub(crate) const KMSUSER_STEP: (&str, &str) = (
    "Create the kmsuser",
    "The crypto user with which AWS KMS logs in, on every HSM.",
);
pub(crate) const SECOND_HSM_STEP: (&str, &str) = (
    "Create a second HSM",
    "In another Availability Zone: a key store needs two that are active.",
);
pub(crate) const STORE_STEP: (&str, &str) = (
    "Create the custom key store",
    "With this cluster, customerCA.crt and the password of kmsuser.",
);
pub(crate) const CONNECT_STEP: (&str, &str) = (
    "Connect it",
    "AWS KMS logs in to the HSMs as kmsuser and changes its password.",
);
pub(crate) const KEY_STEP: (&str, &str) = (
    "Create a key and use it",
    "A KMS key in the key store: encrypt something, and decrypt it again.",
);
