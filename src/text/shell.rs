//! What the shell says that bash does not.

/// A program asks something where nobody can answer: in a pipe or in a command substitution.
pub const NOBODY_TO_ASK: &str = "playground: this asks something, which nobody can answer in the middle of a line; run it as a line of its own\n";

/// A program whose session undo took away.
pub const PROGRAM_GONE: &str =
    "playground: the session of this program was undone; start the program again\n";

/// `exit` and `logout` do nothing.
pub const STAYS_OPEN: &str =
    "This terminal stays open: there is nothing behind it to go back to.\n";

/// Something stands inside something else, and so on, without an end in sight.
pub const TOO_DEEP: &str = "playground: this is nested deeper than anything that makes sense";

/// Something of bash that is not simulated.
#[must_use]
pub fn not_in_this_shell(what: &str) -> String {
    format!("playground: bash knows `{what}`, this shell does not; `help` says what it knows")
}

/// A loop that does not end.
#[must_use]
pub fn endless(rounds: u32) -> String {
    format!(
        "playground: interrupted, the loops of this line have gone round {rounds} times. What a loop waits for comes when time passes: put a `sleep` into it.\n"
    )
}

/// The prompt of the guide was pasted with the command.
pub const GUIDE_PROMPT: &str =
    "playground: the $ at the beginning is the prompt of the guide, not part of the command.\n";

/// The guide's pattern matches nothing that `describe-key` prints.
pub const GUIDE_PATTERN: &str = "playground: describe-key prints no CustomKeyStoreType, so this pattern never matches; keys in a key store have a CustomKeyStoreId.\n";

/// The guide's example lacks a backslash.
pub const MISSING_BACKSLASH: &str =
    "playground: the line before this one ends without a backslash, so it ran alone.\n";

/// What stands for a placeholder in the corrected line.
pub const GUIDE_FILE: &str = "file://customerCA.crt";

/// A placeholder of the guide was left in the command.
#[must_use]
pub fn placeholder(placeholder: &str) -> String {
    format!(
        "playground: {placeholder} is a placeholder, and the shell reads < and > as redirections; name the certificate's file instead.\n"
    )
}

/// The corrected command.
#[must_use]
pub fn meant(command: &str) -> String {
    format!("playground: as one command:\n{command}\n")
}
