//! A security group is named by an id of its kind.

super::ids::form!(
    "ec2.group-id",
    3,
    "InvalidGroupId.Malformed",
    "sg-",
    &["GroupId", "GroupIds", "Groups", super::ids::PEERS],
    "aws ec2 describe-security-groups --group-ids default"
);
