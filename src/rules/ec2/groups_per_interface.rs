//! An interface carries at most five security groups.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.groups-per-interface",
    raises: &[
        exception("ec2:ModifyInstanceAttribute", 30, "SecurityGroupsPerInterfaceLimitExceeded"),
        exception("ec2:CreateNetworkInterface", 30, "SecurityGroupsPerInterfaceLimitExceeded"),
    ],
    docs: &[docs::CLIENT_SG],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
lab scenario initialized
I=$(aws ec2 describe-instances --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 modify-instance-attribute --instance-id $I --groups sg-00000001 sg-00000002 sg-00000003 sg-00000004 sg-00000005 sg-00000006",
};

fn check(facts: &dyn Facts) -> Check {
    let groups = facts.member("Groups").given()?;
    let have = groups
        .as_ref()
        .and_then(|groups| groups.as_array())
        .map_or(0, Vec::len);
    if have > MOST {
        broken([("have", have.into()), ("most", MOST.into())])
    } else {
        holds()
    }
}

/// Security groups of one interface (CloudHSM user guide, configure-sg-client-instance).
const MOST: usize = 5;
