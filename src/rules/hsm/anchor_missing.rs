//! customerCA.crt is not where the tools look for it, so no encrypted session can be set up.

use crate::docs;
use crate::facts::{Facts, ToolFacts};
use crate::pki;
use crate::rules::{Check, Origin, Raise, Raised, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.anchor-missing",
    raises: &[at_encryption(10)],
    docs: &[docs::CLIENT_ENCRYPTION, docs::ACTIVATE_CLUSTER],
    origin: Origin::Observed,
    check,
    fix: install,
    break_it: "\
lab scenario initialized
rm /opt/cloudhsm/etc/customerCA.crt
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};

/// Raised while the encrypted session is set up.
pub(super) const fn at_encryption(order: u16) -> Raise {
    Raise {
        on: "hsm:enable_e2e",
        order,
        error: Raised::Hsm,
    }
}

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    if region.client.files.contains_key(ToolFacts::ANCHOR) {
        return holds();
    }
    broken([
        (
            "number",
            facts.member("Number").given()?.unwrap_or_default(),
        ),
        (
            "address",
            facts.text("Server").given()?.unwrap_or_default().into(),
        ),
    ])
}

/// Copies the right file to its place, where this client host has it.
pub(super) fn install(facts: &dyn Facts) -> Vec<String> {
    let path = right_file(facts).unwrap_or_else(|| "\"$CUSTOMER_CA\"".to_owned());
    vec![
        "quit".to_owned(),
        format!("sudo cp {path} {}", ToolFacts::ANCHOR),
        super::reach::START.to_owned(),
    ]
}

fn right_file(facts: &dyn Facts) -> Option<String> {
    let region = facts.region().known()?;
    // While the tool starts the request names the cluster, later the server does.
    let id = facts.text("ClusterId").known().or_else(|| {
        let number = facts.server().known()?.number;
        let session = facts.tool().known()?.session;
        Some(session.servers.get(number)?.cluster_id.clone())
    })?;
    let cluster = region.clusters.get(&id)?;
    let anchor = cluster.trust_anchor.as_ref()?;
    region
        .client
        .files
        .iter()
        .find(|(_, text)| same_certificate(text, anchor))
        .map(|(path, _)| path.clone())
}

/// Whether two texts hold the same certificate, byte for byte once the armor is off.
pub(in crate::rules) fn same_certificate(one: &str, other: &str) -> bool {
    match (pki::read_certificate(one), pki::read_certificate(other)) {
        (Ok(one), Ok(other)) => one.der() == other.der(),
        _ => false,
    }
}
