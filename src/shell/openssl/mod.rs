//! `openssl`: the commands of OpenSSL 3.0 that a cluster's certificates need, on real keys and certificates. Messages are those of the
//! real program; the identity of a thread, which it prints before some, is always the same here.

mod genrsa;
mod load;
mod options;
mod phrase;
mod req;
mod rsa;
mod secrets;
mod subject;
mod verify;
mod x509;

use super::files;
use super::mask::{Verdict, doubtful};
use super::program::{Context, Program, Ran, Step};
use crate::command::HostAction;
use crate::pki::{RsaKey, RsaNumbers};
use crate::text::openssl as words;
pub(super) use secrets::verdicts;

/// What `openssl version` prints: the release whose behavior this is.
const VERSION: &str = "OpenSSL 3.0.19 27 Jan 2026 (Library: OpenSSL 3.0.19 27 Jan 2026)\n";

type Command = fn(&mut Tool<'_, '_>, &[String]) -> Done<()>;

/// The commands, each with the options that it knows.
const COMMANDS: &[(&str, Command, options::Table)] = &[
    ("genrsa", genrsa::run, genrsa::OPTIONS),
    ("req", req::run, req::OPTIONS),
    ("rsa", rsa::run, rsa::OPTIONS),
    ("verify", verify::run, verify::OPTIONS),
    ("x509", x509::run, x509::OPTIONS),
];

/// Commands of the real program that are not simulated.
const ABSENT: &[&str] = &[
    "asn1parse",
    "ca",
    "ciphers",
    "cms",
    "crl",
    "crl2pkcs7",
    "dgst",
    "dhparam",
    "dsa",
    "dsaparam",
    "ec",
    "ecparam",
    "enc",
    "gendsa",
    "genpkey",
    "kdf",
    "list",
    "mac",
    "ocsp",
    "passwd",
    "pkcs12",
    "pkcs7",
    "pkcs8",
    "pkey",
    "pkeyparam",
    "pkeyutl",
    "prime",
    "rand",
    "rehash",
    "rsautl",
    "s_client",
    "s_server",
    "smime",
    "speed",
    "storeutl",
    "ts",
];

/// What may follow the words of an `openssl` command; `None` where the name of a file does.
pub(super) fn completions(words: &[&str], partial: &str) -> Option<Vec<String>> {
    let Some((first, rest)) = words.split_first() else {
        let names = COMMANDS.iter().map(|(name, ..)| *name);
        return Some(
            names
                .chain(["help", "version"])
                .map(str::to_owned)
                .collect(),
        );
    };
    let (.., table) = COMMANDS.iter().find(|(name, ..)| name == first)?;
    let last = rest.last().map(|last| last.trim_start_matches('-'));
    let takes_value = last.is_some_and(|last| {
        table
            .iter()
            .any(|(name, takes)| *name == last && *takes == options::Takes::Value)
    });
    if !partial.starts_with('-') || takes_value {
        return None;
    }
    let known = table
        .iter()
        .filter(|(_, takes)| *takes != options::Takes::Absent);
    Some(known.map(|(name, _)| format!("-{name}")).collect())
}

/// The length of the RSA key that a command is going to make, unless it fails before.
pub(super) fn key_of(words: &[String]) -> Option<usize> {
    let at = words.iter().position(|word| word != "sudo")?;
    let (name, arguments) = words[at..].split_first()?;
    (name.rsplit('/').next() == Some("openssl")).then(|| genrsa::length(arguments))?
}

/// Why a run of a command stops.
pub(super) enum Halt {
    /// It asks the reader something.
    Ask(Ask),
    /// It failed with this exit code; what it says has been printed.
    Failed(i32),
}

/// The work of a signature: some milliseconds in a browser.
const SIGNATURE: u64 = 5_000;

/// What is asked.
#[derive(Clone)]
pub(super) struct Ask {
    prompt: String,
    hidden: bool,
}

type Done<T> = Result<T, Halt>;

/// A run of a command. A question ends it, and the answer begins another run with all answers so far; files are written when the last
/// one is through, so running again changes nothing.
struct Tool<'a, 'b> {
    context: &'a mut Context<'b>,
    /// What the command calls itself in messages.
    name: &'static str,
    answers: &'a [String],
    answered: usize,
    out: String,
    err: String,
    files: Vec<(String, String)>,
    /// Whether it drew random bytes.
    drew: bool,
}

/// What came of a run.
struct Attempt {
    out: String,
    err: String,
    files: Vec<(String, String)>,
    drew: bool,
    end: Done<()>,
}

/// Runs an `openssl` command.
pub(super) fn run(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let attempt = attempt(context, arguments, &[]);
    match attempt.end {
        Err(Halt::Ask(ask)) => Ran {
            program: Some(Box::new(Waiting {
                arguments: arguments.to_vec(),
                answers: Vec::new(),
                stdin: context.stdin.clone(),
                shown: (attempt.out.len(), attempt.err.len()),
                ask,
            })),
            stdout: attempt.out,
            stderr: attempt.err,
            ..Ran::default()
        },
        _ => finish(context, attempt),
    }
}

fn attempt(context: &mut Context<'_>, arguments: &[String], answers: &[String]) -> Attempt {
    let mut tool = Tool {
        context,
        name: "openssl",
        answers,
        answered: 0,
        out: String::new(),
        err: String::new(),
        files: Vec::new(),
        drew: false,
    };
    let end = tool.command(arguments);
    Attempt {
        out: tool.out,
        err: tool.err,
        files: tool.files,
        drew: tool.drew,
        end,
    }
}

/// Writes the files of a run that is through.
fn finish(context: &mut Context<'_>, attempt: Attempt) -> Ran {
    let mut ran = Ran {
        stdout: attempt.out,
        stderr: attempt.err,
        exit_code: match attempt.end {
            Err(Halt::Failed(code)) => code,
            _ => 0,
        },
        ..Ran::default()
    };
    if attempt.drew
        && attempt.files.is_empty()
        && let Err(bug) = files::act(context.door, context.region, HostAction::Draw)
    {
        ran.stderr.push_str(&crate::text::lab::bug_line(&bug.0));
        ran.exit_code = 70;
    }
    for (path, text) in attempt.files {
        if let Err((code, message)) = files::save(context, path, text) {
            ran.stderr.push_str(&message);
            ran.exit_code = code;
        }
    }
    ran
}

/// A command that asked something.
#[derive(Clone)]
struct Waiting {
    arguments: Vec<String>,
    answers: Vec<String>,
    stdin: Option<String>,
    /// How much of both streams has been shown.
    shown: (usize, usize),
    ask: Ask,
}

impl Program for Waiting {
    fn boxed(&self) -> Box<dyn Program> {
        Box::new(self.clone())
    }

    fn line(&mut self, context: &mut Context<'_>, line: &str) -> Step {
        self.answers.push(line.to_owned());
        context.stdin.clone_from(&self.stdin);
        let mut attempt = attempt(context, &self.arguments, &self.answers);
        let shown = std::mem::replace(&mut self.shown, (attempt.out.len(), attempt.err.len()));
        attempt.out.drain(..shown.0);
        attempt.err.drain(..shown.1);
        if let Err(Halt::Ask(ask)) = attempt.end {
            self.ask = ask;
            return Step {
                output: attempt.out,
                errors: attempt.err,
                ended: None,
            };
        }
        let ran = finish(context, attempt);
        Step {
            output: ran.stdout,
            errors: ran.stderr,
            ended: Some(ran.exit_code),
        }
    }

    fn prompt(&self) -> String {
        self.ask.prompt.clone()
    }

    fn key(&self) -> Option<usize> {
        genrsa::length(&self.arguments)
    }

    fn hidden(&self) -> bool {
        self.ask.hidden
    }

    /// A field of a subject is public; a challenge password is not.
    fn verdicts(&self, words: &[String]) -> Vec<Verdict> {
        if self.ask.prompt.to_ascii_lowercase().contains("password") {
            return doubtful(words);
        }
        words.iter().map(|_| Verdict::Shown).collect()
    }

    /// Ends every question: it leaves a field of a subject blank, and is no pass phrase.
    fn way_out(&self) -> &'static str {
        "."
    }

    fn asks_the_terminal(&self) -> bool {
        true
    }

    fn alive(&self, _: &Context<'_>) -> bool {
        true
    }
}

impl Tool<'_, '_> {
    fn command(&mut self, arguments: &[String]) -> Done<()> {
        let (word, rest) = match arguments.split_first() {
            None => ("help", arguments),
            Some((word, rest)) => (word.as_str(), rest),
        };
        if let Some((name, command, table)) = COMMANDS.iter().find(|(name, ..)| *name == word) {
            self.name = name;
            if rest
                .iter()
                .any(|option| option == "-help" || option == "--help")
            {
                self.err
                    .push_str(&words::usage(name, table.iter().map(|(name, _)| *name)));
                return Ok(());
            }
            return command(self, rest);
        }
        match word {
            "version" => self.out.push_str(VERSION),
            "help" => {
                let names = COMMANDS.iter().map(|(name, ..)| *name);
                self.err.push_str(&words::help(names));
            }
            word if ABSENT.contains(&word) => return self.fail(&words::absent_command(word)),
            word => {
                return self.fail(&format!(
                    "Invalid command '{word}'; type \"help\" for a list.\n"
                ));
            }
        }
        Ok(())
    }

    /// Asks the reader.
    fn ask(&mut self, prompt: &str, hidden: bool) -> Done<String> {
        match self.answers.get(self.answered) {
            Some(answer) => {
                self.answered += 1;
                Ok(answer.clone())
            }
            None => Err(Halt::Ask(Ask {
                prompt: prompt.to_owned(),
                hidden,
            })),
        }
    }

    /// Prints why it fails.
    fn fail<T>(&mut self, message: &str) -> Done<T> {
        self.err.push_str(message);
        Err(Halt::Failed(1))
    }

    /// Prints why it fails, and that there is help.
    fn misused<T>(&mut self, message: &str) -> Done<T> {
        let name = self.name;
        self.fail(&format!("{message}{name}: Use -help for summary.\n"))
    }

    /// Random bytes.
    fn draw<const COUNT: usize>(&mut self, purpose: &str) -> [u8; COUNT] {
        self.drew = true;
        let bytes = self.context.door.draw(purpose);
        let mut taken = [0; COUNT];
        for (byte, drawn) in taken.iter_mut().zip(bytes) {
            *byte = drawn;
        }
        taken
    }

    /// A new RSA key.
    fn new_key(&mut self, bits: usize) -> RsaKey {
        self.drew = true;
        self.context.door.rsa(bits)
    }

    /// The key as a file holds it: under a pass phrase, or not.
    fn closed(&mut self, key: &RsaNumbers, phrase: Option<&str>) -> String {
        match phrase {
            None => key.to_pem(),
            Some(phrase) => {
                let (salt, iv) = (self.draw("openssl/salt"), self.draw("openssl/iv"));
                key.to_encrypted_pem(phrase.as_bytes(), salt, iv)
            }
        }
    }

    /// Sends text to a file, or to standard output where none is named.
    fn write(&mut self, name: Option<&str>, text: String) -> Done<()> {
        let Some(name) = name else {
            self.out.push_str(&text);
            return Ok(());
        };
        self.writable(name)?;
        let path = self.context.path(name);
        if path != "/dev/null" {
            self.files.retain(|(there, _)| *there != path);
            self.files.push((path, text));
        }
        Ok(())
    }

    /// Opens a file that is written at the end; what stood in it is gone, whatever comes of the command.
    fn open(&mut self, name: &str) -> Done<()> {
        self.write(Some(name), String::new())
    }

    /// Fails where a file cannot be written.
    fn writable(&mut self, name: &str) -> Done<()> {
        let path = self.context.path(name);
        let Err(problem) = files::writable(self.context, &path) else {
            return Ok(());
        };
        let tool = self.name;
        let message = format!("Can't open \"{name}\" for writing, {problem}\n");
        // The commands on keys print no more than this.
        if matches!(tool, "rsa" | "genrsa") {
            return self.fail(&format!("{tool}: {message}"));
        }
        let queue = load::unopened(name, problem, "w");
        self.fail(&(message + &queue))
    }
}

/// A line of the real program's error queue.
fn error(text: &str) -> String {
    format!("40E7F1D2A37F0000:error:{text}\n")
}
