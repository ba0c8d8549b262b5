//! customerCA.crt holds something else than the trust anchor with which the cluster was initialized.

use super::anchor_missing::{at_encryption, install, same_certificate};
use crate::docs;
use crate::facts::{Facts, ToolFacts};
use crate::pki;
use crate::rules::{Check, Origin, Rule, broken, holds};
use crate::text::found::certificates as words;

pub(super) const RULE: Rule = Rule {
    id: "hsm.anchor-other",
    raises: &[at_encryption(20)],
    docs: &[docs::CLIENT_ENCRYPTION, docs::SIGN_CSR],
    origin: Origin::Ours,
    check,
    fix: install,
    break_it: "\
lab scenario initialized
aws cloudhsmv2 describe-clusters --query 'Clusters[0].Certificates.ClusterCertificate' --output text > /opt/cloudhsm/etc/customerCA.crt
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(region), Some(id)) = (facts.region().given()?, facts.text("ClusterId").given()?)
    else {
        return holds();
    };
    let anchor = region
        .clusters
        .get(&id)
        .and_then(|cluster| cluster.trust_anchor.clone())
        .unwrap_or_default();
    let Some(file) = region.client.files.get(ToolFacts::ANCHOR) else {
        return holds();
    };
    if same_certificate(file, &anchor) {
        return holds();
    }
    broken([
        ("cluster", id.into()),
        ("found", describe(file).into()),
        ("expected", describe(&anchor).into()),
    ])
}

fn describe(text: &str) -> String {
    match pki::read_certificate(text) {
        Ok(certificate) => {
            words::certificate(&certificate.subject(), &certificate.fingerprint_sha256())
        }
        Err(_) => words::NONE.to_owned(),
    }
}
