//! `lab`
use super::program::{Context, Ran};
/// Runs.
pub(super) fn run(_: &mut Context<'_>, _: &[String]) -> Ran {
    Ran::default()
}
/// Helps.
pub(super) fn help(_: &mut Context<'_>, _: &[String]) -> Ran {
    Ran::default()
}
