//! What a rule is.

use serde_json::{Map, Value};

use crate::docs::Doc;
use crate::facts::{Facts, NotGiven};
use crate::text::failures;

/// One failure: when it happens, what it raises, how to fix it, and how to make it happen.
#[derive(Debug)]
pub struct Rule {
    /// Its id, which never changes, such as `kms.name-in-use`: links, reports, lessons and tests name it.
    pub id: &'static str,
    /// What it raises, operation by operation.
    pub raises: &'static [Raise],
    /// Documentation paragraphs, the best one first.
    pub docs: &'static [Doc],
    /// Where the rule comes from.
    pub origin: Origin,
    /// Looks at the facts.
    pub check: fn(&dyn Facts) -> Check,
    /// Command lines that fix it, with `"$HOLES"` where the reader fills something in; empty if no command can.
    pub fix: fn(&dyn Facts) -> Vec<String>,
    /// Terminal lines, run in a new account, whose last refusal is this one.
    pub break_it: &'static str,
}

/// What a rule raises in one operation.
#[derive(Clone, Copy, Debug)]
pub struct Raise {
    /// The operation, such as `kms:CreateCustomKeyStore`; `kms:*` is every operation of a service, and
    /// `kms:ConnectCustomKeyStore/job` the part of connecting that runs later.
    pub on: &'static str,
    /// Place in the order in which the operation asks; the first broken rule wins. 0 for what is checked before that.
    pub order: u16,
    /// What is raised.
    pub error: Raised,
}

/// The form in which a failure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raised {
    /// An exception of the API, by its name on the wire.
    Exception(&'static str),
    /// A ConnectionErrorCode of a key store whose state becomes FAILED.
    ConnectionError(&'static str),
    /// A refusal of an HSM.
    Hsm,
}

/// An exception raised by an operation.
#[must_use]
pub const fn exception(on: &'static str, order: u16, name: &'static str) -> Raise {
    Raise {
        on,
        order,
        error: Raised::Exception(name),
    }
}

/// An exception that a request meets before the rules of its operation are asked: in the client, on the wire, or by its shapes.
#[must_use]
pub const fn before_rules(on: &'static str, name: &'static str) -> Raise {
    exception(on, 0, name)
}

/// Where a rule comes from; readers see it, so that they know what is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A guide of AWS states condition and code.
    Documented,
    /// The service model states it.
    ServiceModel,
    /// Seen in reality by others.
    Observed,
    /// The condition is documented or obvious; the code is our best guess.
    Ours,
}

impl Origin {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Documented,
        Self::ServiceModel,
        Self::Observed,
        Self::Ours,
    ];

    /// The mark that a rule bears for it, in a word, and what it means.
    #[must_use]
    pub fn mark(self) -> (&'static str, &'static str) {
        match self {
            Self::Documented => failures::DOCUMENTED,
            Self::ServiceModel => failures::SERVICE_MODEL,
            Self::Observed => failures::OBSERVED,
            Self::Ours => failures::OURS,
        }
    }
}

/// What a check answers: a verdict, or that a fact is missing.
pub type Check = Result<Verdict, NotGiven>;

/// What a rule says about the facts.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// All is well, or the rule does not apply.
    Holds,
    /// It is broken; what was found.
    Broken(Evidence),
    /// A fact is missing.
    Unknown,
}

/// What was found, as data that the words of the rule are filled with.
pub type Evidence = Map<String, Value>;

/// The rule holds or does not apply.
///
/// # Errors
/// None; the form suits [`Rule::check`].
pub fn holds() -> Check {
    Ok(Verdict::Holds)
}

/// The rule is broken; the evidence fills its words.
///
/// # Errors
/// None; the form suits [`Rule::check`].
pub fn broken<const N: usize>(evidence: [(&str, Value); N]) -> Check {
    Ok(Verdict::Broken(
        evidence
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    ))
}

/// A fix for rules that no command line cures.
#[must_use]
pub fn no_command(_: &dyn Facts) -> Vec<String> {
    Vec::new()
}

/// A ConnectionErrorCode that a connection attempt ends in.
#[must_use]
pub const fn connection_error(order: u16, code: &'static str) -> Raise {
    Raise {
        on: "kms:ConnectCustomKeyStore/job",
        order,
        error: Raised::ConnectionError(code),
    }
}

/// The same raise in each of some operations.
pub const fn in_each<const N: usize>(
    operations: [&'static str; N],
    order: u16,
    name: &'static str,
) -> [Raise; N] {
    let mut raises = [exception("", order, name); N];
    let mut at = 0;
    while at < N {
        raises[at].on = operations[at];
        at += 1;
    }
    raises
}

/// The raises of two lists in one; `N` is the number of all.
pub const fn both<const A: usize, const B: usize, const N: usize>(
    one: [Raise; A],
    other: [Raise; B],
) -> [Raise; N] {
    assert!(A + B == N);
    let mut raises = [exception("", 0, ""); N];
    let mut at = 0;
    while at < N {
        raises[at] = if at < A { one[at] } else { other[at - A] };
        at += 1;
    }
    raises
}
