//! A VPC is named by an id of its kind.

super::ids::form!(
    "ec2.vpc-id",
    1,
    "InvalidVpcID.Malformed",
    "vpc-",
    &["VpcId", "VpcIds"],
    "aws ec2 describe-vpcs --vpc-ids vpc-1"
);
