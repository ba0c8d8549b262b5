//! What the shell says that bash does not.

/// A program asks a question where the reader cannot answer: in a pipe or in a command substitution.
pub const NOBODY_TO_ASK: &str = "playground: this command asks a question, which you can't answer in a pipe or a substitution. Run it on a line of its own.\n";

/// The session of a program was undone.
pub const PROGRAM_GONE: &str =
    "playground: undo ended the session of this program. Start the program again.\n";

/// `exit` and `logout` do nothing.
pub const STAYS_OPEN: &str = "This terminal stays open. There is nothing to go back to.
";

/// A line is nested more deeply than the shell supports.
pub const TOO_DEEP: &str =
    "playground: this line is nested too deeply. Split it into several lines.";

/// A feature of bash that is not simulated.
#[must_use]
pub fn not_in_this_shell(what: &str) -> String {
    format!(
        "playground: this shell does not support `{what}` of bash. Enter `help` to see what it supports."
    )
}

/// A loop that does not end.
#[must_use]
pub fn endless(rounds: u32) -> String {
    format!(
        "playground: interrupted. The loops of this line ran {rounds} times. Simulated time passes only with `sleep`: add one to the loop.\n"
    )
}

/// The prompt of the guide was pasted with the command.
pub const GUIDE_PROMPT: &str = "playground: the $ at the beginning is the prompt in the guide. It is not part of the command.\n";

/// The guide's pattern matches nothing that `describe-key` prints.
pub const GUIDE_PATTERN: &str = "playground: describe-key prints no CustomKeyStoreType, so this pattern never matches. Keys in a key store have a CustomKeyStoreId.\n";

/// The guide's example lacks a backslash.
pub const MISSING_BACKSLASH: &str =
    "playground: the previous line has no backslash at its end, so it ran alone.\n";

/// What replaces a placeholder in the corrected line.
pub const GUIDE_FILE: &str = "file://customerCA.crt";

/// A placeholder of the guide was left in the command.
#[must_use]
pub fn placeholder(placeholder: &str) -> String {
    format!(
        "playground: {placeholder} is a placeholder. The shell reads < and > as redirections. Give the file of the certificate instead.\n"
    )
}

/// The corrected command.
#[must_use]
pub fn meant(command: &str) -> String {
    format!("playground: as one command:\n{command}\n")
}
