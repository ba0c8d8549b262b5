//! The door of AWS clients: requests as they come over the wire.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Playground;
use crate::api::cloudtrail::log_id;
use crate::api::wire::{self, Asked, Request, Response};
use crate::api::{Bug, CallError};
use crate::sim::hex;

impl Playground {
    /// Takes a request of the AWS JSON protocol and answers it. A request that cannot be read is refused without an entry on the log,
    /// as it is no call of any operation.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn handle(&mut self, request: &Request) -> Result<Response, Bug> {
        let entries = self.head;
        let asked = wire::read(request, &self.world.options.region);
        if let Err(CallError::Refused(error)) = &asked {
            self.refused(error.explanation.clone());
        }
        let answer = match asked.and_then(|asked| self.answer(asked)) {
            Ok(answer) => Ok(answer),
            Err(error) => Err(error.refusal()?),
        };
        // What leaves an entry has an event, which names the request too. Of what leaves none, only the same request has the same id.
        let purpose = if self.head > entries {
            "request".to_owned()
        } else {
            let mut asked = Sha256::new();
            for (name, text) in &request.headers {
                asked.update(format!("{name}:{text}\n"));
            }
            asked.update(&request.body);
            format!("read/{}", hex(&asked.finalize()))
        };
        let id = log_id(
            self.world.options.seed,
            self.world.options.earlier + entries,
            &purpose,
        );
        Ok(wire::respond(request, &id, answer.as_ref()))
    }

    fn answer(&mut self, asked: Asked) -> Result<Value, CallError> {
        let service = asked.operation.service.word();
        self.call(service, asked.operation.name, &asked.region, asked.input)
    }
}
