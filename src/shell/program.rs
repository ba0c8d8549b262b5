//! What runs in the terminal: commands, which answer at once, and programs, which take over the prompt until they end.

use super::Door;
use super::budget::Budget;
use super::mask::{Verdict, doubtful};

/// A command of the terminal: `argv` without its name.
pub type Command = fn(&mut Context<'_>, &[String]) -> Ran;

/// What a command works with.
pub struct Context<'a> {
    /// The account.
    pub door: &'a mut dyn Door,
    /// Region of the session, and of its client host.
    pub region: &'a str,
    /// Working directory: an absolute path without a slash at its end.
    pub directory: &'a str,
    /// What was piped in.
    pub stdin: Option<String>,
    /// Variables of the session; to tools every one of them counts as exported.
    pub variables: &'a std::collections::BTreeMap<String, String>,
    /// The work that is left to the line.
    pub budget: &'a Budget,
}

/// What a command printed and left behind.
#[derive(Clone, Default)]
pub struct Ran {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit code.
    pub exit_code: i32,
    /// A program that takes over the prompt.
    pub program: Option<Box<dyn Program>>,
    /// A Region that the session moves to.
    pub region: Option<String>,
    /// Lines to run next, as if they had been typed.
    pub then: Vec<String>,
    /// A file for the reader's own computer.
    pub offered: Option<Offered>,
    /// Seconds by which the clock moves next.
    pub advance: i64,
}

/// A file for the reader's own computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its name without folders.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// A program with a prompt of its own, such as `cloudhsm_mgmt_util`.
pub trait Program {
    /// The program as it stands: where a line has to run again, it starts from here.
    fn boxed(&self) -> Box<dyn Program>;
    /// Takes a line typed at its prompt.
    fn line(&mut self, context: &mut Context<'_>, line: &str) -> Step;
    /// Its prompt for the next line.
    fn prompt(&self) -> String;
    /// Whether the next line is a secret.
    fn hidden(&self) -> bool {
        false
    }
    /// What is known of the words of the next line, so that no password among them is shown.
    fn verdicts(&self, words: &[String]) -> Vec<Verdict> {
        doubtful(words)
    }
    /// The line that ends it, or that answers its question so that the next one can.
    fn way_out(&self) -> &'static str;
    /// Whether it asks whoever sits at the terminal even where its input is piped, as programs do that ask for pass phrases.
    fn asks_the_terminal(&self) -> bool {
        false
    }
    /// The length of the RSA key that it may make of its next line.
    fn key(&self) -> Option<usize> {
        None
    }
    /// Whether what it works on is still there; undo may have taken it away.
    fn alive(&self, context: &Context<'_>) -> bool;
}

/// What came of a line.
pub struct Step {
    /// What it printed to standard output.
    pub output: String,
    /// What it printed to standard error.
    pub errors: String,
    /// The exit code, when the program ended.
    pub ended: Option<i32>,
}

impl Ran {
    /// Printed to standard output, all well.
    #[must_use]
    pub fn printed(stdout: impl Into<String>) -> Self {
        Self {
            stdout: stdout.into(),
            ..Self::default()
        }
    }

    /// Failed with a text on standard error.
    #[must_use]
    pub fn failed(exit_code: i32, stderr: impl Into<String>) -> Self {
        Self {
            stderr: stderr.into(),
            exit_code,
            ..Self::default()
        }
    }
}

impl Context<'_> {
    /// The absolute path of a file named on the command line.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        absolute(self.directory, name)
    }

    /// A file of the client host.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&str> {
        self.door
            .account()
            .region(self.region)?
            .client
            .files
            .get(path)
            .map(String::as_str)
    }
}

/// The absolute path of a name in a directory.
pub(super) fn absolute(directory: &str, name: &str) -> String {
    let mut parts: Vec<&str> = if name.starts_with('/') {
        Vec::new()
    } else {
        directory.split('/').collect()
    };
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    format!("/{}", parts.join("/"))
}

impl Clone for Box<dyn Program> {
    fn clone(&self) -> Self {
        self.as_ref().boxed()
    }
}
