//! A route table is named by an id of its kind.

super::ids::form!(
    "ec2.route-table-id",
    4,
    "InvalidRouteTableId.Malformed",
    "rtb-",
    &["RouteTableId", "RouteTableIds"],
    "aws ec2 describe-route-tables --route-table-ids rtb-main"
);
