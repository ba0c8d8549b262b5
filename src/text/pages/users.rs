//! The page of a cluster's HSM users.

pub(crate) const ABOUT: &str = "HSM users exist only inside the HSMs. Only the HSM tools can manage them, not the AWS console or an AWS API. This page runs the tool for you and shows every command.";
pub(crate) const NO_HSM: &str = "The cluster has no active HSM. The HSM tools need one.";
pub(crate) const CREATE_HSM: &str = "Create an HSM";
pub(crate) const SAME_PASSWORD: &str = "Your key store needs the new password of kmsuser. When it connects, AWS KMS changes the password to one that only AWS KMS knows.";
pub(crate) const EDIT_STORE: &str = "Edit the key store";
pub(crate) const NO_ANCHOR: &str = "The HSM tools can't connect: /opt/cloudhsm/etc does not have the customerCA.crt of this cluster.";
pub(crate) const PUT_ANCHOR: &str = "Copy customerCA.crt to /opt/cloudhsm/etc";
pub(crate) const USERS: &str = "Users";
pub(crate) const USERS_ABOUT: &str = "The users in each HSM: PRECO (precrypto officer, before activation), CO (crypto officer), CU (crypto user), and AU (appliance user of AWS). In a real cluster, only listUsers of the HSM tool shows them.";
pub(crate) const COLUMNS: &[&str] = &["HSM", "ID", "Type", "Name", "State"];
pub(crate) const NO_USERS: &str = "No users.";
pub(crate) const LOCKED: &str = "Locked";
pub(crate) const TWO_FACTOR: &str = "With 2FA";
pub(crate) const NORMAL: &str = "Ready";
pub(crate) const ACTIVATE: &str = "Activate the cluster";
pub(crate) const ACTIVATE_ABOUT: &str = "Log in for the first time as the precrypto officer (PRECO) admin and change its default password. This activates the cluster. Choose 7 to 32 characters, and keep the password: nobody can reset it.";
pub(crate) const KMSUSER: &str = "Create the kmsuser";
pub(crate) const KMSUSER_ABOUT: &str = "AWS KMS logs in as this crypto user (CU). It must have exactly this name and no second factor (2FA). Log out of it before you connect the key store. The password must have 7 to 32 letters and digits. The key store needs the same password.";
pub(crate) const CREATE: &str = "Create another user";
pub(crate) const CHANGE: &str = "Change a password";
pub(crate) const CHANGE_ABOUT: &str = "If you change the password of kmsuser, give the new one to the key store too. Your old password no longer works after the first connection, because AWS KMS changed it.";
pub(crate) const DELETE: &str = "Delete user";
pub(crate) const DELETE_ABOUT: &str = "The keys of the user are deleted too.";
pub(crate) const LIST: &str = "List the users";
pub(crate) const LINES: &str = "These commands run on the client host";
pub(crate) const RUN: &str = "Run these commands";
pub(crate) const TYPE: &str = "Type";
pub(crate) const KINDS: &[(&str, &str)] =
    &[("CU", "CU, crypto user"), ("CO", "CO, crypto officer")];
pub(crate) const NAME: &str = "Name";
pub(crate) const USER: &str = "User";
pub(crate) const FIXED: &str = "The commands succeeded";
pub(crate) const ACTIVATED: &str = "The cluster is activated. admin has its new password.";
/// The certificate is where the tools look for it.
pub(crate) const ANCHOR_PUT: &str = "customerCA.crt is now where the HSM tools need it";

/// The password of admin in lines that activate the cluster.
pub(crate) const FIRST_PASSWORD: &str = "New password for admin";

/// What a hole in the lines is.
pub(crate) fn hole(name: &str) -> &str {
    match name {
        "ADMIN_PASSWORD" => "Password of the crypto officer (CO) admin",
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

pub(crate) fn created(user: &str) -> String {
    format!("{user} was created")
}

pub(crate) fn changed(user: &str) -> String {
    format!("The password of {user} was changed")
}

pub(crate) fn deleted(user: &str) -> String {
    format!("{user} was deleted")
}
