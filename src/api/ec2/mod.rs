//! Amazon EC2 (API version 2016-11-15): the slice that a cluster stands on.

mod availability_zones;
pub mod default_vpc;
mod filters;
mod instances;
mod interfaces;
mod internet_gateways;
mod network_acls;
mod paging;
mod route_tables;
mod security_group_rules;
pub mod security_groups;
mod subnets;
mod tags;
mod vpcs;

use super::Operation;
use super::shape::{BOOLEAN, Member, member};

/// Asks whether the request would succeed; every operation of the service knows it.
const DRY_RUN: Member = member("DryRun", BOOLEAN);

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[
    &internet_gateways::ATTACH,
    &route_tables::ASSOCIATE,
    &security_group_rules::AUTHORIZE_EGRESS,
    &security_group_rules::AUTHORIZE_INGRESS,
    &internet_gateways::CREATE,
    &network_acls::CREATE,
    &network_acls::CREATE_ENTRY,
    &interfaces::CREATE,
    &route_tables::CREATE_ROUTE,
    &route_tables::CREATE,
    &security_groups::CREATE,
    &subnets::CREATE,
    &tags::CREATE,
    &vpcs::CREATE,
    &internet_gateways::DELETE,
    &network_acls::DELETE,
    &network_acls::DELETE_ENTRY,
    &interfaces::DELETE,
    &route_tables::DELETE_ROUTE,
    &route_tables::DELETE,
    &security_groups::DELETE,
    &subnets::DELETE,
    &tags::DELETE,
    &vpcs::DELETE,
    &availability_zones::DESCRIBE,
    &instances::DESCRIBE,
    &internet_gateways::DESCRIBE,
    &network_acls::DESCRIBE,
    &interfaces::DESCRIBE,
    &route_tables::DESCRIBE,
    &security_group_rules::DESCRIBE,
    &security_groups::DESCRIBE,
    &subnets::DESCRIBE,
    &vpcs::DESCRIBE,
    &internet_gateways::DETACH,
    &route_tables::DISASSOCIATE,
    &instances::MODIFY,
    &network_acls::REPLACE_ASSOCIATION,
    &network_acls::REPLACE_ENTRY,
    &security_group_rules::REVOKE_EGRESS,
    &security_group_rules::REVOKE_INGRESS,
];
