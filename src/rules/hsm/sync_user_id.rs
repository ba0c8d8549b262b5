//! The server has no user with the id that is to be copied.

use super::asked::{Asked, refuses};
use crate::docs;
use crate::facts::HsmCommand;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.sync-user-id",
    raises: &[refuses("hsm:syncUser", 30)],
    docs: &[
        docs::CMU_SYNC_USER,
        docs::USERS_IN_SYNC,
        docs::CMU_LIST_USERS,
    ],
    origin: Origin::Ours,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        let HsmCommand::SyncUser { user, .. } = asked.command else {
            return holds();
        };
        let users = &asked.server.contents.users;
        if users.iter().any(|known| known.id == user) {
            return holds();
        }
        broken([("user", user.into()), ("place", asked.place().into())])
    },
    fix: |_| vec!["listUsers".to_owned()],
    // Two servers are needed to get this far.
    break_it: "\
lab scenario ready-cluster
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
server 0
syncUser 99 1",
};
