//! A crypto user that owns keys cannot be deleted.

use super::asked::{Asked, refuses};
use crate::docs;
use crate::model::UserKind;
use crate::rules::{Origin, Rule, broken, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "hsm.owns-keys",
    raises: &[refuses("hsm:deleteUser", 60)],
    docs: &[docs::CMU_DELETE_USER],
    origin: Origin::Documented,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        let Some(user) = asked.server.user(&asked.command) else {
            return holds();
        };
        let keys: Vec<String> = asked
            .server
            .contents
            .keys
            .iter()
            .filter(|(_, key)| {
                user.kind == UserKind::Cu && key.owner.eq_ignore_ascii_case(&user.name)
            })
            .map(|(handle, _)| handle.to_string())
            .collect();
        if keys.is_empty() {
            return holds();
        }
        broken([
            ("name", user.name.clone().into()),
            ("count", keys.len().into()),
            ("handles", keys.into()),
            ("place", asked.place().into()),
        ])
    },
    fix: no_command,
    break_it: "\
lab scenario store-with-key
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms disconnect-custom-key-store --custom-key-store-id $S
lab settle
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
deleteUser CU kmsuser",
};
