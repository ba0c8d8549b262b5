//! Rules of the roles under which services act.

use crate::facts::{Facts, NotGiven};
use crate::model::LinkedService;

crate::rules::registry! {
    custom_suffix,
    linked_service,
    role_exists,
    role_taken,
}

/// The service that a request makes a role for.
fn asked_for(facts: &dyn Facts) -> Result<Option<LinkedService>, NotGiven> {
    let name = facts.text("AWSServiceName").given()?;
    Ok(name.and_then(|name| LinkedService::of(&name)))
}
