//! Commands on the HSMs, server by server.

use serde_json::Value;

use super::session::{drop_logins, hsm_mut, session_mut};
use super::{Refusal, ToolReply};
use crate::api::cloudhsmv2::activation;
use crate::api::{Bug, Call};
use crate::facts::{AccountFacts, HsmCommand, ServerFacts, Subject};
use crate::model::{Holder, Hsm, HsmSession, HsmUser, LOCKOUT, Secret, Sort, ToolLogin, UserKind};
use crate::rules::{Stop, first_broken};

/// Runs a command on `servers`. The first that refuses ends it, but a login is tried on all of them.
pub(super) fn run(
    call: &mut Call<'_>,
    id: u64,
    command: &HsmCommand,
    servers: &[usize],
) -> Result<ToolReply, Bug> {
    session_mut(call, id)?;
    let login = matches!(command, HsmCommand::Login { .. });
    let mut reply = ToolReply::default();
    for &server in servers {
        match refusal(call, id, command, server) {
            Some(refused) => {
                if let HsmCommand::Login { password, .. } = command {
                    count_failure(call, id, command, server, password)?;
                }
                reply.refusals.push(refused);
                if !login {
                    break;
                }
            }
            None => {
                carry_out(call, id, command, server)?;
                reply.done.push(server);
            }
        }
    }
    Ok(reply)
}

/// Why one server refuses a command.
fn refusal(call: &Call<'_>, id: u64, command: &HsmCommand, server: usize) -> Option<Refusal> {
    let operation = format!("hsm:{}", command.word());
    let subject = Subject::Tool {
        session: id,
        server,
        command,
    };
    let facts = AccountFacts::new(call.account, call.region, &operation, &Value::Null, subject);
    first_broken(&facts, Stop::Never).map(|broken| Refusal::new(Some(server), &broken, &facts))
}

fn carry_out(call: &mut Call<'_>, id: u64, command: &HsmCommand, server: usize) -> Result<(), Bug> {
    match command {
        HsmCommand::Login { kind, name, .. } => log_in(call, id, server, kind, name),
        HsmCommand::CreateUser {
            kind,
            name,
            password,
            two_factor,
        } => {
            let hsm = hsm_mut(call, id, server)?;
            let user = HsmUser {
                id: hsm.contents.next_user_id(),
                kind: kind_on(hsm, kind)?,
                name: name.clone(),
                password: password.clone(),
                failures: 0,
                two_factor: *two_factor,
            };
            hsm.contents.users.push(user);
            Ok(())
        }
        HsmCommand::ChangePassword {
            kind,
            name,
            password,
        } => change_password(call, id, server, kind, name, password),
        HsmCommand::DeleteUser { kind, name } => {
            let hsm = hsm_mut(call, id, server)?;
            let kind = kind_on(hsm, kind)?;
            hsm.contents
                .users
                .retain(|user| user.kind != kind || !user.name.eq_ignore_ascii_case(name));
            Ok(())
        }
        HsmCommand::SyncUser { user, to } => sync_user(call, id, server, *user, *to),
    }
}

/// Copies a user to another server, where it gets an id of its own.
fn sync_user(call: &mut Call<'_>, id: u64, from: usize, user: u32, to: usize) -> Result<(), Bug> {
    let copy = hsm_mut(call, id, from)?
        .contents
        .users
        .iter()
        .find(|known| known.id == user)
        .cloned()
        .ok_or_else(|| Bug(format!("no user {user}")))?;
    let contents = &mut hsm_mut(call, id, to)?.contents;
    contents.users.push(HsmUser {
        id: contents.next_user_id(),
        failures: 0,
        ..copy
    });
    Ok(())
}

/// A login takes the place of an earlier one of the same session.
fn log_in(call: &mut Call<'_>, id: u64, server: usize, word: &str, name: &str) -> Result<(), Bug> {
    let hsm = hsm_mut(call, id, server)?;
    let kind = kind_on(hsm, word)?;
    let user = user_mut(hsm, kind, name)?;
    user.failures = 0;
    let name = user.name.clone();
    let session = session_mut(call, id)?;
    let same = session
        .login
        .as_ref()
        .is_some_and(|login| login.kind == kind && login.name.eq_ignore_ascii_case(&name));
    if !same {
        session.login = Some(ToolLogin {
            kind,
            name: name.clone(),
            servers: Vec::new(),
        });
        drop_logins(call, id)?;
    }
    if let Some(login) = &mut session_mut(call, id)?.login
        && !login.servers.contains(&server)
    {
        login.servers.push(server);
    }
    let sessions = &mut hsm_mut(call, id, server)?.sessions;
    sessions.retain(|session| session.holder != Holder::Tool(id));
    sessions.push(HsmSession {
        holder: Holder::Tool(id),
        kind,
        user: name,
    });
    Ok(())
}

/// A wrong password counts until the user is locked.
fn count_failure(
    call: &mut Call<'_>,
    id: u64,
    command: &HsmCommand,
    server: usize,
    password: &Secret,
) -> Result<(), Bug> {
    let (word, name) = command.user();
    let reached = session_mut(call, id)?
        .servers
        .get(server)
        .is_some_and(|server| server.encrypted);
    let there = super::hsm_behind(call.account, call.region, id, server).is_some();
    if !reached || !there {
        return Ok(());
    }
    let hsm = hsm_mut(call, id, server)?;
    let Some(kind) = ServerFacts::kind(&hsm.contents, word) else {
        return Ok(());
    };
    if let Some(user) = hsm.contents.user_mut(kind, name)
        && user.password != *password
    {
        user.failures = user.failures.saturating_add(1).min(LOCKOUT);
    }
    Ok(())
}

/// A new password unlocks the user. A crypto officer loses the second factor; the precrypto officer becomes a crypto officer, which
/// is what activates the cluster.
fn change_password(
    call: &mut Call<'_>,
    id: u64,
    server: usize,
    word: &str,
    name: &str,
    password: &Secret,
) -> Result<(), Bug> {
    let hsm = hsm_mut(call, id, server)?;
    let kind = kind_on(hsm, word)?;
    let user = user_mut(hsm, kind, name)?;
    user.password = password.clone();
    user.failures = 0;
    user.two_factor &= kind == UserKind::Cu;
    if kind != UserKind::Preco {
        return Ok(());
    }
    user.kind = UserKind::Co;
    for session in &mut hsm.sessions {
        if session.kind == UserKind::Preco {
            session.kind = UserKind::Co;
        }
    }
    let session = session_mut(call, id)?;
    let cluster_id = session
        .servers
        .get(server)
        .map(|server| server.cluster_id.clone())
        .ok_or_else(|| Bug(format!("session {id} has no server {server}")))?;
    for session in call.here_mut()?.client.sessions.values_mut() {
        let here = session
            .servers
            .iter()
            .any(|server| server.cluster_id == cluster_id);
        if let Some(login) = &mut session.login
            && here
            && login.kind == UserKind::Preco
        {
            login.kind = UserKind::Co;
        }
    }
    if call.cluster_mut(&cluster_id)?.activated {
        return Ok(());
    }
    activation::begin(call, &cluster_id)
}

/// Gives a deleted user back to `servers`, as the server that refused to delete it still knows it.
pub(super) fn roll_back(
    call: &mut Call<'_>,
    id: u64,
    command: &HsmCommand,
    from: usize,
    servers: &[usize],
) -> Result<ToolReply, Bug> {
    let (word, name) = command.user();
    let source = super::hsm_behind(call.account, call.region, id, from);
    let copy = source.and_then(|hsm| {
        let kind = ServerFacts::kind(&hsm.contents, word)?;
        hsm.contents.user(kind, name).cloned()
    });
    let mut reply = ToolReply::default();
    let Some(copy) = copy else {
        return Ok(reply);
    };
    for &server in servers {
        if super::hsm_behind(call.account, call.region, id, server).is_none() {
            continue;
        }
        let contents = &mut hsm_mut(call, id, server)?.contents;
        if contents.user(copy.kind, &copy.name).is_some() {
            continue;
        }
        let taken = contents.users.iter().any(|user| user.id == copy.id);
        let user = HsmUser {
            id: if taken {
                contents.next_user_id()
            } else {
                copy.id
            },
            ..copy.clone()
        };
        contents.users.push(user);
        contents.users.order_by_key(|user| user.id);
        reply.done.push(server);
    }
    Ok(reply)
}

fn kind_on(hsm: &Hsm, word: &str) -> Result<UserKind, Bug> {
    ServerFacts::kind(&hsm.contents, word).ok_or_else(|| Bug(format!("{word} was not checked")))
}

fn user_mut<'a>(hsm: &'a mut Hsm, kind: UserKind, name: &str) -> Result<&'a mut HsmUser, Bug> {
    hsm.contents
        .user_mut(kind, name)
        .ok_or_else(|| Bug(format!("no user {name}")))
}
