//! Making security groups, for readers and for the services that bring their own.

use std::collections::BTreeMap;

use crate::api::{Bug, Call};
use crate::model::{Peer, PortRule, Protocol, SecurityGroup};

/// Makes a group; `open_egress` gives it the outbound rule that EC2 gives to groups that people make. Answers its id.
///
/// # Errors
/// [`Bug`] when there is no such Region.
pub fn create(
    call: &mut Call<'_>,
    vpc_id: &str,
    name: &str,
    description: &str,
    open_egress: bool,
) -> Result<String, Bug> {
    let id = call.entropy.hex_id("sg", &format!("{vpc_id}/{name}"));
    let egress = open_egress.then(|| PortRule {
        id: call.entropy.hex_id("sgr", &format!("{id}/egress")),
        protocol: Protocol::All,
        from_port: 0,
        to_port: u16::MAX,
        peer: Peer::Range("0.0.0.0/0".to_owned()),
    });
    call.here_mut()?.network.security_groups.insert(
        id.clone(),
        SecurityGroup {
            id: id.clone(),
            name: name.to_owned(),
            description: description.to_owned(),
            vpc_id: vpc_id.to_owned(),
            ingress: Vec::new(),
            egress: egress.into_iter().collect(),
            tags: BTreeMap::new(),
        },
    );
    Ok(id)
}
