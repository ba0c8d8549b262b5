//! Parts that several pages share.

mod buttons;
mod command_line;
mod copy;
mod danger;
mod dialog;
mod download;
mod field;
mod file_button;
mod form;
mod form_button;
mod layout;
mod status;
mod table;
mod upload;

pub(super) use buttons::{Kind, button, link, link_button};
pub(super) use command_line::CommandLine;
pub(super) use copy::{CopyButton, copy_id, linked_id};
pub(super) use danger::DangerButton;
pub(super) use dialog::{Confirm, Dialog};
pub(super) use download::DownloadButton;
pub(super) use field::{Control, Field};
pub(super) use file_button::{FileField, HostFile, LARGEST, LARGEST_IMPORT, file_button, unread};
pub(super) use form::{FieldSpec, OperationForm, Values, only};
pub(super) use form_button::FormButton;
pub(super) use layout::{breakable, code, facts, length, lines, maybe, page_head, panel, time};
pub(super) use status::{Mood, icon, mark, status};
pub(super) use table::{DataTable, Found, Row, Rows, row};
pub(super) use upload::UploadButton;
