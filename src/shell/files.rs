//! Commands over the files of the client host. There are no directories of their own: a directory is there when a file is in it.

use base64::Engine;

use super::program::{Command, Context, Ran};
use crate::command::{Command as Change, HostAction};

/// The file command of a name.
pub(super) fn command(name: &str) -> Option<Command> {
    Some(match name {
        "ls" => ls,
        "cat" => cat,
        "cp" => |context, arguments| copy(context, arguments, false),
        "mv" => |context, arguments| copy(context, arguments, true),
        "rm" => rm,
        "echo" => |_, arguments| Ran::printed(arguments.join(" ") + "\n"),
        "pwd" => |context, _| Ran::printed(format!("{}\n", context.directory)),
        "cd" => cd,
        "mkdir" | "chmod" | "chown" | "touch" => |_, _| Ran::default(),
        "head" => head,
        "grep" => grep,
        "wc" => wc,
        "base64" => base64_command,
        "diff" => diff,
        _ => return None,
    })
}

/// Writes a file of the client host.
///
/// # Errors
/// What bash says.
pub(super) fn write(
    context: &mut Context<'_>,
    path: &str,
    text: &str,
    append: bool,
) -> Result<(), String> {
    let text = if append {
        context.file(path).unwrap_or_default().to_owned() + text
    } else {
        text.to_owned()
    };
    change(
        context,
        HostAction::WriteFile {
            path: path.to_owned(),
            text,
        },
    )
}

/// Whether a path is a directory: its own, or one that a file is in.
pub(super) fn is_directory(context: &Context<'_>, path: &str) -> bool {
    path == context.directory || path == "/" || !below(context, path).is_empty()
}

fn change(context: &mut Context<'_>, action: HostAction) -> Result<(), String> {
    let region = context.region.to_owned();
    context
        .door
        .run(Change::Host { region, action })
        .map(|_| ())
        .map_err(|bug| format!("bash: {}\n", bug.0))
}

/// The paths of all files below a directory.
fn below(context: &Context<'_>, directory: &str) -> Vec<String> {
    let prefix = format!("{}/", directory.trim_end_matches('/'));
    context
        .door
        .account()
        .region(context.region)
        .map(|region| {
            region
                .client
                .files
                .keys()
                .filter(|path| path.starts_with(&prefix))
                .cloned()
                .collect()
        })
        .unwrap_or_default()
}

fn options(arguments: &[String]) -> (Vec<&str>, Vec<&str>) {
    arguments
        .iter()
        .map(String::as_str)
        .partition(|argument| argument.starts_with('-') && argument.len() > 1)
}

fn missing(command: &str, name: &str) -> String {
    format!("{command}: {name}: No such file or directory\n")
}

fn ls(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (_, names) = options(arguments);
    let names = if names.is_empty() { vec!["."] } else { names };
    let mut ran = Ran::default();
    for name in names {
        let path = context.path(name);
        if context.file(&path).is_some() {
            ran.stdout += &format!("{name}\n");
            continue;
        }
        let prefix = path.trim_end_matches('/').len() + 1;
        let mut entries: Vec<String> = below(context, &path)
            .iter()
            .filter_map(|path| path[prefix..].split('/').next().map(str::to_owned))
            .collect();
        entries.dedup();
        if entries.is_empty() && !is_directory(context, &path) {
            ran.stderr += &format!("ls: cannot access '{name}': No such file or directory\n");
            ran.exit_code = 2;
        }
        for entry in entries {
            ran.stdout += &format!("{entry}\n");
        }
    }
    ran
}

/// The texts of the named files, or what was piped in.
fn inputs(context: &Context<'_>, command: &str, names: &[&str]) -> (Vec<String>, Ran) {
    if names.is_empty() {
        return (
            vec![context.stdin.clone().unwrap_or_default()],
            Ran::default(),
        );
    }
    let mut ran = Ran::default();
    let mut texts = Vec::new();
    for name in names {
        match context.file(&context.path(name)) {
            Some(text) => texts.push(text.to_owned()),
            None => {
                ran.stderr += &missing(command, name);
                ran.exit_code = 1;
            }
        }
    }
    (texts, ran)
}

fn cat(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (_, names) = options(arguments);
    let (texts, mut ran) = inputs(context, "cat", &names);
    ran.stdout = texts.concat();
    ran
}

fn copy(context: &mut Context<'_>, arguments: &[String], remove: bool) -> Ran {
    let command = if remove { "mv" } else { "cp" };
    let (_, names) = options(arguments);
    let [sources @ .., target] = names.as_slice() else {
        return Ran::failed(1, format!("{command}: missing file operand\n"));
    };
    if sources.is_empty() {
        return Ran::failed(
            1,
            format!("{command}: missing destination file operand after '{target}'\n"),
        );
    }
    let to = context.path(target);
    let into = target.ends_with('/') || is_directory(context, &to);
    for name in sources {
        let from = context.path(name);
        let Some(text) = context.file(&from).map(str::to_owned) else {
            return Ran::failed(
                1,
                format!("{command}: cannot stat '{name}': No such file or directory\n"),
            );
        };
        let path = if into {
            format!(
                "{}/{}",
                to.trim_end_matches('/'),
                from.rsplit('/').next().unwrap_or_default()
            )
        } else {
            to.clone()
        };
        let mut done = write(context, &path, &text, false);
        if remove && done.is_ok() && path != from {
            done = change(context, HostAction::RemoveFile { path: from });
        }
        if let Err(message) = done {
            return Ran::failed(1, message);
        }
    }
    Ran::default()
}

fn rm(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (flags, names) = options(arguments);
    let force = flags.iter().any(|flag| flag.contains('f'));
    for name in names {
        let path = context.path(name);
        if context.file(&path).is_none() {
            if force {
                continue;
            }
            return Ran::failed(
                1,
                format!("rm: cannot remove '{name}': No such file or directory\n"),
            );
        }
        if let Err(message) = change(context, HostAction::RemoveFile { path }) {
            return Ran::failed(1, message);
        }
    }
    Ran::default()
}

fn cd(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let name = arguments.first().map_or("/home/ec2-user", String::as_str);
    let path = context.path(name);
    if path == "/home/ec2-user" || is_directory(context, &path) {
        return Ran {
            directory: Some(path),
            ..Ran::default()
        };
    }
    Ran::failed(1, format!("bash: cd: {name}: No such file or directory\n"))
}

fn head(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let mut count = 10;
    let mut names = Vec::new();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "-n" => {
                count = arguments
                    .next()
                    .and_then(|count| count.parse().ok())
                    .unwrap_or(count);
            }
            flag if flag.starts_with('-') => {
                count = flag.trim_start_matches(['-', 'n']).parse().unwrap_or(count);
            }
            name => names.push(name),
        }
    }
    let (texts, mut ran) = inputs(context, "head", &names);
    ran.stdout = texts
        .iter()
        .flat_map(|text| text.split_inclusive('\n').take(count))
        .collect();
    ran
}

fn grep(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (flags, names) = options(arguments);
    let Some((pattern, names)) = names.split_first() else {
        return Ran::failed(2, "usage: grep [-i] [-v] [-c] pattern [file...]\n");
    };
    let has = |flag| flags.iter().any(|given| given.contains(flag));
    let (ignore_case, invert, count) = (has('i'), has('v'), has('c'));
    let wanted = if ignore_case {
        pattern.to_lowercase()
    } else {
        (*pattern).to_owned()
    };
    let (texts, mut ran) = inputs(context, "grep", names);
    let lines: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| {
            let line = if ignore_case {
                line.to_lowercase()
            } else {
                (*line).to_owned()
            };
            line.contains(&wanted) != invert
        })
        .collect();
    ran.stdout = if count {
        format!("{}\n", lines.len())
    } else {
        lines.iter().map(|line| format!("{line}\n")).collect()
    };
    if lines.is_empty() && ran.exit_code == 0 {
        ran.exit_code = 1;
    }
    ran
}

fn wc(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (flags, names) = options(arguments);
    let (texts, mut ran) = inputs(context, "wc", &names);
    for (index, text) in texts.iter().enumerate() {
        let numbers = [
            ('l', text.matches('\n').count()),
            ('w', text.split_whitespace().count()),
            ('c', text.len()),
        ];
        let shown: Vec<String> = numbers
            .into_iter()
            .filter(|(flag, _)| flags.is_empty() || flags.iter().any(|given| given.contains(*flag)))
            .map(|(_, number)| number.to_string())
            .chain(names.get(index).map(|name| (*name).to_owned()))
            .collect();
        ran.stdout += &format!("{}\n", shown.join(" "));
    }
    ran
}

fn base64_command(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (flags, names) = options(arguments);
    let (texts, mut ran) = inputs(context, "base64", &names);
    let text = texts.concat();
    let engine = base64::engine::general_purpose::STANDARD;
    if flags
        .iter()
        .any(|flag| *flag == "-d" || *flag == "--decode")
    {
        let compact: String = text.split_whitespace().collect();
        match engine.decode(compact) {
            Ok(bytes) => ran.stdout = String::from_utf8_lossy(&bytes).into_owned(),
            Err(_) => return Ran::failed(1, "base64: invalid input\n"),
        }
    } else {
        ran.stdout = engine.encode(text) + "\n";
    }
    ran
}

fn diff(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (_, names) = options(arguments);
    let [left, right] = names.as_slice() else {
        return Ran::failed(2, "diff: two files are needed\n");
    };
    let (texts, ran) = inputs(context, "diff", &[left, right]);
    let [left_text, right_text] = texts.as_slice() else {
        return Ran {
            exit_code: 2,
            ..ran
        };
    };
    if left_text == right_text {
        return Ran::default();
    }
    let mut out = String::new();
    for line in left_text.lines() {
        if !right_text.lines().any(|other| other == line) {
            out += &format!("< {line}\n");
        }
    }
    out += "---\n";
    for line in right_text.lines() {
        if !left_text.lines().any(|other| other == line) {
            out += &format!("> {line}\n");
        }
    }
    Ran {
        stdout: out,
        exit_code: 1,
        ..Ran::default()
    }
}
