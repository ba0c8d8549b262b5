//! Signing a certificate request on the client host, for readers without openssl.

use crate::api::{Bug, Call};

/// Signs.
pub(super) fn sign(_call: &mut Call<'_>, _request: &str, _certificate: &str) -> Result<(), Bug> {
    Ok(())
}
