//! A PEM block is labeled CERTIFICATE, but its content is damaged.

use super::INVALID;
use super::papers::{MEMBERS, paper};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.certificate-parses",
    raises: &[exception("cloudhsmv2:InitializeCluster", 60, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: signed![
        "echo '-----BEGIN CERTIFICATE-----",
        "bm90IGEgY2VydGlmaWNhdGU=",
        "-----END CERTIFICATE-----' > damaged.crt",
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://damaged.crt --trust-anchor file://customerCA.crt",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    for member in MEMBERS {
        // What is no certificate block at all has been refused before.
        if let Some(Err(_)) = paper(facts, member)? {
            return broken([("member", member.into())]);
        }
    }
    holds()
}
