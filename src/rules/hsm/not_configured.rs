//! The tool was never told which servers there are.

use super::reach::{at_start, configure};
use crate::docs;
use crate::facts::{Facts, ToolFacts};
use crate::rules::{Check, Origin, Rule, broken, holds};
use crate::text::found::hsm as words;

pub(super) const RULE: Rule = Rule {
    id: "hsm.not-configured",
    raises: &[at_start(10)],
    docs: &[docs::CMU_START, docs::LOST_CONNECTION],
    origin: Origin::Observed,
    check,
    fix: configure,
    break_it: "\
lab scenario initialized
rm /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};

fn check(facts: &dyn Facts) -> Check {
    let server = facts.text("Server").given()?;
    let found = match server {
        Some(address) if address.parse::<std::net::Ipv4Addr>().is_ok() => return holds(),
        Some(other) => words::no_address(&other),
        None => words::NO_SERVER.to_owned(),
    };
    broken([("file", ToolFacts::CONFIG.into()), ("found", found.into())])
}
