//! The client host is in no network.

use super::reach::{DOCS, START, at_start};
use crate::facts::Facts;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.client-not-attached",
    raises: &[at_start(20)],
    docs: DOCS,
    origin: Origin::Ours,
    check: |facts| {
        let Some(region) = facts.region().given()? else {
            return holds();
        };
        if region.client.interface.is_some() {
            return holds();
        }
        broken([("instance", region.client.instance_id.clone().into())])
    },
    fix: attach,
    break_it: "\
lab scenario uninitialized
sudo /opt/cloudhsm/bin/configure -a 10.0.1.4
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};

/// Puts the host beside the first HSM there is, in the cluster's own group.
fn attach(facts: &dyn Facts) -> Vec<String> {
    let place = facts.clusters().known().and_then(|clusters| {
        clusters.into_iter().find_map(|cluster| {
            let subnet = cluster.subnet_mapping.values().next()?;
            Some((subnet, cluster.security_group.as_ref()?))
        })
    });
    match place {
        Some((subnet, group)) => vec![
            format!("lab client attach {subnet} --security-groups {group}"),
            START.to_owned(),
        ],
        None => Vec::new(),
    }
}
