//! What the shell says that bash does not.

/// A program asks a question where the reader cannot answer: in a pipe or in a command substitution.
pub const NOBODY_TO_ASK: &str = "playground: this command asks a question, which you can't answer in a pipe or a substitution. Run it on a line of its own.\n";

/// The session of a program was undone.
pub const PROGRAM_GONE: &str =
    "playground: undo ended the session of this program. Start the program again.\n";

/// `exit` and `logout` do nothing.
pub const STAYS_OPEN: &str = "This terminal stays open. There is nothing to go back to.\n";

/// A line is nested more deeply than the shell supports.
pub const TOO_DEEP: &str =
    "playground: this line is nested too deeply. Split it into several lines.";

/// The parentheses of a condition are nested too deeply.
pub const TOO_DEEP_CONDITION: &str = "the parentheses are nested too deeply";

/// A feature of bash that is not simulated.
#[must_use]
pub fn not_in_this_shell(what: &str) -> String {
    format!(
        "playground: this shell does not support `{what}` of bash. Enter `help` to see what it supports."
    )
}

/// A line that takes all the work that a line may take.
#[must_use]
pub fn spent(steps: u64) -> String {
    format!(
        "playground: interrupted. A line can take {steps} steps here. What it did before stays. If a loop waits for something, add a `sleep`: simulated time passes only then.\n"
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
        "playground: interrupted. A line can print at most {} here. Print less with `grep`, `head` or `--query`.\n",
        size(most)
    )
}

/// A pipe or a substitution holds too much.
#[must_use]
pub fn text_too_long(most: usize) -> String {
    format!(
        "playground: interrupted. A pipe, a file or a $(…) can hold at most {} here.\n",
        size(most)
    )
}

/// A typed text is too long.
#[must_use]
pub fn line_too_long(most: usize) -> String {
    format!(
        "playground: this text is too long. A command can have at most {} here.\n",
        size(most)
    )
}

/// A value does not fit into a variable.
#[must_use]
pub fn value_too_long(name: &str, most: usize) -> String {
    format!(
        "playground: {name} was not set. A variable can hold at most {} here.\n",
        size(most)
    )
}

/// All variables together hold too much.
#[must_use]
pub fn variables_full(name: &str, most: usize) -> String {
    format!(
        "playground: {name} was not set. All variables together can hold at most {} here. `unset` the ones you don't need.\n",
        size(most)
    )
}

/// A command has too many words.
#[must_use]
pub fn words_too_long(most: usize, words: usize) -> String {
    format!(
        "bash: Argument list too long\nplayground: a command can have at most {words} words and {} here.\n",
        size(most)
    )
}

/// An arithmetic expression becomes too long.
#[must_use]
pub fn expression_too_long(most: usize) -> String {
    format!(
        "playground: an expression can have at most {most} characters here, including the values of its variables"
    )
}

/// A file is too long.
#[must_use]
pub fn file_too_long(path: &str, most: usize) -> String {
    format!(
        "bash: {path}: File too large\nplayground: a file can hold at most {} here.\n",
        size(most)
    )
}

/// All files together hold too much.
#[must_use]
pub fn host_full(path: &str, most: usize) -> String {
    format!(
        "bash: {path}: No space left on device\nplayground: all files of the client hosts together can hold at most {}. Remove some with `rm`.\n",
        size(most)
    )
}

/// The result of a query is too large.
pub const QUERY_TOO_LONG: &str =
    "playground: the result of this --query is larger than 4 MiB, or takes too long";

/// A pattern on texts of that length takes too long.
#[must_use]
pub fn pattern_too_slow(bytes: usize) -> String {
    format!(
        "grep: this pattern takes too long on {}\nplayground: nested repetitions such as (a{{0,60}}){{0,60}} make a pattern slow. Use a simpler pattern or fewer lines.\n",
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
