//! Which failure wins: the rules of an operation in their order, up to the first that is broken.

use super::rule::{Evidence, Raised, Rule, Verdict};
use crate::facts::Facts;
use crate::model::Sort;

/// A broken rule with what was found.
#[derive(Clone, Debug)]
pub struct Broken {
    /// The rule.
    pub rule: &'static Rule,
    /// What it raises in this operation.
    pub raised: Raised,
    /// What was found.
    pub evidence: Evidence,
}

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Rules of an order below the number.
    Before(u16),
    /// Rules of that order and above.
    From(u16),
    /// All rules.
    Never,
}

/// The first broken rule of the operation that `facts` are about. A rule that lacks a fact does not stop the others.
#[must_use]
pub fn first_broken(facts: &dyn Facts, stop: Stop) -> Option<Broken> {
    let mut candidates: Vec<_> = super::all()
        .flat_map(|rule| rule.raises.iter().map(move |raise| (raise, rule)))
        .filter(|(raise, _)| concerns(raise.on, facts.operation()))
        .filter(|(raise, _)| match stop {
            Stop::Before(order) => raise.order < order,
            Stop::From(order) => raise.order >= order,
            Stop::Never => true,
        })
        .collect();
    candidates.order_by_key(|(raise, _)| raise.order);
    candidates.into_iter().find_map(|(raise, rule)| {
        match (rule.check)(facts).unwrap_or(Verdict::Unknown) {
            Verdict::Broken(evidence) => Some(Broken {
                rule,
                raised: raise.error,
                evidence,
            }),
            Verdict::Holds | Verdict::Unknown => None,
        }
    })
}

/// Whether a raise is about an operation: named, or every operation of its service (`kms:*`), jobs excepted.
fn concerns(on: &str, operation: &str) -> bool {
    on == operation
        || on
            .strip_suffix('*')
            .is_some_and(|service| operation.starts_with(service) && !operation.contains('/'))
}
