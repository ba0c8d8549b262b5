//! DescribeClusters.

use serde_json::{Value, json};

use super::{shapes, views};
use crate::api::operation::Pages;
use crate::api::shape::{INTEGER, STRING, Shape, member};
use crate::api::{Action, Applied, Operation, Service, paged};
use crate::facts::AccountFacts;
use crate::model::Cluster;

/// DescribeClusters.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "DescribeClusters",
    input: &[
        member("Filters", shapes::FILTERS),
        member("NextToken", shapes::NEXT_TOKEN),
        member("MaxResults", INTEGER.within(1, 25)),
    ],
    output: &[
        member("Clusters", Shape::list(&Shape::structure(shapes::CLUSTER))),
        member("NextToken", STRING),
    ],
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = Pages {
    items: "Clusters",
    limit: "MaxResults",
    token_in: "NextToken",
    token_out: "NextToken",
    more: None,
    default: 25,
};

fn read(facts: &AccountFacts<'_>) -> Applied {
    let filters = &facts.input()["Filters"];
    let clusters = facts
        .here()
        .into_iter()
        .flat_map(|region| region.clusters.values())
        .filter(|cluster| matches(filters, cluster));
    let show = views::cluster;
    Ok(paged(&PAGES, facts, clusters, show, json!({})))
}

fn matches(filters: &Value, cluster: &Cluster) -> bool {
    allows(filters, "clusterIds", &cluster.id)
        && allows(filters, "vpcIds", &cluster.vpc_id)
        && allows(filters, "states", cluster.state.word())
}

/// Whether a filter of that name is absent or lists the value.
pub(super) fn allows(filters: &Value, name: &str, value: &str) -> bool {
    filters[name]
        .as_array()
        .is_none_or(|values| values.iter().any(|wanted| wanted == value))
}
