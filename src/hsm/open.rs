//! Starting `cloudhsm_mgmt_util`: it connects to every server of its configuration, then sets up the encrypted sessions.

use serde_json::{Value, json};

use super::{Connection, Refusal, ToolReply, session};
use crate::api::{Bug, Call};
use crate::facts::{AccountFacts, ServerFacts, Subject, ToolFacts};
use crate::model::{Account, ToolServer, ToolSession};
use crate::rules::{Stop, first_broken};

/// Connecting to one server; rules name it so.
pub(super) const START: &str = "hsm:start";

/// Setting up the encrypted session with one server; rules name it so.
const ENCRYPT: &str = "hsm:enable_e2e";

/// Connects to every configured server: one that cannot be reached ends the start.
pub(super) fn open(call: &mut Call<'_>) -> Result<ToolReply, Bug> {
    let configured = ToolFacts::configured(call.here()?);
    let mut reply = ToolReply::default();
    if configured.is_empty() {
        let nothing = json!({ "Port": ToolFacts::PORT });
        reply
            .refusals
            .extend(refusal(call.account, call.region, START, None, &nothing));
        return Ok(reply);
    }
    let mut servers = Vec::new();
    for address in configured {
        let asked = json!({ "Server": address, "Port": ToolFacts::PORT });
        let refused = refusal(call.account, call.region, START, None, &asked);
        reply.connections.push(Connection {
            address: address.clone(),
            open: refused.is_none(),
        });
        if let Some(refused) = refused {
            reply.refusals.push(refused);
            return Ok(reply);
        }
        let (cluster, hsm) = ServerFacts::behind(call.here()?, &address)
            .ok_or_else(|| Bug(format!("no HSM at {address}")))?;
        servers.push(ToolServer {
            address,
            cluster_id: cluster.id.clone(),
            hsm_id: hsm.id.clone(),
            encrypted: false,
        });
    }
    let sessions = &mut call.here_mut()?.client.sessions;
    let id = sessions.keys().max().unwrap_or(&0) + 1;
    sessions.insert(
        id,
        ToolSession {
            servers,
            login: None,
        },
    );
    reply.session = Some(id);
    encrypt(call, id, &mut reply)?;
    Ok(reply)
}

/// Sets the encrypted sessions up that are still missing.
pub(super) fn enable_encryption(call: &mut Call<'_>, id: u64) -> Result<ToolReply, Bug> {
    let mut reply = ToolReply::default();
    encrypt(call, id, &mut reply)?;
    Ok(reply)
}

fn encrypt(call: &mut Call<'_>, id: u64, reply: &mut ToolReply) -> Result<(), Bug> {
    let servers = session::session_mut(call, id)?.servers.clone();
    for (number, server) in servers.iter().enumerate() {
        let asked =
            json!({ "Server": server.address, "Number": number, "ClusterId": server.cluster_id });
        let refused = refusal(call.account, call.region, ENCRYPT, Some(number), &asked);
        match refused.filter(|_| !server.encrypted) {
            Some(refused) => reply.refusals.push(refused),
            None => {
                if let Some(server) = session::session_mut(call, id)?.servers.get_mut(number) {
                    server.encrypted = true;
                }
                reply.done.push(number);
            }
        }
    }
    Ok(())
}

/// Why a step on the way to a server fails.
pub(super) fn refusal(
    account: &Account,
    region: &str,
    operation: &str,
    server: Option<usize>,
    asked: &Value,
) -> Option<Refusal> {
    let facts = AccountFacts::new(account, region, operation, asked, Subject::Request);
    first_broken(&facts, Stop::Never).map(|broken| Refusal::new(server, &broken, &facts))
}
