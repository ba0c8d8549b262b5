//! A network ACL is named by an id of its kind.

super::ids::form!(
    "ec2.acl-id",
    8,
    "InvalidNetworkAclId.Malformed",
    "acl-",
    &["NetworkAclId", "NetworkAclIds"],
    "aws ec2 describe-network-acls --network-acl-ids default"
);
