//! UpdateKeyDescription.

use serde_json::json;

use super::key_view;
use super::shapes::{DESCRIPTION, KEY};
use crate::api::shape::required;
use crate::api::{Action, Operation, Service};

/// UpdateKeyDescription.
pub(super) const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "UpdateKeyDescription",
    input: &[KEY, required("Description", DESCRIPTION)],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let id = key_view::id(call)?;
        let description = call.needed("Description")?.to_owned();
        call.key_mut(&id)?.description = description;
        Ok(json!({}))
    }),
};
