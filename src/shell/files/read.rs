//! Commands that only look at files.

use std::fmt::Write;

use super::{Arguments, inside, is_directory};
use crate::shell::budget::TEXT;
use crate::shell::bytes::to_bytes;
use crate::shell::program::{Context, Ran};

/// `ls [-a] [-1] [-l] [path…]`
pub(super) fn ls(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    let (all, long) = (given.has("a"), given.has("l"));
    let named = if given.operands.is_empty() {
        vec!["."]
    } else {
        given.operands
    };
    let mut ran = Ran::default();
    let (mut listed, mut directories) = (Vec::new(), Vec::new());
    for name in &named {
        if !context.budget.spend(1) {
            break;
        }
        let path = context.path(name);
        if context.file(&path).is_some() {
            listed.push(entry(context, &path, name, long));
        } else if is_directory(context, &path) {
            directories.push((*name, path));
        } else {
            ran.stderr.push_str(&format!(
                "ls: cannot access '{name}': No such file or directory\n"
            ));
            ran.exit_code = 2;
        }
    }
    ran.stdout.push_str(&listed.concat());
    for (index, (name, path)) in directories.iter().enumerate() {
        if named.len() > 1 {
            let gap = if index > 0 || !listed.is_empty() {
                "\n"
            } else {
                ""
            };
            ran.stdout.push_str(&format!("{gap}{name}:\n"));
        }
        if ran.is_full() {
            // What comes of so much is cut off in any case.
            break;
        }
        context.budget.spend(20);
        for name in inside(context, path) {
            if all || !name.starts_with('.') {
                let path = format!("{}/{name}", path.trim_end_matches('/'));
                ran.stdout.push_str(&entry(context, &path, &name, long));
            }
        }
    }
    ran
}

fn entry(context: &Context<'_>, path: &str, name: &str, long: bool) -> String {
    if !long {
        return format!("{name}\n");
    }
    match context.file(path) {
        Some(text) => {
            context.budget.spend_bytes(text.len());
            let size = to_bytes(text).len();
            format!("-rw-r--r-- 1 ec2-user ec2-user {size:>6} {name}\n")
        }
        None => format!("drwxr-xr-x 2 ec2-user ec2-user {:>6} {name}\n", 4096),
    }
}

/// The texts of the operands, or of standard input, each with the name under which it is printed; what could not be read goes to
/// standard error.
pub(super) fn inputs(
    context: &mut Context<'_>,
    tool: &str,
    operands: &[&str],
    ran: &mut Ran,
) -> Vec<(String, String)> {
    let named = if operands.is_empty() {
        &["-"]
    } else {
        operands
    };
    let mut texts = Vec::new();
    let mut size = 0;
    for name in named {
        if size > TEXT || ran.is_full() {
            // What comes of so much is cut off in any case.
            break;
        }
        if *name == "-" {
            texts.push(("-".to_owned(), context.stdin.take().unwrap_or_default()));
            continue;
        }
        match super::read(context, name) {
            Ok(text) => {
                size += text.len();
                texts.push(((*name).to_owned(), text));
            }
            Err(problem) => {
                let message = match (tool, problem) {
                    ("head" | "tail", "Is a directory") => {
                        format!("error reading '{name}': {problem}")
                    }
                    ("head" | "tail", _) => format!("cannot open '{name}' for reading: {problem}"),
                    _ => format!("{name}: {problem}"),
                };
                ran.stderr.push_str(&format!("{tool}: {message}\n"));
                ran.exit_code = 1;
            }
        }
    }
    texts
}

/// `cat [file…]`
pub(super) fn cat(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let mut ran = Ran::default();
    let given = Arguments::new(arguments);
    for (_, text) in inputs(context, "cat", &given.operands, &mut ran) {
        ran.stdout.push_str(&text);
    }
    ran
}

/// `head [-n lines] [file…]`
pub(super) fn head(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    part(context, "head", arguments, |lines, count| {
        lines.iter().take(count).copied().collect()
    })
}

/// `tail [-n lines] [file…]`
pub(super) fn tail(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    part(context, "tail", arguments, |lines, count| {
        lines[lines.len().saturating_sub(count)..].concat()
    })
}

fn part(
    context: &mut Context<'_>,
    tool: &str,
    arguments: &[String],
    pick: fn(&[&str], usize) -> String,
) -> Ran {
    let (mut count, mut operands) = (10, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let number = match argument
            .strip_prefix("-n")
            .or_else(|| argument.strip_prefix('-'))
        {
            Some("") if argument == "-n" => rest.next().map_or("", String::as_str),
            Some(number) if !number.is_empty() => number,
            _ => {
                operands.push(argument.as_str());
                continue;
            }
        };
        match number.parse() {
            Ok(number) => count = number,
            Err(_) => {
                return Ran::failed(1, format!("{tool}: invalid number of lines: '{number}'\n"));
            }
        }
    }
    let mut ran = Ran::default();
    let texts = inputs(context, tool, &operands, &mut ran);
    for (index, (name, text)) in texts.iter().enumerate() {
        if texts.len() > 1 {
            let gap = if index > 0 { "\n" } else { "" };
            ran.stdout.push_str(&format!("{gap}==> {name} <==\n"));
        }
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        ran.stdout.push_str(&pick(&lines, count));
    }
    ran
}

/// `wc [-lwmc] [file…]`
pub(super) fn wc(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    let mut ran = Ran::default();
    let texts = inputs(context, "wc", &given.operands, &mut ran);
    let wanted: Vec<&str> = ["l", "w", "m", "c"]
        .into_iter()
        .filter(|flag| given.has(flag) || (given.flags.is_empty() && *flag != "m"))
        .collect();
    let count = |text: &str, flag: &str| match flag {
        "l" => text.matches('\n').count(),
        "w" => text.split_whitespace().count(),
        "m" => text.chars().count(),
        _ => to_bytes(text).len(),
    };
    let bytes: usize = texts.iter().map(|(_, text)| count(text, "c")).sum();
    // A file's size tells the width beforehand, standard input has none.
    let width = if wanted.len() == 1 && texts.len() == 1 {
        1
    } else if texts.iter().any(|(name, _)| name == "-") {
        7
    } else {
        bytes.to_string().len()
    };
    let mut line = |name: &str, count: &dyn Fn(&str) -> usize| {
        let counts: Vec<String> = wanted
            .iter()
            .map(|flag| format!("{:>width$}", count(flag)))
            .collect();
        ran.stdout.push_str(&counts.join(" "));
        if name != "-" {
            let _ = write!(ran.stdout, " {name}");
        }
        ran.stdout.push('\n');
    };
    for (name, text) in &texts {
        line(name, &|flag| count(text, flag));
    }
    if texts.len() > 1 {
        line("total", &|flag| {
            texts.iter().map(|(_, text)| count(text, flag)).sum()
        });
    }
    ran
}
