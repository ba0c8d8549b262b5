//! The other server has the user already.

use super::asked::{Asked, refuses};
use super::sync_target::target;
use crate::docs;
use crate::facts::{Facts, HsmCommand};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.sync-exists",
    raises: &[refuses("hsm:syncUser", 40)],
    docs: &[
        docs::CMU_SYNC_USER,
        docs::USERS_IN_SYNC,
        docs::CMU_CHANGE_PASSWORD,
    ],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        let Ok(Some(asked)) = Asked::of(facts) else {
            return Vec::new();
        };
        let HsmCommand::SyncUser { user, .. } = asked.command else {
            return Vec::new();
        };
        let users = &asked.server.contents.users;
        users
            .iter()
            .find(|known| known.id == user)
            .map_or_else(Vec::new, |user| {
                vec![
                    "exit".to_owned(),
                    format!(
                        "changePswd {} {} \"$PASSWORD\"",
                        user.kind.word(),
                        user.name
                    ),
                    "y".to_owned(),
                ]
            })
    },
    break_it: "\
lab scenario ready-cluster
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
server 0
syncUser 1 1",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(asked) = Asked::of(facts)? else {
        return holds();
    };
    let HsmCommand::SyncUser { user, to } = asked.command else {
        return holds();
    };
    let users = &asked.server.contents.users;
    let (Some(user), Some(other)) = (
        users.iter().find(|known| known.id == user),
        target(facts, to)?,
    ) else {
        return holds();
    };
    if other.contents.user(user.kind, &user.name).is_none() {
        return holds();
    }
    broken([
        ("name", user.name.clone().into()),
        ("kind", user.kind.word().into()),
        ("to", to.into()),
    ])
}
