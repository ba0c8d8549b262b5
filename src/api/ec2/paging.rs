//! Paging of the Describe operations. Who gives no limit gets everything at once.

use crate::api::Pages;
use crate::api::shape::{INTEGER, Member, STRING, member};

/// The fewest items of a page, which the client knows as well; rules know the most.
pub(super) const LIMIT: Member = member("MaxResults", INTEGER.at_least(5));
/// The limit of DescribeInstances, of which the client knows nothing.
pub(super) const FREE_LIMIT: Member = member("MaxResults", INTEGER);
/// What continues a list.
pub(super) const TOKEN: Member = member("NextToken", STRING);

/// The paging of a list.
pub(super) const fn of(items: &'static str) -> Pages {
    Pages {
        items,
        limit: "MaxResults",
        token_in: "NextToken",
        token_out: "NextToken",
        more: None,
        default: usize::MAX,
    }
}
