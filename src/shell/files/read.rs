//! Commands that only look at files.

use std::collections::BTreeSet;
use std::fmt::Write;

use regex_lite::RegexBuilder;

use super::{Arguments, below, is_directory, paths};
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
        let names: BTreeSet<&str> = paths(context)
            .filter_map(|file| below(path, file)?.split('/').next())
            .filter(|name| all || !name.starts_with('.'))
            .collect();
        for name in names {
            let path = format!("{}/{name}", path.trim_end_matches('/'));
            ran.stdout.push_str(&entry(context, &path, name, long));
        }
    }
    ran
}

fn entry(context: &Context<'_>, path: &str, name: &str, long: bool) -> String {
    if !long {
        return format!("{name}\n");
    }
    match context.file(path) {
        Some(text) => format!(
            "-rw-r--r-- 1 ec2-user ec2-user {:>6} {name}\n",
            to_bytes(text).len()
        ),
        None => format!("drwxr-xr-x 2 ec2-user ec2-user {:>6} {name}\n", 4096),
    }
}

/// The texts of the operands, or of standard input, each with the name under which it is printed; what could not be read goes to
/// standard error.
fn inputs(
    context: &Context<'_>,
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
    for name in named {
        if *name == "-" {
            texts.push(("-".to_owned(), context.stdin.clone().unwrap_or_default()));
            continue;
        }
        match super::read(context, name) {
            Ok(text) => texts.push(((*name).to_owned(), text)),
            Err(problem) => {
                ran.stderr.push_str(&format!("{tool}: {name}: {problem}\n"));
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
    context: &Context<'_>,
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

/// `grep [-ivcnqFEo] pattern [file…]`
pub(super) fn grep(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    let Some((pattern, files)) = given.operands.split_first() else {
        return Ran::failed(2, "Usage: grep [OPTION]... PATTERNS [FILE]...\n");
    };
    let pattern = if given.has("F") {
        regex_lite::escape(pattern)
    } else {
        (*pattern).to_owned()
    };
    let Ok(regex) = RegexBuilder::new(&pattern)
        .case_insensitive(given.has("i"))
        .build()
    else {
        return Ran::failed(2, format!("grep: invalid regular expression: {pattern}\n"));
    };
    let mut ran = Ran::default();
    let texts = inputs(context, "grep", files, &mut ran);
    let failed = ran.exit_code != 0;
    let mut found = false;
    for (name, text) in &texts {
        let place = if texts.len() > 1 {
            format!("{name}:")
        } else {
            String::new()
        };
        let mut count = 0;
        for (index, line) in text.lines().enumerate() {
            if regex.is_match(line) == given.has("v") {
                continue;
            }
            count += 1;
            if given.has("q") || given.has("c") {
                continue;
            }
            let number = if given.has("n") {
                format!("{}:", index + 1)
            } else {
                String::new()
            };
            if given.has("o") {
                for part in regex.find_iter(line) {
                    ran.stdout
                        .push_str(&format!("{place}{number}{}\n", part.as_str()));
                }
            } else {
                ran.stdout.push_str(&format!("{place}{number}{line}\n"));
            }
        }
        if given.has("c") {
            ran.stdout.push_str(&format!("{place}{count}\n"));
        }
        found |= count > 0;
    }
    ran.exit_code = match (failed, found) {
        (true, _) => 2,
        (false, true) => 0,
        (false, false) => 1,
    };
    ran
}

/// `wc [-lwc] [file…]`
pub(super) fn wc(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    let mut ran = Ran::default();
    for (name, text) in inputs(context, "wc", &given.operands, &mut ran) {
        let counts = [
            ("l", text.matches('\n').count()),
            ("w", text.split_whitespace().count()),
            ("c", to_bytes(&text).len()),
        ];
        let chosen: Vec<usize> = counts
            .iter()
            .filter(|(flag, _)| given.flags.is_empty() || given.has(flag))
            .map(|(_, count)| *count)
            .collect();
        let shown: Vec<String> = match chosen[..] {
            [count] => vec![count.to_string()],
            _ => chosen.iter().map(|count| format!("{count:>7}")).collect(),
        };
        ran.stdout.push_str(&shown.join(" "));
        if name != "-" {
            let _ = write!(ran.stdout, " {name}");
        }
        ran.stdout.push('\n');
    }
    ran
}

/// `diff old new`: whether they differ, and the lines that do.
pub(super) fn diff(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    let [old_name, new_name] = given.operands[..] else {
        return Ran::failed(2, "diff: missing operand\n");
    };
    let mut ran = Ran::default();
    let texts = inputs(context, "diff", &[old_name, new_name], &mut ran);
    let [(_, old), (_, new)] = &texts[..] else {
        ran.exit_code = 2;
        return ran;
    };
    if old == new {
        return Ran::default();
    }
    if given.has("q") {
        return Ran {
            exit_code: 1,
            ..Ran::printed(format!("Files {old_name} and {new_name} differ\n"))
        };
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    // One hunk, from the first line that differs to the last: enough to see where two certificates part.
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let end = old[start..]
        .iter()
        .rev()
        .zip(new[start..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (removed, added) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let letter = match (removed.is_empty(), added.is_empty()) {
        (true, _) => 'a',
        (_, true) => 'd',
        _ => 'c',
    };
    let mut text = format!(
        "{}{letter}{}\n",
        span(start, removed.len()),
        span(start, added.len())
    );
    for line in removed {
        let _ = writeln!(text, "< {line}");
    }
    if letter == 'c' {
        text.push_str("---\n");
    }
    for line in added {
        let _ = writeln!(text, "> {line}");
    }
    Ran {
        exit_code: 1,
        ..Ran::printed(text)
    }
}

fn span(start: usize, count: usize) -> String {
    match count {
        0 => start.to_string(),
        1 => (start + 1).to_string(),
        _ => format!("{},{}", start + 1, start + count),
    }
}
