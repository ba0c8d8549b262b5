//! What the HSM tools say in our words: where the text of the real tool is not known, or where the simulated tool lacks a feature.

/// What a command of `cloudhsm_mgmt_util` is for, by its word; empty for one that there is not.
#[must_use]
pub fn purpose(word: &str) -> &'static str {
    match word {
        "changePswd" => "Changes the password of a user",
        "createUser" => "Creates a user",
        "deleteUser" => "Deletes a user",
        "enable_e2e" => "Sets up the encrypted sessions with the servers",
        "exit" => "Leaves the server mode",
        "findAllKeys" => "Finds the keys of a user (not simulated here)",
        "getAttribute" => "Shows an attribute of a key (not simulated here)",
        "getCert" => "Saves a certificate of a server (not simulated here)",
        "getHSMInfo" => "Shows the hardware of the servers",
        "getKeyInfo" => "Shows who owns a key (not simulated here)",
        "help" => "Shows this list",
        "info" => "Shows the connection to a server",
        "listAttributes" => "Lists the attributes of keys (not simulated here)",
        "listUsers" => "Lists the users of every server",
        "loginHSM" => "Logs in to every server",
        "logoutHSM" => "Logs out of every server",
        "quit" => "Ends the tool",
        "server" => "Enters the server mode: commands go to one server",
        "setAttribute" => "Changes an attribute of a key (not simulated here)",
        "shareKey" => "Shares a key with another user (not simulated here)",
        "syncKey" => "Copies a key to another server (not simulated here)",
        "syncUser" => "Copies a user to another server, in server mode",
        _ => "",
    }
}

/// `syncUser` outside the server mode.
pub const SYNC_IN_SERVER_MODE: &str =
    "syncUser works only in server mode. Enter server <number> first.\n";
/// Two factors with a file of keys.
pub const NO_TWO_FACTOR_FILE: &str =
    "-2fa with a file is not simulated here. For a crypto user the tool refuses it.\n";
/// `configure -m` before the client started.
pub const NO_MEMBERS: &str =
    "configure: the client knows no HSM. Run configure -a and start the client first.\n";

/// A command of the real tool that is not simulated.
#[must_use]
pub fn not_simulated(word: &str) -> String {
    format!("{word} is not simulated here.\n")
}

/// A command that does not exist.
#[must_use]
pub fn unknown_command(typed: &str) -> String {
    format!("Unknown command: {typed}. Type help for the list of commands.\n")
}

/// The beginning of several commands.
#[must_use]
pub fn ambiguous_command(typed: &str, words: &[&str]) -> String {
    format!("Ambiguous command: {typed} ({})\n", words.join(", "))
}

/// A file that is not the tool's configuration, which is `right`.
#[must_use]
pub fn other_configuration(file: &str, right: &str) -> String {
    format!("{file} is not the configuration file of this tool. Use {right}.\n")
}

/// An address that is not valid.
#[must_use]
pub fn no_address(text: &str) -> String {
    format!("configure: {text} is not an IPv4 address\n")
}

/// An HSM that does not answer, and why.
#[must_use]
pub fn no_connection(address: &str, why: &str) -> String {
    format!("configure: no connection to {address}. {why}\n")
}

/// A service that does not exist.
#[must_use]
pub fn no_service(name: &str, known: &str) -> String {
    format!("{name}: no such service. Use {known}.\n")
}

/// An action that a service does not have.
#[must_use]
pub fn no_verb(verb: &str, service: &str) -> String {
    format!("{verb}: no such action. Use start, stop or restart with {service}.\n")
}
