//! The facade as terminal sessions use it.

use serde_json::Value;

use super::Playground;
use crate::api::wire::{Request, Response};
use crate::api::{Bug, CallError, Explanation};
use crate::command::{Command, HostAction, Outcome};
use crate::lab;
use crate::model::{Account, SECOND, Secret, Timestamp};
use crate::pki::RsaKey;
use crate::shell::{Door, Needed};

/// Bytes that an entry has at least.
const ENTRY: usize = 150;

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
    ) -> Result<Value, CallError> {
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
        let purpose = self.key_purpose(bits);
        self.world
            .memo
            .rsa_of(self.world.options.seed, &purpose, bits)
    }
    fn make(&mut self, needed: &Needed, pause: &mut dyn FnMut() -> bool) -> bool {
        let purpose = match needed {
            Needed::Key(bits) => self.key_purpose(*bits),
            Needed::Authority => lab::key_of_authority(self.account()),
            Needed::Hsms => return self.prepare(pause),
            Needed::Scenario(id) => return self.world.prepare_scene(id, pause),
        };
        let bits = match needed {
            Needed::Key(bits) => *bits,
            _ => RsaKey::USUAL_BITS,
        };
        let seed = self.world.options.seed;
        self.world.memo.make(seed, &purpose, bits, pause)
    }
    fn has(&self, needed: &Needed) -> bool {
        let purpose = match needed {
            Needed::Key(bits) => self.key_purpose(*bits),
            Needed::Authority => lab::key_of_authority(self.account()),
            Needed::Hsms => return self.world.key_wanted().is_none(),
            Needed::Scenario(id) => return self.world.has_scene(id),
        };
        self.world.memo.has(self.world.options.seed, &purpose)
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
    fn export(&self, most: usize) -> Result<String, usize> {
        let texts = self.log.iter().map(|entry| match &entry.command {
            Command::Host {
                action: HostAction::WriteFile { text, .. },
                ..
            } => text.len(),
            _ => 0,
        });
        let size = texts.sum::<usize>() + ENTRY * self.log.len();
        if size > most {
            return Err(size);
        }
        let text = Self::export(self);
        if text.len() > most {
            return Err(text.len());
        }
        Ok(text)
    }
}

impl Playground {
    /// The purpose of a key of so many bits that the next command makes.
    fn key_purpose(&self, bits: usize) -> String {
        format!("openssl/{}/{bits}", self.account().number + 1)
    }
}
