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

/// Parentheses of a condition that stand inside each other, and so on.
pub const TOO_DEEP_CONDITION: &str = "too many parentheses inside each other";

/// Something of bash that is not simulated.
#[must_use]
pub fn not_in_this_shell(what: &str) -> String {
    format!("playground: bash knows `{what}`, this shell does not; `help` says what it knows")
}

/// A line that takes all the work that a line may take.
#[must_use]
pub fn spent(steps: u64) -> String {
    format!(
        "playground: interrupted, this line took all {steps} steps of work that a line may take. What it did so far stays done. If a loop waits for something, put a `sleep` into it: the clock moves only then.\n"
    )
}

/// A number of bytes as people read it.
fn size(bytes: usize) -> String {
    if bytes >= 1 << 20 {
        format!("{} MiB", bytes.div_ceil(1 << 20))
    } else {
        format!("{} KiB", bytes.div_ceil(1 << 10))
    }
}

/// A line prints too much.
#[must_use]
pub fn output_too_long(most: usize) -> String {
    format!(
        "playground: interrupted, a line prints at most {} here. Choose with `grep`, `head` or `--query`.\n",
        size(most)
    )
}

/// A pipe or a substitution holds too much.
#[must_use]
pub fn text_too_long(most: usize) -> String {
    format!(
        "playground: interrupted, a pipe, a file or a $(…) holds at most {} here.\n",
        size(most)
    )
}

/// A typed text is too long.
#[must_use]
pub fn line_too_long(most: usize) -> String {
    format!(
        "playground: a command has at most {} here; this text is longer.\n",
        size(most)
    )
}

/// A value does not fit into a variable.
#[must_use]
pub fn value_too_long(name: &str, most: usize) -> String {
    format!(
        "playground: {name} not set, a variable holds at most {} here.\n",
        size(most)
    )
}

/// All variables together hold too much.
#[must_use]
pub fn variables_full(name: &str, most: usize) -> String {
    format!(
        "playground: {name} not set, all variables together hold at most {} here. `unset` those you don't need.\n",
        size(most)
    )
}

/// A command has too many words.
#[must_use]
pub fn words_too_long(most: usize, words: usize) -> String {
    format!(
        "bash: Argument list too long\nplayground: the words of a command hold at most {} here, and there are at most {words}.\n",
        size(most)
    )
}

/// An arithmetic expression becomes too long.
#[must_use]
pub fn expression_too_long(most: usize) -> String {
    format!(
        "playground: an expression has at most {most} characters here, the values of its variables included"
    )
}

/// A file is too long.
#[must_use]
pub fn file_too_long(path: &str, most: usize) -> String {
    format!(
        "bash: {path}: File too large\nplayground: a file holds at most {} here.\n",
        size(most)
    )
}

/// All files together hold too much.
#[must_use]
pub fn host_full(path: &str, most: usize) -> String {
    format!(
        "bash: {path}: No space left on device\nplayground: the files of the client hosts hold at most {} together. Remove some with `rm`.\n",
        size(most)
    )
}

/// A query makes more of an answer than anybody can read.
pub const QUERY_TOO_LONG: &str =
    "playground: this --query makes more than 4 MiB of the answer, or takes too long for it";

/// A pattern on texts of that length takes too long.
#[must_use]
pub fn pattern_too_slow(bytes: usize) -> String {
    format!(
        "grep: this pattern takes too long on {}\nplayground: repetitions inside repetitions, such as (a{{0,60}}){{0,60}}, make a pattern slow. Choose a simpler one, or fewer lines.\n",
        size(bytes)
    )
}

/// There are too many files.
#[must_use]
pub fn too_many_files(path: &str, most: usize) -> String {
    format!(
        "bash: {path}: No space left on device\nplayground: a client host has at most {most} files. Remove some with `rm`.\n"
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
