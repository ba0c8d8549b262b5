//! What the rules of all requests find.

/// A role, as IAM's refusals name what they are about.
#[must_use]
pub fn iam_role(name: &str) -> String {
    format!("role {name}")
}
