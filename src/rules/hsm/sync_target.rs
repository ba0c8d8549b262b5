//! The server to which a user is to be copied is none of the others that the tool is connected to.

use super::asked::{Asked, refuses};
use crate::docs;
use crate::facts::{Facts, HsmCommand, NotGiven};
use crate::model::{Hsm, HsmState};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.sync-target",
    raises: &[refuses("hsm:syncUser", 20)],
    docs: &[docs::CMU_SYNC_USER, docs::USERS_IN_SYNC],
    origin: Origin::Ours,
    check,
    fix: |_| vec!["exit".to_owned(), "listUsers".to_owned()],
    break_it: as_officer!["server 0", "syncUser 1 7"],
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(asked), Some(tool)) = (Asked::of(facts)?, facts.tool().given()?) else {
        return holds();
    };
    let HsmCommand::SyncUser { to, .. } = asked.command else {
        return holds();
    };
    let reached = target(facts, to)?.is_some();
    if reached && to != asked.server.number {
        return holds();
    }
    broken([
        ("to", to.into()),
        ("place", asked.place().into()),
        ("count", tool.session.servers.len().into()),
    ])
}

/// The HSM behind another server of the same tool, while it is there.
pub(super) fn target(facts: &dyn Facts, to: usize) -> Result<Option<&Hsm>, NotGiven> {
    let (Some(region), Some(tool)) = (facts.region().given()?, facts.tool().given()?) else {
        return Ok(None);
    };
    Ok(tool.session.servers.get(to).and_then(|server| {
        region
            .clusters
            .get(&server.cluster_id)?
            .hsm(&server.hsm_id)
            .filter(|hsm| hsm.state == HsmState::Active)
    }))
}
