//! The HSM type is not offered.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.hsm-type",
    raises: &[
        exception("cloudhsmv2:CreateCluster", 20, INVALID),
        exception("cloudhsmv2:ModifyCluster", 50, INVALID),
    ],
    docs: &[docs::API_CREATE_CLUSTER, docs::CREATE_CLUSTER],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "aws cloudhsmv2 create-cluster --hsm-type hsm3.large --subnet-ids subnet-0123456789abcdef0",
};

/// Types that a cluster can be made of: today's, and the one of the guide's first years.
const OFFERED: &[&str] = &["hsm1.medium", "hsm2m.medium"];

fn check(facts: &dyn Facts) -> Check {
    match facts.text("HsmType").given()? {
        Some(kind) if !OFFERED.contains(&kind.as_str()) => {
            broken([("type", kind.into()), ("offered", OFFERED.to_vec().into())])
        }
        _ => holds(),
    }
}
