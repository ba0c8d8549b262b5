//! Amazon EC2 (API version 2016-11-15): the slice that a cluster stands on.

mod availability_zones;
pub mod default_vpc;
mod filters;
mod instances;
mod interfaces;
mod internet_gateways;
mod route_tables;
mod security_group_rules;
pub mod security_groups;
mod subnets;
mod tags;
mod vpcs;

use super::Operation;

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[
    &internet_gateways::ATTACH,
    &route_tables::ASSOCIATE,
    &security_group_rules::AUTHORIZE_EGRESS,
    &security_group_rules::AUTHORIZE_INGRESS,
    &internet_gateways::CREATE,
    &route_tables::CREATE_ROUTE,
    &route_tables::CREATE,
    &security_groups::CREATE,
    &subnets::CREATE,
    &vpcs::CREATE,
    &internet_gateways::DELETE,
    &route_tables::DELETE_ROUTE,
    &route_tables::DELETE,
    &security_groups::DELETE,
    &subnets::DELETE,
    &vpcs::DELETE,
    &availability_zones::DESCRIBE,
    &instances::DESCRIBE,
    &internet_gateways::DESCRIBE,
    &interfaces::DESCRIBE,
    &route_tables::DESCRIBE,
    &security_groups::DESCRIBE,
    &subnets::DESCRIBE,
    &vpcs::DESCRIBE,
    &internet_gateways::DETACH,
    &route_tables::DISASSOCIATE,
    &instances::MODIFY,
    &security_group_rules::REVOKE_EGRESS,
    &security_group_rules::REVOKE_INGRESS,
];
