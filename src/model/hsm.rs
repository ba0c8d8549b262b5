//! What is inside an HSM. Every HSM has its own users, keys and sessions: "the cluster's users" is always computed.

use serde::{Deserialize, Serialize};

use super::{Secret, Table};

/// Wrong passwords in a row after which an HSM locks a user (CloudHSM user guide, loginLogout).
pub const LOCKOUT: u8 = 5;

/// Users and keys of one HSM: what a backup carries and a joining HSM receives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HsmContents {
    /// Users in order of creation.
    pub users: Vec<HsmUser>,
    /// Keys by handle.
    pub keys: Table<u32, HsmKey>,
}

impl HsmContents {
    /// The user of that type and name; names are not case-sensitive.
    #[must_use]
    pub fn user(&self, kind: UserKind, name: &str) -> Option<&HsmUser> {
        self.users
            .iter()
            .find(|user| user.kind == kind && user.name.eq_ignore_ascii_case(name))
    }

    /// The user of that type and name, to change it.
    pub fn user_mut(&mut self, kind: UserKind, name: &str) -> Option<&mut HsmUser> {
        self.users
            .iter_mut()
            .find(|user| user.kind == kind && user.name.eq_ignore_ascii_case(name))
    }

    /// The id that the next user gets.
    #[must_use]
    pub fn next_user_id(&self) -> u32 {
        self.users.iter().map(|user| user.id).max().unwrap_or(0) + 1
    }

    /// The handle of the key of that label. It is looked for at `handle` first: a key that KMS made is there, unless the cluster
    /// comes from an older backup.
    #[must_use]
    pub fn labelled(&self, label: &str, handle: u32) -> Option<u32> {
        let fits = |key: &HsmKey| key.label == label;
        if self.keys.get(&handle).is_some_and(fits) {
            return Some(handle);
        }
        let mut all = self.keys.iter();
        all.find(|(_, key)| fits(key)).map(|(handle, _)| *handle)
    }

    /// The handle that the next key gets.
    #[must_use]
    pub fn next_handle(&self) -> u32 {
        self.keys.last_key_value().map_or(5, |(last, _)| *last) + 1
    }
}

/// A user of one HSM.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HsmUser {
    /// Id, counted per HSM.
    pub id: u32,
    /// Type.
    pub kind: UserKind,
    /// Name as it was typed.
    pub name: String,
    /// Password.
    pub password: Secret,
    /// Failed logins since the last success.
    pub failures: u8,
    /// Whether the user was created with the `2FA` word.
    pub two_factor: bool,
}

impl HsmUser {
    /// Whether so many logins failed that even the right password is refused.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.failures >= LOCKOUT
    }
}

/// The type of an HSM user, in the words of `cloudhsm_mgmt_util`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum UserKind {
    /// Precrypto officer: the only user of a cluster that was never activated.
    Preco,
    /// Crypto officer.
    Co,
    /// Crypto user.
    Cu,
    /// Appliance user, made by the service.
    Au,
}

impl UserKind {
    /// The word that the tool prints.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Preco => "PRECO",
            Self::Co => "CO",
            Self::Cu => "CU",
            Self::Au => "AU",
        }
    }

    /// Reads the tool's word; `PCO` is another spelling of CO.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "PRECO" => Some(Self::Preco),
            "CO" | "PCO" => Some(Self::Co),
            "CU" => Some(Self::Cu),
            "AU" => Some(Self::Au),
            _ => None,
        }
    }
}

/// A symmetric key inside an HSM.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HsmKey {
    /// Label; for a KMS key its ARN.
    pub label: String,
    /// Name of the owning crypto user.
    pub owner: String,
    /// AES-256 key bytes, in hexadecimal.
    pub material: String,
}

/// A login on one HSM.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HsmSession {
    /// Who holds it.
    pub holder: Holder,
    /// User type.
    pub kind: UserKind,
    /// User name.
    pub user: String,
}

/// Who holds a login on an HSM.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holder {
    /// AWS KMS, for the key store of that id.
    Kms(String),
    /// A tool on the client host, by session id.
    Tool(u64),
}
