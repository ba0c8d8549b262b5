//! The client daemon: from one configured server it learns of all members of the cluster.

use serde_json::json;

use super::{Refusal, open};
use crate::api::{Bug, Call};
use crate::facts::{ServerFacts, ToolFacts};
use crate::model::Account;

/// Starts the client daemon. Where it cannot reach its server it runs, but knows of no members.
///
/// # Errors
/// [`Bug`] when there is no such Region.
pub fn start_daemon(call: &mut Call<'_>) -> Result<(), Bug> {
    let found = ToolFacts::daemon_server(call.here()?)
        .and_then(|server| members(call.account, call.region, &server, ToolFacts::CLIENT_PORT).ok())
        .unwrap_or_default();
    let client = &mut call.here_mut()?.client;
    client.daemon_running = true;
    client.daemon_members = found;
    Ok(())
}

/// The addresses of all ACTIVE members of the cluster that the server at an address and port belongs to.
///
/// # Errors
/// The [`Refusal`] that keeps the client host from that server.
pub fn members(
    account: &Account,
    region: &str,
    server: &str,
    port: u16,
) -> Result<Vec<String>, Box<Refusal>> {
    let asked = json!({ "Server": server, "Port": port });
    if let Some(refused) = open::refusal(account, region, open::START, None, &asked) {
        return Err(Box::new(refused));
    }
    let found = account
        .region(region)
        .and_then(|region| ServerFacts::behind(region, server));
    Ok(found.map_or_else(Vec::new, |(cluster, _)| {
        cluster.active_hsms().map(|hsm| hsm.ip.clone()).collect()
    }))
}
