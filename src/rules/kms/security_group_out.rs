//! The cluster's security group does not let TCP 2223 to 2225 out to itself.

use super::security_group_in::{check_direction, group};
use crate::docs;
use crate::model::Direction;
use crate::rules::{Origin, Rule, exception};

const CODE: &str = "CloudHsmClusterInvalidConfigurationException";

pub(super) const RULE: Rule = Rule {
    id: "kms.security-group-out",
    raises: &[
        exception("kms:CreateCustomKeyStore", 102, CODE),
        exception("kms:ConnectCustomKeyStore", 52, CODE),
        exception("kms:UpdateCustomKeyStore", 72, CODE),
    ],
    docs: &[docs::PREREQUISITES, docs::CONFIGURE_SG],
    origin: Origin::ServiceModel,
    check: |facts| check_direction(facts, Direction::Egress),
    fix: |facts| match group(facts) {
        Some(group) => vec![format!(
            "aws ec2 authorize-security-group-egress --group-id {0} --ip-permissions 'IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{{GroupId={0}}}]'",
            group.group.id
        )],
        None => Vec::new(),
    },
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 revoke-security-group-egress --group-id $G --ip-permissions \"IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{GroupId=$G}]\"
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};
