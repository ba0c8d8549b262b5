//! The page of a cluster's HSM users.

pub(crate) const ABOUT: &str = "HSM users live inside the HSMs, and only the HSM tools can manage them: no AWS API and no console does. This page types the tool's lines for you, in the open.";
pub(crate) const NOT_INITIALIZED: &str = "The cluster has no officer yet: initialize it first.";
pub(crate) const NO_HSM: &str = "The cluster has no active HSM, so there is nothing to log in to.";
pub(crate) const INITIALIZE: &str = "Initialize cluster";
pub(crate) const TO_CLUSTER: &str = "To the cluster";
pub(crate) const INITIALIZING: &str =
    "The cluster is being initialized. Let the clock run, or skip to the next event.";
pub(crate) const SAME_PASSWORD: &str = "A key store logs in as kmsuser, so it needs the same password. When it connects, AWS KMS changes that password to one that only AWS KMS knows.";
pub(crate) const CREATE_STORE: &str = "Create key store";
pub(crate) const EDIT_STORE: &str = "Edit the key store";
pub(crate) const NO_ANCHOR: &str = "The tools of the client host do not have the customerCA.crt of this cluster, so they refuse to connect.";
pub(crate) const PUT_ANCHOR: &str = "Copy customerCA.crt to the client host";
pub(crate) const USERS: &str = "Users";
pub(crate) const USERS_ABOUT: &str =
    "What each HSM knows. The playground looks into them; in a real cluster listUsers prints it.";
pub(crate) const COLUMNS: &[&str] = &["HSM", "ID", "Type", "Name", "State"];
pub(crate) const NO_USERS: &str = "No users.";
pub(crate) const LOCKED: &str = "Locked";
pub(crate) const TWO_FACTOR: &str = "With 2FA";
pub(crate) const NORMAL: &str = "Ready";
pub(crate) const ACTIVATE: &str = "Activate the cluster";
pub(crate) const ACTIVATE_ABOUT: &str = "The first login, as the precrypto officer with its well-known password, which is changed at once. Choose a password for admin, 7 to 32 characters, and keep it: nobody can reset it.";
pub(crate) const KMSUSER: &str = "Create the kmsuser";
pub(crate) const KMSUSER_ABOUT: &str = "AWS KMS logs in with this user. It must be a crypto user (CU) with exactly this name, without a second factor, and nobody else may be logged in as kmsuser while the key store connects. Its password has 7 to 32 characters, letters and digits only. The key store needs the same one.";
pub(crate) const CREATE: &str = "Create another user";
pub(crate) const CHANGE: &str = "Change a password";
pub(crate) const CHANGE_ABOUT: &str = "A key store that uses kmsuser has to be told its new password: AWS KMS changes it when it connects, so the one that you chose before no longer works.";
pub(crate) const DELETE: &str = "Delete a user";
pub(crate) const DELETE_ABOUT: &str = "Its keys go with it.";
pub(crate) const LIST: &str = "List the users";
pub(crate) const LINES: &str = "These lines are typed on the client host";
pub(crate) const RUN: &str = "Type these lines";
pub(crate) const TYPE: &str = "Type";
pub(crate) const KINDS: &[(&str, &str)] =
    &[("CU", "CU, crypto user"), ("CO", "CO, crypto officer")];
pub(crate) const NAME: &str = "Name";
pub(crate) const USER: &str = "User";
pub(crate) const RESULT: &str = "What was typed, and what it printed";
/// The certificate is where the tools look for it.
pub(crate) const ANCHOR_PUT: &str = "customerCA.crt is where the HSM tools look for it";

/// What a hole in the lines is.
pub(crate) fn hole(name: &str) -> &str {
    match name {
        "ADMIN_PASSWORD" => "Password of the officer admin",
        "KMSUSER_PASSWORD" => "Password of kmsuser",
        "PASSWORD" => "Password of the user",
        "NEW_PASSWORD" => "New password",
        "SIGNED_CERTIFICATE" => "Name of the file with the signed certificate",
        "HSM_IP" => "Private address of an HSM",
        "PLAINTEXT" => "Plaintext, in Base64",
        "CIPHERTEXT" => "Ciphertext, in Base64",
        "ENCRYPTION_CONTEXT" => "Encryption context, such as Purpose=Test",
        "TAGS" => "Tags, such as TagKey=Purpose,TagValue=Test",
        other => other,
    }
}
