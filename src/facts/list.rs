//! The list that a request asks for, page by page.

use serde_json::Value;

use super::{Facts, NotGiven};
use crate::sim::continues;

/// The members of requests that decide what their list holds.
const ABOUT: &[&str] = &[
    "Filters",
    "Shared",
    "SortAscending",
    "ResourceId",
    "LookupAttributes",
    "StartTime",
    "EndTime",
    "EventCategory",
    "KeyId",
    "IncludeKeyMaterial",
    "ResourceOwners",
];

/// Identifies the list: the same text for all its pages, and another one for every other list.
#[must_use]
pub fn list(facts: &dyn Facts) -> String {
    let account = facts.account().known().map(|account| account.id.clone());
    let mut about = vec![
        Value::from(facts.operation()),
        facts.region_name().known().into(),
        account.into(),
    ];
    let member = |member: &&str| facts.member(member).known().unwrap_or_default();
    about.extend(ABOUT.iter().map(member));
    Value::from(about).to_string()
}

/// The token of the request in that member, where it does not continue the list that the request asks for.
///
/// # Errors
/// [`NotGiven`].
pub fn foreign_token(facts: &dyn Facts, member: &str) -> Result<Option<String>, NotGiven> {
    let token = facts.text(member).given()?;
    Ok(token.filter(|token| !continues(token, &list(facts))))
}
