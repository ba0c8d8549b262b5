//! Rules that every request meets, whatever the service.

crate::rules::registry! {
    constraints,
    denied,
    sample_id,
    stopped_by_client,
    wrong_type,
}
