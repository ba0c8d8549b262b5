//! The event history.

pub(crate) const ABOUT: &str = "Everything that changed the account or tried to, newest first. AWS records reads as well; here they leave no trace.";
pub(crate) const COLUMNS: &[&str] = &[
    "Event time",
    "Event name",
    "Event source",
    "Region",
    "Error code",
    "",
];
pub(crate) const NO_EVENTS: &str = "Nothing has happened yet.";
pub(crate) const DETAILS: &str = "Details";
pub(crate) const RULE: &str = "What was refused, and by which rule";
pub(crate) const CLIENT: &str = "client host";
pub(crate) const LAB: &str = "playground";

pub(crate) fn details(event: &str, number: usize) -> String {
    format!("Details of event {number}, {event}")
}

pub(crate) fn earlier(count: usize) -> String {
    format!("{count} earlier events are not shown.")
}
