//! Changes of the client host: its files and its place in the network.

use std::collections::BTreeMap;

use crate::api::{Bug, Call};
use crate::command::HostAction;
use crate::facts::network::next_address;
use crate::model::Interface;
use crate::text::service as words;

/// Runs a host action. The shell has checked that everything it names exists.
///
/// # Errors
/// [`Bug`] where it does not.
pub fn act(call: &mut Call<'_>, action: &HostAction) -> Result<(), Bug> {
    match action {
        HostAction::WriteFile { path, text } => {
            call.here_mut()?
                .client
                .files
                .insert(path.clone(), text.clone());
        }
        HostAction::RemoveFile { path } => {
            call.here_mut()?.client.files.remove(path);
        }
        // The entry itself is what counts.
        HostAction::Draw => {}
        HostAction::Attach { subnet, groups } => attach(call, subnet, groups)?,
        HostAction::StartDaemon => crate::hsm::start_daemon(call)?,
        HostAction::StopDaemon => {
            let client = &mut call.here_mut()?.client;
            client.daemon_running = false;
            client.daemon_members.clear();
        }
        HostAction::Sign {
            request,
            certificate,
        } => super::sign::sign(call, request, certificate)?,
    }
    Ok(())
}

/// Moves the host's one interface into a subnet.
fn attach(call: &mut Call<'_>, subnet: &str, groups: &[String]) -> Result<(), Bug> {
    let id = call.entropy.hex_id("eni", "client");
    let region = call.here_mut()?;
    if let Some(old) = region.client.interface.take() {
        region.network.interfaces.remove(&old);
    }
    let ip = next_address(&region.network, subnet)
        .ok_or_else(|| Bug(format!("no free address in {subnet}")))?;
    region.network.interfaces.insert(
        id.clone(),
        Interface {
            id: id.clone(),
            subnet_id: subnet.to_owned(),
            ip,
            groups: groups.to_vec(),
            description: words::host_interface(&region.client.instance_id),
            requester_managed: false,
            secondary: Vec::new(),
            tags: BTreeMap::new(),
        },
    );
    region.client.interface = Some(id);
    Ok(())
}
