//! Words of the rules of the event history. AWS publishes none of these messages.

use crate::text::Words;
use crate::text::words::ours;

/// The words.
pub const RULES: &[Words] = &[
    ours(
        "cloudtrail.one-attribute",
        "You can look up events by one attribute only.",
        "The request names {count} attributes.",
        "CloudTrail filters by one attribute at a time.",
        "Name the attribute that leaves the fewest events, and choose among those.",
    ),
    ours(
        "cloudtrail.time-range",
        "The start time must not be after the end time.",
        "The span of time begins at {start} and ends at {end}, in seconds since 1970.",
        "No event can lie in it.",
        "Let it end after it begins.",
    ),
    ours(
        "cloudtrail.next-token",
        "The token is invalid.",
        "`{token}` is no token that this question was answered with.",
        "A token continues the answer that it came with, for the same attribute and the same span of time.",
        "Leave the token away to begin at the newest event.",
    ),
];
