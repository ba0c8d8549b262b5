//! What a cluster needs before it backs a key store, as the guide's "Assemble the prerequisites" asks for it.

/// The cluster is in the account and Region of the key store.
pub const HERE: &str = "The cluster is in this account and Region";
/// It is active.
pub const ACTIVE: &str = "The cluster is active";
/// It backs no other key store.
pub const UNUSED: &str = "No other key store uses the cluster";
/// It shares its backup history with none that does.
pub const UNRELATED: &str = "No cluster of its backup history backs a key store";
/// Its subnets.
pub const ZONES: &str = "Its subnets are in at least two Availability Zones";
/// Its subnets are all there.
pub const SUBNETS: &str = "All of its subnets exist";
/// Inbound rule.
pub const GROUP_IN: &str = "Its security group lets TCP 2223–2225 in from itself";
/// Outbound rule.
pub const GROUP_OUT: &str = "Its security group lets TCP 2223–2225 out to itself";
/// HSMs.
pub const HSMS: &str = "At least two active HSMs in different Availability Zones";
/// Trust anchor.
pub const ANCHOR: &str = "customerCA.crt is the trust anchor of this cluster";
/// The crypto user.
pub const KMSUSER: &str = "The crypto user kmsuser exists on every active HSM";
/// No second factor.
pub const NO_2FA: &str = "kmsuser was created without 2FA";
/// Not locked.
pub const NOT_LOCKED: &str = "kmsuser is not locked";
/// Not logged in.
pub const NOT_LOGGED_IN: &str = "Nobody else is logged in as kmsuser";
/// Its password.
pub const PASSWORD: &str = "The password is the one that kmsuser has";
/// The friendly name.
pub const NAME: &str = "The name is free";

/// What was found of the active HSMs.
#[must_use]
pub fn active_hsms(count: usize, zones: &[String]) -> String {
    let hsms = if count == 1 { "HSM" } else { "HSMs" };
    match zones {
        [] => "No active HSM; 2 needed, in different Availability Zones.".to_owned(),
        [zone] => {
            format!("{count} active {hsms} in {zone}; 2 needed, in different Availability Zones.")
        }
        zones => format!("{count} active {hsms} in {}.", zones.join(" and ")),
    }
}
