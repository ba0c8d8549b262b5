//! Pages of the Key Management Service.

pub(crate) const STORES_ABOUT: &str = "A custom key store keeps the key material of its KMS keys in the HSMs of an AWS CloudHSM cluster that you own.";
pub(crate) const STORE_COLUMNS: &[&str] = &[
    "Name",
    "Key store ID",
    "Connection state",
    "Cluster ID",
    "Created",
];
pub(crate) const NO_STORES: &str = "No custom key stores in this Region.";
pub(crate) const NO_STORES_NEXT: &str = "A key store needs an active cluster with two HSMs, the kmsuser crypto user and customerCA.crt. The form checks all of it while you fill it in.";

pub(crate) const NAME: &str = "Custom key store name";
pub(crate) const NAME_ABOUT: &str = "A friendly name. It must be unique in the account and Region.";
pub(crate) const NAME_HINT: &str = "1 to 256 characters.";
pub(crate) const CLUSTER: &str = "CloudHSM cluster";
pub(crate) const CLUSTER_ABOUT: &str =
    "The menu has the clusters of this account and Region that no key store is linked to.";
pub(crate) const CREATE_CLUSTER: &str = "Create an AWS CloudHSM cluster";
pub(crate) const ANCHOR: &str = "Trust anchor certificate";
pub(crate) const ANCHOR_ABOUT: &str =
    "customerCA.crt, the certificate that you made when you initialized the cluster.";
pub(crate) const PASSWORD: &str = "kmsuser password";
pub(crate) const PASSWORD_ABOUT: &str = "The password of the kmsuser crypto user that you created in the cluster. AWS KMS changes it when it connects.";
pub(crate) const PASSWORD_HINT: &str = "7 to 32 letters and digits.";
pub(crate) const CREATE: &str = "Create";
pub(crate) const SAVE: &str = "Save changes";
pub(crate) const UNCHANGED: &str = "Leave a field empty to keep what is set.";

pub(crate) const CONNECT: &str = "Connect";
pub(crate) const DISCONNECT: &str = "Disconnect";
pub(crate) const EDIT: &str = "Edit";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const STORE_FACTS: &str = "General configuration";
pub(crate) const STATE: &str = "Connection state";
pub(crate) const STORE_ID: &str = "Key store ID";
pub(crate) const TYPE: &str = "Type";
pub(crate) const STORE_TYPE: &str = "AWS_CLOUDHSM";
pub(crate) const CREATED: &str = "Created";
pub(crate) const FAILURE: &str = "Why the connection failed";
pub(crate) const STORE_KEYS: &str = "KMS keys in this key store";
pub(crate) const DELETE_WARNING: &str = "The key store is deleted at once. The CloudHSM cluster, its HSMs and what is in them stay as they are, and go on costing.";
pub(crate) const DISCONNECT_WARNING: &str = "While the key store is disconnected, its KMS keys are unavailable: every call that uses them fails, and so does every service that relies on them.";

pub(crate) const NOT_WHILE_CONNECTED: &str = "It is connected already.";
pub(crate) const NOT_WHILE_CHANGING: &str =
    "It is connecting or disconnecting; wait until that is over.";
pub(crate) const NOT_CONNECTED: &str = "It is not connected.";
pub(crate) const FAILED_FIRST: &str = "After a failed connection it has to be disconnected first.";

pub(crate) const KEYS_ABOUT: &str =
    "KMS keys that you made, with their material in AWS KMS or in a custom key store.";
pub(crate) const KEY_COLUMNS: &[&str] = &[
    "Aliases",
    "Key ID",
    "Description",
    "Status",
    "Key material in",
];
pub(crate) const NO_KEYS: &str = "No customer managed keys in this Region.";
pub(crate) const NO_STORE_KEYS: &str = "No KMS keys in this key store yet.";
pub(crate) const IN_KMS: &str = "AWS KMS";
pub(crate) const MATERIAL: &str = "Key material origin";
pub(crate) const MATERIAL_KMS: &str = "KMS";
pub(crate) const MATERIAL_KMS_ABOUT: &str =
    "AWS KMS makes and keeps the key material. Beside key stores, to compare.";
pub(crate) const MATERIAL_HSM: &str = "AWS CloudHSM key store";
pub(crate) const MATERIAL_HSM_ABOUT: &str =
    "The key material is made in the HSMs of your cluster and never leaves them.";
pub(crate) const KEY_STORE: &str = "Custom key store";
pub(crate) const KEY_STORE_ABOUT: &str = "Keys can be created in a key store only while it is connected, and while its cluster has two active HSMs in different Availability Zones.";
pub(crate) const DESCRIPTION: &str = "Description";
pub(crate) const CREATE_KEY: &str = "Create key";
pub(crate) const KEY_ID: &str = "Key ID";
pub(crate) const ARN: &str = "ARN";
pub(crate) const KEY_STATE: &str = "Status";
pub(crate) const HANDLE: &str = "HSM key handle";
pub(crate) const ENABLE: &str = "Enable";
pub(crate) const DISABLE: &str = "Disable";
pub(crate) const SCHEDULE: &str = "Schedule key deletion";
pub(crate) const CANCEL_DELETION: &str = "Cancel key deletion";
pub(crate) const DAYS: &str = "Waiting period in days";
pub(crate) const DAYS_HINT: &str = "7 to 30.";
pub(crate) const EDIT_DESCRIPTION: &str = "Edit description";
pub(crate) const ALIASES: &str = "Aliases";
pub(crate) const ALIAS: &str = "Alias";
pub(crate) const ALIAS_HINT: &str = "alias/ and 1 to 250 letters, digits, and / _ -";
pub(crate) const ALIAS_COLUMNS: &[&str] = &["Alias", ""];
pub(crate) const NO_ALIASES: &str = "No alias names this key.";
pub(crate) const CREATE_ALIAS: &str = "Create alias";
pub(crate) const DELETE_ALIAS: &str = "Delete alias";
pub(crate) const DELETE_ALIAS_WARNING: &str =
    "Calls that name the key by this alias fail from then on. The key itself stays.";
pub(crate) const TAGS: &str = "Tags";
pub(crate) const TAG_KEY: &str = "Tag key";
pub(crate) const TAG_KEY_HINT: &str = "1 to 128 characters, not beginning with aws:";
pub(crate) const TAG_VALUE: &str = "Tag value";
pub(crate) const TAG_COLUMNS: &[&str] = &["Tag key", "Tag value", ""];
pub(crate) const NO_TAGS: &str = "No tags.";
pub(crate) const ADD_TAG: &str = "Add tag";
pub(crate) const REMOVE_TAG: &str = "Remove tag";
pub(crate) const REMOVE_TAG_WARNING: &str =
    "Policies and reports that go by this tag no longer find the key.";
pub(crate) const KEY_POLICY: &str = "Key policy";
pub(crate) const KEY_POLICY_HINT: &str =
    "JSON. It must leave you or the account able to change it again.";
pub(crate) const EDIT_POLICY: &str = "Edit policy";
pub(crate) const SCHEDULE_WARNING: &str = "After the waiting period the key is deleted for good, and nothing that it encrypted can be read again. Until then the deletion can be canceled.";
pub(crate) const KEY_SPEC: &str = "Key spec";
pub(crate) const SYMMETRIC: &str = "SYMMETRIC_DEFAULT";
pub(crate) const KEY_USAGE: &str = "Key usage";
pub(crate) const ENCRYPT_DECRYPT: &str = "Encrypt and decrypt";
pub(crate) const ROTATION: &str = "Key rotation";
pub(crate) const ROTATION_IN_STORE: &str = "AWS KMS cannot rotate key material in a custom key store. To rotate by hand, create another key in the store and give it the alias; keep this one to decrypt what it encrypted.";
pub(crate) const ROTATION_IN_KMS: &str =
    "Automatic rotation is off. The playground does not simulate it.";
pub(crate) const ENABLE_ROTATION: &str = "Enable automatic rotation";
pub(crate) const DELETED_ON: &str = "Deleted on";
pub(crate) const TRY_ENCRYPT: &str = "Try it: encrypt";
pub(crate) const TRY_DECRYPT: &str = "Try it: decrypt";
pub(crate) const PLAINTEXT: &str = "Plaintext";
pub(crate) const PLAINTEXT_HINT: &str = "Up to 4,096 bytes.";
pub(crate) const CONTEXT: &str = "Encryption context";
pub(crate) const CONTEXT_HINT: &str =
    "name=value, one a line. It is no secret, and Decrypt needs the very same.";
pub(crate) const CONTEXT_GIVEN: &str = "That of encrypting, exactly.";
pub(crate) const CIPHERTEXT: &str = "Ciphertext";
pub(crate) const CIPHERTEXT_HINT: &str = "Base64, as Encrypt returns it.";
pub(crate) const ENCRYPT: &str = "Encrypt";
pub(crate) const DECRYPT: &str = "Decrypt";
pub(crate) const ENCRYPTED: &str = "Encrypted";
pub(crate) const DECRYPTED: &str = "Decrypted";
pub(crate) const BINARY: &str = "(bytes that are not text)";
pub(crate) const NO_STORE_CONNECTED: &str = "No custom key store in this Region.";

pub(crate) const CHECKLIST: &str = "Prerequisites";
pub(crate) const CHECKLIST_ABOUT: &str =
    "What a cluster needs before it can back a key store, as it is now.";
pub(crate) const INSIDE: &str = "Inside the HSMs";
pub(crate) const INSIDE_ABOUT: &str = "In a real account nothing shows these before you connect; the playground looks into the HSMs for you.";
pub(crate) const BRING_ABOUT: &str = "Commands that bring it about";
pub(crate) const MET: &str = "Met";
pub(crate) const NOT_MET: &str = "Not met";
pub(crate) const NOT_KNOWN: &str = "Not known yet";

/// How many prerequisites of all are met, and how many are not; the others are not known yet.
pub(crate) fn checked(met: usize, unmet: usize, all: usize) -> String {
    match (met, unmet) {
        (met, 0) if met == all => format!("All {all} are met."),
        (met, 0) => format!("{met} of {all} are met. Fill in the form to check the others."),
        (_, 1) => "1 is not met.".to_owned(),
        (_, unmet) => format!("{unmet} are not met."),
    }
}

pub(crate) fn store_created(name: &str) -> String {
    format!(
        "Created custom key store {name}. It is not connected yet: connect it before you create keys in it."
    )
}

pub(crate) fn store_updated(name: &str) -> String {
    format!("Updated custom key store {name}")
}

pub(crate) fn connecting(name: &str) -> String {
    format!("Connecting custom key store {name}")
}

pub(crate) fn connected(name: &str) -> String {
    format!("Custom key store {name} is connected")
}

pub(crate) fn disconnected(name: &str) -> String {
    format!("Custom key store {name} is disconnected")
}

pub(crate) fn disconnecting(name: &str) -> String {
    format!("Disconnecting custom key store {name}")
}

pub(crate) fn store_deleted(name: &str) -> String {
    format!("Deleted custom key store {name}")
}

pub(crate) fn edit(name: &str) -> String {
    format!("{EDIT} {name}")
}

pub(crate) fn question(action: &str, name: &str) -> String {
    format!("{action} {name}?")
}

pub(crate) fn key_created(id: &str) -> String {
    format!("Created key {id}")
}

pub(crate) fn key_changed(id: &str, what: &str) -> String {
    format!("{what}: key {id}")
}

pub(crate) const CLUSTERS_DENIED: &str =
    "You lack the permission cloudhsm:DescribeClusters, so no cluster is listed.";

pub(crate) fn cluster_option(id: &str, state: &str, active: usize) -> String {
    let hsms = match active {
        1 => "1 active HSM".to_owned(),
        count => format!("{count} active HSMs"),
    };
    format!("{id} ({state}, {hsms})")
}
