//! Rules of the roles under which services act.

crate::rules::registry! {
    custom_suffix,
    linked_service,
    role_exists,
    role_taken,
}
