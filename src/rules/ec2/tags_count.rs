//! A resource has at most 50 tags.

use serde_json::Value;

use super::tag_keys;
use crate::docs;
use crate::facts::Facts;
use crate::facts::network;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "TagLimitExceeded";

pub(super) const RULE: Rule = Rule {
    id: "ec2.tags-count",
    raises: &[
        exception("ec2:CreateTags", 40, CODE),
        exception("ec2:CreateVpc", 14, CODE),
        exception("ec2:CreateSubnet", 14, CODE),
        exception("ec2:CreateSecurityGroup", 14, CODE),
        exception("ec2:CreateRouteTable", 14, CODE),
        exception("ec2:CreateInternetGateway", 14, CODE),
        exception("ec2:CreateNetworkInterface", 14, CODE),
        exception("ec2:CreateNetworkAcl", 14, CODE),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "",
};

/// Tags of one resource.
const MOST: usize = 50;

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    let tags = tag_keys::given(facts)?;
    let keys: Vec<&str> = tags.iter().filter_map(|tag| tag["Key"].as_str()).collect();
    let too_many = |resource: Value, have: usize| {
        broken([
            ("resource", resource),
            ("have", have.into()),
            ("most", MOST.into()),
        ])
    };
    let Some(ids) = facts.texts("Resources").given()? else {
        if keys.len() > MOST {
            return too_many("that is to be made".into(), keys.len());
        }
        return holds();
    };
    for id in ids {
        let Some(own) = network::tags(region, &id) else {
            continue;
        };
        let new = keys.iter().filter(|key| !own.contains_key(**key)).count();
        let have = own.len() + new;
        if have > MOST {
            return too_many(id.into(), have);
        }
    }
    holds()
}
