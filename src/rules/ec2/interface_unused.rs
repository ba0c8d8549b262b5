//! An interface that is attached cannot be deleted.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.interface-unused",
    raises: &[exception("ec2:DeleteNetworkInterface", 40, "InvalidParameterValue")],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
E=$(aws ec2 describe-network-interfaces --filters Name=attachment.status,Values=attached --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 delete-network-interface --network-interface-id $E",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(interface), Some(region)) = (facts.interface().given()?, facts.region().given()?)
    else {
        return holds();
    };
    if region.client.interface.as_ref() == Some(&interface.id) {
        broken([
            ("interface", interface.id.into()),
            ("instance", region.client.instance_id.clone().into()),
        ])
    } else {
        holds()
    }
}
