//! The signed certificate was not issued by the trust anchor.

use super::INVALID;
use super::papers::{anchor, signed};
use crate::docs;
use crate::facts::Facts;
use crate::pki::SignatureCheck;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.signed-by-anchor",
    raises: &[exception("cloudhsmv2:InitializeCluster", 110, INVALID)],
    docs: &[docs::SIGN_CSR, docs::INITIALIZE_CLUSTER],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: signed![
        "mv customerCA.crt first.crt",
        "rm customerCA.key",
        "lab sign cluster.csr second.crt",
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://second.crt --trust-anchor file://first.crt",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(anchor), Some(signed)) = (anchor(facts)?, signed(facts)?) else {
        return holds();
    };
    let found = if !signed.names_as_issuer(&anchor) {
        words::other_issuer(&signed.issuer(), &anchor.subject())
    } else if signed.is_signed_by(&anchor.public_key_der()) != SignatureCheck::Valid {
        words::OTHER_KEY.to_owned()
    } else {
        return holds();
    };
    broken([("found", found.into())])
}
