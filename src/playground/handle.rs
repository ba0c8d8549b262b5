//! The door of AWS clients: requests as they come over the wire.

use super::Playground;
use crate::api::Bug;
use crate::api::wire::{self, Request, Response};
use crate::sim::Entropy;

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
        let id = if self.head > entries {
            self.request_id(entries)
        } else {
            self.uuid(entries, "read")
        };
        Ok(wire::respond(request, &id, answer.as_ref()))
    }

    /// The id of the request that is the entry of that index.
    pub(super) fn request_id(&self, entry: usize) -> String {
        self.uuid(entry, "request")
    }

    /// An id of what happened after so many entries.
    pub(super) fn uuid(&self, entries: usize, purpose: &str) -> String {
        Entropy::new(self.options.seed, entries as u64).uuid(&format!("log/{purpose}"))
    }
}
