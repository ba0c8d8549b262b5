//! DescribeBackups, the newest first.

use serde_json::json;

use super::describe_clusters::allows;
use super::{shapes, views};
use crate::api::operation::Pages;
use crate::api::shape::{BOOLEAN, INTEGER, STRING, Shape, member};
use crate::api::{Action, Applied, Operation, Service, paged};
use crate::facts::AccountFacts;
use crate::model::{Backup, Sort};

/// DescribeBackups.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "DescribeBackups",
    input: &[
        member("NextToken", shapes::NEXT_TOKEN),
        member("MaxResults", INTEGER.within(1, 50)),
        member("Filters", shapes::FILTERS),
        member("Shared", BOOLEAN),
        member("SortAscending", BOOLEAN),
    ],
    output: &[
        member("Backups", Shape::list(&Shape::structure(shapes::BACKUP))),
        member("NextToken", STRING),
    ],
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = Pages {
    items: "Backups",
    limit: "MaxResults",
    token_in: "NextToken",
    token_out: "NextToken",
    more: None,
    default: 50,
};

fn read(facts: &AccountFacts<'_>) -> Applied {
    let filters = &facts.input()["Filters"];
    let mut backups: Vec<_> = facts
        .here()
        .into_iter()
        .flat_map(|region| region.backups.values())
        // What is shared comes from other accounts, and there are none.
        .filter(|backup| {
            facts.input()["Shared"] != true
                && allows(filters, "backupIds", &backup.id)
                && allows(filters, "clusterIds", &backup.cluster_id)
                && allows(filters, "states", backup.state.word())
                && allows(filters, "neverExpires", &backup.never_expires.to_string())
                && allows(
                    filters,
                    "sourceBackupIds",
                    backup.copy_of.as_ref().map_or("", |source| &source.backup),
                )
        })
        .collect();
    backups.order_by(|one, other| (one.created, &one.id).cmp(&(other.created, &other.id)));
    if facts.input()["SortAscending"] != true {
        backups.reverse();
    }
    let region = facts.here().map_or("", |region| region.name.as_str());
    let show = |backup: &Backup| views::backup(facts.all(), region, backup);
    let backups = backups.into_iter();
    Ok(paged(&PAGES, facts, backups, show, json!({})))
}
