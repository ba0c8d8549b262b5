//! Commands that make and turn texts.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Arguments, read};
use crate::shell::budget::TEXT;
use crate::shell::bytes::{from_bytes, to_bytes};
use crate::shell::program::{Context, Ran};

/// Letters of a line of base64 text, unless `-w` says otherwise.
const WIDTH: usize = 76;

/// `echo [-n] [-e] word…`
pub(super) fn echo(_: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (mut newline, mut escapes, mut words) = (true, false, arguments);
    while let Some((first, rest)) = words.split_first() {
        match first.as_str() {
            "-n" => newline = false,
            "-e" => escapes = true,
            "-ne" | "-en" => (newline, escapes) = (false, true),
            "-E" => escapes = false,
            _ => break,
        }
        words = rest;
    }
    let mut text = words.join(" ");
    if escapes {
        text = unescaped(&text);
    }
    if newline {
        text.push('\n');
    }
    Ran::printed(text)
}

/// `printf format word…`, with `%s`, `%d` and `%%`.
pub(super) fn printf(_: &mut Context<'_>, arguments: &[String]) -> Ran {
    let Some((format, words)) = arguments.split_first() else {
        return Ran::failed(2, "printf: usage: printf format [arguments]\n");
    };
    let format = unescaped(format);
    let mut text = String::new();
    let mut words = words.iter();
    loop {
        if text.len() > TEXT {
            // What comes of so much is cut off in any case.
            return Ran::printed(text);
        }
        let mut letters = format.chars();
        let mut used = false;
        while let Some(letter) = letters.next() {
            match (letter, letter == '%') {
                (_, true) => match letters.next() {
                    Some('s' | 'd') => {
                        used = true;
                        text.push_str(words.next().map_or("", String::as_str));
                    }
                    Some('%') | None => text.push('%'),
                    Some(other) => text.extend(['%', other]),
                },
                (letter, false) => text.push(letter),
            }
        }
        if !used || words.len() == 0 {
            return Ran::printed(text);
        }
    }
}

fn unescaped(text: &str) -> String {
    let mut result = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            result.push(letter);
            continue;
        }
        match letters.next() {
            Some('n') => result.push('\n'),
            Some('t') => result.push('\t'),
            Some('r') => result.push('\r'),
            Some('\\') | None => result.push('\\'),
            Some(other) => result.extend(['\\', other]),
        }
    }
    result
}

/// `base64 [-d] [-w columns] [file]`
pub(super) fn base64(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let (mut width, mut kept) = (WIDTH, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let columns = match argument.as_str() {
            "-w" => rest.next().map_or("", String::as_str),
            other => match other
                .strip_prefix("--wrap=")
                .or_else(|| other.strip_prefix("-w"))
            {
                Some(columns) => columns,
                None => {
                    kept.push(argument.clone());
                    continue;
                }
            },
        };
        match columns.parse() {
            Ok(columns) => width = columns,
            Err(_) => return Ran::failed(1, format!("base64: invalid wrap size: '{columns}'\n")),
        }
    }
    let given = Arguments::new(&kept);
    let text = match given.operands.first() {
        None | Some(&"-") => context.stdin.take().unwrap_or_default(),
        Some(name) => match read(context, name) {
            Ok(text) => text,
            Err(problem) => return Ran::failed(1, format!("base64: {name}: {problem}\n")),
        },
    };
    if given.has("d") || given.has("D") || given.has("decode") {
        let joined: String = text.split_whitespace().collect();
        return match STANDARD.decode(joined) {
            Ok(bytes) => Ran::printed(from_bytes(&bytes)),
            Err(_) => Ran::failed(1, "base64: invalid input\n"),
        };
    }
    let encoded = STANDARD.encode(to_bytes(&text));
    if width == 0 {
        return Ran::printed(encoded);
    }
    let mut lines = String::new();
    for (index, letter) in encoded.chars().enumerate() {
        if index > 0 && index % width == 0 {
            lines.push('\n');
        }
        lines.push(letter);
    }
    if !lines.is_empty() {
        lines.push('\n');
    }
    Ran::printed(lines)
}

/// `date`: the simulated clock.
pub(super) fn date(context: &mut Context<'_>, _: &[String]) -> Ran {
    Ran::printed(format!("{}\n", context.door.account().now.iso()))
}
