//! An instance is named by an id of its kind.

super::ids::form!(
    "ec2.instance-id",
    7,
    "InvalidInstanceID.Malformed",
    "i-",
    &["InstanceId", "InstanceIds"],
    "aws ec2 describe-instances --instance-ids client"
);
