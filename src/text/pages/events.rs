//! The event history.

pub(crate) const ABOUT: &str = "Everything that changed the account or tried to, newest first. Calls look as in AWS CloudTrail. Actions on the client host are listed too, which CloudTrail does not record. CloudTrail also records reads, which are not listed here.";
pub(crate) const COLUMNS: &[&str] = &[
    "Event name",
    "Error code",
    "Event time",
    "User name",
    "Event source",
    "Resource",
];
pub(crate) const NO_EVENTS: &str = "Nothing has happened yet.";
pub(crate) const NONE_FITS: &str = "No event matches these filters.";
pub(crate) const NAME: &str = "Event name";
pub(crate) const ALL_NAMES: &str = "All events";
pub(crate) const SOURCE: &str = "Event source";
pub(crate) const ALL_SOURCES: &str = "All sources";
pub(crate) const OUTCOME: &str = "Outcome";
pub(crate) const ALL_OUTCOMES: &str = "Any outcome";
pub(crate) const ACCEPTED: &str = "Accepted";
pub(crate) const REFUSED: &str = "Refused";
pub(crate) const BEFORE_ABOUT: &str = "Loading a scenario replaced the account. These are the events before that. Undo brings the old account back.";
pub(crate) const CLIENT: &str = "client host";
pub(crate) const LAB: &str = "playground";

pub(crate) const RULE: &str =
    "This is the general explanation. The details were shown when it happened.";

pub(crate) fn details(event: &str, number: usize) -> String {
    format!("Details of event {number}, {event}")
}

pub(crate) fn details_of_deletion(event: &str) -> String {
    format!("Details of event {event}")
}

/// Heading of the history of what was there before a scenario was loaded.
pub(crate) fn before(scenario: &str) -> String {
    format!("Before {scenario} was loaded")
}
