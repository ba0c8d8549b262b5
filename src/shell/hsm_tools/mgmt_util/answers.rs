//! Lines that answer a question of the tool.

use super::typed::Pending;
use super::{MgmtUtil, State, act, print};
use crate::facts::HsmCommand;
use crate::hsm::ToolAction;
use crate::model::Secret;
use crate::shell::program::Context;

impl MgmtUtil {
    /// The password of a command that was typed without it.
    pub(super) fn password(
        &mut self,
        context: &mut Context<'_>,
        pending: Pending,
        line: &str,
    ) -> String {
        let secret = context.door.seal(line.as_bytes());
        if pending.repeats() {
            self.state = State::Repeat(pending, secret);
            return String::new();
        }
        self.submit(context, pending.with(secret))
    }

    /// The same password once more.
    pub(super) fn repeat(
        &mut self,
        context: &mut Context<'_>,
        pending: Pending,
        first: &Secret,
        line: &str,
    ) -> String {
        let again = context.door.seal(line.as_bytes());
        if again != *first {
            return "Passwords do not match.\n".to_owned();
        }
        self.submit(context, pending.with(again))
    }

    /// The answer to the caution.
    pub(super) fn confirm(
        &mut self,
        context: &mut Context<'_>,
        command: HsmCommand,
        line: &str,
    ) -> String {
        match line.trim() {
            "y" | "Y" => self.begin(context, command),
            "n" | "N" => String::new(),
            _ => {
                self.state = State::Confirm(command);
                "Invalid option, please type 'y' or 'n'\n\n".to_owned()
            }
        }
    }

    /// The answer to the question after a refusal.
    pub(super) fn decide(
        &mut self,
        context: &mut Context<'_>,
        command: HsmCommand,
        done: Vec<usize>,
        failed: usize,
        rest: Vec<usize>,
        line: &str,
    ) -> String {
        let deletes = matches!(command, HsmCommand::DeleteUser { .. });
        match (line.trim().to_ascii_uppercase().as_str(), deletes) {
            ("R", _) => {
                let targets = [failed].into_iter().chain(rest).collect();
                self.run_on(context, command, done, targets)
            }
            ("I", _) if rest.is_empty() => String::new(),
            ("I", _) => self.run_on(context, command, done, rest),
            ("A", false) => String::new(),
            ("B", true) => self.roll_back(context, command, failed, done),
            _ => {
                self.state = State::Refused {
                    command,
                    done,
                    failed,
                    rest,
                };
                String::new()
            }
        }
    }

    fn roll_back(
        &mut self,
        context: &mut Context<'_>,
        command: HsmCommand,
        from: usize,
        servers: Vec<usize>,
    ) -> String {
        if servers.is_empty() {
            return String::new();
        }
        let action = ToolAction::RollBack {
            session: self.session,
            command,
            from,
            servers,
        };
        match act(context, &self.region, action) {
            Ok(reply) => print::success("rollBack", &self.servers(context), &reply.done),
            Err(problem) => problem,
        }
    }
}
