//! Rules of this service.

/// The rules of this folder.
pub const RULES: &[&crate::rules::Rule] = &[];
