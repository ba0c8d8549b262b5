//! HSMs that differ, and what the tool asks when one of them refuses.

use super::START;
use super::builder::Rehearsal;

#[test]
fn a_user_is_made_on_the_configured_servers_only() {
    let mut rehearsal = Rehearsal::active(1);
    rehearsal.add_hsm("us-east-1b");
    rehearsal.lines(&[START, "loginHSM CO admin adminPswd"]);
    let created = rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]);
    assert!(created.starts_with("Creating User kmsuser(CU) on 1 nodes\n"));
    assert!(rehearsal.users(0).contains(&"CU kmsuser".to_owned()));
    assert!(!rehearsal.users(1).contains(&"CU kmsuser".to_owned()));
}

/// Two HSMs, of which the first has kmsuser.
fn uneven() -> Rehearsal {
    let mut rehearsal = Rehearsal::officer(2);
    rehearsal.lines(&["server 0", "createUser CU kmsuser kmsPswd", "y", "exit"]);
    assert!(!rehearsal.users(1).contains(&"CU kmsuser".to_owned()));
    rehearsal
}

#[test]
fn ignoring_a_refusal_goes_on_with_the_next_server() {
    let mut rehearsal = uneven();
    let (first, second) = (rehearsal.ip(0), rehearsal.ip(1));
    assert_eq!(
        rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]),
        format!(
            "Creating User kmsuser(CU) on 2 nodes
createUser failed: This user is already created
creating user on server 0({first}) failed

Retry/Ignore/Abort?(R/I/A):"
        )
    );
    // A retry meets the same refusal, and an answer that is none asks again.
    assert!(
        rehearsal
            .lines(&["R"])
            .ends_with("Retry/Ignore/Abort?(R/I/A):")
    );
    assert_eq!(rehearsal.lines(&["x"]), "Retry/Ignore/Abort?(R/I/A):");
    assert_eq!(
        rehearsal.lines(&["I"]),
        format!("createUser success on server 1({second})\naws-cloudhsm>")
    );
    assert!(rehearsal.users(1).contains(&"CU kmsuser".to_owned()));
}

#[test]
fn aborting_leaves_the_servers_different() {
    let mut rehearsal = uneven();
    let answer = rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y", "A"]);
    assert_eq!(answer, "aws-cloudhsm>");
    assert!(!rehearsal.users(1).contains(&"CU kmsuser".to_owned()));
}

#[test]
fn a_user_is_copied_to_the_server_that_lacks_it() {
    let mut rehearsal = uneven();
    assert!(
        rehearsal
            .lines(&["syncUser 3 1"])
            .starts_with("syncUser works only in server mode")
    );
    assert_eq!(
        rehearsal.lines(&["server 0", "syncUser 3 1"]),
        "ExtractMaskedObject: 0x0 !\nInsertMaskedObject: 0x0 !\nsyncUser success\nserver0>"
    );
    assert_eq!(rehearsal.users(0), rehearsal.users(1));
    let cases = [
        (
            "syncUser 3 1",
            "user already created, unable to insert object",
            "hsm.sync-exists",
        ),
        ("syncUser 99 1", "user doesn't exist", "hsm.sync-user-id"),
        ("syncUser 3 0", "invalid server", "hsm.sync-target"),
        ("syncUser 3 2", "invalid server", "hsm.sync-target"),
    ];
    for (line, reason, rule) in cases {
        assert_eq!(
            rehearsal.lines(&[line]),
            format!("syncUser failed: {reason}\nserver0>")
        );
        assert_eq!(rehearsal.refused_by(), rule);
    }
    rehearsal.lines(&["exit", "logoutHSM", "server 0", "syncUser 3 1"]);
    assert_eq!(rehearsal.refused_by(), "hsm.not-officer");
}

#[test]
fn user_ids_count_per_hsm() {
    let mut rehearsal = uneven();
    rehearsal.lines(&["createUser CU alice alicePswd", "y"]);
    let id = |hsm: usize| {
        let users = &rehearsal.cluster().hsms[hsm].contents.users;
        users.iter().find(|user| user.name == "alice").unwrap().id
    };
    assert_eq!((id(0), id(1)), (4, 3));
}

#[test]
fn a_deletion_is_rolled_back_where_it_was_done() {
    let mut rehearsal = Rehearsal::officer(2);
    let (first, second) = (rehearsal.ip(0), rehearsal.ip(1));
    rehearsal.lines(&["createUser CU alice alicePswd", "y"]);
    // The second server alone has alice logged in.
    let mut other = rehearsal.playground.shell();
    let before = rehearsal.region().client.sessions.len();
    other.run(&mut rehearsal.playground, START);
    other.run(&mut rehearsal.playground, "server 1");
    other.run(&mut rehearsal.playground, "loginHSM CU alice alicePswd");
    assert_eq!(rehearsal.region().client.sessions.len(), before + 1);
    assert_eq!(
        rehearsal.lines(&["deleteUser CU alice"]),
        format!(
            "Deleting user alice(CU) on 2 nodes
deleteUser success on server 0({first})
deleteUser failed: user is logged in
deleteUser failed on server 1({second})

Retry/rollBack/Ignore?(R/B/I):"
        )
    );
    assert!(!rehearsal.users(0).contains(&"CU alice".to_owned()));
    rehearsal.line("B");
    assert_eq!(rehearsal.users(0), rehearsal.users(1));
}

#[test]
fn commands_match_on_their_beginning() {
    let mut rehearsal = Rehearsal::officer(1);
    let ip = rehearsal.ip(0);
    let hsm = rehearsal.cluster().hsms[0].id.clone();
    assert!(
        rehearsal
            .lines(&["log"])
            .starts_with("Ambiguous command: log (loginHSM, logoutHSM)")
    );
    assert!(
        rehearsal
            .lines(&["createuser"])
            .starts_with("Unknown command: createuser")
    );
    let info = rehearsal.lines(&["info server 0"]);
    let cells: Vec<_> = info.lines().nth(1).unwrap().split_whitespace().collect();
    assert_eq!(
        cells,
        [
            "0",
            &ip,
            &ip,
            "2225",
            "Connected",
            &hsm,
            "Logged",
            "in",
            "as",
            "'admin(CO)'"
        ]
    );
    assert_eq!(
        rehearsal.lines(&["server 0"]),
        "\nServer is in 'E2' mode...\nserver0>"
    );
    assert_eq!(rehearsal.lines(&["exit"]), "aws-cloudhsm>");
}

#[test]
fn looking_leaves_no_entry_on_the_log() {
    let mut rehearsal = Rehearsal::officer(1);
    let entries = rehearsal.playground.log().len();
    rehearsal.lines(&["listUsers", "info server 0", "getHSMInfo", "help"]);
    assert_eq!(rehearsal.playground.log().len(), entries);
}
