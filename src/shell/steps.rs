//! What is left of a line, as steps on a stack: it can pause between any two of them, wait while a program asks the reader something, and
//! go on later. Whatever holds other commands has its place on this stack, and none on that of the machine.

use std::collections::VecDeque;
use std::rc::Rc;

use super::budget;
use super::door::{Door, Needed};
use super::execute::{Apart, Piped, Saved};
use super::expand::Expansion;
use super::foreground::{Follow, Foreground};
use super::session::{Printed, Shell};
use super::sleep::Sleep;
use super::tree::{Choice, Each, List, Pipeline, While};
use crate::text::shell as words;

/// Something that is to be done.
#[derive(Clone)]
pub(super) enum Step {
    /// A pipeline.
    Pipeline(Rc<Pipeline>),
    /// Success becomes failure, and the other way round.
    Negate,
    /// A loop takes the next of its words.
    Each(Rc<Each>, VecDeque<String>),
    /// A loop has asked its condition; the exit code of its body so far.
    Asked(Rc<While>, i32),
    /// A loop begins anew.
    Round(Rc<While>),
    /// A choice has asked the condition of that branch.
    Chosen(Rc<Choice>, usize),
    /// Words are expanded, and then comes what they are for.
    Expand(Box<Expansion>),
    /// A command substitution has ended.
    Captured,
    /// A command with streams of its own has ended.
    Apart(Box<Apart>),
    /// A command of a pipeline has ended, and the next one takes what it printed.
    Piped(Box<Piped>),
    /// A pipeline has ended; what its commands changed in their shells is lost.
    Unpiped(Box<Saved>),
    /// Something is made that the step below it needs.
    Make(Needed),
    /// Time passes.
    Sleep(Sleep),
    /// A program takes a line.
    Answer(Box<(Foreground, String)>),
    /// Lines that a command asked for run one after the other.
    Follow(Box<Follow>),
    /// A typed line has ended: where it failed, the reader may have pasted it from a guide.
    Hint,
}

/// Why a line does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It took all the work that a line may take.
    Spent,
    /// It holds or prints more than a line may; the message.
    Over(String),
    /// Something could not be expanded: a shell around it goes on.
    Expansion,
    /// The reader interrupted it.
    Interrupted,
}

impl Shell {
    pub(super) fn push(&mut self, list: &List) {
        let steps = list.iter().rev().cloned().map(Step::Pipeline);
        self.rest.extend(steps);
    }

    /// What is being printed to.
    pub(super) fn out(&mut self) -> &mut Printed {
        if self.printed.is_empty() {
            self.printed.push(Printed::default());
        }
        let last = self.printed.len() - 1;
        &mut self.printed[last]
    }

    /// Says something on standard error.
    pub(super) fn complain(&mut self, message: &str) {
        self.out().stderr.push_str(message);
    }

    /// Does what lies on the stack, up to what waits for the reader; returns whether it came to its end before `pause` asked for a break.
    pub(super) fn steps(&mut self, door: &mut dyn Door, pause: &mut dyn FnMut() -> bool) -> bool {
        loop {
            if self.budget.is_spent() && self.stop.is_none() && !self.rest.is_empty() {
                self.stop = Some(Stop::Spent);
            }
            self.measure();
            if let Some(stop) = self.stop.clone() {
                if !self.unwind(door, &stop) {
                    return true;
                }
                continue;
            }
            if self.foreground.is_some() && !self.is_answered(door) {
                return true;
            }
            if self.foreground.is_none() {
                match self.rest.pop() {
                    Some(Step::Make(needed)) => {
                        if !door.make(&needed, pause) {
                            self.rest.push(Step::Make(needed));
                            return false;
                        }
                        self.budget.spend(budget::of_making(&needed));
                    }
                    Some(step) => self.step(door, step),
                    None => return true,
                }
            }
            if pause() {
                return false;
            }
        }
    }

    fn step(&mut self, door: &mut dyn Door, step: Step) {
        self.budget.spend(1);
        match step {
            Step::Pipeline(pipeline) => self.pipeline(pipeline),
            Step::Negate => self.last = i32::from(self.last == 0),
            Step::Each(each, mut words) => {
                if let Some(word) = words.pop_front() {
                    self.assign(&each.name, word);
                    self.rest.push(Step::Each(Rc::clone(&each), words));
                    self.push(&each.body);
                }
            }
            Step::Round(again) => self.ask(again, self.last),
            Step::Asked(again, code) => {
                if (self.last == 0) == again.until {
                    self.last = code;
                    return;
                }
                self.rest.push(Step::Round(Rc::clone(&again)));
                self.push(&again.body);
            }
            Step::Chosen(choice, at) => match choice.branches.get(at) {
                Some((_, then)) if self.last == 0 => self.push(then),
                _ => self.choose(choice, at + 1),
            },
            Step::Expand(expansion) => self.expand(door, expansion),
            Step::Captured => self.captured(),
            Step::Apart(apart) => self.end_apart(door, *apart),
            Step::Piped(piped) => self.next_piped(piped),
            Step::Unpiped(saved) => self.restore(*saved),
            Step::Sleep(sleep) => self.sleep(door, sleep),
            // It is made before it gets here.
            Step::Make(_) => {}
            Step::Answer(answer) => {
                let (program, line) = *answer;
                self.answer(door, program, &line);
            }
            Step::Follow(follow) => {
                self.rest.push(Step::Follow(follow));
                self.follow(door, self.rest.len() - 1);
            }
            Step::Hint => self.hint(),
        }
    }

    /// Asks the condition of a loop; `code` is the exit code of its body so far.
    pub(super) fn ask(&mut self, again: Rc<While>, code: i32) {
        self.rest.push(Step::Asked(Rc::clone(&again), code));
        self.push(&again.condition);
    }

    /// Asks the condition of a branch, or does what is left where there is none.
    pub(super) fn choose(&mut self, choice: Rc<Choice>, at: usize) {
        match choice.branches.get(at) {
            Some((condition, _)) => {
                self.rest.push(Step::Chosen(Rc::clone(&choice), at));
                self.push(condition);
            }
            None => {
                self.last = 0;
                self.push(&choice.otherwise);
            }
        }
    }

    /// Leaves so many of the loops around what is running, the last of them only for its next round where it goes on; returns whether
    /// there is any. Loops around the shell that is running are not its own.
    pub(super) fn leave(&mut self, loops: usize, goes_on: bool) -> bool {
        let is_loop =
            |step: &Step| matches!(step, Step::Each(..) | Step::Asked(..) | Step::Round(_));
        let any = self.rest.iter().any(is_loop);
        let own = self.rest.iter().rev().take_while(|step| !step.is_shell());
        let around = own.filter(|step| is_loop(step)).count();
        for left in (0..loops.min(around)).rev() {
            while let Some(step) = self.rest.pop_if(|step| !is_loop(step)) {
                drop(step);
            }
            let step = self.rest.pop();
            if left == 0 && goes_on {
                self.rest.extend(step.map(|step| match step {
                    Step::Asked(again, _) => Step::Round(again),
                    step => step,
                }));
            }
        }
        any
    }

    /// Takes what is left from the stack up to where the line goes on; returns whether it does.
    fn unwind(&mut self, door: &mut dyn Door, stop: &Stop) -> bool {
        while let Some(step) = self.rest.pop() {
            let inside = *stop == Stop::Expansion;
            match step {
                Step::Captured if inside => {
                    self.stop = None;
                    self.last = 1;
                    self.rest.push(Step::Captured);
                    return true;
                }
                Step::Captured => {
                    let lost = self.printed.pop().unwrap_or_default();
                    self.complain(&lost.stderr);
                }
                Step::Apart(apart) => self.end_apart(door, *apart),
                Step::Sleep(sleep) => self.wake(door, &sleep),
                Step::Piped(piped) if inside => {
                    self.stop = None;
                    self.last = 1;
                    self.rest.push(Step::Piped(piped));
                    return true;
                }
                Step::Piped(piped) => {
                    let lost = self.printed.pop().unwrap_or_default();
                    self.complain(&lost.stderr);
                    self.restore(piped.saved);
                }
                Step::Unpiped(saved) => {
                    self.restore(*saved);
                    if inside {
                        self.stop = None;
                        self.last = 1;
                        return true;
                    }
                }
                _ => {}
            }
        }
        self.stop = None;
        self.foreground = None;
        self.input = None;
        self.last = if *stop == Stop::Expansion { 1 } else { 130 };
        match stop {
            Stop::Spent => self.complain(&budget::spent()),
            Stop::Over(message) => self.complain(message),
            Stop::Expansion | Stop::Interrupted => {}
        }
        false
    }

    /// Drops the program in front where nobody can answer it, or gives it the next of the lines that follow a command; returns whether
    /// either was so.
    fn is_answered(&mut self, door: &mut dyn Door) -> bool {
        let around = |step: &Step| {
            step.is_shell() && !matches!(step, Step::Unpiped(_))
                || matches!(step, Step::Apart(_) | Step::Follow(_))
        };
        let Some(at) = self.rest.iter().rposition(around) else {
            // What it answers comes later: it is judged as it stands.
            if let Some(hint) = self
                .rest
                .iter()
                .rposition(|step| matches!(step, Step::Hint))
            {
                self.rest.remove(hint);
                self.hint();
            }
            return false;
        };
        if matches!(self.rest[at], Step::Follow(_)) {
            self.follow(door, at);
            return true;
        }
        self.foreground = None;
        while self.rest.len() > at + 1 {
            if let Some(Step::Unpiped(saved)) = self.rest.pop() {
                self.restore(*saved);
            }
        }
        self.complain(words::NOBODY_TO_ASK);
        self.last = 1;
        true
    }

    /// Stops a line that prints more than a line may.
    fn measure(&mut self) {
        let whole = self.printed.len() == 1;
        let limit = if whole { budget::OUTPUT } else { budget::TEXT };
        let Some(printed) = self.printed.last_mut() else {
            return;
        };
        if printed.stdout.len() + printed.stderr.len() <= limit {
            return;
        }
        // What is said about it has its place below the limit.
        let errors = printed.stderr.floor_char_boundary(limit / 4);
        printed.stderr.truncate(errors);
        let end = printed.stdout.floor_char_boundary(limit / 2);
        printed.stdout.truncate(end);
        let message = if whole {
            words::output_too_long(limit)
        } else {
            words::text_too_long(limit)
        };
        self.stop = self.stop.take().or(Some(Stop::Over(message)));
    }

    /// Sets a variable, or stops the line where it holds too much.
    pub(super) fn assign(&mut self, name: &str, value: String) {
        self.budget.spend_bytes(value.len());
        if let Err(message) = self.variables.set(name, value) {
            self.stop = Some(Stop::Over(message));
        }
    }
}

impl Step {
    /// Whether it is the end of a shell of its own.
    fn is_shell(&self) -> bool {
        matches!(self, Self::Captured | Self::Piped(_) | Self::Unpiped(_))
    }
}
