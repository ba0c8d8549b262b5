//! There is no such Availability Zone in this Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.zone-listed",
    raises: &[exception(
        "ec2:DescribeAvailabilityZones",
        20,
        "InvalidParameterValue",
    )],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws ec2 describe-availability-zones --query 'AvailabilityZones[].ZoneName' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws ec2 describe-availability-zones --zone-names us-east-1z",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    for member in ["ZoneNames", "ZoneIds"] {
        for name in facts.texts(member).given()?.unwrap_or_default() {
            let mut zones = region.zones.iter();
            if !zones.any(|zone| zone.name == name || zone.id == name) {
                return broken([
                    ("zone", name.into()),
                    ("region", region.name.clone().into()),
                ]);
            }
        }
    }
    holds()
}
