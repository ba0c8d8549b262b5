//! Messages about what happened: when each appears, what it offers, and when it disappears.

use yew::prelude::*;

use super::app::App;
use super::flash::{Flash, FlashAction, Offer};
use super::session::{Act, Done};
use crate::api::Bug;
use crate::text::{pages::frame, pages::sandboxes};
use crate::web;

/// Messages that are shown at once; the oldest go first.
const MOST_FLASHES: usize = 5;

impl App {
    /// Shows a message and removes those that are settled.
    pub(super) fn say(&mut self, mut flash: Flash) {
        self.flashed += 1;
        flash.id = self.flashed;
        flash.said = web::now_millis();
        let playground = &self.session.borrow().playground;
        self.flashes
            .retain(|older| older.outlives(&flash, playground));
        self.flashes.push(flash);
        let surplus = self.flashes.len().saturating_sub(MOST_FLASHES);
        self.flashes.drain(..surplus);
    }

    /// Says that the playground itself failed.
    pub(super) fn broke(&mut self, bug: &Bug) {
        self.say(Flash::error(frame::BROKE, &bug.0));
    }

    /// Another page is shown: messages of the previous page disappear, except the one that led to the new page.
    pub(super) fn turn_page(&mut self) {
        let now = web::now_millis();
        let playground = &self.session.borrow().playground;
        self.flashes
            .retain(|flash| flash.comes_along(now, playground));
    }

    /// Does what a message offers.
    pub(super) fn flash_action(&mut self, context: &Context<Self>, action: FlashAction) {
        match action {
            FlashAction::Dismiss(id) => self.flashes.retain(|flash| flash.id != id),
            FlashAction::Wait(subject) => self.act(context, Act::Await(subject)),
            FlashAction::Take(_, Offer::Export) => self.export(),
            FlashAction::Take(_, Offer::OwnTab) => {
                if !web::open_own_tab() {
                    self.say(Flash::error(sandboxes::NO_OWN_TAB, ""));
                }
            }
        }
    }

    /// Says what came of an act of the frame.
    pub(super) fn told(&mut self, done: Done) {
        match done {
            Done::Said(text) => self.say(Flash::success(text, String::new(), None)),
            Done::Broke(bug) => self.broke(&bug),
            Done::Well | Done::Paused | Done::Answer(_) | Done::Refused(_) | Done::Script(_) => {}
        }
    }
}
