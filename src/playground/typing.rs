//! Lines that run in terminals of their own, because the reader's terminal may be busy: each with what it
//! printed. Programs that still run at the end are ended by lines that are shown too.

use serde_json::Value;

use super::{Entry, Playground};
use crate::api::Explanation;
use crate::command::Command;
use crate::model::{ConnectionFailure, ConnectionState};
use crate::rules::scripts;
use crate::shell::{Reply, Shell, WAY_OUT};
use crate::text::lab as words;

/// A line with what it printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// What stood before it.
    pub prompt: String,
    /// The line, its secrets masked; empty where it was a secret.
    pub line: String,
    /// What came of it.
    pub reply: Reply,
}

/// Lines with what they printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typing {
    /// The lines that were typed, those that ended what was left running among them.
    pub typed: Vec<Typed>,
    /// Whether all went well.
    pub well: bool,
    /// Why they ended in a failure: the last refusal, or the failed connection of a key store. Its fix stands for itself, as the
    /// terminals are gone.
    pub why: Option<Explanation>,
    /// The AWS calls that were accepted, such as `kms:CreateKey`, each with as much of its answer as its event shows.
    pub calls: Vec<(String, Value)>,
}

impl Playground {
    /// Types lines on the client host of a Region, up to the first that fails.
    pub fn type_lines(&mut self, region: &str, lines: &[impl AsRef<str>]) -> Typing {
        let lines = lines.iter().map(AsRef::as_ref);
        self.type_in(region, &mut lines.map(|line| (0, line)), true)
    }

    /// Types the script of a rule on the client host of a Region, to its end: what is refused on the way belongs to it.
    pub fn type_script(&mut self, region: &str, script: &str) -> Typing {
        self.type_in(region, &mut script.lines().map(scripts::terminal), false)
    }

    fn type_in(
        &mut self,
        region: &str,
        lines: &mut dyn Iterator<Item = (usize, &str)>,
        careful: bool,
    ) -> Typing {
        let before = self.failures(region);
        let entries = self.log().len();
        let mut terminals = [Shell::new(region), Shell::new(region)];
        let mut started = [String::new(), String::new()];
        let mut typing = Typing {
            well: true,
            ..Typing::default()
        };
        for (number, line) in lines {
            let terminal = &mut terminals[number];
            let running = terminal.way_out().is_some();
            if !running {
                line.clone_into(&mut started[number]);
            }
            let reply = typing.type_line(self, terminal, number, line);
            // At a program's prompt the exit code is still that of the earlier command, so the output counts too.
            typing.well =
                reply.refused.is_none() && (reply.exit_code == 0 || reply.stderr.is_empty());
            typing.why = reply.refused.map(|mut why| {
                if running || terminal.way_out().is_some() {
                    why.fix = scripts::from_outside(&started[number], self.login(region), why.fix);
                }
                why
            });
            if careful && !typing.well {
                break;
            }
        }
        for (number, terminal) in terminals.iter_mut().enumerate() {
            for _ in 0..WAY_OUT {
                let Some(line) = terminal.way_out() else {
                    break;
                };
                typing.type_line(self, terminal, number, line);
            }
        }
        if typing.why.is_none() {
            typing.why = self.new_failure(region, &before);
        }
        // Lines may have taken something back.
        let new = self.log().get(entries..).unwrap_or_default();
        typing.calls = new.iter().filter_map(accepted).collect();
        typing
    }

    /// Who is logged in in the tool that was started last on the client host of a Region: type and name.
    fn login(&self, region: &str) -> Option<(&'static str, String)> {
        let sessions = &self.account().region(region)?.client.sessions;
        let (_, newest) = sessions.iter().max_by_key(|(id, _)| **id)?;
        let login = newest.login.as_ref()?;
        Some((login.kind.word(), login.name.clone()))
    }

    /// The failed connections of a Region: key store and what failed.
    fn failures(&self, region: &str) -> Vec<(String, ConnectionFailure)> {
        let stores = self.account().region(region).into_iter();
        stores
            .flat_map(|region| region.key_stores.values())
            .filter(|store| store.state == ConnectionState::Failed)
            .filter_map(|store| Some((store.id.clone(), store.failure.clone()?)))
            .collect()
    }

    fn new_failure(
        &self,
        region: &str,
        before: &[(String, ConnectionFailure)],
    ) -> Option<Explanation> {
        let now = self.failures(region);
        let (store, failure) = now.iter().find(|failed| !before.contains(failed))?;
        Explanation::of_failure(self.account(), region, store, failure)
    }
}

/// The AWS call that an entry stands for, where it was accepted.
fn accepted(entry: &Entry) -> Option<(String, Value)> {
    match &entry.command {
        Command::Aws {
            service, operation, ..
        } if !entry.outcome.refused => {
            let trail = entry.outcome.trail.as_ref();
            let answer = trail.map_or(Value::Null, |trail| trail.response.clone());
            Some((format!("{service}:{operation}"), answer))
        }
        _ => None,
    }
}

impl Typing {
    fn type_line(
        &mut self,
        playground: &mut Playground,
        terminal: &mut Shell,
        number: usize,
        line: &str,
    ) -> Reply {
        let (prompt, shown) = (terminal.prompt(), terminal.masked(line));
        let reply = terminal.run(playground, line);
        self.typed.push(Typed {
            prompt: if number == 0 {
                prompt
            } else {
                words::second_terminal(&prompt)
            },
            line: shown,
            reply: reply.clone(),
        });
        reply
    }
}
