//! The address for an interface is in use.

use crate::docs;
use crate::facts::Facts;
use crate::facts::network;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.address-unused",
    raises: &[exception(
        "ec2:CreateNetworkInterface",
        44,
        "InvalidIPAddress.InUse",
    )],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
S=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].SubnetId' --output text)
I=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].EniIp' --output text)
aws ec2 create-network-interface --subnet-id $S --private-ip-address $I",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(ip), Some(id), Some(region)) = (
        facts.text("PrivateIpAddress").given()?,
        facts.text("SubnetId").given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    if network::is_free(&region.network, &id, &ip) {
        holds()
    } else {
        broken([("address", ip.into()), ("subnet", id.into())])
    }
}
