//! The event history.

pub(crate) const ABOUT: &str = "Everything that changed the account or tried to, newest first. AWS records reads as well; here they leave no trace.";
pub(crate) const COLUMNS: &[&str] = &[
    "Event name",
    "Error code",
    "Event time",
    "User name",
    "Event source",
    "Resource",
    "Region",
];
pub(crate) const NO_EVENTS: &str = "Nothing has happened yet.";
pub(crate) const CLIENT: &str = "client host";
pub(crate) const LAB: &str = "playground";

pub(crate) fn rule(id: &str) -> String {
    format!(
        "Rule {id}. With what was found at the time, the message on the page explained it; here is what holds always."
    )
}

pub(crate) fn details(event: &str, number: usize) -> String {
    format!("Details of event {number}, {event}")
}
