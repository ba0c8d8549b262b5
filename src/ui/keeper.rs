//! Saving: every act is run, saved in one transaction, and only then shown. If another tab was faster, the act is undone,
//! the other tab's changes are applied, and the act runs again.

use std::collections::VecDeque;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::app::{App, Msg};
use super::clock::BREATH;
use super::flash::{Flash, Offer};
use super::later::{Answer, Later, Opened, Since};
use super::opening::KeepAction;
use super::practice::Practice;
use super::session::{Act, Before, Done};
use super::start;
use super::unsaved::Leaving;
use crate::api::Bug;
use crate::playground::{Committed, Known, Playground, Progress, Shelf};
use crate::ports::Problem;
use crate::text::pages::sandboxes as words;
use crate::web;
use crate::web::tabs::{Lock, Tabs};

/// What to do when the storage has answered.
pub(super) enum Todo {
    /// An act, and who hears of it.
    Act(Act, Callback<Done>),
    /// Taking over what another tab wrote.
    Follow,
    /// Keeping the clock.
    Time,
    /// Another sandbox.
    Keep(KeepAction),
}

/// An act that waits for the storage.
struct Waiting {
    act: Act,
    done: Callback<Done>,
    outcome: Done,
    before: Before,
}

/// The open sandbox, and what its storage is doing.
pub(super) struct Keeper {
    pub(super) shelf: Shelf,
    pub(super) known: Known,
    /// Whether the saved data will exist on the next visit.
    pub(super) lasting: bool,
    /// Why the last commit failed, if it did.
    pub(super) trouble: Option<Problem>,
    pub(super) queue: VecDeque<Todo>,
    /// The storage is at work.
    pub(super) busy: bool,
    waiting: Option<Waiting>,
    /// An act that takes long, until the page has painted that it does.
    working: Option<(Act, Callback<Done>)>,
    /// Whether what goes on after a break takes long.
    long: bool,
    /// Who hears of the act that makes a break.
    paused: Option<Callback<Done>>,
    /// What was there before that act, and the act, where nothing of it was kept yet.
    begun: Option<(Act, Before)>,
    pub(super) tabs: Tabs,
    /// When this tab last looked whether another one has written, by the browser's clock in milliseconds.
    pub(super) looked: i64,
    /// Held by the tab that runs the clock; asked for when the sandbox is open.
    pub(super) lock: Option<Lock>,
    /// Whether the browser was asked for persistent storage.
    persisted: bool,
}

/// What the storage answers.
pub(super) enum Kept {
    /// A commit ended.
    Committed(Result<Committed, Problem>),
    /// What another tab wrote was read.
    Followed(Since),
    /// A sandbox is being opened: its name, and how far it is.
    Opening(String, Progress),
    /// A sandbox was opened or made, or was not.
    Opened(Opened),
    /// A snapshot after so many entries was kept.
    Snapshot(usize),
    /// Another tab said something.
    Heard(String),
    /// The sandbox is no longer as it was at this revision.
    Moved(u64),
    /// What was kept is shown.
    Idle,
}

impl Keeper {
    /// Keeps nothing yet: the storage is being opened.
    pub(super) fn new(known: Known, context: &Context<App>) -> Self {
        let link = context.link().clone();
        let tabs = Tabs::new(move |text| link.send_message(Msg::kept(Kept::Heard(text))));
        Self {
            shelf: start::memory(),
            known,
            lasting: false,
            trouble: None,
            queue: VecDeque::new(),
            busy: true,
            waiting: None,
            working: None,
            long: false,
            paused: None,
            begun: None,
            tabs,
            looked: web::now_millis(),
            lock: None,
            persisted: false,
        }
    }

    /// The storage is open.
    pub(super) fn opened(&mut self, shelf: Shelf, lasting: bool) {
        self.shelf = shelf;
        self.lasting = lasting;
        self.busy = false;
    }

    /// Whether an action waits that has not begun.
    pub(super) fn waits(&self) -> bool {
        !self.queue.is_empty()
    }

    /// Whether the storage is busy; until it has answered, no change that it must save is shown.
    pub(super) fn busy(&self) -> bool {
        self.busy
    }

    /// Whether something goes on that takes long.
    pub(super) fn working(&self) -> bool {
        self.working.is_some() || self.long && self.paused.is_some()
    }

    /// Whether an act makes a break.
    pub(super) fn paused(&self) -> bool {
        self.paused.is_some()
    }
}

impl App {
    /// Runs an act as soon as the storage is free.
    pub(super) fn enqueue(&mut self, context: &Context<Self>, act: Act, done: Callback<Done>) {
        if self.refuses() {
            return;
        }
        self.keeper.queue.push_back(Todo::Act(act, done));
        self.pump(context);
    }

    /// Keeps the clock, which jobs have moved the account by.
    pub(super) fn keep_time(&mut self, context: &Context<Self>) {
        self.keeper.queue.push_back(Todo::Time);
        self.pump(context);
    }

    /// Runs the waiting actions as soon as the storage is free and the deferred file is loaded.
    pub(super) fn pump(&mut self, context: &Context<Self>) {
        while !self.keeper.busy
            && !self.keeper.paused()
            && self.keeper.waits()
            && !self.asks_to_leave_sandbox()
        {
            let Some(later) = self.later() else {
                self.load(context);
                return;
            };
            let Some(todo) = self.keeper.queue.pop_front() else {
                return;
            };
            match todo {
                Todo::Follow => self.follow(context),
                Todo::Time => self.commit(context),
                Todo::Keep(action) if self.refused_work() && action.leaves() => {
                    self.leaving = Some(Leaving::Sandbox(action));
                }
                Todo::Keep(action) => self.open(context, action),
                Todo::Act(act, done) if (later.takes_long)(&self.session.borrow(), &act) => {
                    self.keeper.long = true;
                    self.keeper.busy = true;
                    self.keeper.working = Some((act, done));
                    let link = context.link().clone();
                    Timeout::new(BREATH, move || link.send_message(Msg::Painted)).forget();
                }
                Todo::Act(act, done) => {
                    self.keeper.long &= act == Act::GoOn;
                    self.carry_out(context, later, act, done);
                }
            }
        }
    }

    /// Runs a long act after the page has drawn its notice.
    pub(super) fn painted(&mut self, context: &Context<Self>) {
        self.keeper.busy = false;
        if let (Some((act, done)), Some(later)) = (self.keeper.working.take(), self.later()) {
            self.carry_out(context, later, act, done);
        }
        self.pump(context);
    }

    fn carry_out(
        &mut self,
        context: &Context<Self>,
        later: &Later,
        act: Act,
        done: Callback<Done>,
    ) {
        let mut session = self.session.borrow_mut();
        let goes_on = act == Act::GoOn;
        let begun = self.keeper.begun.take().filter(|_| goes_on);
        let (begun, before) = begun.unwrap_or_else(|| {
            session.playground.mark();
            (act.clone(), session.before())
        });
        let outcome = (later.perform)(&mut session, &act);
        let differs = self.keeper.known.differs(&session.playground);
        drop(session);
        if differs {
            self.keeper.waiting = Some(Waiting {
                act: begun,
                done,
                outcome,
                before,
            });
            self.commit(context);
        } else {
            self.keeper.begun = Some((begun, before));
            self.changed(context);
            self.tell(context, done, outcome);
        }
    }

    /// Tells what came of an act, or lets the page answer before it goes on.
    fn tell(&mut self, context: &Context<Self>, done: Callback<Done>, outcome: Done) {
        if matches!(outcome, Done::Paused) {
            self.keeper.paused = Some(done);
            let link = context.link().clone();
            Timeout::new(0, move || link.send_message(Msg::GoOn)).forget();
        } else {
            self.session.borrow_mut().settled();
            done.emit(outcome);
        }
    }

    /// Goes on after a break.
    pub(super) fn go_on(&mut self, context: &Context<Self>) {
        if let Some(done) = self.keeper.paused.take() {
            self.keeper.queue.push_front(Todo::Act(Act::GoOn, done));
        }
        self.pump(context);
    }

    /// Ctrl-C: what is running in the terminal ends, and lines that wait are dropped.
    pub(super) fn interrupt(&mut self, typed: &str) {
        let line = |act: &Act| matches!(act, Act::Line(_) | Act::Pasted(_) | Act::Lines(_));
        self.keeper
            .queue
            .retain(|todo| !matches!(todo, Todo::Act(act, _) if line(act)));
        if let Some(later) = self.later() {
            (later.interrupt)(&mut self.session.borrow_mut(), typed);
        }
    }

    /// Begins something with the storage that is answered later; where nothing was loaded nothing can have happened.
    pub(super) fn begin<T: 'static>(
        &mut self,
        context: &Context<Self>,
        work: impl FnOnce(&Later, Shelf, Known, &Playground) -> Answer<T>,
        answer: fn(T) -> Kept,
    ) {
        let Some(later) = self.later() else { return };
        self.keeper.busy = true;
        let (shelf, known) = (self.keeper.shelf.clone(), self.keeper.known.clone());
        let work = work(later, shelf, known, &self.session.borrow().playground);
        context
            .link()
            .send_future(async move { Msg::kept(answer(work.await)) });
    }

    fn commit(&mut self, context: &Context<Self>) {
        self.begin(
            context,
            |later, shelf, known, playground| (later.commit)(shelf, known, playground),
            Kept::Committed,
        );
    }

    /// Does what the page of sandboxes asks for, as soon as the storage is free.
    pub(super) fn keep(&mut self, context: &Context<Self>, action: KeepAction) {
        self.keeper.queue.push_back(Todo::Keep(action));
        self.pump(context);
    }

    /// Whether the reader is asked whether to leave the sandbox: nothing goes on until they have answered.
    fn asks_to_leave_sandbox(&self) -> bool {
        matches!(self.leaving, Some(Leaving::Sandbox(_)))
    }

    /// What the storage, or another tab, has answered.
    pub(super) fn kept(&mut self, context: &Context<Self>, answer: Kept) {
        match answer {
            Kept::Idle => {}
            Kept::Heard(text) => self.heard(&text),
            Kept::Moved(revision) => self.moved(revision),
            Kept::Snapshot(entries) => self.keeper.known.set_snapshot(entries),
            Kept::Committed(Ok(Committed::Behind)) => {
                // Nothing was saved, so the act is undone.
                if let Some(waiting) = self.keeper.waiting.take() {
                    self.session.borrow_mut().take_back(waiting.before);
                    self.keeper
                        .queue
                        .push_front(Todo::Act(waiting.act, waiting.done));
                }
                self.follow(context);
            }
            Kept::Committed(Ok(Committed::Done(known))) => {
                self.keeper.busy = false;
                if let Some(waiting) = &self.keeper.waiting
                    && matches!(waiting.act, Act::Break(_) | Act::Cure(_))
                {
                    Practice::went_on(&self.keeper.known.record, &known.record);
                }
                self.keeper.known = *known;
                self.session.borrow_mut().playground.settled_in();
                self.keeper.tell_saved();
                self.saved();
                self.snapshot(context);
                self.acknowledge(context);
                // It is shown before the next act changes the account.
                context.link().send_future(async { Msg::kept(Kept::Idle) });
                return;
            }
            Kept::Committed(Err(problem)) => {
                self.keeper.busy = false;
                self.not_saved(problem);
                self.acknowledge(context);
            }
            Kept::Followed(Ok(followed)) => {
                let Some(later) = self.later() else { return };
                let (known, log) = *followed;
                let followed = (later.follow)(&mut self.session.borrow_mut().playground, log);
                match followed {
                    Ok(true) => {
                        self.keeper.busy = false;
                        self.keeper.known = known;
                        self.changed(context);
                    }
                    // Another account took its place.
                    Ok(false) => self.open(context, KeepAction::Open(known.record.id)),
                    Err(bug) => self.lost(&bug),
                }
            }
            Kept::Followed(Err(problem)) => {
                self.keeper.busy = false;
                self.not_saved(problem);
            }
            Kept::Opened(opened) => self.opened(context, opened),
            Kept::Opening(name, progress) => {
                self.is_opening(name, progress);
                return;
            }
        }
        self.pump(context);
    }

    /// The waiting act was saved, or cannot be saved; in both cases it counts.
    fn acknowledge(&mut self, context: &Context<Self>) {
        self.changed(context);
        if let Some(waiting) = self.keeper.waiting.take() {
            self.tell(context, waiting.done, waiting.outcome);
        }
    }

    fn snapshot(&mut self, context: &Context<Self>) {
        let (shelf, known) = (self.keeper.shelf.clone(), self.keeper.known.clone());
        let due = self
            .later()
            .and_then(|later| (later.snapshot)(shelf, known, &self.session.borrow().playground));
        if let Some(work) = due {
            context
                .link()
                .send_future_batch(async move { work.await.map(Kept::Snapshot).map(Msg::kept) });
        }
    }

    /// Changes that the storage refused are saved now or left behind, so their message goes.
    pub(super) fn over_trouble(&mut self) {
        if self.keeper.trouble.take().is_some() {
            self.flashes
                .retain(|flash| !flash.offers.contains(&Offer::Export));
        }
    }

    fn saved(&mut self) {
        self.over_trouble();
        if self.keeper.lasting && !self.keeper.persisted {
            self.keeper.persisted = true;
            web::persist();
        }
    }

    /// Says once that nothing is saved any more, and why.
    fn not_saved(&mut self, problem: Problem) {
        if self.keeper.trouble.as_ref() != Some(&problem) {
            self.say(
                Flash::error(words::not_saved(&problem.to_string()), "").offering(Offer::Export),
            );
            self.keeper.trouble = Some(problem);
        }
    }

    /// What another tab wrote cannot be followed.
    pub(super) fn lost(&mut self, bug: &Bug) {
        self.keeper.busy = false;
        self.broke(bug);
    }
}
