//! `sleep`: nobody waits here, the clock moves.

use super::lab::beyond;
use super::program::{Context, Ran};
use crate::command::{Command, LAST_MOMENT, LONGEST_ADVANCE, LabCommand};
use crate::text::lab as words;

/// Runs `sleep <number>[smhd]…`.
pub(super) fn sleep(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let failed = |problem: &str| {
        Ran::failed(
            1,
            format!("sleep: {problem}\nTry 'sleep --help' for more information.\n"),
        )
    };
    if arguments.is_empty() {
        return failed("missing operand");
    }
    let mut seconds = 0.0;
    for span in arguments {
        if let Some(option) = span.strip_prefix('-').and_then(|rest| rest.chars().next()) {
            return failed(&format!("invalid option -- '{option}'"));
        }
        match of(span) {
            Some(more) => seconds += more,
            None => return failed(&format!("invalid time interval '{span}'")),
        }
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a number out of range is the greatest there is, and that is too long"
    )]
    let seconds = seconds.ceil() as i64;
    if seconds > LONGEST_ADVANCE {
        return Ran::failed(
            1,
            format!("sleep: {}\n", words::advance(&arguments.join(" "))),
        );
    }
    if beyond(context, seconds) {
        return Ran::failed(1, format!("sleep: {}\n", words::beyond(LAST_MOMENT)));
    }
    let command = LabCommand::Advance { seconds };
    match context.door.run(Command::Lab { command }) {
        Ok(_) => Ran::default(),
        Err(bug) => Ran::failed(70, words::bug_line(&bug.0)),
    }
}

/// The seconds of a span such as `0.5` or `2m`.
fn of(span: &str) -> Option<f64> {
    let (number, factor) = match span.char_indices().last()? {
        (at, 's') => (&span[..at], 1.0),
        (at, 'm') => (&span[..at], 60.0),
        (at, 'h') => (&span[..at], 3_600.0),
        (at, 'd') => (&span[..at], 86_400.0),
        _ => (span, 1.0),
    };
    // Rust takes words for numbers that are none, as does the real one; they are too long in any case.
    let number = number.parse().ok().filter(|number: &f64| *number >= 0.0);
    number.map(|number| number * factor)
}
