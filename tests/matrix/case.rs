//! One case: an account, its terminals, and what is done in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;

use keystore_playground::command::{Command, HostAction};
use keystore_playground::model::Timestamp;
use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::shell::{Reply, Shell};

use super::before::Before;
use super::book::Told;
use super::common::{memo, names};
use super::cure::Cure;
use super::words::flaw;

const HOME: &str = "/home/ec2-user";

/// A case that is being run.
pub struct Case {
    id: String,
    playground: Playground,
    shell: Shell,
    /// A second terminal, once a line was typed into it.
    second: Option<Shell>,
    /// The last line, what came of it and the account before it; taken by the first expectation.
    last: Option<(String, Reply, Before)>,
    /// Whether somebody looked at the last line.
    looked: bool,
    /// The line that was refused last.
    pub refused: Option<String>,
    /// A fix whose cure is still to be proved.
    pub cure: Option<Cure>,
    folder: Option<PathBuf>,
}

/// Runs a case; panics with the reason where it does not hold.
pub fn run(told: &Told) {
    let mut case = Case::new(&told.id);
    for step in &told.steps {
        case.prove_cure(Some(step));
        case.step(step);
    }
    case.prove_cure(None);
    case.settle_last();
}

impl Drop for Case {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

impl Case {
    fn new(id: &str) -> Self {
        let mut playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        playground.remember(memo().lock().unwrap().clone());
        let shell = playground.shell();
        Self {
            id: id.to_owned(),
            playground,
            shell,
            second: None,
            last: None,
            looked: true,
            refused: None,
            cure: None,
            folder: None,
        }
    }

    fn step(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match word {
            "clock" => self.clock(rest),
            "given" => self.given(rest),
            "do" => self.run(rest),
            "second" => self.in_second(rest),
            "host" => self.host(rest),
            "upload" => self.upload(rest),
            "expect" => self.expect(rest),
            "fix" => self.fix(rest),
            "cured" => self.run(rest.strip_prefix("by ").expect("cured by <line>")),
            _ => panic!("{}: `{word}` is no word of the scenario language", self.id),
        }
    }

    fn clock(&mut self, when: &str) {
        assert_eq!(when, "now", "{}: only `clock now` is known", self.id);
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap()
            .as_secs();
        self.playground = Playground::new(Options {
            pace: Pace::Manual,
            start_time: Timestamp(i64::try_from(now).unwrap() * 1_000),
            ..Options::default()
        });
        self.playground.remember(memo().lock().unwrap().clone());
    }

    fn given(&mut self, scenario: &str) {
        self.run(&format!("lab scenario {scenario}"));
        self.settle_last();
        memo()
            .lock()
            .unwrap()
            .absorb(self.playground.memo().clone());
        self.name_everything();
    }

    fn name_everything(&mut self) {
        let Some(region) = self
            .playground
            .account()
            .region(self.shell.region())
            .cloned()
        else {
            return;
        };
        let names = names(&region);
        let shells = std::iter::once(&mut self.shell).chain(&mut self.second);
        for shell in shells {
            for (name, value) in &names {
                shell.set_variable(name, value);
            }
        }
    }

    /// Runs a line in the first terminal. What is refused on the way, whatever the case expects, changes no resource.
    pub fn run(&mut self, line: &str) {
        self.settle_last();
        let before = Before::of(&self.playground);
        let reply = self.shell.run(&mut self.playground, line);
        if let Err(problem) = before.unchanged_by_refusals(&self.playground) {
            panic!("{}: `{line}`: {problem}", self.id);
        }
        self.last = Some((line.to_owned(), reply, before));
        self.looked = false;
    }

    fn in_second(&mut self, line: &str) {
        self.settle_last();
        if self.second.is_none() {
            self.second = Some(self.playground.shell());
            self.name_everything();
        }
        if let Some(second) = &mut self.second {
            std::mem::swap(&mut self.shell, second);
        }
        self.run(line);
        if let Some(second) = &mut self.second {
            std::mem::swap(&mut self.shell, second);
        }
    }

    /// A line that nobody looked at must have succeeded.
    pub fn settle_last(&mut self) {
        if self.looked {
            return;
        }
        self.looked = true;
        if let Some((line, reply, _)) = &self.last {
            assert!(
                reply.exit_code == 0 && reply.refused.is_none(),
                "{}: `{line}` failed ({}):\n{}{}",
                self.id,
                reply.exit_code,
                reply.stdout,
                reply.stderr
            );
        }
    }

    /// Judges the last line.
    pub fn expect(&mut self, what: &str) {
        self.looked = true;
        let (kind, rest) = what.split_once(' ').unwrap_or((what, ""));
        let (line, reply, before) = self
            .last
            .as_ref()
            .expect("a line comes before its expectation");
        let shown = format!(
            "{}: `{line}` gave ({}):\n{}{}",
            self.id, reply.exit_code, reply.stdout, reply.stderr
        );
        match kind {
            "error" => {
                assert!(
                    reply.stderr.contains(&format!("({rest})")),
                    "no {rest}. {shown}"
                );
                assert_eq!(reply.exit_code, 254, "{shown}");
                let changed = before.unchanged(&self.playground);
                assert_eq!(changed, Ok(()), "{shown}");
                self.explained(reply, &shown);
                self.refused = Some(line.clone());
            }
            "rule" => {
                let rule = reply
                    .refused
                    .as_ref()
                    .map(|refused| refused.rule_id.as_str());
                assert_eq!(rule, Some(rest), "{shown}");
                self.explained(reply, &shown);
                self.refused = Some(line.clone());
            }
            "unchanged" => assert!(
                before.account.regions == self.playground.account().regions,
                "something changed. {shown}"
            ),
            "no" => {
                let words = rest.strip_prefix("text ").expect("expect no text");
                assert!(
                    !reply.stdout.contains(words) && !reply.stderr.contains(words),
                    "`{words}` stands there. {shown}"
                );
            }
            "out" => assert_eq!(reply.stdout.trim_end(), rest, "{shown}"),
            "text" => assert!(
                !rest.is_empty() && (reply.stdout.contains(rest) || reply.stderr.contains(rest)),
                "no `{rest}`. {shown}"
            ),
            "exit" => assert_eq!(reply.exit_code.to_string(), rest, "{shown}"),
            "store" => {
                let store = self
                    .playground
                    .account()
                    .region(self.shell.region())
                    .and_then(|region| region.key_stores.values().max_by_key(|store| store.created))
                    .unwrap_or_else(|| panic!("there is no key store. {shown}"));
                let found = match &store.failure {
                    Some(failure) => format!("{} {}", store.state.word(), failure.code),
                    None => store.state.word().to_owned(),
                };
                assert_eq!(found, rest, "{shown}");
            }
            _ => panic!("{}: `expect {kind}` is not known", self.id),
        }
    }

    /// A refusal explains itself: every sentence is there, nothing in it is left open, and a paragraph of the documentation is named.
    fn explained(&self, reply: &Reply, shown: &str) {
        let refused = reply
            .refused
            .as_ref()
            .unwrap_or_else(|| panic!("no explanation. {shown}"));
        for text in [&refused.what, &refused.why, &refused.todo] {
            assert_eq!(flaw(text), None, "{shown}");
        }
        assert!(!refused.docs.is_empty(), "no documentation. {shown}");
    }

    fn host(&mut self, command: &str) {
        self.settle_last();
        let folder = self.folder.get_or_insert_with(|| {
            let folder =
                std::env::temp_dir().join(format!("matrix-{}-{}", self.id, std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            folder
        });
        let folder = folder.clone();
        let files = |playground: &Playground, region: &str| -> Vec<(String, String)> {
            playground
                .account()
                .region(region)
                .unwrap()
                .client
                .files
                .iter()
                .filter_map(|(path, text)| {
                    Some((
                        path.strip_prefix(&format!("{HOME}/"))?.to_owned(),
                        text.clone(),
                    ))
                })
                .collect()
        };
        for (name, text) in files(&self.playground, self.shell.region()) {
            fs::write(folder.join(name), text).unwrap();
        }
        let command = {
            let shell = &mut self.shell;
            // The variables of the case, as the terminal knows them.
            shell
                .run(
                    &mut self.playground,
                    &format!("echo \"{}\"", command.replace('"', "\\\"")),
                )
                .stdout
        };
        let output = Process::new("sh")
            .arg("-c")
            .arg(&command)
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}: `{command}`: {}",
            self.id,
            String::from_utf8_lossy(&output.stderr)
        );
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if let Ok(text) = fs::read_to_string(entry.path()) {
                self.write(&name, text);
            }
        }
    }

    fn upload(&mut self, what: &str) {
        self.settle_last();
        let (file, name) = what.split_once(' ').unwrap_or((what, what));
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/certificates")
            .join(file);
        let text =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = name.rsplit('/').next().unwrap().to_owned();
        self.write(&name, text);
    }

    fn write(&mut self, name: &str, text: String) {
        self.playground
            .run(Command::Host {
                region: self.shell.region().to_owned(),
                action: HostAction::WriteFile {
                    path: format!("{HOME}/{name}"),
                    text,
                },
            })
            .unwrap();
    }
}
