//! What a cluster needs before it can back a key store: "Assemble the prerequisites" in the guide.

/// The cluster is in the account and Region of the key store.
pub const HERE: &str = "The cluster is in this account and Region";
/// It is active.
pub const ACTIVE: &str = "The cluster is active";
/// It backs no other key store.
pub const UNUSED: &str = "No other key store uses the cluster";
/// It shares its backup history with none that does.
pub const UNRELATED: &str = "No other key store uses a cluster with the same backup history";
/// Its subnets.
pub const ZONES: &str = "The subnets of the cluster are in at least two Availability Zones";
/// Its subnets are all there.
pub const SUBNETS: &str = "All subnets of the cluster exist";
/// Inbound rule.
pub const GROUP_IN: &str =
    "The security group of the cluster allows inbound TCP 2223–2225 from itself";
/// Outbound rule.
pub const GROUP_OUT: &str =
    "The security group of the cluster allows outbound TCP 2223–2225 to itself";
/// HSMs.
pub const HSMS: &str = "The cluster has at least two active HSMs in different Availability Zones";
/// Trust anchor.
pub const ANCHOR: &str = "The certificate (customerCA.crt) is the trust anchor of this cluster";
/// The crypto user.
pub const KMSUSER: &str = "The crypto user (CU) kmsuser exists on every active HSM";
/// No second factor.
pub const NO_2FA: &str = "kmsuser was created without 2FA";
/// Not locked.
pub const NOT_LOCKED: &str = "kmsuser is not locked";
/// Not logged in.
pub const NOT_LOGGED_IN: &str = "Nobody is logged in as kmsuser";
/// Its password.
pub const PASSWORD: &str = "The password is the current password of kmsuser";
/// The friendly name.
pub const NAME: &str = "No other key store has this name";

/// What was found of the active HSMs.
#[must_use]
pub fn active_hsms(count: usize, zones: &[String]) -> String {
    let hsms = if count == 1 { "HSM" } else { "HSMs" };
    match zones {
        [] => "No active HSMs. Two are needed, in different Availability Zones.".to_owned(),
        [zone] => {
            format!(
                "{count} active {hsms} in {zone}. Two are needed, in different Availability Zones."
            )
        }
        zones => format!("{count} active {hsms} in {}.", zones.join(" and ")),
    }
}
