//! What is left of a line, as steps on a stack, so that it can wait while a program asks the reader something.

use std::rc::Rc;

use super::door::Door;
use super::session::{Printed, Shell};
use super::tree::{Choice, Each, List, Pipeline, While};
use crate::text::shell as words;

/// How often the loops of one line go round, so that one without an end does not stop the page: enough to wait twenty minutes for
/// something and look every second.
const MOST_ROUNDS: u32 = 2_000;

/// Something that is to be done.
#[derive(Clone)]
pub(super) enum Step {
    /// A pipeline.
    Pipeline(Pipeline),
    /// Success becomes failure, and the other way round.
    Negate,
    /// A loop takes the next of its words.
    Each(Rc<Each>, std::vec::IntoIter<String>),
    /// A loop has asked its condition; the exit code of its body so far.
    Asked(Rc<While>, i32),
    /// A loop begins anew.
    Round(Rc<While>),
    /// A choice has asked the condition of that branch.
    Chosen(Rc<Choice>, usize),
}

/// Why a line does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A loop went round too often.
    Endless,
    /// Something could not be expanded.
    Expansion,
}

impl Shell {
    /// Runs a list, up to what waits for the reader; what is left then waits for that.
    pub(super) fn list(&mut self, door: &mut dyn Door, list: &List, printed: &mut Printed) {
        let outer = std::mem::take(&mut self.rest);
        self.push(list);
        self.steps(door, printed);
        let left = std::mem::replace(&mut self.rest, outer);
        self.rest.extend(left);
    }

    pub(super) fn push(&mut self, list: &List) {
        let steps = list.iter().rev().cloned().map(Step::Pipeline);
        self.rest.extend(steps);
    }

    /// Does what lies on the stack, up to what waits for the reader.
    pub(super) fn steps(&mut self, door: &mut dyn Door, printed: &mut Printed) {
        while self.foreground.is_none() && self.stop.is_none() {
            let Some(step) = self.rest.pop() else { return };
            self.step(door, step, printed);
        }
    }

    fn step(&mut self, door: &mut dyn Door, step: Step, printed: &mut Printed) {
        match step {
            Step::Pipeline(pipeline) => self.pipeline(door, &pipeline, printed),
            Step::Negate => self.last = i32::from(self.last == 0),
            Step::Each(each, mut words) => {
                if let Some(word) = words.next() {
                    self.variables.insert(each.name.clone(), word);
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
                self.rounds += 1;
                if self.rounds > MOST_ROUNDS {
                    self.stop = Some(Stop::Endless);
                    return;
                }
                self.rest.push(Step::Round(Rc::clone(&again)));
                self.push(&again.body);
            }
            Step::Chosen(choice, at) => match choice.branches.get(at) {
                Some((_, then)) if self.last == 0 => self.push(then),
                _ => self.choose(choice, at + 1),
            },
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

    /// Leaves so many of the loops around what is running, the last of them only for its next round where it goes on; answers whether
    /// there is any.
    pub(super) fn leave(&mut self, loops: usize, goes_on: bool) -> bool {
        let is_loop =
            |step: &Step| matches!(step, Step::Each(..) | Step::Asked(..) | Step::Round(_));
        let around = self.rest.iter().filter(|step| is_loop(step)).count();
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
        around > 0
    }

    /// Ends a line that does not go on, and says why.
    pub(super) fn stopped(&mut self, printed: &mut Printed) {
        match self.stop.take() {
            Some(Stop::Endless) => {
                printed.stderr.push_str(&words::endless(MOST_ROUNDS));
                self.last = 130;
            }
            Some(Stop::Expansion) => self.last = 1,
            None => return,
        }
        self.drop_foreground();
    }
}
