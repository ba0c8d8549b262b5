//! The roles under which services act in the account.

use serde::{Deserialize, Serialize};

use super::Timestamp;

/// The services that have a role of their own in the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkedService {
    /// AWS CloudHSM: makes security groups and network interfaces for clusters.
    CloudHsm,
    /// AWS KMS for custom key stores: looks at clusters and the network.
    KeyStores,
}

/// A service-linked role: made by the first call that needs it, or by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Unique id.
    pub id: String,
    /// When it was made.
    pub created: Timestamp,
    /// Description; may be empty.
    pub description: String,
}

/// The service-linked roles that the account has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    for_cloudhsm: Option<Role>,
    for_key_stores: Option<Role>,
}

impl LinkedService {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::CloudHsm, Self::KeyStores];

    /// The service of a principal such as `cloudhsm.amazonaws.com`.
    #[must_use]
    pub fn of(principal: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|service| service.principal() == principal)
    }

    /// The service of a role's name.
    #[must_use]
    pub fn of_role(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.role() == name)
    }

    /// The principal that takes the role on.
    #[must_use]
    pub fn principal(self) -> &'static str {
        match self {
            Self::CloudHsm => "cloudhsm.amazonaws.com",
            Self::KeyStores => "cks.kms.amazonaws.com",
        }
    }

    /// The name of the role.
    #[must_use]
    pub fn role(self) -> &'static str {
        match self {
            Self::CloudHsm => "AWSServiceRoleForCloudHSM",
            Self::KeyStores => "AWSServiceRoleForKeyManagementServiceCustomKeyStores",
        }
    }

    /// The ARN of the role in an account.
    #[must_use]
    pub fn arn(self, account: &str) -> String {
        format!(
            "arn:aws:iam::{account}:role/aws-service-role/{}/{}",
            self.principal(),
            self.role()
        )
    }
}

impl Roles {
    /// The role of a service.
    #[must_use]
    pub fn of(&self, service: LinkedService) -> Option<&Role> {
        match service {
            LinkedService::CloudHsm => self.for_cloudhsm.as_ref(),
            LinkedService::KeyStores => self.for_key_stores.as_ref(),
        }
    }

    /// The role of a service, to make it.
    pub fn of_mut(&mut self, service: LinkedService) -> &mut Option<Role> {
        match service {
            LinkedService::CloudHsm => &mut self.for_cloudhsm,
            LinkedService::KeyStores => &mut self.for_key_stores,
        }
    }
}
