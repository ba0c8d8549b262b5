//! A filter has one of the names that the operation knows.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.filter-known",
    raises: &[
        exception("cloudhsmv2:DescribeClusters", 20, INVALID),
        exception("cloudhsmv2:DescribeBackups", 20, INVALID),
    ],
    docs: &[docs::API_DESCRIBE_CLUSTERS, docs::API_DESCRIBE_BACKUPS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws cloudhsmv2 describe-clusters --filters clusterNames=example",
};

const CLUSTERS: &[&str] = &["clusterIds", "vpcIds", "states"];
const BACKUPS: &[&str] = &[
    "backupIds",
    "sourceBackupIds",
    "clusterIds",
    "states",
    "neverExpires",
];

fn check(facts: &dyn Facts) -> Check {
    let known = if facts.operation().ends_with("Clusters") {
        CLUSTERS
    } else {
        BACKUPS
    };
    let filters = facts.member("Filters").given()?.unwrap_or_default();
    let unknown = filters
        .as_object()
        .and_then(|filters| filters.keys().find(|name| !known.contains(&name.as_str())));
    match unknown {
        Some(name) => broken([
            ("filter", name.clone().into()),
            ("known", known.to_vec().into()),
        ]),
        None => holds(),
    }
}
