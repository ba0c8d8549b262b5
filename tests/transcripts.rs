//! What AWS CLI v2 was measured to print, byte for byte: `tests/transcripts/*.txt`, a case or more for each row of the measurements.
//!
//! ```text
//! == <section>.<row>  what the row says
//! given <scenario>    the account to start from; afterwards $CLUSTER, $STORE, $SUBNET1 and so on name what it holds, $ANCHOR the key
//!                     store's certificate, $ANCHOR_JSON and $ANCHOR_YAML the same as JSON and YAML write it inside their quotes
//! like <id>           instead: what prepares that case, of the same file, is done first
//! do <line>           a terminal line that prepares, and must succeed
//! $ <line>            the command line of the transcript
//! --- stdout          what stands below, up to the next such line, is all of standard output; without it there is none
//! --- stderr          ... of standard error
//! --- exit <number>   the exit code, which ends the case
//! ```
//!
//! What is a secret, as the real client prints it back, is hidden here: `••••••`.
//!
//! `$NAME` in what is expected stands for what that variable holds in the terminal, so ids need not be written out. With `UPDATE=1` the
//! cases that differ are printed as they came, to be read and taken over by hand; no file is ever written.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{memo, names};
use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::shell::Shell;

/// A case as it is written down.
#[derive(Clone, Default)]
struct Transcript {
    /// `3.unknown-option`: the section of the measurements, and the row in a word.
    id: String,
    scenario: Option<String>,
    before: Vec<String>,
    line: String,
    expected: Printed,
}

/// All that a line gives.
#[derive(Clone, Debug, Default, PartialEq)]
struct Printed {
    stdout: String,
    stderr: String,
    exit: i32,
}

impl Printed {
    /// As a case writes it.
    fn told(&self) -> String {
        let part = |name: &str, text: &str| match text {
            "" => String::new(),
            text => format!("--- {name}\n{text}"),
        };
        format!(
            "{}{}--- exit {}\n",
            part("stdout", &self.stdout),
            part("stderr", &self.stderr),
            self.exit
        )
    }
}

fn read(path: &Path) -> Vec<Transcript> {
    let text = fs::read_to_string(path).unwrap();
    let mut found: Vec<Transcript> = Vec::new();
    let mut open: Option<Transcript> = None;
    let mut part: Option<&str> = None;
    for line in text.lines() {
        let place = || format!("{}: {line}", path.display());
        let Some(case) = &mut open else {
            if let Some(title) = line.strip_prefix("== ") {
                open = Some(Transcript {
                    id: title.split_whitespace().next().unwrap().to_owned(),
                    ..Transcript::default()
                });
            } else {
                assert!(line.is_empty() || line.starts_with('#'), "{}", place());
            }
            continue;
        };
        if let Some(code) = line.strip_prefix("--- exit ") {
            case.expected.exit = code.parse().unwrap();
            part = None;
            assert!(!case.line.is_empty(), "{} has no line", case.id);
            found.extend(open.take());
        } else if let Some(name @ ("stdout" | "stderr")) = line.strip_prefix("--- ") {
            part = Some(name);
        } else if let Some(name) = part {
            let text = match name {
                "stdout" => &mut case.expected.stdout,
                _ => &mut case.expected.stderr,
            };
            text.push_str(line);
            text.push('\n');
        } else if let Some(scenario) = line.strip_prefix("given ") {
            case.scenario = Some(scenario.to_owned());
        } else if let Some(id) = line.strip_prefix("like ") {
            let other = found.iter().find(|other| other.id == id);
            let other = other.unwrap_or_else(|| panic!("{}", place())).clone();
            (case.scenario, case.before) = (other.scenario, other.before);
        } else if let Some(step) = line.strip_prefix("do ") {
            case.before.push(step.to_owned());
        } else if let Some(typed) = line.strip_prefix("$ ") {
            assert!(case.line.is_empty(), "{} has two lines", case.id);
            typed.clone_into(&mut case.line);
        } else {
            panic!("{}", place());
        }
    }
    assert!(open.is_none(), "{}: the last case is open", path.display());
    found
}

/// A terminal in an account of its own.
struct Stage {
    playground: Playground,
    shell: Shell,
}

impl Stage {
    fn new() -> Self {
        let mut playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        playground.remember(memo().lock().unwrap().clone());
        let shell = playground.shell();
        Self { playground, shell }
    }

    fn run(&mut self, line: &str) -> Printed {
        let reply = self.shell.run(&mut self.playground, line);
        Printed {
            stdout: reply.stdout,
            stderr: reply.stderr,
            exit: reply.exit_code,
        }
    }

    /// Runs a line that must succeed.
    fn prepare(&mut self, id: &str, line: &str) {
        let printed = self.run(line);
        assert_eq!(printed.exit, 0, "{id}: `{line}`: {printed:?}");
    }

    fn given(&mut self, id: &str, scenario: &str) {
        self.prepare(id, &format!("lab scenario {scenario}"));
        memo()
            .lock()
            .unwrap()
            .absorb(self.playground.memo().clone());
        let region = self.playground.account().region(self.shell.region());
        let region = region.unwrap();
        let mut named = names(region);
        if let Some(store) = region.key_stores.values().next() {
            let anchor = store.trust_anchor.trim_end();
            named.extend([
                ("ANCHOR".to_owned(), anchor.to_owned()),
                ("ANCHOR_JSON".to_owned(), anchor.replace('\n', "\\n")),
                ("ANCHOR_YAML".to_owned(), anchor.replace('\n', "\n\n    ")),
            ]);
        }
        for (name, value) in named {
            self.shell.set_variable(&name, &value);
        }
    }

    /// Puts the values of the terminal's variables into what is expected.
    fn filled(&mut self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('$') {
            let letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
            let end = after.find(|found| !letter(found)).unwrap_or(after.len());
            let value = self.run(&format!("echo \"${}\"", &after[..end])).stdout;
            let value = value.trim_end();
            assert!(!value.is_empty(), "${} holds nothing", &after[..end]);
            filled.push_str(before);
            filled.push_str(value);
            rest = &after[end..];
        }
        filled + rest
    }
}

/// What a case expects, and what came.
fn play(case: &Transcript) -> (Printed, Printed) {
    let mut stage = Stage::new();
    if let Some(scenario) = &case.scenario {
        stage.given(&case.id, scenario);
    }
    for line in &case.before {
        stage.prepare(&case.id, line);
    }
    let came = stage.run(&case.line);
    let expected = Printed {
        stdout: stage.filled(&case.expected.stdout),
        stderr: stage.filled(&case.expected.stderr),
        exit: case.expected.exit,
    };
    (expected, came)
}

#[test]
fn the_client_prints_what_was_measured() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let cases: Vec<Transcript> = paths.iter().flat_map(|path| read(path)).collect();
    let ids: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), cases.len(), "two cases have the same id");
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for case in &cases {
        let (expected, came) = play(case);
        if came == expected {
            continue;
        }
        wrong.push(case.id.as_str());
        if update {
            println!("== {}\n$ {}\n{}", case.id, case.line, came.told());
        } else {
            println!(
                "{}: `{}` must give\n{}but gave\n{}",
                case.id,
                case.line,
                expected.told(),
                came.told()
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:?} differ");
}
