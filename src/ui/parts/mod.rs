//! Parts that several views share.

mod copy;
mod file_button;
mod status;
mod table;

pub(super) use copy::CopyButton;
pub(super) use file_button::file_button;
pub(super) use status::{Mood, mark, status};
pub(super) use table::{code, lines, lines_or, section, table};
