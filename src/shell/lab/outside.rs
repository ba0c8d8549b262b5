//! What leaves the client host: files for the reader's own computer, and the account as a text or a link.

use super::usage;
use crate::command::LONGEST_LINK;
use crate::shell::budget::TEXT;
use crate::shell::files;
use crate::shell::program::{Context, Offered, Ran};
use crate::text::lab as words;

/// The work of packing a character of a link.
const PACKED: u64 = 4;

/// Offers a file to the reader's own computer.
pub(super) fn download(context: &Context<'_>, name: &str) -> Ran {
    match files::read(context, name) {
        Ok(text) => {
            let name = name.rsplit('/').next().unwrap_or(name).to_owned();
            Ran {
                offered: Some(Offered { name, text }),
                ..Ran::printed(words::DOWNLOAD)
            }
        }
        Err(_) => usage(words::no_file(name)),
    }
}

/// Prints the account as a text.
pub(super) fn export(context: &Context<'_>) -> Ran {
    let exported = context.door.export(TEXT);
    let size = exported.as_ref().map_or_else(|size| *size, String::len);
    context.budget.spend_bytes(size);
    match exported {
        Ok(text) => Ran::printed(text + "\n"),
        Err(size) => Ran::failed(1, format!("lab: {}\n", words::export_too_long(size, TEXT))),
    }
}

/// Prints a link to the account.
pub(super) fn share(context: &Context<'_>) -> Ran {
    let shared = context.door.share();
    let length = shared.as_ref().map_or_else(|length| *length, String::len);
    // What a link holds is packed: a character of it is the work of many.
    context.budget.spend(PACKED * length as u64);
    match shared {
        Ok(link) => Ran::printed(words::shared(&link)),
        Err(length) => Ran::failed(
            1,
            format!("lab: {}\n", words::too_long(length, LONGEST_LINK)),
        ),
    }
}
