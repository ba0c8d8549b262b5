//! KMS does not reach the HSMs: a transient fault, or rules that changed while the attempt ran.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::Direction;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};
use crate::text::found::kms as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.network-path",
    raises: &[connection_error(50, "NETWORK_ERRORS")],
    docs: &[docs::FIX_CONNECTION],
    origin: Origin::Documented,
    check,
    fix: |facts| fixes::reconnect(facts, vec!["lab inject network-errors --off".to_owned()]),
    break_it: failing!["lab inject network-errors"],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    if facts
        .account()
        .given()?
        .is_some_and(|account| account.injected.network_errors)
    {
        return broken([
            ("cluster", cluster.id.into()),
            ("found", words::DISTURBED.into()),
        ]);
    }
    let open = cluster.group.given()?.is_some_and(|group| {
        group.admits_itself(Direction::Ingress) && group.admits_itself(Direction::Egress)
    });
    if open {
        return holds();
    }
    broken([
        ("cluster", cluster.id.into()),
        ("found", words::RULES_CHANGED.into()),
    ])
}
