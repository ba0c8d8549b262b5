//! A subnet is named by an id of its kind.

super::ids::form!(
    "ec2.subnet-id",
    2,
    "InvalidSubnetID.Malformed",
    "subnet-",
    &["SubnetId", "SubnetIds"],
    "aws ec2 delete-subnet --subnet-id vpc-0123456789abcdef0"
);
