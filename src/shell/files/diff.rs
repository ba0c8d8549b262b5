//! `diff`: whether two texts differ, and the lines that do.

use std::fmt::Write;

use super::Arguments;
use super::read::inputs;
use crate::shell::program::{Context, Ran};

/// Lines times lines that are compared with each other; longer texts are shown as one difference.
const MOST_PAIRS: usize = 4_000_000;

/// `diff [-qs] old new`
pub(super) fn diff(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let given = Arguments::new(arguments);
    let (old_name, new_name) = match given.operands[..] {
        [old, new] => (old, new),
        [] => return usage("missing operand after 'diff'"),
        [only] => return usage(&format!("missing operand after '{only}'")),
        [_, _, extra, ..] => return usage(&format!("extra operand '{extra}'")),
    };
    let mut ran = Ran::default();
    let texts = inputs(context, "diff", &[old_name, new_name], &mut ran);
    let [(_, old), (_, new)] = &texts[..] else {
        ran.exit_code = 2;
        return ran;
    };
    if old == new {
        if given.has("s") {
            return Ran::printed(format!("Files {old_name} and {new_name} are identical\n"));
        }
        return Ran::default();
    }
    let text = if given.has("q") {
        format!("Files {old_name} and {new_name} differ\n")
    } else {
        hunks(&lines(old), &lines(new))
    };
    Ran {
        exit_code: 1,
        ..Ran::printed(text)
    }
}

fn usage(problem: &str) -> Ran {
    Ran::failed(
        2,
        format!("diff: {problem}\ndiff: Try 'diff --help' for more information.\n"),
    )
}

/// The lines with what ends each, so that a missing line end is a difference.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn hunks(old: &[&str], new: &[&str]) -> String {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old[start..]
        .iter()
        .rev()
        .zip(new[start..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let kept = common(&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut text = String::new();
    let (mut at, mut there) = (start, start);
    let last = (old.len() - end, new.len() - end);
    for (next, other) in kept
        .into_iter()
        .map(|(next, other)| (start + next, start + other))
        .chain([last])
    {
        if at < next || there < other {
            hunk(&mut text, old, at..next, new, there..other);
        }
        (at, there) = (next + 1, other + 1);
    }
    text
}

/// The lines that both texts keep, in order: a longest common subsequence.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for at in (0..old.len()).rev() {
        for there in (0..new.len()).rev() {
            lengths[at * width + there] = if old[at] == new[there] {
                lengths[(at + 1) * width + there + 1] + 1
            } else {
                lengths[(at + 1) * width + there].max(lengths[at * width + there + 1])
            };
        }
    }
    let mut kept = Vec::new();
    let (mut at, mut there) = (0, 0);
    while at < old.len() && there < new.len() {
        if old[at] == new[there] {
            kept.push((at, there));
            (at, there) = (at + 1, there + 1);
        } else if lengths[(at + 1) * width + there] >= lengths[at * width + there + 1] {
            at += 1;
        } else {
            there += 1;
        }
    }
    kept
}

fn hunk(
    text: &mut String,
    old: &[&str],
    removed: std::ops::Range<usize>,
    new: &[&str],
    added: std::ops::Range<usize>,
) {
    let letter = match (removed.is_empty(), added.is_empty()) {
        (true, _) => 'a',
        (_, true) => 'd',
        _ => 'c',
    };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}{letter}{}", span(&removed), span(&added));
    show(text, '<', &old[removed]);
    if letter == 'c' {
        text.push_str("---\n");
    }
    show(text, '>', &new[added]);
}

fn show(text: &mut String, mark: char, lines: &[&str]) {
    for line in lines {
        let _ = writeln!(text, "{mark} {}", line.trim_end_matches('\n'));
        if !line.ends_with('\n') {
            text.push_str("\\ No newline at end of file\n");
        }
    }
}

fn span(lines: &std::ops::Range<usize>) -> String {
    match lines.len() {
        0 => lines.start.to_string(),
        1 => (lines.start + 1).to_string(),
        _ => format!("{},{}", lines.start + 1, lines.end),
    }
}
