//! EnableKey and DisableKey. While the key store is not connected they take effect later.

use serde_json::json;

use super::key_view::{self, KEY_ID};
use crate::api::shape::{Member, required};
use crate::api::{Action, Applied, Call, Operation, Service};

const INPUT: &[Member] = &[required("KeyId", KEY_ID)];

/// EnableKey.
pub(super) const ENABLE: Operation = Operation {
    service: Service::Kms,
    name: "EnableKey",
    input: INPUT,
    output: &[],
    pages: None,
    action: Action::Write(|call| set(call, true)),
};

/// DisableKey.
pub(super) const DISABLE: Operation = Operation {
    service: Service::Kms,
    name: "DisableKey",
    input: INPUT,
    output: &[],
    pages: None,
    action: Action::Write(|call| set(call, false)),
};

fn set(call: &mut Call<'_>, enabled: bool) -> Applied {
    let id = key_view::id(call)?;
    call.key_mut(&id)?.enabled = enabled;
    Ok(json!({}))
}
