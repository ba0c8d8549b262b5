//! Parts that several pages share.

mod buttons;
mod command_line;
mod copy;
mod dialog;
mod download;
mod field;
mod file_button;
mod form;
mod layout;
mod status;
mod table;

pub(super) use buttons::{Kind, button, link, link_button};
pub(super) use command_line::CommandLine;
pub(super) use copy::{CopyButton, copy_id};
pub(super) use dialog::{Confirm, Dialog};
pub(super) use download::DownloadButton;
pub(super) use field::{Control, Field};
pub(super) use file_button::{FileField, HostFile, file_button, unread};
pub(super) use form::{FieldSpec, OperationForm, Values};
pub(super) use layout::{code, facts, length, lines, lines_or, page_head, panel, time};
pub(super) use status::{Mood, icon, mark, status};
pub(super) use table::{DataTable, row};
