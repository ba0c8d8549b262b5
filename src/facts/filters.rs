//! The filters of EC2's Describe operations: their names, and where in what is shown the values lie that they compare with.

/// Operation, then name and place; a place is a path of members, through lists.
const FILTERS: &[(&str, &[(&str, &str)])] = &[
    (
        "ec2:DescribeAvailabilityZones",
        &[
            ("group-name", "GroupName"),
            ("opt-in-status", "OptInStatus"),
            ("region-name", "RegionName"),
            ("state", "State"),
            ("zone-id", "ZoneId"),
            ("zone-name", "ZoneName"),
            ("zone-type", "ZoneType"),
        ],
    ),
    (
        "ec2:DescribeInstances",
        &[
            ("instance-id", "Instances.InstanceId"),
            ("instance-state-name", "Instances.State.Name"),
            ("instance.group-id", "Instances.SecurityGroups.GroupId"),
            ("instance.group-name", "Instances.SecurityGroups.GroupName"),
            ("private-ip-address", "Instances.PrivateIpAddress"),
            ("subnet-id", "Instances.SubnetId"),
            ("vpc-id", "Instances.VpcId"),
        ],
    ),
    (
        "ec2:DescribeInternetGateways",
        &[
            ("attachment.state", "Attachments.State"),
            ("attachment.vpc-id", "Attachments.VpcId"),
            ("internet-gateway-id", "InternetGatewayId"),
            ("owner-id", "OwnerId"),
        ],
    ),
    (
        "ec2:DescribeNetworkAcls",
        &[
            (
                "association.association-id",
                "Associations.NetworkAclAssociationId",
            ),
            ("association.network-acl-id", "Associations.NetworkAclId"),
            ("association.subnet-id", "Associations.SubnetId"),
            ("default", "IsDefault"),
            ("entry.cidr", "Entries.CidrBlock"),
            ("entry.egress", "Entries.Egress"),
            ("entry.port-range.from", "Entries.PortRange.From"),
            ("entry.port-range.to", "Entries.PortRange.To"),
            ("entry.protocol", "Entries.Protocol"),
            ("entry.rule-action", "Entries.RuleAction"),
            ("entry.rule-number", "Entries.RuleNumber"),
            ("network-acl-id", "NetworkAclId"),
            ("owner-id", "OwnerId"),
            ("vpc-id", "VpcId"),
        ],
    ),
    (
        "ec2:DescribeNetworkInterfaces",
        &[
            ("addresses.primary", "PrivateIpAddresses.Primary"),
            (
                "addresses.private-ip-address",
                "PrivateIpAddresses.PrivateIpAddress",
            ),
            ("attachment.instance-id", "Attachment.InstanceId"),
            ("attachment.status", "Attachment.Status"),
            ("availability-zone", "AvailabilityZone"),
            ("description", "Description"),
            ("group-id", "Groups.GroupId"),
            ("group-name", "Groups.GroupName"),
            ("interface-type", "InterfaceType"),
            ("network-interface-id", "NetworkInterfaceId"),
            ("owner-id", "OwnerId"),
            ("private-ip-address", "PrivateIpAddress"),
            ("requester-managed", "RequesterManaged"),
            ("status", "Status"),
            ("subnet-id", "SubnetId"),
            ("vpc-id", "VpcId"),
        ],
    ),
    (
        "ec2:DescribeRouteTables",
        &[
            ("association.main", "Associations.Main"),
            (
                "association.route-table-association-id",
                "Associations.RouteTableAssociationId",
            ),
            ("association.route-table-id", "Associations.RouteTableId"),
            ("association.subnet-id", "Associations.SubnetId"),
            ("owner-id", "OwnerId"),
            ("route-table-id", "RouteTableId"),
            (
                "route.destination-cidr-block",
                "Routes.DestinationCidrBlock",
            ),
            ("route.gateway-id", "Routes.GatewayId"),
            ("route.origin", "Routes.Origin"),
            ("route.state", "Routes.State"),
            ("vpc-id", "VpcId"),
        ],
    ),
    (
        "ec2:DescribeSecurityGroupRules",
        &[
            ("group-id", "GroupId"),
            ("security-group-rule-id", "SecurityGroupRuleId"),
        ],
    ),
    (
        "ec2:DescribeSecurityGroups",
        &[
            ("description", "Description"),
            (
                "egress.ip-permission.cidr",
                "IpPermissionsEgress.IpRanges.CidrIp",
            ),
            (
                "egress.ip-permission.from-port",
                "IpPermissionsEgress.FromPort",
            ),
            (
                "egress.ip-permission.group-id",
                "IpPermissionsEgress.UserIdGroupPairs.GroupId",
            ),
            (
                "egress.ip-permission.protocol",
                "IpPermissionsEgress.IpProtocol",
            ),
            ("egress.ip-permission.to-port", "IpPermissionsEgress.ToPort"),
            ("group-id", "GroupId"),
            ("group-name", "GroupName"),
            ("ip-permission.cidr", "IpPermissions.IpRanges.CidrIp"),
            ("ip-permission.from-port", "IpPermissions.FromPort"),
            (
                "ip-permission.group-id",
                "IpPermissions.UserIdGroupPairs.GroupId",
            ),
            ("ip-permission.protocol", "IpPermissions.IpProtocol"),
            ("ip-permission.to-port", "IpPermissions.ToPort"),
            ("owner-id", "OwnerId"),
            ("vpc-id", "VpcId"),
        ],
    ),
    (
        "ec2:DescribeSubnets",
        &[
            ("availability-zone", "AvailabilityZone"),
            ("availabilityZone", "AvailabilityZone"),
            ("availability-zone-id", "AvailabilityZoneId"),
            ("available-ip-address-count", "AvailableIpAddressCount"),
            ("cidr-block", "CidrBlock"),
            ("cidr", "CidrBlock"),
            ("default-for-az", "DefaultForAz"),
            ("map-public-ip-on-launch", "MapPublicIpOnLaunch"),
            ("owner-id", "OwnerId"),
            ("state", "State"),
            ("subnet-arn", "SubnetArn"),
            ("subnet-id", "SubnetId"),
            ("vpc-id", "VpcId"),
        ],
    ),
    (
        "ec2:DescribeVpcs",
        &[
            ("cidr", "CidrBlock"),
            ("cidr-block", "CidrBlock"),
            (
                "cidr-block-association.cidr-block",
                "CidrBlockAssociationSet.CidrBlock",
            ),
            ("dhcp-options-id", "DhcpOptionsId"),
            ("is-default", "IsDefault"),
            ("isDefault", "IsDefault"),
            ("owner-id", "OwnerId"),
            ("state", "State"),
            ("vpc-id", "VpcId"),
        ],
    ),
];

/// The filters of an operation, tags apart: name and place. None for an operation without filters.
#[must_use]
pub fn of(operation: &str) -> &'static [(&'static str, &'static str)] {
    FILTERS
        .iter()
        .find(|(name, _)| *name == operation)
        .map_or(&[], |(_, filters)| filters)
}

/// Whether a filter is about tags, which every operation with filters knows.
#[must_use]
pub fn of_tags(name: &str) -> bool {
    name == "tag-key" || name.starts_with("tag:")
}
