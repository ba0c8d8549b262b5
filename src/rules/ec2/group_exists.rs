//! There is no such security group in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.group-exists",
    raises: &[
        exception("ec2:DeleteSecurityGroup", 20, "InvalidGroup.NotFound"),
        exception(
            "ec2:AuthorizeSecurityGroupIngress",
            20,
            "InvalidGroup.NotFound",
        ),
        exception(
            "ec2:AuthorizeSecurityGroupEgress",
            20,
            "InvalidGroup.NotFound",
        ),
        exception(
            "ec2:RevokeSecurityGroupIngress",
            20,
            "InvalidGroup.NotFound",
        ),
        exception("ec2:RevokeSecurityGroupEgress", 20, "InvalidGroup.NotFound"),
        exception("ec2:DescribeSecurityGroups", 20, "InvalidGroup.NotFound"),
    ],
    docs: &[docs::EC2_ERRORS, docs::SECURITY_GROUPS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec!["aws ec2 describe-security-groups --query 'SecurityGroups[].[GroupId,GroupName]' --output text".to_owned()]
    },
    break_it: "\
aws ec2 delete-security-group --group-id sg-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    if let (Some(listed), Some(region)) =
        (facts.texts("GroupIds").given()?, facts.region().given()?)
    {
        let missing = listed
            .into_iter()
            .find(|id| !region.network.security_groups.contains_key(id));
        return match missing {
            Some(id) => broken([("group", id.into())]),
            None => holds(),
        };
    }
    if let (Some(names), Some(region)) =
        (facts.texts("GroupNames").given()?, facts.region().given()?)
    {
        let network = &region.network;
        let vpc = network.vpcs.values().find(|vpc| vpc.is_default);
        let known = |name: &String| {
            let mut groups = network.security_groups.values();
            groups.any(|group| group.name == *name && vpc.is_some_and(|vpc| vpc.id == group.vpc_id))
        };
        return match names.into_iter().find(|name| !known(name)) {
            Some(name) => broken([("group", name.into())]),
            None => holds(),
        };
    }
    let Some(id) = facts.text("GroupId").given()? else {
        return holds();
    };
    match facts.group().given()? {
        Some(_) => holds(),
        None => broken([("group", id.into())]),
    }
}
