//! `sleep`: moves the simulated clock; the reader does not wait.

use super::door::Door;
use super::lab::beyond;
use super::lookup::CALL;
use super::program::{Context, Ran};
use super::session::Shell;
use super::steps::Step;
use crate::command::{Command, LAST_MOMENT, LONGEST_ADVANCE, LabCommand};
use crate::model::{Timestamp, json};
use crate::text::lab as words;

/// Seconds that pass at once: a few dozens of daily backups.
const PART: i64 = 30 * 86_400;
/// The work of so many.
const LONG_PART: u64 = 2_000;

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
    advance(context, seconds)
}

/// Lets seconds pass with the next steps of the line; the moment takes an entry, too.
pub(super) fn advance(context: &mut Context<'_>, seconds: i64) -> Ran {
    if seconds > 0 {
        return Ran {
            advance: seconds,
            ..Ran::default()
        };
    }
    let command = LabCommand::Advance { seconds };
    match context.door.run(Command::Lab { command }) {
        Ok(_) => Ran::default(),
        Err(bug) => Ran::failed(70, words::bug_line(&bug.0)),
    }
}

/// Time that a line lets pass.
#[derive(Clone)]
pub(super) struct Sleep {
    /// When it began.
    since: Timestamp,
    /// Seconds that are left.
    left: i64,
}

impl Sleep {
    pub(super) fn new(door: &dyn Door, seconds: i64) -> Self {
        Self {
            since: door.account().now,
            left: seconds,
        }
    }
}

impl Shell {
    /// Lets a part of the time pass, and writes one entry when all of it has passed.
    pub(super) fn sleep(&mut self, door: &mut dyn Door, mut sleep: Sleep) {
        let seconds = sleep.left.min(PART);
        sleep.left -= seconds;
        self.budget
            .spend(if seconds < PART { 1 + CALL } else { LONG_PART });
        let mut passed = door.pass(seconds);
        if passed.is_ok() && sleep.left > 0 {
            self.rest.push(Step::Sleep(sleep));
            return;
        }
        passed = passed.and_then(|()| door.passed(sleep.since));
        if let Err(bug) = passed {
            self.complain(&words::bug_line(&bug.0));
            self.last = 70;
        }
    }

    /// Ends it early: what has passed stays so.
    pub(super) fn wake(&mut self, door: &mut dyn Door, sleep: &Sleep) {
        if let Err(bug) = door.passed(sleep.since) {
            self.complain(&words::bug_line(&bug.0));
        }
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
    let number = json::number(number).filter(|number| *number >= 0.0);
    number.map(|number| number * factor)
}
