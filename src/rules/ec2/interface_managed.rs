//! An interface that an AWS service keeps is not the account's to delete.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.interface-managed",
    raises: &[exception(
        "ec2:DeleteNetworkInterface",
        30,
        "OperationNotPermitted",
    )],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
E=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].EniId' --output text)
aws ec2 delete-network-interface --network-interface-id $E",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.interface().given()? {
        Some(interface) if interface.requester_managed => broken([
            ("interface", interface.id.into()),
            ("description", interface.description.into()),
        ]),
        _ => holds(),
    }
}
