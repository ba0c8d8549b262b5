//! Actions on the whole account: undo, export, import, another sandbox, another Region.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::app::{App, Msg};
use super::flash::Flash;
use super::opening::KeepAction;
use super::parts;
use super::session::Act;
use super::top::AccountAction;
use super::unsaved::{self, Leaving};
use crate::text::{page as words, pages::frame, pages::sandboxes};
use crate::web::download;
use crate::web::files::{self, Content};

/// Name of an exported account.
const EXPORT_NAME: &str = "keystore-playground.json";

impl App {
    /// Runs the actions of the page head.
    pub(super) fn account(&mut self, context: &Context<Self>, action: AccountAction) {
        match action {
            AccountAction::Undo => self.act(context, Act::Undo),
            AccountAction::Redo => self.act(context, Act::Redo),
            AccountAction::Region(event) => {
                if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                    let region = select.value();
                    if unsaved::any() {
                        select.set_value(self.session.borrow().shell.region());
                        self.leaving = Some(Leaving::Region(region, select));
                    } else {
                        self.move_to(&region);
                    }
                }
            }
            AccountAction::New => {
                let name = sandboxes::NEW.to_owned();
                self.keep(context, KeepAction::Create(name));
            }
            AccountAction::Import(event) => {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    let link = context.link().clone();
                    files::read_chosen(&input, parts::LARGEST_IMPORT, move |name, content| {
                        link.send_message(Msg::Imported(name, content));
                    });
                }
            }
            AccountAction::Export => self.export(),
            AccountAction::Share if self.later().is_some() => self.sharing = true,
            AccountAction::Share => self.say(Flash::info(frame::NOT_YET)),
        }
    }

    /// Moves page and terminal to a Region.
    pub(super) fn move_to(&mut self, region: &str) {
        self.session.borrow_mut().shell.set_region(region);
        self.looks_different();
    }

    /// Offers the account as a file.
    pub(super) fn export(&mut self) {
        let Some(later) = self.later() else {
            return self.say(Flash::info(frame::NOT_YET));
        };
        let text = (later.export)(&self.session.borrow().playground);
        if !download::offer(EXPORT_NAME, &text) {
            self.say(Flash::error(words::NO_DOWNLOAD, ""));
        }
    }

    /// Makes a sandbox of what a file held.
    pub(super) fn import(&mut self, context: &Context<Self>, name: &str, content: Content) {
        let Some(later) = self.later() else {
            return self.say(Flash::info(frame::NOT_YET));
        };
        match (later.import)(name, content) {
            Ok(action) => self.keep(context, action),
            Err(flash) => self.say(flash),
        }
    }
}
