//! Several tabs on one sandbox: what one writes the others take over, and one of them runs the clock.

use yew::prelude::*;

use super::app::{App, Msg};
use super::keeper::{Keeper, Kept, Todo};
use super::start::OPEN;
use crate::model::Timestamp;
use crate::playground::Known;
use crate::web::tabs::Lock;
use crate::web::{self, preferences};

/// Milliseconds after which a tab looks whether another one has written.
const LOOK: i64 = 5_000;

impl Keeper {
    /// Another sandbox is open, or the same in another state.
    pub(super) fn hold(&mut self, known: Known) {
        if self.lock.is_none() || known.record.id != self.known.record.id {
            if let Some(lock) = self.lock.take() {
                lock.release();
            }
            self.lock = Some(open_clock(&known));
        }
        self.known = known;
    }

    /// None is open; `blank` stands in its place.
    pub(super) fn let_go(&mut self, blank: Known) {
        if let Some(lock) = self.lock.take() {
            lock.release();
        }
        self.known = blank;
    }

    /// Whether the clock runs in this tab.
    pub(super) fn runs_clock(&self) -> bool {
        self.lock.as_ref().is_some_and(Lock::held)
    }

    /// Tells the other tabs where the clock stands.
    pub(super) fn tell_time(&self, now: Timestamp) {
        self.tabs
            .tell(&format!("time {} {}", self.known.record.id, now.0));
    }

    /// Tells the other tabs that something was kept.
    pub(super) fn tell_saved(&self) {
        let record = &self.known.record;
        self.tabs
            .tell(&format!("saved {} {}", record.id, record.revision));
    }
}

/// Waits in line to run the clock of a sandbox, and remembers that it is open.
fn open_clock(known: &Known) -> Lock {
    let id = &known.record.id;
    preferences::set(OPEN, id);
    Lock::request(&format!("keystore-playground/clock/{id}"))
}

impl App {
    /// Looks whether another tab has written, now and then: what it told may have been lost.
    pub(super) fn look_now_and_then(&mut self, context: &Context<Self>) {
        if web::now_millis() - self.keeper.looked >= LOOK {
            self.look(context);
        }
    }

    /// Looks whether another tab has written. Nothing waits for the answer.
    pub(super) fn look(&mut self, context: &Context<Self>) {
        self.keeper.looked = web::now_millis();
        // What is not kept finds out when it is kept, and what could not be kept would be lost if it followed.
        if self.opening()
            || self.keeper.busy()
            || !self.keeper.lasting
            || self.keeper.trouble.is_some()
        {
            return;
        }
        let (shelf, known) = (self.keeper.shelf.clone(), self.keeper.known.clone());
        context.link().send_future_batch(async move {
            // Following says what is wrong with what cannot be read.
            let moved = shelf.moved(&known).await != Ok(false);
            moved.then(|| Msg::kept(Kept::Moved(known.record.revision)))
        });
    }

    /// The sandbox is no longer as it was at a revision.
    pub(super) fn moved(&mut self, revision: u64) {
        if revision == self.keeper.known.record.revision {
            self.keeper.queue.push_back(Todo::Follow);
        }
    }

    /// Takes over what another tab wrote.
    pub(super) fn follow(&mut self, context: &Context<Self>) {
        self.begin(
            context,
            |later, shelf, known, playground| (later.since)(shelf, known, playground),
            Kept::Followed,
        );
    }

    /// Another tab said something.
    pub(super) fn heard(&mut self, text: &str) {
        let mut words = text.split(' ');
        let (Some(kind), Some(id), Some(number)) = (words.next(), words.next(), words.next())
        else {
            return;
        };
        let record = &self.keeper.known.record;
        if id != record.id {
            return;
        }
        match (kind, number.parse::<i64>()) {
            // What could not be kept would be lost if it followed.
            ("saved", Ok(revision))
                if self.keeper.trouble.is_none()
                    && u64::try_from(revision).is_ok_and(|revision| revision > record.revision) =>
            {
                self.keeper.queue.push_back(Todo::Follow);
            }
            ("time", Ok(now)) if !self.keeper.busy && !self.keeper.runs_clock() => {
                let Some(later) = self.later() else { return };
                let mut session = self.session.borrow_mut();
                let followed = (later.clock)(&mut session.playground, Timestamp(now));
                drop(session);
                if let Err(bug) = followed {
                    self.lost(&bug);
                }
            }
            _ => {}
        }
    }
}
