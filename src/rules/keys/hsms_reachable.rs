//! The store says CONNECTED, but its HSMs cannot be used for a new key or for random bytes.

use super::shared::add_hsm;
use crate::docs;
use crate::facts::Facts;
use crate::model::Direction;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, open_group};
use crate::text::found::keys as words;

pub(super) const RULE: Rule = Rule {
    id: "keys.hsms-reachable",
    raises: &[
        exception("kms:CreateKey", 85, "KMSInternalException"),
        exception("kms:GenerateRandom", 80, "KMSInternalException"),
    ],
    docs: &[docs::FIX_FAILING_KEY, docs::FIX_COMMUNICATION],
    origin: Origin::Ours,
    check,
    fix: |facts| match facts.cluster().known() {
        Some(cluster) if cluster.active_hsms().next().is_none() => add_hsm(facts, &cluster.id),
        Some(cluster) => {
            let open = open_group(facts, &cluster.id);
            if open.is_empty() {
                vec!["lab inject pkcs11-full --off".to_owned()]
            } else {
                open
            }
        }
        None => Vec::new(),
    },
    break_it: "\
lab scenario store-connected
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 revoke-security-group-ingress --group-id $G --protocol tcp --port 2223-2225 --source-group $G
aws kms generate-random --number-of-bytes 32 --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(store) = facts.store().given()? else {
        return holds();
    };
    let no_session = facts
        .account()
        .given()?
        .is_some_and(|account| account.injected.pkcs11_full);
    let found = match facts.cluster().given()? {
        None => words::CLUSTER_GONE,
        Some(cluster) if cluster.active_hsms().next().is_none() => words::NO_ACTIVE_HSM,
        Some(cluster) => {
            let open = cluster.group.given()?.is_some_and(|group| {
                group.admits_itself(Direction::Ingress) && group.admits_itself(Direction::Egress)
            });
            if !open {
                words::GROUP_CLOSED
            } else if no_session {
                words::NO_SESSION
            } else {
                return holds();
            }
        }
    };
    broken([
        ("store", store.id.into()),
        ("cluster", store.cluster_id.into()),
        ("found", found.into()),
    ])
}
