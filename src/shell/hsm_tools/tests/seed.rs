//! The procedure of the guide: start the tool, activate the cluster, make kmsuser, hand it to AWS KMS.

use serde_json::json;

use super::START;
use super::builder::{ANCHOR, Rehearsal};
use crate::model::{ClusterState, ConnectionState};
use crate::playground::Playground;

const CAUTION: &str = "\
*************************CAUTION********************************
This is a CRITICAL operation, should be done on all nodes in the
cluster. AWS does NOT synchronize these changes automatically with the
nodes on which this operation is not executed or failed, please
ensure this operation is executed on all nodes in the cluster.
****************************************************************

Do you want to continue(y/n)?";

#[test]
fn starting_prints_every_connection_and_the_prompt() {
    let mut rehearsal = Rehearsal::active(2);
    let (first, second) = (rehearsal.ip(0), rehearsal.ip(1));
    let printed = rehearsal.lines(&[START]);
    assert_eq!(
        printed,
        format!(
            "Connecting to the server(s), it may take time
depending on the server(s) load, please wait...

Connecting to server '{first}': hostname '{first}', port 2225...
Connected to server '{first}': hostname '{first}', port 2225.

Connecting to server '{second}': hostname '{second}', port 2225...
Connected to server '{second}': hostname '{second}', port 2225.
E2E enabled on server 0({first})
E2E enabled on server 1({second})
aws-cloudhsm>"
        )
    );
}

#[test]
fn a_fresh_cluster_is_activated_by_the_first_password_change() {
    let mut rehearsal = Rehearsal::initialized();
    let ip = rehearsal.ip(0);
    rehearsal.line(START);
    let listed = rehearsal.lines(&["listUsers"]);
    assert_eq!(
        listed,
        format!(
            "Users on server 0({ip}):
Number of users found:2

    User Id             User Type       User Name                          MofnPubKey    LoginFailureCnt         2FA
         1              PRECO           admin                                    NO               0               NO
         2              AU              app_user                                 NO               0               NO
aws-cloudhsm>"
        )
    );
    let login = rehearsal.lines(&["loginHSM PRECO admin password"]);
    assert_eq!(
        login,
        format!("loginHSM success on server 0({ip})\naws-cloudhsm>")
    );
    assert_eq!(
        rehearsal.lines(&["changePswd PRECO admin adminPswd"]),
        CAUTION
    );
    assert_eq!(
        rehearsal.lines(&["y"]),
        format!(
            "Changing password for admin(PRECO) on 1 nodes\nchangePswd success on server 0({ip})\naws-cloudhsm>"
        )
    );
    assert_eq!(rehearsal.users(0), ["CO admin", "AU app_user"]);
    assert_eq!(rehearsal.cluster().state, ClusterState::Active);
}

#[test]
fn the_seed_procedure_ends_in_a_connected_key_store() {
    let mut rehearsal = Rehearsal::officer(2);
    let (first, second) = (rehearsal.ip(0), rehearsal.ip(1));
    assert_eq!(rehearsal.lines(&["createUser CU kmsuser kmsPswd"]), CAUTION);
    assert_eq!(
        rehearsal.lines(&["x"]),
        "Invalid option, please type 'y' or 'n'\n\nDo you want to continue(y/n)?"
    );
    assert_eq!(
        rehearsal.lines(&["y"]),
        format!(
            "Creating User kmsuser(CU) on 2 nodes
createUser success on server 0({first})
createUser success on server 1({second})
aws-cloudhsm>"
        )
    );
    assert_eq!(
        rehearsal.lines(&["logout"]),
        format!(
            "logoutHSM success on server 0({first})\nlogoutHSM success on server 1({second})\naws-cloudhsm>"
        )
    );
    let quit = rehearsal.line("quit");
    assert_eq!(
        quit.stdout,
        "\ndisconnecting from servers, please wait...\n"
    );
    assert_eq!(quit.exit_code, 0);
    assert!(rehearsal.region().client.sessions.is_empty());

    let store = connect(&mut rehearsal, "kmsPswd");
    let state = rehearsal.region().key_stores[&store].state;
    assert_eq!(state, ConnectionState::Connected);
}

/// Makes a key store of the cluster and connects it.
pub(super) fn connect(rehearsal: &mut Rehearsal, password: &str) -> String {
    let cluster = rehearsal.cluster().id.clone();
    let made = rehearsal.aws(
        "kms",
        "CreateCustomKeyStore",
        json!({
            "CustomKeyStoreName": "ExampleKeyStore",
            "CloudHsmClusterId": cluster,
            "KeyStorePassword": password,
            "TrustAnchorCertificate": ANCHOR,
        }),
    );
    let store = made["CustomKeyStoreId"].as_str().unwrap().to_owned();
    rehearsal.aws(
        "kms",
        "ConnectCustomKeyStore",
        json!({ "CustomKeyStoreId": store }),
    );
    store
}

#[test]
fn answering_n_does_nothing() {
    let mut rehearsal = Rehearsal::officer(1);
    let before = rehearsal.users(0);
    let answer = rehearsal.lines(&["createUser CU kmsuser kmsPswd", "n"]);
    assert_eq!(answer, "aws-cloudhsm>");
    assert_eq!(rehearsal.users(0), before);
}

#[test]
fn the_log_holds_no_clear_password_and_replays_to_the_same_account() {
    let mut rehearsal = Rehearsal::officer(1);
    rehearsal.lines(&[
        "createUser CU kmsuser kmsPswd",
        "y",
        "loginHSM CU kmsuser wrongPswd",
        "loginHSM CU kmsuser -hpswd",
        "kmsPswd",
        "changePswd CU kmsuser -hpswd",
        "hiddenPswd",
        "hiddenPswd",
        "y",
    ]);
    let saved = rehearsal.playground.export();
    for clear in ["kmsPswd", "wrongPswd", "hiddenPswd", "adminPswd"] {
        assert!(!saved.contains(clear), "{clear} is in the log");
    }
    let again = Playground::import(&saved).unwrap();
    assert_eq!(again.account(), rehearsal.playground.account());
}

#[test]
fn a_hidden_password_is_asked_for_and_not_shown() {
    let mut rehearsal = Rehearsal::active(1);
    let ip = rehearsal.ip(0);
    rehearsal.line(START);
    let asked = rehearsal.line("loginHSM CO admin -hpswd");
    assert_eq!(
        (asked.prompt.as_str(), asked.hidden),
        ("Enter password:", true)
    );
    let done = rehearsal.line("adminPswd");
    assert_eq!(done.stdout, format!("loginHSM success on server 0({ip})\n"));
    assert!(!done.hidden);

    let first = rehearsal.line("createUser CU alice -hpswd");
    assert_eq!(
        (first.prompt.as_str(), first.hidden),
        ("Enter new password: ", true)
    );
    let second = rehearsal.line("alicePswd");
    assert_eq!(
        (second.prompt.as_str(), second.hidden),
        ("Re-enter new password: ", true)
    );
    assert_eq!(rehearsal.lines(&["alicePswd"]), CAUTION);
}

#[test]
fn undoing_the_start_takes_the_session_away() {
    let mut rehearsal = Rehearsal::active(1);
    rehearsal.line(START);
    assert!(rehearsal.playground.undo().unwrap());
    let reply = rehearsal.line("listUsers");
    assert!(
        !reply.prompt.starts_with("aws-cloudhsm"),
        "{}",
        reply.prompt
    );
}
