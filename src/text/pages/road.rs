//! The road: its steps, the overview and the welcome.

pub(crate) const OVERVIEW_ABOUT: &str = "A simulated AWS account in this browser. Create a custom key store in AWS CloudHSM, see how it can fail, and learn what each failure means.";
pub(crate) const ROAD: &str = "Steps to a key in your own HSMs";
pub(crate) const ROAD_DONE: &str = "You have a KMS key whose key material is in your own HSMs.";
pub(crate) const TRY_NEXT: &str = "Try next";
/// Failures that many meet: rule, and what happens.
pub(crate) const FAILURES: &[(&str, &str)] = &[
    (
        "kms.kmsuser-missing",
        "USER_NOT_FOUND: kmsuser is missing on an HSM",
    ),
    (
        "kms.kmsuser-password",
        "INVALID_CREDENTIALS: kmsuser has another password",
    ),
    (
        "keys.unavailable",
        "KMSInvalidStateException: the key store of a key is disconnected",
    ),
];
pub(crate) const ALL_FAILURES: &str = "All failures, in the failure catalogue";
pub(crate) const OWN_NAMES: &str = "Practice for your own account: take every step again in an empty sandbox, with your own names.";
pub(crate) const OWN_SANDBOX: &str = "Practice with my own names";
pub(crate) const START_OWN: &str = "Open an empty sandbox";
pub(crate) const NEXT: &str = "Next step";
pub(crate) const THEN: &str = "Then: ";
pub(crate) const DONE: &str = "Done";
pub(crate) const TO_DO: &str = "To do";
pub(crate) const NOW: &str = "Next";
/// A step that AWS is working on.
pub(crate) const BUSY: &str = "In progress";
pub(crate) const DUE: &str = "What happens next";
pub(crate) const DUE_COLUMNS: &[&str] = &["What", "Resource", "Due in"];
pub(crate) const NOTHING_DUE: &str = "Nothing is scheduled.";
pub(crate) const STORES_AND_CLUSTERS: &str = "In this Region";
pub(crate) const RESOURCE_COLUMNS: &[&str] = &["Resource", "Kind", "State"];
pub(crate) const NO_RESOURCES: &str = "You have no clusters and no key stores yet.";
pub(crate) const CLUSTER: &str = "Cluster";
pub(crate) const STORE: &str = "Custom key store";

pub(crate) const WELCOME: &str = "Where do you want to start?";
pub(crate) const WELCOME_ABOUT: &str = "A custom key store keeps the key material of AWS KMS in your own hardware security modules (HSMs). Here you can practice how to create one, and see how it can fail. Everything is simulated in this browser. It costs nothing, never reaches AWS, and you can undo every step.";
pub(crate) const LOOK_UP: &str = "Or look something up";
pub(crate) const LOOK_UP_FAILURES: &str =
    "Look up an error code, or see everything that can go wrong:";
pub(crate) const LOOK_UP_FIDELITY: &str =
    "See what is like the real service, and what is different:";
pub(crate) const SKIP: &str = "Skip to the overview";
pub(crate) const START_AGAIN: &str = "Start from…";
pub(crate) const START_WARNING: &str = "This replaces everything in your account. You can undo it.";
pub(crate) const STARTS: &[(&str, &str, &str)] = &[
    (
        "empty",
        "Empty account",
        "Every step, from the first subnet on.",
    ),
    (
        "network",
        "Network ready",
        "A VPC with private subnets. Next, create the cluster.",
    ),
    (
        "ready-cluster",
        "Cluster ready",
        "A cluster with two HSMs, kmsuser, and customerCA.crt. Next, create the key store.",
    ),
    (
        "store-failed",
        "A store that fails",
        "A key store that failed to connect. Find out why, and fix it.",
    ),
    (
        "store-connected",
        "Store connected",
        "A key store that is connected to its cluster. Create a key.",
    ),
    (
        "store-with-key",
        "Store with a key",
        "A key whose key material is in the HSMs. Encrypt something, or make it fail.",
    ),
];
pub(crate) const PASSWORDS: &str = "In the prepared accounts, the crypto officer (CO) admin has the password adminPswd. The crypto user (CU) kmsuser has the password kmsPswd.";

pub(crate) const CLUSTER_DOING: &str = "The cluster is being created";
pub(crate) const HSM_DOING: &str = "The HSM is being created";
pub(crate) const INITIALIZE_DOING: &str = "AWS is initializing the cluster";
pub(crate) const CONNECT_DOING: &str = "AWS KMS is connecting the key store";

/// AWS is doing something, and the result is there after that time.
pub(crate) fn doing(what: &str, length: &str) -> String {
    format!("{what} (ready in {length}).")
}

/// An account was taken to start from.
pub(crate) fn started(name: &str) -> String {
    format!("Started from: {name}")
}

// The steps: what each is called, and why it is taken.

pub(crate) const NETWORK_STEP: (&str, &str) = (
    "Create private subnets",
    "Create a VPC with private subnets in at least two Availability Zones.",
);
pub(crate) const CLUSTER_STEP: (&str, &str) = (
    "Create a cluster",
    "Create an empty cluster in these subnets. You pay only for HSMs.",
);
pub(crate) const FIRST_HSM_STEP: (&str, &str) = (
    "Create the first HSM",
    "The first HSM creates the certificate request (CSR). You sign it to claim the cluster.",
);
pub(crate) const INITIALIZE_STEP: (&str, &str) = (
    "Initialize the cluster",
    "Download the certificate request (CSR), sign it with your own certificate authority, and upload the certificates.",
);
pub(crate) const CLIENT_STEP: (&str, &str) = (
    "Attach the client host",
    "The HSM tools run on the client host. It must be in the network of the HSMs.",
);
pub(crate) const ACTIVATE_STEP: (&str, &str) = (
    "Activate the cluster",
    "Change the password of admin, its first crypto officer (CO). Only the HSM tools can do this.",
);
pub(crate) const KMSUSER_STEP: (&str, &str) = (
    "Create the kmsuser",
    "AWS KMS logs in to every HSM as this crypto user (CU).",
);
pub(crate) const SECOND_HSM_STEP: (&str, &str) = (
    "Create a second HSM",
    "Create it in another Availability Zone. A key store needs two active HSMs.",
);
pub(crate) const STORE_STEP: (&str, &str) = (
    "Create the custom key store",
    "Use this cluster, its customerCA.crt, and the password of kmsuser.",
);
pub(crate) const CONNECT_STEP: (&str, &str) = (
    "Connect the key store",
    "AWS KMS logs in to the HSMs as kmsuser and changes its password.",
);
pub(crate) const KEY_STEP: (&str, &str) = (
    "Create a key and use it",
    "Create a KMS key in the key store. Encrypt something and decrypt it again.",
);
