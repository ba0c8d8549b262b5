//! Rules of the CloudHSM operations.

mod papers;

/// Terminal lines about the cluster `$C`, whose certificate request was signed: `cluster.crt` and `customerCA.crt`.
macro_rules! signed {
    ($($line:literal),* $(,)?) => {
        concat!(
            "lab scenario uninitialized\n",
            "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)\n",
            "aws cloudhsmv2 describe-clusters --query 'Clusters[0].Certificates.ClusterCsr' --output text > cluster.csr\n",
            "lab sign cluster.csr",
            $("\n", $line),*
        )
    };
}

crate::rules::registry! {
    address_free,
    anchor_is_authority,
    anchor_key,
    anchor_self_signed,
    backup_exists,
    backup_ready,
    backup_restorable,
    certificate_block,
    certificate_parses,
    certificates_valid_now,
    cluster_exists,
    cluster_modifiable,
    cluster_quota,
    copy_region,
    deletable,
    deletable_hsms,
    dualstack,
    filter_known,
    hsm_exists,
    hsm_named_once,
    hsm_quota,
    hsm_selector,
    hsm_type,
    initializable_hsm,
    initializable_state,
    modification_given,
    internal_failure,
    next_token,
    not_activated,
    one_subnet_per_zone,
    one_vpc,
    policy_target,
    policy_text,
    ready_for_hsm,
    request_matches,
    retention,
    service_linked_role,
    signed_by_anchor,
    subnet_full,
    subnet_gone,
    subnets_exist,
    tag_keys,
    tags_count,
    type_change,
    zone_capacity,
    zone_configured,
}

/// The exception that nearly every semantic failure of the service is.
const INVALID: &str = "CloudHsmInvalidRequestException";
/// The exception for what does not exist.
const NOT_FOUND: &str = "CloudHsmResourceNotFoundException";
/// The exception for a bad set of tags.
const TAGS: &str = "CloudHsmTagException";
