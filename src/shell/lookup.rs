//! What a command's name stands for.

use super::builtins::{self, Builtin};
use super::door::Door;
use super::foreground::Foreground;
use super::program::{Command, Ran};
use super::session::Shell;
use super::streams::Streams;
use super::{aws, conditions, files, hsm_tools, lab, mask, openssl, sleep};

/// The work of a command of the client host.
const COMMAND: u64 = 20;
/// The work of a name that is none: it is compared with all others.
const UNKNOWN: u64 = 100;
/// The work of a tool, of a call to AWS, or of a change to the account.
pub(super) const CALL: u64 = 300;

impl Shell {
    /// Runs a command by its name; what it takes of its input is gone then. It says no password back.
    pub(super) fn named(
        &mut self,
        door: &mut dyn Door,
        words: &[String],
        stdin: &mut Option<String>,
    ) -> (Ran, Option<Foreground>) {
        let (mut ran, foreground) = self.found(door, words, stdin);
        if !ran.stderr.is_empty() {
            ran.stderr = mask::scrubbed(&ran.stderr, &mask::of_words(words));
        }
        (ran, foreground)
    }

    fn found(
        &mut self,
        door: &mut dyn Door,
        words: &[String],
        stdin: &mut Option<String>,
    ) -> (Ran, Option<Foreground>) {
        let Some((name, arguments)) = words.split_first() else {
            return (Ran::default(), None);
        };
        if name == "sudo" {
            return match arguments.first() {
                None => (Ran::failed(1, "usage: sudo command\n"), None),
                // What changes the shell is no program that another user could run.
                Some(word) if find(word).is_none() => (
                    Ran::failed(1, format!("sudo: {word}: command not found\n")),
                    None,
                ),
                Some(_) => self.found(door, arguments, stdin),
            };
        }
        if let Some(builtin) = builtins::builtin(name) {
            return match builtin {
                Builtin::Plain(run) => (run(self, door, arguments), None),
                Builtin::Read => builtins::read(self, arguments, stdin),
            };
        }
        let Some((command, work)) = find(name) else {
            self.budget.spend(UNKNOWN);
            let context = self.context(door, None);
            let path = context.path(name);
            let (code, what) = if !name.contains('/') {
                (127, "command not found")
            } else if files::is_directory(&context, &path) {
                (126, "Is a directory")
            } else if context.file(&path).is_some() {
                (126, "Permission denied")
            } else {
                (127, "No such file or directory")
            };
            return (Ran::failed(code, format!("bash: {name}: {what}\n")), None);
        };
        self.budget.spend(work);
        let mut context = self.context(door, stdin.take());
        let mut ran = command(&mut context, arguments);
        *stdin = context.stdin.take();
        let Some(mut program) = ran.program.take() else {
            return (ran, None);
        };
        let Some(lines) = stdin.take_if(|_| !program.asks_the_terminal()) else {
            let foreground = Foreground::Program {
                program,
                streams: Streams::default(),
                printed: Box::default(),
            };
            return (ran, Some(foreground));
        };
        // A program whose input is piped takes it line by line and ends with it.
        for line in lines.lines() {
            if !context.budget.spend(work) {
                break;
            }
            let step = program.line(&mut context, line);
            ran.stdout.push_str(&step.output);
            ran.stderr.push_str(&step.errors);
            if let Some(code) = step.ended {
                ran.exit_code = code;
                break;
            }
        }
        (ran, None)
    }
}

/// The command of that name, and its work.
fn find(name: &str) -> Option<(Command, u64)> {
    let tool = |command: Command| Some((command, CALL));
    let small = |command: Command| Some((command, COMMAND));
    match name {
        "aws" => tool(aws::run),
        "lab" => tool(lab::run),
        "help" => tool(lab::help),
        "openssl" | "/usr/bin/openssl" => tool(openssl::run),
        "sleep" => small(sleep::sleep),
        "test" => small(conditions::test),
        "[" => small(conditions::bracket),
        name => match files::command(name) {
            Some(command) => small(command),
            None => hsm_tools::command(name).and_then(tool),
        },
    }
}
