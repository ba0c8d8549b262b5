//! A subnet has not as many free addresses as an interface wants.

use crate::docs;
use crate::facts::Facts;
use crate::facts::network;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.subnet-room",
    raises: &[exception("ec2:CreateNetworkInterface", 46, "InsufficientFreeAddressesInSubnet")],
    docs: &[docs::SUBNETS, docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
aws ec2 create-network-interface --subnet-id $S --secondary-private-ip-address-count 11",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (facts.text("SubnetId").given()?, facts.region().given()?)
    else {
        return holds();
    };
    let further = facts.member("SecondaryPrivateIpAddressCount").given()?;
    let wanted = 1 + further.and_then(|count| count.as_u64()).unwrap_or(0);
    let free = network::free_addresses(&region.network, &id);
    if usize::try_from(wanted).is_ok_and(|wanted| wanted <= free) {
        holds()
    } else {
        broken([
            ("subnet", id.into()),
            ("free", free.into()),
            ("wanted", wanted.into()),
        ])
    }
}
