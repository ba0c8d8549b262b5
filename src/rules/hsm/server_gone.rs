//! The HSM behind an open connection is no longer there.

use super::asked::{Asked, refuses};
use super::reach::configure;
use crate::docs;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.server-gone",
    raises: &[
        refuses("hsm:loginHSM", 5),
        refuses("hsm:createUser", 5),
        refuses("hsm:changePswd", 5),
        refuses("hsm:deleteUser", 5),
        refuses("hsm:syncUser", 5),
    ],
    docs: &[docs::LOST_CONNECTION],
    origin: Origin::Ours,
    check: |facts| match Asked::of(facts)? {
        Some(asked) if !asked.server.active => broken([
            ("number", asked.server.number.into()),
            ("address", asked.server.address.into()),
        ]),
        _ => holds(),
    },
    fix: |facts| {
        super::asked::after_question(facts, ["quit".to_owned()])
            .into_iter()
            .chain(configure(facts))
            .collect()
    },
    break_it: "\
lab scenario ready-cluster
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
second C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
second H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)
second aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H
second lab settle
createUser CU example examplePswd
y",
};
