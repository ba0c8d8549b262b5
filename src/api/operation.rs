//! What an operation is, and how one call of it runs.

use serde_json::Value;
use thiserror::Error;

use super::shape::Member;
use crate::facts::AccountFacts;
use crate::model::{Account, Cluster, Job, Key, KeyStore, Region, Secret, Timestamp};
use crate::sim::{Entropy, Memo};

/// One AWS operation: its description and what it does once every rule holds.
#[derive(Debug)]
pub struct Operation {
    /// Its service.
    pub service: Service,
    /// Its name, such as `CreateCustomKeyStore`.
    pub name: &'static str,
    /// Input members in the order of the service model.
    pub input: &'static [Member],
    /// Output members in the order of the service model; empty when the operation answers nothing.
    pub output: &'static [Member],
    /// Paging, where the operation has it.
    pub pages: Option<Pages>,
    /// What it does.
    pub action: Action,
}

/// What an operation does.
#[derive(Debug)]
pub enum Action {
    /// It only looks; a call leaves no entry on the log.
    Read(fn(&AccountFacts<'_>) -> Applied),
    /// It changes the account or draws entropy; every call is an entry on the log.
    Write(fn(&mut Call<'_>) -> Applied),
    /// As `Write`, but where the first function answers, nothing happens beyond that answer (a repeated request). It is asked after
    /// the rules of an order below the number.
    WriteUnless(
        u16,
        fn(&AccountFacts<'_>) -> Option<Value>,
        fn(&mut Call<'_>) -> Applied,
    ),
}

/// The answer of an operation whose rules all hold. Only a bug of ours can make it fail.
pub type Applied = Result<Value, Bug>;

/// Something that cannot happen if the rules are right: a bug of ours, never a failure of the simulated world.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Bug(pub String);

/// How an operation pages.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    /// The output list.
    pub items: &'static str,
    /// Input member with the page size.
    pub limit: &'static str,
    /// Input member that continues.
    pub token_in: &'static str,
    /// Output member that says how to continue.
    pub token_out: &'static str,
    /// Output member that says whether there is more, where the operation has one.
    pub more: Option<&'static str>,
    /// Page size when none is given.
    pub default: usize,
}

/// The simulated services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// AWS Key Management Service.
    Kms,
    /// AWS CloudHSM v2.
    CloudHsm,
    /// Amazon EC2.
    Ec2,
    /// AWS Identity and Access Management.
    Iam,
    /// AWS Security Token Service.
    Sts,
    /// AWS CloudTrail.
    CloudTrail,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Kms,
        Self::CloudHsm,
        Self::Ec2,
        Self::Iam,
        Self::Sts,
        Self::CloudTrail,
    ];

    /// The word of the command line and of [`crate::playground::Playground::call`].
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Kms => "kms",
            Self::CloudHsm => "cloudhsmv2",
            Self::Ec2 => "ec2",
            Self::Iam => "iam",
            Self::Sts => "sts",
            Self::CloudTrail => "cloudtrail",
        }
    }

    /// The name under which requests are signed for it, and which its actions in IAM and its events begin with.
    #[must_use]
    pub fn signing_name(self) -> &'static str {
        match self {
            Self::CloudHsm => "cloudhsm",
            service => service.word(),
        }
    }
}

impl Operation {
    /// An operation that answers all at once.
    #[must_use]
    pub const fn unpaged(
        service: Service,
        name: &'static str,
        input: &'static [Member],
        output: &'static [Member],
        action: Action,
    ) -> Self {
        Self {
            service,
            name,
            input,
            output,
            pages: None,
            action,
        }
    }

    /// `service:Name`, the key under which rules name an operation.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}:{}", self.service.word(), self.name)
    }

    /// Whether a call leaves an entry on the log.
    #[must_use]
    pub fn writes(&self) -> bool {
        !matches!(self.action, Action::Read(_))
    }
}

/// A running call: the account to change and everything that the operation may use.
pub struct Call<'a> {
    /// The account.
    pub account: &'a mut Account,
    /// Region of the call.
    pub region: &'a str,
    /// The validated request.
    pub input: &'a Value,
    /// Bytes of this command.
    pub entropy: Entropy,
    /// RSA key pairs.
    pub memo: &'a mut Memo,
    /// The account's seed.
    pub seed: u64,
    /// Clear text of the secrets of this call; empty when the log is replayed.
    pub clear: &'a dyn Fn(&Secret) -> Option<Vec<u8>>,
}

impl Call<'_> {
    /// The simulated clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.account.now
    }

    /// A text member, if it was given.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.input.get(name)?.as_str()
    }

    /// A text member that a rule has made sure of.
    ///
    /// # Errors
    /// [`Bug`] when it is not there after all.
    pub fn needed(&self, name: &str) -> Result<&str, Bug> {
        self.text(name)
            .ok_or_else(|| Bug(format!("{name} was not checked")))
    }

    /// A secret member, if it was given.
    #[must_use]
    pub fn secret(&self, name: &str) -> Option<Secret> {
        Secret::from_value(self.input.get(name)?)
    }

    /// The Region, to look at.
    ///
    /// # Errors
    /// [`Bug`] when there is none of that name.
    pub fn here(&self) -> Result<&Region, Bug> {
        self.account
            .region(self.region)
            .ok_or_else(|| Bug(format!("no Region {}", self.region)))
    }

    /// The Region, to change.
    ///
    /// # Errors
    /// [`Bug`] when there is none of that name.
    pub fn here_mut(&mut self) -> Result<&mut Region, Bug> {
        region_mut(self.account, self.region)
    }

    /// A cluster, to change.
    ///
    /// # Errors
    /// [`Bug`] when there is none of that id.
    pub fn cluster_mut(&mut self, id: &str) -> Result<&mut Cluster, Bug> {
        self.here_mut()?
            .clusters
            .get_mut(id)
            .ok_or_else(|| Bug(format!("no cluster {id}")))
    }

    /// A key store, to change.
    ///
    /// # Errors
    /// [`Bug`] when there is none of that id.
    pub fn store_mut(&mut self, id: &str) -> Result<&mut KeyStore, Bug> {
        self.here_mut()?
            .key_stores
            .get_mut(id)
            .ok_or_else(|| Bug(format!("no key store {id}")))
    }

    /// A key, to change.
    ///
    /// # Errors
    /// [`Bug`] when there is none of that id.
    pub fn key_mut(&mut self, id: &str) -> Result<&mut Key, Bug> {
        self.here_mut()?
            .keys
            .get_mut(id)
            .ok_or_else(|| Bug(format!("no key {id}")))
    }

    /// Schedules a job `after` milliseconds.
    pub fn later(&mut self, after: i64, job: Job) {
        let due = self.account.now.plus(after);
        self.account.jobs.push(due, self.region, job);
    }
}

/// The Region of that name, to change.
///
/// # Errors
/// [`Bug`] when there is none.
pub fn region_mut<'a>(account: &'a mut Account, name: &str) -> Result<&'a mut Region, Bug> {
    account
        .regions
        .get_mut(name)
        .ok_or_else(|| Bug(format!("no Region {name}")))
}
