//! What the tool shows without changing anything: these leave no entry on the log.

use super::print;
use crate::hsm;
use crate::model::{Account, Holder, Hsm, HsmUser, ToolServer};

/// `listUsers`.
pub(super) fn users(account: &Account, region: &str, session: u64, targets: &[usize]) -> String {
    let servers = servers(account, region, session);
    targets
        .iter()
        .map(|number| {
            let place = print::place(servers, *number);
            match hsm::hsm_behind(account, region, session, *number) {
                Some(hsm) => table(&place, hsm),
                None => format!("listUsers failed on server {place}: server is not reachable\n"),
            }
        })
        .collect()
}

fn table(place: &str, hsm: &Hsm) -> String {
    let rows: String = hsm.contents.users.iter().map(row).collect();
    format!(
        "Users on server {place}:\nNumber of users found:{}\n\n    User Id             User Type       User Name                          MofnPubKey    LoginFailureCnt         2FA\n{rows}",
        hsm.contents.users.len()
    )
}

fn row(user: &HsmUser) -> String {
    format!(
        "{:>10}{:14}{:<16}{:<31}{:>12}{:>16}{:>17}\n",
        user.id,
        "",
        user.kind.word(),
        user.name,
        "NO",
        user.failures,
        if user.two_factor { "YES" } else { "NO" }
    )
}

/// `info server <n>`.
pub(super) fn info(account: &Account, region: &str, session: u64, arguments: &[String]) -> String {
    let servers = servers(account, region, session);
    let number = match arguments {
        [word, number] if word == "server" => number.parse::<usize>().ok(),
        _ => None,
    };
    let Some((number, server)) =
        number.and_then(|number| servers.get(number).map(|server| (number, server)))
    else {
        return format!(
            "Usage: info server <0-{}>\n",
            servers.len().saturating_sub(1)
        );
    };
    let hsm = hsm::hsm_behind(account, region, session, number);
    let login = hsm
        .and_then(|hsm| {
            hsm.sessions
                .iter()
                .find(|login| login.holder == Holder::Tool(session))
        })
        .map_or_else(
            || "Not logged in".to_owned(),
            |login| format!("Logged in as '{}({})'", login.user, login.kind.word()),
        );
    let state = if hsm.is_some() {
        "Connected"
    } else {
        "Disconnected"
    };
    let line = |cells: [&str; 7]| {
        format!(
            "{:<8}{:<24}{:<17}{:<7}{:<16}{:<23}{}\n",
            cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]
        )
    };
    line([
        "Id",
        "Name",
        "Hostname",
        "Port",
        "State",
        "Partition",
        "LoginState",
    ]) + &line([
        &number.to_string(),
        &server.address,
        &server.address,
        "2225",
        state,
        &server.hsm_id,
        &login,
    ])
}

/// `getHSMInfo`. Only what the guide's samples have in common is shown.
pub(super) fn hsm_info(targets: &[usize]) -> String {
    let tables: String = targets
        .iter()
        .map(|number| {
            format!(
                "                *** Server {number} HSM Info ***\n\n        Label                :cavium\n        Model                :NITROX-III CNN35XX-NFBE\n        FIPS state           :2 [FIPS mode with single factor authentication]\n\n"
            )
        })
        .collect();
    format!("Getting HSM Info on {} nodes\n{tables}", targets.len())
}

fn servers<'a>(account: &'a Account, region: &str, session: u64) -> &'a [ToolServer] {
    hsm::session(account, region, session).map_or(&[], |session| &session.servers)
}
