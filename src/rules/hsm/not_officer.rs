//! Users are managed by a crypto officer; everybody else may only change their own password.

use super::asked::{Asked, LOGIN_OFFICER, after_question, again, refuses};
use crate::docs;
use crate::facts::{Facts, HsmCommand};
use crate::model::UserKind;
use crate::rules::{Check, Origin, Rule, broken, holds};
use crate::text::found::hsm as words;

pub(super) const RULE: Rule = Rule {
    id: "hsm.not-officer",
    raises: &[
        refuses("hsm:createUser", 10),
        refuses("hsm:changePswd", 10),
        refuses("hsm:deleteUser", 10),
        refuses("hsm:syncUser", 10),
    ],
    docs: &[docs::HSM_USERS, docs::CMU_CREATE_USER],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let rest = match facts.hsm_command().known() {
            Some(HsmCommand::DeleteUser { .. } | HsmCommand::SyncUser { .. }) | None => "",
            Some(_) => " \"$PASSWORD\"",
        };
        let lines = [LOGIN_OFFICER.to_owned()]
            .into_iter()
            .chain(again(facts, rest))
            .chain((!rest.is_empty()).then(|| "y".to_owned()));
        after_question(facts, lines)
    },
    break_it: "\
lab scenario active
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
createUser CU kmsuser kmsPswd
y",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(asked) = Asked::of(facts)? else {
        return holds();
    };
    let who = match &asked.server.login {
        // The precrypto officer has a rule of its own.
        Some((UserKind::Co | UserKind::Preco, _)) => return holds(),
        Some((kind, name)) if is_own(&asked, *kind, name) => return holds(),
        Some((kind, name)) => words::logged_in(name, kind.word()),
        None => words::NOBODY.to_owned(),
    };
    broken([("who", who.into()), ("place", asked.place().into())])
}

/// Whether the command changes the password of the user that is logged in.
pub(super) fn is_own(asked: &Asked, kind: UserKind, name: &str) -> bool {
    matches!(asked.command, HsmCommand::ChangePassword { .. })
        && asked.kind() == Some(kind)
        && asked.name().eq_ignore_ascii_case(name)
}
