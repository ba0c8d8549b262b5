//! Commands that change files.

use super::{Arguments, KEPT, below, is_directory, paths, read, remove, writable, write};
use crate::shell::program::{Context, Ran};

/// `cp source… target`
pub(super) fn cp(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    transfer(context, "cp", arguments, false)
}

/// `mv source… target`
pub(super) fn mv(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    transfer(context, "mv", arguments, true)
}

fn transfer(context: &mut Context<'_>, tool: &str, arguments: &[String], moves: bool) -> Ran {
    let given = Arguments::new(arguments);
    let (target, sources) = match given.operands.split_last() {
        None => return Ran::failed(1, format!("{tool}: missing file operand\n")),
        Some((only, [])) => {
            return Ran::failed(
                1,
                format!("{tool}: missing destination file operand after '{only}'\n"),
            );
        }
        Some(found) => found,
    };
    let target_path = context.path(target);
    let into = is_directory(context, &target_path);
    if sources.len() > 1 && !into {
        return Ran::failed(1, format!("{tool}: target '{target}' is not a directory\n"));
    }
    let mut ran = Ran::default();
    for source in sources {
        let text = match read(context, source) {
            Ok(text) => text,
            Err("Is a directory") => {
                ran.stderr.push_str(&format!(
                    "{tool}: -r not specified; omitting directory '{source}'\n"
                ));
                ran.exit_code = 1;
                continue;
            }
            Err(problem) => {
                ran.stderr
                    .push_str(&format!("{tool}: cannot stat '{source}': {problem}\n"));
                ran.exit_code = 1;
                continue;
            }
        };
        let from = context.path(source);
        let to = if into {
            let name = from.rsplit('/').next().unwrap_or_default();
            format!("{}/{name}", target_path.trim_end_matches('/'))
        } else {
            target_path.clone()
        };
        if let Err(problem) = writable(context, &to) {
            let what = if moves {
                format!("cannot move '{source}' to '{target}'")
            } else {
                format!("cannot create regular file '{target}'")
            };
            ran.stderr.push_str(&format!("{tool}: {what}: {problem}\n"));
            ran.exit_code = 1;
            continue;
        }
        if from == to {
            ran.stderr.push_str(&format!(
                "{tool}: '{source}' and '{target}' are the same file\n"
            ));
            ran.exit_code = 1;
            continue;
        }
        if let Some(failed) = write(context, to, text) {
            return failed;
        }
        if moves && let Some(failed) = remove(context, from) {
            return failed;
        }
    }
    ran
}

/// `rm [-f] [-r] path…`
pub(super) fn rm(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    if given.operands.is_empty() && !given.has("f") {
        return Ran::failed(1, "rm: missing operand\n");
    }
    let mut ran = Ran::default();
    for name in &given.operands {
        let path = context.path(name);
        let doomed = if context.file(&path).is_some() {
            vec![path]
        } else if is_directory(context, &path) && (given.has("r") || given.has("R")) {
            paths(context)
                .filter(|file| below(&path, file).is_some())
                .cloned()
                .collect()
        } else {
            let problem = if is_directory(context, &path) {
                "Is a directory"
            } else if given.has("f") {
                continue;
            } else {
                "No such file or directory"
            };
            ran.stderr
                .push_str(&format!("rm: cannot remove '{name}': {problem}\n"));
            ran.exit_code = 1;
            continue;
        };
        for path in doomed {
            if let Some(failed) = remove(context, path) {
                return failed;
            }
        }
    }
    ran
}

/// `mkdir [-p] path…`
pub(super) fn mkdir(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    for name in &given.operands {
        let path = context.path(name);
        if context.file(&path).is_some() || is_directory(context, &path) {
            if given.has("p") && context.file(&path).is_none() {
                continue;
            }
            return Ran::failed(
                1,
                format!("mkdir: cannot create directory '{name}': File exists\n"),
            );
        }
        if !given.has("p")
            && let Err(problem) = writable(context, &path)
        {
            return Ran::failed(
                1,
                format!("mkdir: cannot create directory '{name}': {problem}\n"),
            );
        }
        if let Some(failed) = write(context, format!("{path}/{KEPT}"), String::new()) {
            return failed;
        }
    }
    Ran::default()
}

/// `touch file…`
pub(super) fn touch(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    for name in Arguments::new(arguments).operands {
        let path = context.path(name);
        if context.file(&path).is_some() || is_directory(context, &path) {
            continue;
        }
        if let Err(problem) = writable(context, &path) {
            return Ran::failed(1, format!("touch: cannot touch '{name}': {problem}\n"));
        }
        if let Some(failed) = write(context, path, String::new()) {
            return failed;
        }
    }
    Ran::default()
}

/// `tee [-a] file…`
pub(super) fn tee(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    let text = context.stdin.take().unwrap_or_default();
    for name in &given.operands {
        let path = context.path(name);
        if let Err(problem) = writable(context, &path) {
            return Ran {
                exit_code: 1,
                stderr: format!("tee: {name}: {problem}\n"),
                ..Ran::printed(text)
            };
        }
        let before = match context.file(&path) {
            Some(before) if given.has("a") => before.to_owned(),
            _ => String::new(),
        };
        if let Some(failed) = write(context, path, before + &text) {
            return failed;
        }
    }
    Ran::printed(text)
}
