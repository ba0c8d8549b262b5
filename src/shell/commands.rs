//! Which command a name is.

use super::program::{Command, Ran};
use super::{aws, files, hsm_tools, lab};

/// The command of a name.
pub(super) fn find(name: &str) -> Option<Command> {
    Some(match name {
        "aws" => aws::run,
        "lab" => lab::run,
        "help" => lab::help,
        "export" | "set" | "clear" | "true" | ":" => |_, _| Ran::default(),
        "false" => |_, _| Ran::failed(1, ""),
        _ => return files::command(name).or_else(|| hsm_tools::command(name)),
    })
}
