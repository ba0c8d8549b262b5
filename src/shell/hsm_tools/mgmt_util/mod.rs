//! `cloudhsm_mgmt_util`: the tool in which a crypto officer manages users, with the transcripts of the real one.

mod answers;
mod commands;
mod print;
mod secrets;
mod typed;
mod views;

use crate::command::{Command, Outcome};
use crate::facts::{HsmCommand, ToolFacts};
use crate::hsm::{self, ToolAction, ToolReply};
use crate::model::{Secret, ToolServer};
use crate::shell::mask::{Verdict, doubtful};
use crate::shell::program::{Context, Program, Ran, Step};
use crate::text::hsm_tools as words;
use commands::Word;
pub(in crate::shell) use secrets::{is_word, verdicts};
use typed::{Pending, Typed};

const PROMPT: &str = "aws-cloudhsm>";

/// The running tool.
#[derive(Clone)]
struct MgmtUtil {
    region: String,
    session: u64,
    state: State,
    /// The one server that commands go to, in server mode.
    server: Option<usize>,
}

/// What the next line answers.
#[derive(Clone)]
enum State {
    /// A command.
    Ready,
    /// The password of a command that was typed without it.
    Password(Pending),
    /// The same password once more.
    Repeat(Pending, Secret),
    /// Whether to go on.
    Confirm(HsmCommand),
    /// What to do about a server that refused.
    Refused {
        command: HsmCommand,
        done: Vec<usize>,
        failed: usize,
        rest: Vec<usize>,
    },
}

/// Starts the tool: `cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg`.
pub(super) fn start(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    match arguments {
        [file] if context.path(file) == ToolFacts::CONFIG => {}
        [file] => {
            return Ran::failed(1, words::other_configuration(file, ToolFacts::CONFIG));
        }
        _ => {
            return Ran::failed(
                1,
                format!("Usage: cloudhsm_mgmt_util {}\n", ToolFacts::CONFIG),
            );
        }
    }
    let reply = match act(context, context.region, ToolAction::Open) {
        Ok(reply) => reply,
        Err(problem) => return Ran::failed(1, problem),
    };
    let mut stdout = print::start(&reply);
    let Some(session) = reply.session else {
        return Ran {
            stdout,
            exit_code: 1,
            ..Ran::default()
        };
    };
    let tool = MgmtUtil {
        region: context.region.to_owned(),
        session,
        state: State::Ready,
        server: None,
    };
    stdout.push_str(&print::encryption(&tool.servers(context), &reply));
    Ran {
        stdout,
        program: Some(Box::new(tool)),
        ..Ran::default()
    }
}

fn act(context: &mut Context<'_>, region: &str, action: ToolAction) -> Result<ToolReply, String> {
    let command = Command::Tool {
        region: region.to_owned(),
        action,
    };
    match context.door.run(command) {
        Ok(Outcome::Tool(reply)) => Ok(reply),
        Ok(_) => Err("the tool was answered nothing\n".to_owned()),
        Err(bug) => Err(format!("{}\n", bug.0)),
    }
}

impl Program for MgmtUtil {
    fn boxed(&self) -> Box<dyn Program> {
        Box::new(self.clone())
    }

    fn line(&mut self, context: &mut Context<'_>, line: &str) -> Step {
        match std::mem::replace(&mut self.state, State::Ready) {
            State::Ready => return self.command(context, line),
            State::Password(pending) => self.password(context, pending, line),
            State::Repeat(pending, first) => self.repeat(context, pending, &first, line),
            State::Confirm(command) => self.confirm(context, command, line),
            State::Refused {
                command,
                done,
                failed,
                rest,
            } => self.decide(context, command, done, failed, rest, line),
        }
        .into()
    }

    fn prompt(&self) -> String {
        match &self.state {
            State::Ready => self
                .server
                .map_or_else(|| PROMPT.to_owned(), |server| format!("server{server}>")),
            State::Password(pending) => pending.prompt().to_owned(),
            State::Repeat(..) => "Re-enter new password: ".to_owned(),
            State::Confirm(_) => "Do you want to continue(y/n)?".to_owned(),
            State::Refused { command, .. } => print::question(command).to_owned(),
        }
    }

    fn hidden(&self) -> bool {
        matches!(self.state, State::Password(_) | State::Repeat(..))
    }

    fn verdicts(&self, words: &[String]) -> Vec<Verdict> {
        match self.state {
            State::Ready => verdicts(words),
            _ => doubtful(words),
        }
    }

    fn way_out(&self) -> &'static str {
        match &self.state {
            State::Ready => "quit",
            // An empty password is followed by the caution; a second one that differs ends the question.
            State::Password(_) | State::Repeat(..) => "",
            State::Confirm(_) => "n",
            State::Refused {
                command: HsmCommand::DeleteUser { .. },
                ..
            } => "B",
            State::Refused { .. } => "A",
        }
    }

    fn alive(&self, context: &Context<'_>) -> bool {
        hsm::session(context.door.account(), &self.region, self.session).is_some()
    }
}

impl From<String> for Step {
    fn from(output: String) -> Self {
        Self {
            output,
            errors: String::new(),
            ended: None,
        }
    }
}

impl MgmtUtil {
    /// A line at the prompt.
    fn command(&mut self, context: &mut Context<'_>, line: &str) -> Step {
        let words = typed::words(line, context.variables);
        let Some((first, arguments)) = words.split_first() else {
            return String::new().into();
        };
        let word = match commands::find(first) {
            Ok(word) => word,
            Err(problem) => return problem.into(),
        };
        match word {
            Word::Quit => return self.quit(context),
            Word::Help => commands::help(),
            Word::Login | Word::CreateUser | Word::ChangePassword | Word::DeleteUser => {
                match typed::parse(word, arguments, context.door) {
                    Typed::Complete(command) => self.submit(context, command),
                    Typed::LacksPassword(pending) => {
                        self.state = State::Password(pending);
                        String::new()
                    }
                    Typed::Problem(text) => text,
                }
            }
            Word::Logout => self.log_out(context),
            Word::ListUsers => views::users(
                context.door.account(),
                &self.region,
                self.session,
                &self.targets(context),
            ),
            Word::Info => views::info(
                context.door.account(),
                &self.region,
                self.session,
                arguments,
            ),
            Word::HsmInfo => views::hsm_info(&self.targets(context)),
            Word::EnableE2e => self.enable_e2e(context),
            Word::SyncUser => match (self.server, typed::sync(arguments)) {
                (Some(_), Ok(command)) => self.submit(context, command),
                (None, _) => words::SYNC_IN_SERVER_MODE.to_owned(),
                (_, Err(usage)) => usage,
            },
            Word::Server => self.enter_server(context, arguments),
            Word::Exit => {
                self.server = None;
                String::new()
            }
            Word::Other => words::not_simulated(first),
        }
        .into()
    }

    /// The configured servers.
    fn servers(&self, context: &Context<'_>) -> Vec<ToolServer> {
        hsm::session(context.door.account(), &self.region, self.session)
            .map(|session| session.servers.clone())
            .unwrap_or_default()
    }

    /// Indices of the servers that commands go to.
    fn targets(&self, context: &Context<'_>) -> Vec<usize> {
        match self.server {
            Some(server) => vec![server],
            None => (0..self.servers(context).len()).collect(),
        }
    }

    /// Carries a command out, after the caution where the tool gives one.
    fn submit(&mut self, context: &mut Context<'_>, command: HsmCommand) -> String {
        match &command {
            HsmCommand::CreateUser { .. } | HsmCommand::ChangePassword { .. } => {
                self.state = State::Confirm(command);
                print::CAUTION.to_owned()
            }
            HsmCommand::Login { .. }
            | HsmCommand::DeleteUser { .. }
            | HsmCommand::SyncUser { .. } => self.begin(context, command),
        }
    }

    fn begin(&mut self, context: &mut Context<'_>, command: HsmCommand) -> String {
        let targets = self.targets(context);
        print::heading(&command, targets.len())
            + &self.run_on(context, command, Vec::new(), targets)
    }

    /// Carries a command out on `targets`; `done` are the servers that it was carried out on before.
    fn run_on(
        &mut self,
        context: &mut Context<'_>,
        command: HsmCommand,
        mut done: Vec<usize>,
        targets: Vec<usize>,
    ) -> String {
        let action = ToolAction::Run {
            session: self.session,
            command: command.clone(),
            servers: targets.clone(),
        };
        let reply = match act(context, &self.region, action) {
            Ok(reply) => reply,
            Err(problem) => return problem,
        };
        let printed = print::outcome(&command, &self.servers(context), &reply);
        let refused = reply.refusals.last().and_then(|refusal| refusal.server);
        if let (Some(failed), true) = (refused, print::asks(&command)) {
            done.extend(reply.done);
            let rest = targets
                .into_iter()
                .skip_while(|server| *server != failed)
                .skip(1)
                .collect();
            self.state = State::Refused {
                command,
                done,
                failed,
                rest,
            };
        }
        printed
    }

    fn log_out(&mut self, context: &mut Context<'_>) -> String {
        let action = ToolAction::Logout {
            session: self.session,
        };
        match act(context, &self.region, action) {
            Ok(_) => {
                let all: Vec<usize> = (0..self.servers(context).len()).collect();
                print::success("logoutHSM", &self.servers(context), &all)
            }
            Err(problem) => problem,
        }
    }

    fn enable_e2e(&mut self, context: &mut Context<'_>) -> String {
        let action = ToolAction::EnableE2e {
            session: self.session,
        };
        match act(context, &self.region, action) {
            Ok(reply) => print::encryption(&self.servers(context), &reply),
            Err(problem) => problem,
        }
    }

    fn enter_server(&mut self, context: &Context<'_>, arguments: &[String]) -> String {
        let servers = self.servers(context);
        let wanted = arguments.first().and_then(|number| number.parse().ok());
        let Some((number, server)) =
            wanted.and_then(|number: usize| servers.get(number).map(|server| (number, server)))
        else {
            return format!("Usage: server <0-{}>\n", servers.len().saturating_sub(1));
        };
        self.server = Some(number);
        let mode = if server.encrypted {
            "E2"
        } else {
            "unencrypted"
        };
        format!("\nServer is in '{mode}' mode...\n")
    }

    fn quit(&mut self, context: &mut Context<'_>) -> Step {
        let action = ToolAction::Close {
            session: self.session,
        };
        let problem = act(context, &self.region, action).err().unwrap_or_default();
        Step {
            output: format!("{problem}\ndisconnecting from servers, please wait...\n"),
            errors: String::new(),
            ended: Some(0),
        }
    }
}
