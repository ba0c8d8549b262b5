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
pub(crate) const NO_STORES_NEXT: &str = "A key store needs an active cluster with two HSMs, the crypto user kmsuser, and customerCA.crt. The form checks all of them.";

pub(crate) const NAME: &str = "Custom key store name";
pub(crate) const NAME_ABOUT: &str = "The name must be unique in the account and Region.";
pub(crate) const NAME_HINT: &str = "1 to 256 characters.";
pub(crate) const CLUSTER: &str = "CloudHSM cluster";
pub(crate) const CLUSTER_ABOUT: &str =
    "You can choose a cluster of this account and Region that no key store uses.";
pub(crate) const NO_CLUSTER_LEFT: &str = "You can't choose a cluster: every cluster of this Region already has a key store. Create another cluster, or open a new sandbox and start with an empty account.";
pub(crate) const NO_CLUSTERS: &str =
    "You can't choose a cluster: this Region has none. Create one first.";
pub(crate) const CREATE_CLUSTER: &str = "Create an AWS CloudHSM cluster";
pub(crate) const ANCHOR: &str = "Trust anchor certificate";
pub(crate) const ANCHOR_ABOUT: &str = "The certificate of your certificate authority, customerCA.crt. You created it to initialize the cluster.";
pub(crate) const PASSWORD: &str = "kmsuser password";
pub(crate) const PASSWORD_ABOUT: &str = "The password of the crypto user (CU) kmsuser in the cluster. AWS KMS changes it when it connects.";
pub(crate) const PASSWORD_HINT: &str = "7 to 32 letters and digits.";
pub(crate) const CREATE: &str = "Create";
pub(crate) const SAVE: &str = "Save changes";
pub(crate) const UNCHANGED: &str = "Leave a field empty to keep its current value.";

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
pub(crate) const DELETE_WARNING: &str = "The key store is deleted immediately. The CloudHSM cluster and its HSMs stay, and you still pay for the HSMs.";
pub(crate) const DISCONNECT_WARNING: &str = "While the key store is disconnected, you can't use its KMS keys. Every call and every AWS service that uses them fails.";

pub(crate) const NOT_WHILE_CONNECTED: &str = "The key store is already connected.";
pub(crate) const NOT_WHILE_CONNECTING: &str =
    "The key store is connecting. Wait until it has finished.";
pub(crate) const NOT_WHILE_DISCONNECTING: &str =
    "The key store is disconnecting. Wait until it has finished.";
pub(crate) const NOT_CONNECTED: &str = "The key store is not connected.";
pub(crate) const FAILED_FIRST: &str = "The connection failed. Disconnect the key store first.";

pub(crate) const KEYS_ABOUT: &str =
    "KMS keys that you created. Their key material is in AWS KMS or in a custom key store.";
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
    "AWS KMS creates and keeps the key material. For comparison.";
pub(crate) const MATERIAL_HSM: &str = "AWS CloudHSM key store";
pub(crate) const MATERIAL_HSM_ABOUT: &str =
    "The HSMs of your cluster create the key material. It never leaves them.";
pub(crate) const KEY_STORE: &str = "Custom key store";
pub(crate) const KEY_STORE_ABOUT: &str = "The key store must be connected. Its cluster needs two active HSMs in different Availability Zones.";
pub(crate) const DESCRIPTION: &str = "Description";
pub(crate) const CREATE_KEY: &str = "Create key";
pub(crate) const KEY_ID: &str = "Key ID";
pub(crate) const ARN: &str = "ARN";
pub(crate) const KEY_STATE: &str = "Status";
pub(crate) const HANDLE: &str = "Key handle (key number in the HSMs)";
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
pub(crate) const NO_ALIASES: &str = "This key has no aliases.";
pub(crate) const CREATE_ALIAS: &str = "Create alias";
pub(crate) const DELETE_ALIAS: &str = "Delete alias";
pub(crate) const DELETE_ALIAS_WARNING: &str =
    "Calls that use this alias will fail. The key itself stays.";
pub(crate) const TAGS: &str = "Tags";
pub(crate) const TAG_KEY: &str = "Tag key";
pub(crate) const TAG_KEY_HINT: &str = "1 to 128 characters. It can't begin with aws:";
pub(crate) const TAG_VALUE: &str = "Tag value";
pub(crate) const TAG_COLUMNS: &[&str] = &["Tag key", "Tag value", ""];
pub(crate) const NO_TAGS: &str = "No tags.";
pub(crate) const ADD_TAG: &str = "Add tag";
pub(crate) const REMOVE_TAG: &str = "Remove tag";
pub(crate) const REMOVE_TAG_WARNING: &str =
    "Policies and reports that use this tag will no longer find the key.";
pub(crate) const KEY_POLICY: &str = "Key policy";
pub(crate) const KEY_POLICY_HINT: &str =
    "A JSON document. It must allow you or the account to change the policy again.";
pub(crate) const EDIT_POLICY: &str = "Edit policy";
pub(crate) const SCHEDULE_WARNING: &str = "After the waiting period, the key is permanently deleted. Nobody can decrypt what it encrypted. Until then, you can cancel the deletion.";
pub(crate) const KEY_SPEC: &str = "Key spec";
pub(crate) const SYMMETRIC: &str = "SYMMETRIC_DEFAULT";
pub(crate) const KEY_USAGE: &str = "Key usage";
pub(crate) const ENCRYPT_DECRYPT: &str = "Encrypt and decrypt";
pub(crate) const ROTATION: &str = "Key rotation";
pub(crate) const ROTATION_IN_STORE: &str = "AWS KMS can't rotate keys in a custom key store. The button shows you its refusal. To rotate by hand, create another key in the key store and move the alias to it. Keep this key to decrypt what it encrypted.";
pub(crate) const ROTATION_IN_KMS: &str = "Automatic rotation is off. The playground does not simulate it, so the button shows you a refusal.";
pub(crate) const ENABLE_ROTATION: &str = "Enable automatic rotation";
pub(crate) const DELETED_ON: &str = "Deleted on";
pub(crate) const TRY_ENCRYPT: &str = "Try it: encrypt";
pub(crate) const TRY_DECRYPT: &str = "Try it: decrypt";
pub(crate) const PLAINTEXT: &str = "Plaintext";
pub(crate) const PLAINTEXT_HINT: &str = "Up to 4,096 bytes.";
pub(crate) const CONTEXT: &str = "Encryption context";
pub(crate) const CONTEXT_HINT: &str =
    "One name=value per line. Not secret. Use the same context to decrypt.";
pub(crate) const CONTEXT_GIVEN: &str = "Exactly the same context that you used to encrypt.";
pub(crate) const CIPHERTEXT: &str = "Ciphertext";
pub(crate) const CIPHERTEXT_HINT: &str = "Base64, as Encrypt returns it.";
pub(crate) const ENCRYPT: &str = "Encrypt";
pub(crate) const DECRYPT: &str = "Decrypt";
pub(crate) const ENCRYPTED: &str = "Encrypted";
pub(crate) const DECRYPTED: &str = "Decrypted";
pub(crate) const BINARY: &str = "(not text)";
pub(crate) const NO_STORE_CONNECTED: &str = "You have no custom key stores in this Region.";

pub(crate) const CHECKLIST: &str = "Prerequisites";
pub(crate) const CHECKLIST_ABOUT: &str =
    "What the cluster needs before you can use it for a key store.";
pub(crate) const INSIDE: &str = "Inside the HSMs";
pub(crate) const INSIDE_ABOUT: &str = "In a real account, you see these only when you connect. The playground looks into the HSMs for you.";
pub(crate) const BRING_ABOUT: &str = "How to fix this";
pub(crate) const MET: &str = "Met";
pub(crate) const NOT_MET: &str = "Not met";
pub(crate) const NOT_KNOWN: &str = "Not yet known";

/// How many prerequisites of all are met, and how many are not; the others are not known yet.
pub(crate) fn checked(met: usize, unmet: usize, all: usize) -> String {
    match (met, unmet) {
        (met, 0) if met == all => format!("All {all} prerequisites are met."),
        (0, 0) => format!("To check all {all} prerequisites, fill in the form."),
        (met, 0) => {
            format!("{met} of {all} prerequisites are met. To check the others, fill in the form.")
        }
        (_, 1) => "1 prerequisite is not met.".to_owned(),
        (_, unmet) => format!("{unmet} prerequisites are not met."),
    }
}

pub(crate) fn store_created(name: &str) -> String {
    format!("Created custom key store {name}. Connect it before you create keys in it.")
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

pub(crate) fn key_created(id: &str) -> String {
    format!("Created key {id}. Next step: encrypt something with it.")
}

/// What was done to a key by the button of that label.
pub(crate) fn key_changed(id: &str, what: &str) -> String {
    let done = match what {
        ENABLE => "Enabled",
        DISABLE => "Disabled",
        SCHEDULE => "Scheduled the deletion of",
        CANCEL_DELETION => "Canceled the deletion of",
        EDIT_DESCRIPTION => "Changed the description of",
        CREATE_ALIAS => "Created an alias of",
        DELETE_ALIAS => "Deleted an alias of",
        ADD_TAG => "Added a tag to",
        REMOVE_TAG => "Removed a tag from",
        EDIT_POLICY => "Changed the policy of",
        _ => "Changed",
    };
    format!("{done} key {id}")
}

pub(crate) const CLUSTERS_DENIED: &str =
    "You don't have the permission cloudhsm:DescribeClusters, so the list of clusters is empty.";

pub(crate) fn cluster_option(id: &str, state: &str, active: usize) -> String {
    let hsms = match active {
        1 => "1 active HSM".to_owned(),
        count => format!("{count} active HSMs"),
    };
    format!("{id} ({state}, {hsms})")
}
