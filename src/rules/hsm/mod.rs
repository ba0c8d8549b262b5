//! Rules of the HSM tools: on the way to an HSM (`hsm:start`, `hsm:enable_e2e`), and of the HSM itself.

mod asked;
mod reach;

pub(super) use anchor_missing::same_certificate;

/// Terminal lines that activate a fresh cluster and stay at the prompt of `cloudhsm_mgmt_util` as its crypto officer.
macro_rules! as_officer {
    ($($line:literal),* $(,)?) => {
        concat!(
            "lab scenario initialized\n",
            "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg\n",
            "loginHSM PRECO admin password\n",
            "changePswd PRECO admin adminPswd\n",
            "y",
            $("\n", $line),*
        )
    };
}

crate::rules::registry! {
    anchor_missing,
    anchor_other,
    appliance_user,
    client_not_attached,
    client_without_group,
    cluster_not_initialized,
    held_by_kms,
    locked,
    login_other_type,
    login_type,
    login_unknown,
    no_hsm,
    not_configured,
    not_officer,
    other_vpc,
    owns_keys,
    password_length,
    path_acl,
    path_in,
    path_out,
    path_route,
    preco,
    server_gone,
    sync_exists,
    sync_target,
    sync_user_id,
    unencrypted,
    user_exists,
    user_held,
    user_name,
    user_type,
    user_unknown,
    users_full,
    wrong_password,
}
