//! A subnet in which an interface lives, such as an HSM's, cannot be deleted.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.subnet-unused",
    raises: &[exception("ec2:DeleteSubnet", 30, "DependencyViolation")],
    docs: &[docs::DELETE_SUBNET, docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
S=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].SubnetId' --output text)
aws ec2 delete-subnet --subnet-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (facts.text("SubnetId").given()?, facts.region().given()?)
    else {
        return holds();
    };
    let used: Vec<String> = region
        .network
        .interfaces
        .values()
        .filter(|interface| interface.subnet_id == id)
        .map(|interface| format!("{} ({})", interface.id, interface.description))
        .collect();
    if used.is_empty() {
        holds()
    } else {
        broken([("subnet", id.into()), ("used", used.into())])
    }
}
