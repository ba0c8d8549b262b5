//! EnableKey and DisableKey. While the key store is not connected they take effect later.

use serde_json::json;

use super::key_view;
use super::shapes::KEY;
use crate::api::{Action, Applied, Call, Operation, Service};

/// EnableKey.
pub(super) const ENABLE: Operation = Operation {
    service: Service::Kms,
    name: "EnableKey",
    input: &[KEY],
    output: &[],
    pages: None,
    action: Action::Write(|call| set(call, true)),
};

/// DisableKey.
pub(super) const DISABLE: Operation = Operation {
    service: Service::Kms,
    name: "DisableKey",
    input: &[KEY],
    output: &[],
    pages: None,
    action: Action::Write(|call| set(call, false)),
};

fn set(call: &mut Call<'_>, enabled: bool) -> Applied {
    let id = key_view::id(call)?;
    call.key_mut(&id)?.enabled = enabled;
    Ok(json!({}))
}
