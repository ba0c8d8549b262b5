//! `grep`: the lines that a pattern matches.

use std::ops::Range;

use regex_lite::{Regex, RegexBuilder};

use super::read::inputs;
use crate::shell::program::{Context, Ran};
use crate::text::shell as words;

/// States of a pattern times bytes of text that are tried with each other at once: a tenth of a second.
const MOST_WORK: usize = 32_000_000;
/// So many of them are a step of work.
const WORK: usize = 200;
/// About how many bytes a state of a pattern takes.
const STATE: usize = 32;
/// The smallest and the largest size of a pattern in bytes, as powers of two.
const SMALLEST: u32 = 7;
const LARGEST: u32 = 20;

/// What was asked.
#[derive(Default)]
struct Asked {
    patterns: Vec<String>,
    files: Vec<String>,
    extended: bool,
    fixed: bool,
    ignore_case: bool,
    invert: bool,
    count: bool,
    numbers: bool,
    quiet: bool,
    names_only: bool,
    only_matching: bool,
    whole_word: bool,
    whole_line: bool,
    /// Whether names stand before lines; `None` for: where there are several files.
    with_names: Option<bool>,
    /// Lines to show before and after.
    before: usize,
    after: usize,
}

const USAGE: &str =
    "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n";

/// `grep [-EFivcnqlowxhH] [-A n] [-B n] [-C n] [-e pattern] pattern [file…]`
pub(super) fn grep(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let asked = match read(arguments) {
        Ok(asked) => asked,
        Err(problem) => return Ran::failed(2, problem),
    };
    let (regex, states) = match asked.regex() {
        Some(found) => found,
        None => {
            return Ran::failed(
                2,
                format!(
                    "grep: invalid regular expression: {}\n",
                    asked.patterns.join("\n")
                ),
            );
        }
    };
    // It was read.
    context.budget.spend(states as u64);
    let mut ran = Ran::default();
    let files: Vec<&str> = asked.files.iter().map(String::as_str).collect();
    let texts = inputs(context, "grep", &files, &mut ran);
    let failed = ran.exit_code != 0;
    let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let work = bytes.saturating_mul(states);
    if work > MOST_WORK {
        return Ran::failed(2, words::pattern_too_slow(bytes));
    }
    context.budget.spend((work / WORK) as u64);
    let with_names = asked.with_names.unwrap_or(files.len() > 1);
    let mut found = false;
    for (name, text) in &texts {
        let name = if name == "-" {
            "(standard input)"
        } else {
            name
        };
        let lines: Vec<&str> = text.lines().collect();
        let hits: Vec<usize> = (0..lines.len())
            .filter(|at| regex.is_match(lines[*at]) != asked.invert)
            .collect();
        found |= !hits.is_empty();
        if asked.quiet {
            continue;
        }
        let place = if with_names { name } else { "" };
        if asked.names_only {
            if !hits.is_empty() {
                ran.stdout.push_str(&format!("{name}\n"));
            }
        } else if asked.count {
            let gap = if with_names { ":" } else { "" };
            ran.stdout
                .push_str(&format!("{place}{gap}{}\n", hits.len()));
        } else {
            let find = |line: &str| {
                let mut parts = Vec::new();
                for part in regex.find_iter(line) {
                    let left = (line.len() - part.start()) * states / WORK;
                    if !context.budget.spend(1 + left as u64) {
                        break;
                    }
                    parts.push(part.range());
                }
                parts
            };
            asked.show(&find, place, &lines, &hits, &mut ran.stdout);
        }
    }
    ran.exit_code = match (failed, found) {
        (_, true) if asked.quiet => 0,
        (true, _) => 2,
        (false, true) => 0,
        (false, false) => 1,
    };
    ran
}

fn read(arguments: &[String]) -> Result<Asked, String> {
    let mut asked = Asked::default();
    let mut operands = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--" {
            operands.extend(rest.by_ref().cloned());
        } else if let Some(long) = argument.strip_prefix("--") {
            let (name, value) = match long.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (long, None),
            };
            let short = match name {
                "extended-regexp" => 'E',
                "fixed-strings" => 'F',
                "ignore-case" => 'i',
                "invert-match" => 'v',
                "count" => 'c',
                "line-number" => 'n',
                "quiet" | "silent" => 'q',
                "files-with-matches" => 'l',
                "only-matching" => 'o',
                "word-regexp" => 'w',
                "line-regexp" => 'x',
                "context" => 'C',
                "after-context" => 'A',
                "before-context" => 'B',
                "regexp" => 'e',
                "no-filename" => 'h',
                "with-filename" => 'H',
                "color" | "colour" => continue,
                _ => return Err(format!("grep: unrecognized option '{argument}'\n{USAGE}")),
            };
            let value = match value {
                None if takes_value(short) => rest.next().cloned(),
                value => value,
            };
            if takes_value(short) && value.is_none() {
                return Err(format!(
                    "grep: option '{argument}' requires an argument\n{USAGE}"
                ));
            }
            asked.take(short, value.unwrap_or_default())?;
        } else if let Some(shorts) = argument.strip_prefix('-').filter(|rest| !rest.is_empty()) {
            for (at, short) in shorts.char_indices() {
                if short.is_ascii_digit() {
                    asked.take('C', shorts[at..].to_owned())?;
                    break;
                }
                if takes_value(short) {
                    let inline = &shorts[at + 1..];
                    let value = if inline.is_empty() {
                        rest.next().cloned()
                    } else {
                        Some(inline.to_owned())
                    };
                    let Some(value) = value else {
                        return Err(format!(
                            "grep: option requires an argument -- '{short}'\n{USAGE}"
                        ));
                    };
                    asked.take(short, value)?;
                    break;
                }
                asked.take(short, String::new())?;
            }
        } else {
            operands.push(argument.clone());
        }
    }
    if asked.patterns.is_empty() {
        if operands.is_empty() {
            return Err(USAGE.to_owned());
        }
        asked.patterns.push(operands.remove(0));
    }
    asked.files = operands;
    Ok(asked)
}

fn takes_value(short: char) -> bool {
    matches!(short, 'A' | 'B' | 'C' | 'e')
}

impl Asked {
    fn take(&mut self, short: char, value: String) -> Result<(), String> {
        match short {
            'E' => self.extended = true,
            'F' => self.fixed = true,
            'G' => self.extended = false,
            'i' | 'y' => self.ignore_case = true,
            'v' => self.invert = true,
            'c' => self.count = true,
            'n' => self.numbers = true,
            'q' => self.quiet = true,
            'l' => self.names_only = true,
            'o' => self.only_matching = true,
            'w' => self.whole_word = true,
            'x' => self.whole_line = true,
            'h' => self.with_names = Some(false),
            'H' => self.with_names = Some(true),
            's' | 'a' => {}
            'e' => self.patterns.push(value),
            'A' | 'B' | 'C' => {
                let lines = value
                    .parse()
                    .map_err(|_| format!("grep: {value}: invalid context length argument\n"))?;
                if short != 'A' {
                    self.before = lines;
                }
                if short != 'B' {
                    self.after = lines;
                }
            }
            _ => return Err(format!("grep: invalid option -- '{short}'\n{USAGE}")),
        }
        Ok(())
    }

    /// The pattern, and about how many states it has.
    fn regex(&self) -> Option<(Regex, usize)> {
        let patterns: Vec<String> = self
            .patterns
            .iter()
            .flat_map(|patterns| patterns.split('\n'))
            .map(|pattern| {
                if self.fixed {
                    regex_lite::escape(pattern)
                } else if self.extended {
                    pattern.to_owned()
                } else {
                    basic(pattern)
                }
            })
            .collect();
        let mut pattern = patterns.join("|");
        if self.whole_word {
            pattern = format!("\\b(?:{pattern})\\b");
        }
        if self.whole_line {
            pattern = format!("^(?:{pattern})$");
        }
        let build = |size: usize| {
            let mut builder = RegexBuilder::new(&pattern);
            let builder = builder.case_insensitive(self.ignore_case).size_limit(size);
            Some((builder.build().ok()?, size / STATE))
        };
        // The library does not tell the size of a pattern, but takes a limit for it.
        (SMALLEST..=LARGEST).find_map(|power| build(1 << power))
    }

    /// The lines that were hit, with what stands around them.
    fn show(
        &self,
        find: &dyn Fn(&str) -> Vec<Range<usize>>,
        place: &str,
        lines: &[&str],
        hits: &[usize],
        shown: &mut String,
    ) {
        let mut next = 0;
        let mut hits_left = hits.iter().peekable();
        while let Some(hit) = hits_left.next() {
            let from = hit.saturating_sub(self.before).max(next);
            let mut to = hit.saturating_add(self.after).min(lines.len() - 1);
            // What the next hit shows itself is no context any more.
            if let Some(following) = hits_left.peek() {
                to = to.min(**following - 1);
            }
            if next > 0 && from > next && self.before + self.after > 0 {
                shown.push_str("--\n");
            }
            for (at, line) in lines.iter().enumerate().take(to + 1).skip(from) {
                let is_hit = at == *hit;
                let mark = if is_hit { ':' } else { '-' };
                let mut head = String::new();
                if !place.is_empty() {
                    head = format!("{place}{mark}");
                }
                if self.numbers {
                    head += &format!("{}{mark}", at + 1);
                }
                if !self.only_matching {
                    shown.push_str(&format!("{head}{}\n", line));
                } else if is_hit && !self.invert {
                    for part in find(line) {
                        shown.push_str(&format!("{head}{}\n", &line[part]));
                    }
                }
            }
            next = to + 1;
        }
    }
}

/// A basic regular expression as an extended one: parentheses, braces and alternation mean something with a backslash only.
fn basic(pattern: &str) -> String {
    let mut extended = String::new();
    let mut letters = pattern.chars();
    let mut start = true;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some(special @ ('(' | ')' | '{' | '}' | '|' | '+' | '?')) => extended.push(special),
                Some(other) => extended.extend(['\\', other]),
                None => extended.push('\\'),
            },
            '(' | ')' | '{' | '}' | '|' | '+' | '?' => extended.extend(['\\', letter]),
            '*' if start => extended.push_str("\\*"),
            '[' => {
                // Nothing has a meaning of its own inside brackets.
                extended.push('[');
                let mut first = true;
                for inside in letters.by_ref() {
                    match inside {
                        '[' => extended.push_str("\\["),
                        '\\' => extended.push_str("\\\\"),
                        ']' if first => extended.push_str("\\]"),
                        other => extended.push(other),
                    }
                    if inside == ']' && !first {
                        break;
                    }
                    first = first && inside == '^';
                }
            }
            letter => extended.push(letter),
        }
        start = letter == '^' && start;
    }
    extended
}

#[cfg(test)]
mod tests {
    use super::basic;

    #[test]
    fn basic_expressions_become_extended_ones() {
        for (given, meant) in [
            ("a+b", r"a\+b"),
            (r"a\+b", "a+b"),
            (r"\(a\|b\)*", "(a|b)*"),
            ("*a", r"\*a"),
            ("[]a]b", r"[\]a]b"),
            ("{x}", r"\{x\}"),
            (r"\.", r"\."),
        ] {
            assert_eq!(basic(given), meant);
        }
    }
}
