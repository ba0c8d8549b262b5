//! A member holds something else than one PEM block labeled CERTIFICATE.

use super::INVALID;
use super::papers::{MEMBERS, paper};
use crate::docs;
use crate::facts::Facts;
use crate::pki::CertificateProblem;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::certificates as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.certificate-block",
    raises: &[exception("cloudhsmv2:InitializeCluster", 50, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER, docs::SIGN_CSR, docs::CLI_FILE],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario uninitialized
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert customerCA.crt --trust-anchor customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    for member in MEMBERS {
        let found = match paper(facts, member)? {
            Some(Err(CertificateProblem::NoPemBlock)) => {
                let text = facts.text(member).given()?.unwrap_or_default();
                if !text.is_empty() && text.len() < 100 && text.lines().count() == 1 {
                    words::perhaps_file_name(&text)
                } else {
                    words::NO_BLOCK.to_owned()
                }
            }
            Some(Err(CertificateProblem::SeveralBlocks { count })) => words::several_blocks(count),
            Some(Err(CertificateProblem::WrongLabel { label })) => words::labelled(&label),
            _ => continue,
        };
        return broken([("member", member.into()), ("found", found.into())]);
    }
    holds()
}
