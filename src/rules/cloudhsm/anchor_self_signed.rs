//! The trust anchor is not self-signed.

use super::INVALID;
use super::papers::{anchor, signed};
use crate::docs;
use crate::facts::Facts;
use crate::pki::{Certificate, SignatureCheck};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.anchor-self-signed",
    raises: &[exception("cloudhsmv2:InitializeCluster", 70, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER, docs::API_INITIALIZE_CLUSTER],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: signed![
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://cluster.crt --trust-anchor file://cluster.crt",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(anchor) = anchor(facts)? else {
        return holds();
    };
    let own = anchor.is_signed_by(&anchor.public_key_der());
    // A signature of a kind that cannot be checked is the question of the rule about keys.
    if anchor.names_as_issuer(&anchor) && own != SignatureCheck::Invalid {
        return holds();
    }
    let hint = match signed(facts)? {
        Some(signed) if signed.der() == anchor.der() => words::SIGNED_TWICE,
        Some(signed) if is_issued_by(&anchor, &signed) => words::SWAPPED,
        Some(signed) if is_issued_by(&signed, &signed) => words::PERHAPS_SWAPPED,
        _ => words::NO_ANCHOR,
    };
    broken([
        ("subject", anchor.subject().into()),
        ("issuer", anchor.issuer().into()),
        ("hint", hint.into()),
    ])
}

fn is_issued_by(certificate: &Certificate, issuer: &Certificate) -> bool {
    certificate.names_as_issuer(issuer)
        && certificate.is_signed_by(&issuer.public_key_der()) == SignatureCheck::Valid
}
