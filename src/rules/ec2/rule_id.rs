//! A rule of a security group is named by an id of its kind.

super::ids::form!(
    "ec2.rule-id",
    11,
    "InvalidSecurityGroupRuleId.Malformed",
    "sgr-",
    &["SecurityGroupRuleIds"],
    "aws ec2 describe-security-group-rules --security-group-rule-ids sgr-x"
);
