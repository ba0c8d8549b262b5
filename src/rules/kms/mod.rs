//! Rules of the custom key store operations.

pub(super) mod fixes;
mod tool;

/// Terminal lines that connect a key store after others have made sure that it cannot work, and look at what came of it.
macro_rules! failing {
    ($($line:literal),* $(,)?) => {
        concat!(
            "lab scenario store-disconnected\n",
            $($line, "\n",)*
            "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)\n",
            "aws kms connect-custom-key-store --custom-key-store-id $S\n",
            "lab settle\n",
            "aws kms describe-custom-key-stores",
        )
    };
}

crate::rules::registry! {
    addresses_free,
    both_filters,
    cluster_active,
    cluster_exists,
    cluster_gone,
    cluster_in_use,
    cluster_related,
    deletable_state,
    disconnectable,
    hsm_active,
    hsm_listed,
    internal_error,
    internal_failure,
    kmsuser_locked,
    kmsuser_logged_in,
    kmsuser_missing,
    kmsuser_password,
    kmsuser_two_factor,
    marker,
    mutual_tls,
    name_in_use,
    network_path,
    path_acl,
    path_route,
    security_group_in,
    security_group_out,
    shared_backup_history,
    startable,
    store_connected,
    store_empty,
    store_exists,
    store_members,
    store_quota,
    store_type,
    subnets_exist,
    trust_anchor,
    two_active_hsms,
    two_zones,
    update_state,
}
