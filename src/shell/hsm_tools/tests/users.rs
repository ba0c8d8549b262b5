//! What an HSM refuses.

use super::builder::Rehearsal;
use super::{START, seed};

/// The reason that a command is refused for, after the caution where there is one.
fn assert_refused(rehearsal: &mut Rehearsal, lines: &[&str], reason: &str, rule: &str) {
    let printed = rehearsal.lines(lines);
    let ip = rehearsal.ip(0);
    let (verb, question) = match lines[0].split_whitespace().next().unwrap() {
        "createUser" => ("creating user on", "\nRetry/Ignore/Abort?(R/I/A):"),
        "changePswd" => ("changing password on", "\nRetry/Ignore/Abort?(R/I/A):"),
        "deleteUser" => ("deleteUser failed on", "\nRetry/rollBack/Ignore?(R/B/I):"),
        _ => ("loginHSM failed on", "aws-cloudhsm>"),
    };
    let word = lines[0].split_whitespace().next().unwrap();
    let tail = if verb.contains("failed") {
        ""
    } else {
        " failed"
    };
    assert!(
        printed.ends_with(&format!(
            "{word} failed: {reason}\n{verb} server 0({ip}){tail}\n{question}"
        )),
        "{printed}"
    );
    assert_eq!(rehearsal.refused_by(), rule);
}

#[test]
fn logins_that_fail() {
    let mut rehearsal = Rehearsal::active(1);
    rehearsal.line(START);
    let cases = [
        (
            "loginHSM co admin adminPswd",
            "HSM Error: Invalid User Type.",
            "hsm.login-type",
        ),
        (
            "loginHSM CO root adminPswd",
            "HSM Error: user isn't initialized or user with this name doesn't exist",
            "hsm.login-unknown",
        ),
        (
            "loginHSM CU admin adminPswd",
            "HSM Error: This user doesn't exist",
            "hsm.login-other-type",
        ),
        (
            "loginHSM CO admin adminpswd",
            "HSM Error: RET_USER_LOGIN_FAILURE",
            "hsm.wrong-password",
        ),
    ];
    for (line, reason, rule) in cases {
        assert_refused(&mut rehearsal, &[line], reason, rule);
    }
    assert_eq!(failures(&rehearsal, "admin"), 1);
    rehearsal.line("loginHSM CO ADMIN adminPswd");
    assert_eq!(failures(&rehearsal, "admin"), 0);
}

fn failures(rehearsal: &Rehearsal, name: &str) -> u8 {
    let users = &rehearsal.cluster().hsms[0].contents.users;
    users
        .iter()
        .find(|user| user.name == name)
        .unwrap()
        .failures
}

#[test]
fn five_failures_lock_and_a_new_password_unlocks() {
    let mut rehearsal = Rehearsal::officer(1);
    rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]);
    for _ in 0..6 {
        rehearsal.line("loginHSM CU kmsuser wrongPswd");
    }
    assert_eq!(failures(&rehearsal, "kmsuser"), 5);
    assert_refused(
        &mut rehearsal,
        &["loginHSM CU kmsuser kmsPswd"],
        "HSM Error: RET_USER_LOGIN_FAILURE",
        "hsm.locked",
    );
    let ip = rehearsal.ip(0);
    let changed = rehearsal.lines(&["changePswd CU kmsuser newPswd", "y"]);
    assert!(changed.contains(&format!("changePswd success on server 0({ip})")));
    assert_eq!(failures(&rehearsal, "kmsuser"), 0);
    let login = rehearsal.lines(&["loginHSM CU kmsuser newPswd"]);
    assert!(login.starts_with("loginHSM success"));
}

#[test]
fn users_that_cannot_be_made() {
    let mut rehearsal = Rehearsal::officer(1);
    let long = format!("createUser CU {} kmsPswd", "k".repeat(32));
    let wide = format!("createUser CU kmsuser {}", "k".repeat(33));
    rehearsal.lines(&["createUser CU alice alicePswd", "y"]);
    let cases = [
        (
            "createUser XX kmsuser kmsPswd",
            "invalid user type",
            "hsm.user-type",
        ),
        (
            "createUser PRECO kmsuser kmsPswd",
            "invalid user type",
            "hsm.user-type",
        ),
        (
            "createUser CU kms-user kmsPswd",
            "Invalid input data/params",
            "hsm.user-name",
        ),
        (&long, "Invalid input data/params", "hsm.user-name"),
        (
            "createUser CU kmsuser kmsPsw",
            "min pswd len 7 and max pswd len 32",
            "hsm.password-length",
        ),
        (
            &wide,
            "min pswd len 7 and max pswd len 32",
            "hsm.password-length",
        ),
        (
            "createUser CU ALICE kmsPswd",
            "This user is already created",
            "hsm.user-exists",
        ),
    ];
    for (line, reason, rule) in cases {
        assert_refused(&mut rehearsal, &[line, "y"], reason, rule);
        assert_eq!(rehearsal.lines(&["A"]), "aws-cloudhsm>");
    }
    // The same name with another type is another user, and not the one that AWS KMS looks for.
    rehearsal.lines(&["createUser CO kmsuser kmsPswd", "y"]);
    assert!(rehearsal.users(0).contains(&"CO kmsuser".to_owned()));
}

#[test]
fn special_characters_are_the_hsms_business_only() {
    let mut rehearsal = Rehearsal::officer(1);
    rehearsal.lines(&["createUser CU kmsuser kms_Pswd!", "y"]);
    assert!(rehearsal.users(0).contains(&"CU kmsuser".to_owned()));
}

#[test]
fn only_a_crypto_officer_manages_users() {
    let mut rehearsal = Rehearsal::officer(1);
    rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y", "logoutHSM"]);
    let denied = "permission denied, log in as CO first";
    let create = &["createUser CU alice alicePswd", "y"];
    assert_refused(&mut rehearsal, create, denied, "hsm.not-officer");
    rehearsal.lines(&["A", "loginHSM CU kmsuser kmsPswd"]);
    assert_refused(&mut rehearsal, create, denied, "hsm.not-officer");
    rehearsal.line("A");
    assert_refused(
        &mut rehearsal,
        &["deleteUser CU kmsuser"],
        denied,
        "hsm.not-officer",
    );
    rehearsal.line("I");
    // Its own password it may change.
    let changed = rehearsal.lines(&["changePswd CU kmsuser newPswd", "y"]);
    assert!(changed.contains("changePswd success"));
}

#[test]
fn the_precrypto_officer_may_only_change_its_own_password() {
    let mut rehearsal = Rehearsal::initialized();
    rehearsal.lines(&[START, "loginHSM PRECO admin password"]);
    assert_refused(
        &mut rehearsal,
        &["createUser CU kmsuser kmsPswd", "y"],
        "permission denied, PRECO may only change its own password",
        "hsm.preco",
    );
    rehearsal.line("A");
    assert_refused(
        &mut rehearsal,
        &["changePswd PRECO admin short6", "y"],
        "min pswd len 7 and max pswd len 32",
        "hsm.password-length",
    );
    assert!(!rehearsal.cluster().activated);
}

#[test]
fn users_that_are_not_there_or_not_to_be_touched() {
    let mut rehearsal = Rehearsal::officer(1);
    assert_refused(
        &mut rehearsal,
        &["changePswd CU kmsuser kmsPswd", "y"],
        "user doesn't exist",
        "hsm.user-unknown",
    );
    rehearsal.line("A");
    assert_refused(
        &mut rehearsal,
        &["deleteUser CU kmsuser"],
        "user doesn't exist",
        "hsm.user-unknown",
    );
    rehearsal.line("I");
    assert_refused(
        &mut rehearsal,
        &["deleteUser AU app_user"],
        "user cannot be deleted",
        "hsm.appliance-user",
    );
    rehearsal.line("B");
    assert_refused(
        &mut rehearsal,
        &["deleteUser CO admin"],
        "user is logged in",
        "hsm.user-held",
    );
}

#[test]
fn while_kms_is_logged_in_kmsuser_is_out_of_reach() {
    let mut rehearsal = Rehearsal::officer(2);
    rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]);
    let store = seed::connect(&mut rehearsal, "kmsPswd");
    assert_refused(
        &mut rehearsal,
        &["changePswd CU kmsuser newPswd", "y"],
        "user is logged in",
        "hsm.user-held",
    );
    let repair = rehearsal.playground.last_refusal().unwrap().fix.join("\n");
    assert!(repair.contains(&store), "{repair}");
    rehearsal.lines(&["A", "loginHSM CU kmsuser kmsPswd"]);
    assert_eq!(rehearsal.refused_by(), "hsm.held-by-kms");
}

#[test]
fn another_session_holds_a_user_too() {
    let mut rehearsal = Rehearsal::officer(1);
    rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]);
    let mut other = rehearsal.playground.shell();
    other.run(&mut rehearsal.playground, START);
    other.run(&mut rehearsal.playground, "loginHSM CU kmsuser kmsPswd");
    assert_refused(
        &mut rehearsal,
        &["changePswd CU kmsuser newPswd", "y"],
        "user is logged in",
        "hsm.user-held",
    );
    other.run(&mut rehearsal.playground, "quit");
    assert!(rehearsal.lines(&["R"]).contains("changePswd success"));
}

#[test]
fn the_second_factor_stays_with_a_crypto_user_and_leaves_an_officer() {
    let mut rehearsal = Rehearsal::officer(1);
    rehearsal.lines(&[
        "createUser CU kmsuser kmsPswd 2FA",
        "y",
        "createUser CO bob bobPswd1 2FA",
        "y",
        "changePswd CU kmsuser newPswd",
        "y",
        "changePswd CO bob newPswd",
        "y",
    ]);
    let listed = rehearsal.lines(&["listU"]);
    let row = |name: &str| {
        let line = listed.lines().find(|line| line.contains(name)).unwrap();
        line.split_whitespace().last().unwrap().to_owned()
    };
    assert_eq!(
        (row("kmsuser").as_str(), row("bob").as_str()),
        ("YES", "NO")
    );
}
