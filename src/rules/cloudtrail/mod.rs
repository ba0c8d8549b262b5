//! Rules of the event history.

crate::rules::registry! {
    next_token,
    one_attribute,
    time_range,
}
