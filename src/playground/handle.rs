//! The door of AWS clients: requests as they come over the wire.

use super::Playground;
use crate::api::Bug;
use crate::api::cloudtrail::log_id;
use crate::api::wire::{self, Request, Response};

impl Playground {
    /// Takes a request of the AWS JSON protocol and answers it. What cannot be made out at all is refused without an entry on the log,
    /// as it is no call of any operation.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn handle(&mut self, request: &Request) -> Result<Response, Bug> {
        let entries = self.head;
        let answer = match wire::read(request, &self.options.region)? {
            Ok(asked) => {
                let service = asked.operation.service.word();
                self.call(service, asked.operation.name, &asked.region, asked.input)?
            }
            Err(error) => {
                self.refused(error.explanation.clone());
                Err(error)
            }
        };
        // What leaves an entry has an event, which names the request too.
        let purpose = if self.head > entries {
            "request"
        } else {
            "read"
        };
        let id = log_id(self.options.seed, entries, purpose);
        Ok(wire::respond(request, &id, answer.as_ref()))
    }
}
