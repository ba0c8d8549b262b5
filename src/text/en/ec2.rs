//! Words of the rules of this service.

use crate::text::Words;

/// The words.
pub const RULES: &[Words] = &[];
