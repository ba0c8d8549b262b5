//! Every sentence that a person reads, in one place and by id.

pub mod changes;
pub mod checklist;
pub mod command_line;
mod en;
pub mod failures;
pub mod found;
mod general;
pub mod hsm_tools;
pub mod lab;
pub mod not_simulated;
pub mod opening;
pub mod openssl;
pub mod operations;
pub mod page;
#[cfg(target_arch = "wasm32")]
pub(crate) mod pages;
pub mod problems;
pub mod service;
pub mod shell;
mod titles;
mod words;

pub use general::{pattern, sentence};
pub use titles::title;
pub use words::{Words, fill, general, whole};

/// The words of a rule; a rule without words is caught by a test.
#[must_use]
pub fn words(rule: &str) -> &'static Words {
    en::RULES
        .iter()
        .flat_map(|group| group.iter())
        .find(|words| words.rule == rule)
        .unwrap_or(&Words::MISSING)
}
