//! The facade as terminal sessions use it.

use serde_json::Value;

use super::Playground;
use crate::api::wire::{Request, Response};
use crate::api::{AwsError, Bug, Explanation};
use crate::command::{Command, Outcome};
use crate::model::{Account, SECOND, Secret, Timestamp};
use crate::pki::RsaKey;
use crate::shell::Door;

impl Door for Playground {
    fn run(&mut self, command: Command) -> Result<Outcome, Bug> {
        Self::run(self, command)
    }
    fn call(
        &mut self,
        service: &str,
        operation: &str,
        region: &str,
        input: Value,
    ) -> Result<Result<Value, AwsError>, Bug> {
        Self::call(self, service, operation, region, input)
    }
    fn handle(&mut self, request: &Request) -> Result<Response, Bug> {
        Self::handle(self, request)
    }
    fn pass(&mut self, seconds: i64) -> Result<(), Bug> {
        self.tick(seconds * SECOND)
    }
    fn passed(&mut self, since: Timestamp) -> Result<(), Bug> {
        Self::passed(self, since)
    }
    fn seal(&mut self, clear: &[u8]) -> Secret {
        Self::seal(self, clear)
    }
    fn draw(&self, purpose: &str) -> [u8; 32] {
        self.entropy().bytes(purpose)
    }
    fn rsa(&mut self, bits: usize) -> RsaKey {
        let purpose = format!("openssl/{}/{bits}", self.world.account.number + 1);
        self.world
            .memo
            .rsa_of(self.world.options.seed, &purpose, bits)
    }
    fn account(&self) -> &Account {
        Self::account(self)
    }
    fn last_refusal(&self) -> Option<&Explanation> {
        Self::last_refusal(self)
    }
    fn explain(&mut self, explanation: Explanation) {
        self.refused(explanation);
    }
    fn refusals(&self) -> u64 {
        Self::refusals(self)
    }
    fn undo(&mut self) -> Result<bool, Bug> {
        Self::undo(self)
    }
    fn redo(&mut self) -> Result<bool, Bug> {
        Self::redo(self)
    }
    fn reset(&mut self) {
        Self::reset(self);
    }
    fn scenarios(&self) -> Vec<&'static str> {
        super::SCENARIOS.iter().map(|(id, ..)| *id).collect()
    }
    fn share(&self) -> Result<String, usize> {
        Self::share(self)
    }
    fn export(&self) -> String {
        Self::export(self)
    }
}
