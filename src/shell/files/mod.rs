//! Files of the client host, and the commands that handle them. The model keeps files by absolute path; a directory is there when
//! something lies in it.

mod copy;
mod diff;
mod grep;
mod read;
mod text;

use std::collections::BTreeSet;

use super::budget::TEXT;
use super::door::Door;
use super::lookup::CALL;
use super::program::{Command, Context, Ran};
use crate::api::Bug;
use crate::command::{Command as Change, HostAction};
use crate::model::Account;
use crate::model::set_of;
use crate::text::shell as words;

/// What the files of all client hosts may hold together, in bytes.
const MOST_BYTES: usize = 16 << 20;
/// The most files of a client host.
const MOST_FILES: usize = 1_000;
/// The longest path, and the longest name in it, as on Linux.
const LONGEST_PATH: usize = 4_096;
const LONGEST_NAME: usize = 255;

/// Directories of the host beside those in which files lie.
const DIRECTORIES: &[&str] = &[
    "/",
    "/home",
    "/home/ec2-user",
    "/tmp",
    "/dev",
    "/etc",
    "/opt",
    "/opt/cloudhsm",
    "/opt/cloudhsm/bin",
    "/opt/cloudhsm/etc",
];

/// The hidden file that keeps an empty directory.
const KEPT: &str = ".keep";

/// The commands by their names.
const COMMANDS: &[(&str, Command)] = &[
    ("ls", read::ls),
    ("cat", read::cat),
    ("head", read::head),
    ("tail", read::tail),
    ("grep", grep::grep),
    ("wc", read::wc),
    ("diff", diff::diff),
    ("cp", copy::cp),
    ("mv", copy::mv),
    ("rm", copy::rm),
    ("mkdir", copy::mkdir),
    ("touch", copy::touch),
    ("tee", copy::tee),
    ("chmod", |_, _| Ran::default()),
    ("chown", |_, _| Ran::default()),
    ("echo", text::echo),
    ("printf", text::printf),
    ("base64", text::base64),
    ("date", text::date),
    ("whoami", |_, _| Ran::printed("ec2-user\n")),
    ("hostname", |_, _| Ran::printed("client\n")),
];

/// The command of that name.
#[must_use]
pub fn command(name: &str) -> Option<Command> {
    COMMANDS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, command)| *command)
}

/// The names of all commands.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().map(|(name, _)| *name)
}

/// Changes the client host.
///
/// # Errors
/// [`Bug`] of ours.
pub(super) fn act(door: &mut dyn Door, region: &str, action: HostAction) -> Result<(), Bug> {
    door.run(Change::Host {
        region: region.to_owned(),
        action,
    })
    .map(|_| ())
}

/// The content of a file.
///
/// # Errors
/// Why it cannot be read, in the words of the operating system.
pub(super) fn read(context: &Context<'_>, name: &str) -> Result<String, &'static str> {
    let path = context.path(name);
    if path == "/dev/null" {
        return Ok(String::new());
    }
    match context.file(&path) {
        Some(text) if !context.budget.spend_bytes(text.len()) => Err("Cannot allocate memory"),
        Some(text) => Ok(text.to_owned()),
        None if is_directory(context, &path) => Err("Is a directory"),
        None => Err("No such file or directory"),
    }
}

/// Whether a path is a directory.
pub(super) fn is_directory(context: &Context<'_>, path: &str) -> bool {
    if DIRECTORIES.contains(&path) {
        return true;
    }
    let number = paths(context).count();
    context.budget.spend_bytes(8 * number);
    paths(context).any(|file| below(path, file).is_some())
}

/// Whether a file may be written at a path.
///
/// # Errors
/// Why not, in the words of the operating system.
pub(super) fn writable(context: &Context<'_>, path: &str) -> Result<(), &'static str> {
    if is_directory(context, path) {
        return Err("Is a directory");
    }
    if path.len() > LONGEST_PATH || path.split('/').any(|name| name.len() > LONGEST_NAME) {
        return Err("File name too long");
    }
    let (folder, _) = path.rsplit_once('/').unwrap_or_default();
    let folder = if folder.is_empty() { "/" } else { folder };
    if context.file(folder).is_some() {
        Err("Not a directory")
    } else if is_directory(context, folder) {
        Ok(())
    } else {
        Err("No such file or directory")
    }
}

/// The rest of a path below a directory.
fn below<'a>(directory: &str, path: &'a str) -> Option<&'a str> {
    path.strip_prefix(directory.trim_end_matches('/'))?
        .strip_prefix('/')
        .filter(|rest| !rest.is_empty())
}

/// The names of what lies in a folder.
pub(super) fn inside(context: &Context<'_>, folder: &str) -> BTreeSet<String> {
    inside_of(context.door.account(), context.region, folder)
}

/// The names of what lies in a folder of a Region's client host.
pub(super) fn inside_of(account: &Account, region: &str, folder: &str) -> BTreeSet<String> {
    let region = account.region(region).into_iter();
    let files = region.flat_map(|region| region.client.files.keys());
    let paths = files.map(String::as_str).chain(DIRECTORIES.iter().copied());
    let names = paths.filter_map(|path| below(folder, path)?.split('/').next());
    set_of(names.map(str::to_owned))
}

fn paths<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a String> {
    context
        .door
        .account()
        .region(context.region)
        .into_iter()
        .flat_map(|region| region.client.files.keys())
}

/// Writes a file.
///
/// # Errors
/// The exit code, and what to print: the file is too long, the host full, or there is a bug of ours.
pub(super) fn save(
    context: &mut Context<'_>,
    path: String,
    text: String,
) -> Result<(), (i32, String)> {
    let account = context.door.account();
    let before = context.file(&path).map(str::len);
    let hosts = account.regions.values().map(|region| &region.client.files);
    let all: usize = hosts
        .flat_map(|files| files.values())
        .map(String::len)
        .sum();
    let number = paths(context).count() + usize::from(before.is_none());
    if text.len() > TEXT {
        return Err((1, words::file_too_long(&path, TEXT)));
    }
    if all - before.unwrap_or(0) + text.len() > MOST_BYTES && text.len() > before.unwrap_or(0) {
        return Err((1, words::host_full(&path, MOST_BYTES)));
    }
    if before.is_none() && number > MOST_FILES {
        return Err((1, words::too_many_files(&path, MOST_FILES)));
    }
    // It is written into the log as well, and what is kept of that.
    context.budget.spend(CALL);
    context.budget.spend_bytes(16 * text.len());
    let action = HostAction::WriteFile { path, text };
    act(context.door, context.region, action)
        .map_err(|bug| (70, crate::text::lab::bug_line(&bug.0)))
}

/// Writes a file and answers what to print when that fails.
fn write(context: &mut Context<'_>, path: String, text: String) -> Option<Ran> {
    let (code, message) = save(context, path, text).err()?;
    Some(Ran::failed(code, message))
}

/// Removes a file and answers what to print when that fails.
fn remove(context: &mut Context<'_>, path: String) -> Option<Ran> {
    context.budget.spend(CALL);
    let action = HostAction::RemoveFile { path };
    act(context.door, context.region, action)
        .err()
        .map(|bug| Ran::failed(70, crate::text::lab::bug_line(&bug.0)))
}

/// Flags in front of and between operands, in the manner of GNU: `-ab` is `-a -b`, and `--` ends them.
struct Arguments<'a> {
    flags: Vec<String>,
    operands: Vec<&'a str>,
}

impl<'a> Arguments<'a> {
    fn new(arguments: &'a [String]) -> Self {
        let (mut flags, mut operands) = (Vec::new(), Vec::new());
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            if argument == "--" {
                operands.extend(rest.by_ref().map(String::as_str));
            } else if let Some(long) = argument.strip_prefix("--") {
                flags.push(long.to_owned());
            } else if let Some(short) = argument.strip_prefix('-').filter(|rest| !rest.is_empty()) {
                flags.extend(short.chars().map(String::from));
            } else {
                operands.push(argument);
            }
        }
        Self { flags, operands }
    }

    fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|given| given == flag)
    }
}
