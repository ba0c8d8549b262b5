//! Command lines: those of the HSM tools as the guides have them, for the fixes of rules and for the page that shows and runs them;
//! and the few words in which a script says more than a line can.

/// The certificate of the reader's authority, where the tools look for it.
pub const ANCHOR: &str = "/opt/cloudhsm/etc/customerCA.crt";

/// A session of cloudhsm_mgmt_util on every HSM that the tool learns of from `ip`: configured, logged in with the line `login`, and
/// ended after `lines`.
#[must_use]
pub fn management(ip: &str, login: Option<&str>, lines: &[String]) -> Vec<String> {
    let start = [
        format!("sudo /opt/cloudhsm/bin/configure --cmu {ip}"),
        "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg".to_owned(),
    ];
    let leave = login.map(|_| "logoutHSM".to_owned());
    start
        .into_iter()
        .chain(login.map(str::to_owned))
        .chain(lines.iter().cloned())
        .chain(leave)
        .chain(["quit".to_owned()])
        .collect()
}

/// A session as the officer admin.
#[must_use]
pub fn as_officer(ip: &str, lines: &[String]) -> Vec<String> {
    management(ip, Some("loginHSM CO admin \"$ADMIN_PASSWORD\""), lines)
}

/// Sets the first officer's password, which activates the cluster. The change of user type ends the login.
#[must_use]
pub fn activate(ip: &str) -> Vec<String> {
    let lines = [
        "loginHSM PRECO admin password".to_owned(),
        "changePswd PRECO admin \"$ADMIN_PASSWORD\"".to_owned(),
        "y".to_owned(),
    ];
    management(ip, None, &lines)
}

/// Whether lines give the first officer a first password, so that the one that they ask for is new.
#[must_use]
pub fn activates(lines: &[String]) -> bool {
    lines
        .iter()
        .any(|line| line.starts_with("changePswd PRECO admin"))
}

/// Makes a user of a type; `hole` names the variable with its password.
#[must_use]
pub fn create_user(kind: &str, name: &str, hole: &str) -> Vec<String> {
    vec![
        format!("createUser {kind} {name} \"${hole}\""),
        "y".to_owned(),
    ]
}

/// Gives a user a new password.
#[must_use]
pub fn change_password(kind: &str, name: &str, hole: &str) -> Vec<String> {
    vec![
        format!("changePswd {kind} {name} \"${hole}\""),
        "y".to_owned(),
    ]
}

/// Removes a user.
#[must_use]
pub fn delete_user(kind: &str, name: &str) -> Vec<String> {
    vec![format!("deleteUser {kind} {name}")]
}

/// The terminal that a line of a script is typed in, 0 or 1, and the line as it is typed: `second ` stands before the lines of the
/// second one.
#[must_use]
pub fn terminal(line: &str) -> (usize, &str) {
    match line.strip_prefix("second ") {
        Some(line) => (1, line),
        None => (0, line),
    }
}

/// A fix for the prompt of a tool, changed so that it works after that tool has ended: `start` is the line that started it, `login` who
/// was logged in there.
#[must_use]
pub fn from_outside(start: &str, login: Option<(&str, String)>, fix: Vec<String>) -> Vec<String> {
    let mut fix = fix.into_iter().peekable();
    // The question after a refusal was answered when the tool was left.
    fix.next_if(|line| matches!(line.as_str(), "A" | "B"));
    if fix.next_if(|line| line == "quit").is_some() {
        return fix.collect();
    }
    let Some(first) = fix.peek() else {
        return Vec::new();
    };
    let login = login
        .filter(|_| !first.starts_with("loginHSM "))
        .map(|(kind, name)| match kind {
            // Its password is the same everywhere.
            "PRECO" => format!("loginHSM {kind} {name} password"),
            _ => format!(
                "loginHSM {kind} {name} \"${}_PASSWORD\"",
                name.to_ascii_uppercase()
            ),
        });
    [start.to_owned()]
        .into_iter()
        .chain(login)
        .chain(fix)
        .collect()
}
