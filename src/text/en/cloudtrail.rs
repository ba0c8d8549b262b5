//! Words of the rules of the event history. AWS publishes none of these messages.

use crate::text::Words;
use crate::text::words::ours;

/// The words.
pub const RULES: &[Words] = &[
    ours(
        "cloudtrail.one-attribute",
        "You can look up events by one attribute only.",
        "The request gives {count} lookup attributes.",
        "CloudTrail filters by one attribute at a time.",
        "Give the attribute that matches the fewest events, and search the result.",
    ),
    ours(
        "cloudtrail.time-range",
        "The start time must not be after the end time.",
        "The time range begins at {start} and ends at {end} (in seconds since 1970).",
        "No event can be in this time range.",
        "Give an end time that is after the start time.",
    ),
    ours(
        "cloudtrail.next-token",
        "The token is invalid.",
        "`{token}` is not a token from an earlier response to this request.",
        "A token continues one list, with the same attribute and the same time range.",
        "Leave out the token to begin with the newest event.",
    ),
];
