//! The certificate is not the trust anchor with which the cluster was initialized.

use crate::docs;
use crate::facts::Facts;
use crate::pki::{self, CertificateProblem};
use crate::rules::{Check, Evidence, Origin, Rule, Verdict, exception, holds};
use crate::text::found::certificates as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.trust-anchor",
    raises: &[exception(
        "kms:CreateCustomKeyStore",
        90,
        "IncorrectTrustAnchorException",
    )],
    docs: &[docs::PREREQUISITES, docs::SIGN_CSR, docs::CLI_FILE],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| right_file(facts).into_iter().collect(),
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(given), Some(cluster)) = (
        facts.text("TrustAnchorCertificate").given()?,
        facts.cluster().given()?,
    ) else {
        return holds();
    };
    let Some(anchor) = cluster.trust_anchor.clone().given()? else {
        return holds();
    };
    let expected = pki::read_certificate(&anchor);
    // A dump before the block, accepted by openssl, is not what KMS expects.
    let found = match pki::read_certificate(&given) {
        Ok(certificate) => {
            let expected_der = expected.as_ref().map(pki::Certificate::der);
            if Ok(certificate.der()) == expected_der && starts_with_block(&given) {
                return holds();
            }
            describe(&certificate, expected.as_ref().ok(), facts)
        }
        Err(problem) => say(&problem, &given),
    };
    let mut evidence = Evidence::new();
    evidence.insert("cluster".to_owned(), cluster.id.into());
    evidence.insert("found".to_owned(), found.into());
    evidence.insert(
        "expected".to_owned(),
        expected
            .map_or_else(
                |_| "unknown".to_owned(),
                |certificate| certificate.fingerprint_sha256(),
            )
            .into(),
    );
    Ok(Verdict::Broken(evidence))
}

/// The same request with the right file, where this client host has it.
fn right_file(facts: &dyn Facts) -> Option<String> {
    let cluster = facts.cluster().known()?;
    let anchor = pki::read_certificate(&cluster.trust_anchor.known()?).ok()?;
    let name = facts.text("CustomKeyStoreName").known()?;
    let region = facts.region().known()?;
    let (path, _) = region.client.files.iter().find(|(_, text)| {
        starts_with_block(text)
            && pki::read_certificate(text).is_ok_and(|found| found.der() == anchor.der())
    })?;
    Some(format!(
        "aws kms create-custom-key-store --custom-key-store-name '{name}' --cloud-hsm-cluster-id {} --key-store-password \"$KMSUSER_PASSWORD\" --trust-anchor-certificate file://{path}",
        cluster.id
    ))
}

fn starts_with_block(text: &str) -> bool {
    text.trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with("-----BEGIN CERTIFICATE-----")
}

/// What a certificate that is not the anchor is instead.
fn describe(
    given: &pki::Certificate,
    expected: Option<&pki::Certificate>,
    facts: &dyn Facts,
) -> String {
    let is = |pem: Option<String>| {
        pem.and_then(|pem| pki::read_certificate(&pem).ok())
            .is_some_and(|certificate| certificate.der() == given.der())
    };
    let certificates = facts.region().known().and_then(|region| {
        let id = facts.cluster().known()?.id;
        Some(region.clusters.get(&id)?.certificates.clone())
    });
    let what = if expected.is_some_and(|expected| expected.der() == given.der()) {
        words::OTHER_TEXT
    } else if is(certificates.and_then(|certificates| certificates.cluster)) {
        words::SIGNED
    } else if expected.is_some_and(|expected| expected.subject() == given.subject()) {
        words::OTHER_KEY
    } else {
        words::OTHER_AUTHORITY
    };
    words::instead(what, &given.subject(), &given.fingerprint_sha256())
}

/// What a text that is no certificate is instead.
fn say(problem: &CertificateProblem, given: &str) -> String {
    match problem {
        CertificateProblem::NoPemBlock if given.lines().count() == 1 && given.len() < 100 => {
            words::file_name(given)
        }
        CertificateProblem::NoPemBlock => words::TEXT.to_owned(),
        CertificateProblem::SeveralBlocks { count } => words::several_blocks(*count),
        CertificateProblem::WrongLabel { label } => words::labelled(label),
        _ => words::DAMAGED.to_owned(),
    }
}
