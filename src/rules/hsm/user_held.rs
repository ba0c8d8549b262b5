//! Somebody is logged in as the user whose password is to be changed, or who is to be deleted.

use super::asked::{Asked, after_question, refuses};
use super::held_by_kms;
use crate::docs;
use crate::facts::{Facts, HsmCommand};
use crate::model::{Holder, HsmSession};
use crate::rules::{Check, Origin, Rule, broken, holds};
use crate::text::found::hsm as words;

pub(super) const RULE: Rule = Rule {
    id: "hsm.user-held",
    raises: &[refuses("hsm:changePswd", 50), refuses("hsm:deleteUser", 50)],
    docs: &[
        docs::CMU_CHANGE_PASSWORD,
        docs::LOGIN_AS_KMSUSER,
        docs::CMU_DELETE_USER,
    ],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let kms = held_by_kms::let_go(facts);
        let lines = if kms.is_empty() {
            vec!["logoutHSM".to_owned()]
        } else {
            kms
        };
        after_question(facts, lines)
    },
    break_it: "\
lab scenario store-connected
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
changePswd CU kmsuser kmsPswd
y",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(asked), Some(tool)) = (Asked::of(facts)?, facts.tool().given()?) else {
        return holds();
    };
    let own = Holder::Tool(tool.id);
    // One's own password may be changed while one is logged in.
    let changes = matches!(asked.command, HsmCommand::ChangePassword { .. });
    let by = |session: &&HsmSession| {
        asked.kind() == Some(session.kind)
            && session.user.eq_ignore_ascii_case(asked.name())
            && (session.holder != own || !changes)
    };
    let Some(session) = asked.server.sessions.iter().find(by) else {
        return holds();
    };
    let holder = match &session.holder {
        Holder::Kms(store) => words::held_by_kms(store),
        holder if *holder == own => words::THIS_SESSION.to_owned(),
        Holder::Tool(_) => words::OTHER_SESSION.to_owned(),
    };
    broken([
        ("name", session.user.clone().into()),
        ("kind", session.kind.word().into()),
        ("holder", holder.into()),
        ("place", asked.place().into()),
    ])
}
