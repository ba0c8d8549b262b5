//! The sessions of the tools: who is connected, and who is logged in where.

use super::ToolReply;
use crate::api::{Bug, Call};
use crate::model::{Account, Holder, Hsm, HsmState, ToolSession};

/// The open session of that id, to look at.
#[must_use]
pub fn session<'a>(account: &'a Account, region: &str, id: u64) -> Option<&'a ToolSession> {
    account.region(region)?.client.sessions.get(&id)
}

/// The HSM behind a server of an open session, while it is still there.
#[must_use]
pub fn hsm_behind<'a>(
    account: &'a Account,
    region: &str,
    id: u64,
    server: usize,
) -> Option<&'a Hsm> {
    let server = session(account, region, id)?.servers.get(server)?;
    account
        .region(region)?
        .clusters
        .get(&server.cluster_id)?
        .hsm(&server.hsm_id)
        .filter(|hsm| hsm.state == HsmState::Active)
}

/// Ends the login on every server; answers those on which there was one.
pub(super) fn log_out(call: &mut Call<'_>, id: u64) -> Result<ToolReply, Bug> {
    let login = session_mut(call, id)?.login.take();
    drop_logins(call, id)?;
    Ok(ToolReply {
        done: login.map(|login| login.servers).unwrap_or_default(),
        ..ToolReply::default()
    })
}

/// Ends the session, and its logins with it.
pub(super) fn close(call: &mut Call<'_>, id: u64) -> Result<ToolReply, Bug> {
    drop_logins(call, id)?;
    call.here_mut()?
        .client
        .sessions
        .remove(&id)
        .ok_or_else(|| unknown(id))?;
    Ok(ToolReply::default())
}

/// Takes the logins of a session off every HSM.
pub(super) fn drop_logins(call: &mut Call<'_>, id: u64) -> Result<(), Bug> {
    for cluster in call.here_mut()?.clusters.values_mut() {
        for hsm in &mut cluster.hsms {
            hsm.sessions
                .retain(|session| session.holder != Holder::Tool(id));
        }
    }
    Ok(())
}

pub(super) fn session_mut<'a>(call: &'a mut Call<'_>, id: u64) -> Result<&'a mut ToolSession, Bug> {
    call.here_mut()?
        .client
        .sessions
        .get_mut(&id)
        .ok_or_else(|| unknown(id))
}

/// The HSM behind a server of an open session, to change it.
pub(super) fn hsm_mut<'a>(
    call: &'a mut Call<'_>,
    id: u64,
    server: usize,
) -> Result<&'a mut Hsm, Bug> {
    let target = session_mut(call, id)?
        .servers
        .get(server)
        .cloned()
        .ok_or_else(|| Bug(format!("session {id} has no server {server}")))?;
    call.cluster_mut(&target.cluster_id)?
        .hsm_mut(&target.hsm_id)
        .ok_or_else(|| Bug(format!("no HSM {}", target.hsm_id)))
}

fn unknown(id: u64) -> Bug {
    Bug(format!("no tool session {id}"))
}
