//! Words about network interfaces, their addresses, and the client host.

use crate::text::Words;
use crate::text::words::ours;

/// The words.
pub const RULES: &[Words] = &[
    Words {
        rule: "ec2.interface-exists",
        message: "The networkInterface ID '{interface}' does not exist",
        ours: false,
        what: "There is no network interface `{interface}` in this Region.",
        why: "Network interfaces belong to one subnet in one Region.",
        todo: "List the network interfaces of this Region and use the id that is printed there.",
    },
    Words {
        rule: "ec2.instance-exists",
        message: "The instance ID '{instance}' does not exist",
        ours: false,
        what: "There is no instance `{instance}` in this Region.",
        why: "Each Region has one client host here, which is the only instance.",
        todo: "List the instances of this Region and use the id that is printed there.",
    },
    Words {
        rule: "ec2.instance-attached",
        message: "The instance '{instance}' is not attached to a network.",
        ours: true,
        what: "The client host {instance} is in no network yet.",
        why: "Security groups belong to a network interface, and the client host gets one when it is put into a subnet.",
        todo: "Put the client host into a subnet first: lab client attach <subnet-id>.",
    },
    Words {
        rule: "ec2.groups-per-interface",
        message: "The maximum number of security groups per interface has been reached.",
        ours: true,
        what: "{have} security groups were given; an interface carries at most {most}.",
        why: "More groups are not possible on one interface.",
        todo: "Leave groups away, or add rules to a group that the client host carries already.",
    },
    ours(
        "ec2.interface-managed",
        "You do not have permission to manage the network interface '{interface}'.",
        "The network interface {interface} is kept by an AWS service: {description}.",
        "HSMs and key stores have interfaces in your subnets; they come and go with them.",
        "Delete the HSM, or disconnect the key store, whose interface it is.",
    ),
    Words {
        rule: "ec2.interface-unused",
        message: "Network interface '{interface}' is currently in use.",
        ours: false,
        what: "The network interface {interface} is attached to the instance {instance}.",
        why: "An instance keeps its primary interface.",
        todo: "Put the client host into another subnet instead.",
    },
    Words {
        rule: "ec2.address-inside",
        message: "Address does not fall within the subnet's address range",
        ours: false,
        what: "`{address}` is no address that the subnet {subnet} gives out.",
        why: "The first four addresses of a subnet and its last one are reserved.",
        todo: "Leave the address away, or give one of the subnet's own.",
    },
    Words {
        rule: "ec2.address-unused",
        message: "Address is in use.",
        ours: false,
        what: "The address `{address}` of the subnet {subnet} is in use.",
        why: "Every address is used once.",
        todo: "Leave the address away, or give a free one.",
    },
];
