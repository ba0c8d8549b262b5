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
        why: "A network interface belongs to one subnet in one Region.",
        todo: "List the network interfaces in this Region and use an ID from the list.",
    },
    Words {
        rule: "ec2.instance-exists",
        message: "The instance ID '{instance}' does not exist",
        ours: false,
        what: "There is no instance `{instance}` in this Region.",
        why: "The only instance in each Region here is the client host.",
        todo: "List the instances in this Region and use an ID from the list.",
    },
    Words {
        rule: "ec2.instance-attached",
        message: "The instance '{instance}' is not attached to a network.",
        ours: true,
        what: "The client host {instance} is not attached to a network.",
        why: "Security groups belong to a network interface. The client host gets one when you attach it to a subnet.",
        todo: "Attach the client host to a subnet first: lab client attach <subnet-id>.",
    },
    Words {
        rule: "ec2.groups-per-interface",
        message: "The maximum number of security groups per interface has been reached.",
        ours: true,
        what: "You gave {have} security groups. A network interface can have at most {most}.",
        why: "AWS limits the number of security groups of a network interface.",
        todo: "Leave out some security groups, or add rules to a group that the client host already has.",
    },
    ours(
        "ec2.interface-managed",
        "You do not have permission to manage the network interface '{interface}'.",
        "The network interface {interface} belongs to an AWS service[[: {description}]].",
        "HSMs and key stores have network interfaces in your subnets. AWS creates and deletes these interfaces.",
        "Delete the HSM or disconnect the key store that has the interface.",
    ),
    Words {
        rule: "ec2.interface-unused",
        message: "Network interface '{interface}' is currently in use.",
        ours: false,
        what: "The network interface {interface} is attached to the instance {instance}.",
        why: "You can't detach the primary network interface of an instance.",
        todo: "Attach the client host to another subnet instead.",
    },
    Words {
        rule: "ec2.address-inside",
        message: "Address does not fall within the subnet's address range",
        ours: false,
        what: "The subnet {subnet} cannot assign the IP address `{address}`.",
        why: "AWS reserves the first four IP addresses and the last one of every subnet.",
        todo: "Leave out the IP address, or give one of the subnet.",
    },
    Words {
        rule: "ec2.address-unused",
        message: "Address is in use.",
        ours: false,
        what: "The IP address `{address}` of the subnet {subnet} is in use.",
        why: "An IP address can be used only once.",
        todo: "Leave out the IP address, or give a free one.",
    },
];
