//! A refusal of the simulated world: a correct outcome, with everything that a reader needs to understand and fix it.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::Bug;
use crate::facts::{AccountFacts, Facts, Subject};
use crate::model::{Account, ConnectionFailure};
use crate::rules::{self, Broken, Rule};
use crate::text;

/// Why a call has no answer.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum CallError {
    /// The simulated world refused it: a correct outcome.
    #[error(transparent)]
    Refused(Box<AwsError>),
    /// A bug of ours.
    #[error(transparent)]
    Bug(#[from] Bug),
}

impl CallError {
    /// The refusal.
    ///
    /// # Errors
    /// [`Bug`] where it is none.
    pub fn refusal(self) -> Result<AwsError, Bug> {
        match self {
            Self::Refused(error) => Ok(*error),
            Self::Bug(bug) => Err(bug),
        }
    }
}

impl From<AwsError> for CallError {
    fn from(error: AwsError) -> Self {
        Self::Refused(Box::new(error))
    }
}

/// An error as AWS answers it, and its explanation.
#[derive(Clone, Debug, PartialEq, Error, Serialize, Deserialize)]
#[error("{code}: {}", explanation.what)]
#[serde(rename_all = "camelCase")]
pub struct AwsError {
    /// The error's name on the wire, such as `CustomKeyStoreNotFoundException`.
    pub code: String,
    /// HTTP status.
    pub status: u16,
    /// The message that the service sends; empty where it sends none.
    pub message: String,
    /// Explanation.
    #[serde(flatten)]
    pub explanation: Explanation,
}

/// What a refusal means here and what to do about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Id of the broken rule.
    pub rule_id: String,
    /// What was found, in a sentence.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub todo: String,
    /// Documentation links: title and address.
    pub docs: Vec<(String, String)>,
    /// Command lines that cure it.
    pub fix: Vec<String>,
    /// Where condition and code come from, in a word.
    pub origin: String,
    /// Whether the wording of the message is ours, because AWS publishes none.
    pub our_wording: bool,
}

impl Explanation {
    /// Explains a broken rule with the facts that broke it.
    #[must_use]
    pub fn new(broken: &Broken, facts: &dyn Facts) -> Self {
        Self::from_evidence(broken.rule, &broken.evidence, (broken.rule.fix)(facts))
    }

    /// Explains why a connection of a key store failed.
    #[must_use]
    pub fn of_failure(
        account: &Account,
        region: &str,
        store: &str,
        failure: &ConnectionFailure,
    ) -> Option<Self> {
        let facts = AccountFacts::new(
            account,
            region,
            "kms:ConnectCustomKeyStore/job",
            &Value::Null,
            Subject::Store(store),
        );
        let rule = rules::rule(&failure.rule)?;
        let evidence = failure.evidence.as_object()?;
        Some(Self::from_evidence(rule, evidence, (rule.fix)(&facts)))
    }

    /// Explains a rule from stored evidence.
    #[must_use]
    pub fn from_evidence(
        rule: &'static Rule,
        evidence: &crate::rules::Evidence,
        fix: Vec<String>,
    ) -> Self {
        let words = text::words(rule.id);
        Self {
            rule_id: rule.id.to_owned(),
            what: text::fill(words.what, evidence),
            why: text::fill(words.why, evidence),
            todo: text::fill(words.todo, evidence),
            docs: rule
                .docs
                .iter()
                .map(|doc| (doc.title.to_owned(), doc.url()))
                .collect(),
            fix,
            origin: rule.origin.mark().0.to_owned(),
            our_wording: words.ours && !words.message.is_empty(),
        }
    }
}

impl AwsError {
    /// An error that is found before there is a request to look at, for what the rule of that id says.
    #[must_use]
    pub fn at_the_door(rule: &str, code: &str, evidence: &rules::Evidence) -> Option<Self> {
        let rule = rules::rule(rule)?;
        Some(Self {
            code: code.to_owned(),
            status: status(code),
            message: text::fill(text::words(rule.id).message, evidence),
            explanation: Explanation::from_evidence(rule, evidence, Vec::new()),
        })
    }

    /// The error that a broken rule raises in an operation of `service`.
    #[must_use]
    pub fn new(broken: &Broken, facts: &dyn Facts) -> Self {
        let code = broken.raised.code().unwrap_or_default();
        let words = text::words(broken.rule.id);
        Self {
            code: code.to_owned(),
            status: status(code),
            message: text::fill(words.message, &broken.evidence),
            explanation: Explanation::new(broken, facts),
        }
    }
}

/// HTTP status by error name: the faults of the services are 500, everything else 400 (API references, and what was recorded).
fn status(code: &str) -> u16 {
    match code {
        "KMSInternalException"
        | "DependencyTimeoutException"
        | "KeyUnavailableException"
        | "CloudHsmInternalFailureException" => 500,
        // The services that speak the query protocol.
        "UnauthorizedOperation" | "AccessDenied" => 403,
        "NoSuchEntity" => 404,
        "DryRunOperation" => 412,
        _ => 400,
    }
}
