//! A network interface is named by an id of its kind.

super::ids::form!(
    "ec2.interface-id",
    6,
    "InvalidNetworkInterfaceId.Malformed",
    "eni-",
    &["NetworkInterfaceId", "NetworkInterfaceIds"],
    "aws ec2 delete-network-interface --network-interface-id eni-x"
);
