//! What changes the account besides AWS and the HSM tools: the client host, and what no real tool can do.

mod accounts;
mod faults;
pub mod genesis;
pub mod host;
mod sign;

pub use accounts::enter;
pub use faults::inject;
pub use sign::key_of_authority;

use crate::model::{Account, Quota};

/// Takes a permission of the caller away, or gives it back.
pub fn permit(account: &mut Account, action: &str, denied: bool) {
    let all = &mut account.injected.denied;
    if denied {
        all.insert(action.to_owned());
    } else {
        all.remove(action);
    }
}

/// Sets a quota.
pub fn set_quota(account: &mut Account, quota: Quota, count: usize) {
    let quotas = &mut account.quotas;
    *match quota {
        Quota::Clusters => &mut quotas.clusters,
        Quota::Hsms => &mut quotas.hsms,
        Quota::Keys => &mut quotas.keys,
        Quota::Stores => &mut quotas.stores,
        Quota::Aliases => &mut quotas.aliases,
    } = count;
}
