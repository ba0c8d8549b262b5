//! An internet gateway is named by an id of its kind.

super::ids::form!(
    "ec2.gateway-id",
    5,
    "InvalidInternetGatewayId.Malformed",
    "igw-",
    &["InternetGatewayId", "InternetGatewayIds"],
    "aws ec2 delete-internet-gateway --internet-gateway-id igw"
);
