//! The address that was asked for is no free host address of the subnet.

use super::{INVALID, papers::subnet_of_zone};
use crate::docs;
use crate::facts::{Facts, network};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.address-free",
    raises: &[exception("cloudhsmv2:CreateHsm", 70, INVALID)],
    docs: &[docs::API_CREATE_HSM],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1b --ip-address 192.168.1.1",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(ip), Some((_, subnet)), Some(region)) = (
        facts.text("IpAddress").given()?,
        subnet_of_zone(facts)?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    if network::is_free(&region.network, &subnet.id, &ip) {
        holds()
    } else {
        broken([("address", ip.into()), ("subnet", subnet.id.into())])
    }
}
