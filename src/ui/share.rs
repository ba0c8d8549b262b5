//! Sharing: a link to the account, for the clipboard.

use yew::prelude::*;

use super::app::{App, Msg};
use super::flash::Flash;
use crate::text::pages::{frame, shared as words};
use crate::web::{clipboard, location};

impl App {
    /// Copies a link to the account; says whether the browser let it.
    pub(super) fn share(&mut self, context: &Context<Self>) {
        let Some(later) = self.later() else {
            return self.say(Flash::info(frame::NOT_YET));
        };
        let shared = (later.share)(&self.session.borrow().playground);
        match shared {
            Ok(link) => context.link().send_future(async move {
                let address = location::without_hash() + &link;
                Msg::Say(if clipboard::copy(&address).await {
                    Flash::success(words::COPIED, words::LINE.to_owned(), None)
                } else {
                    Flash::error(words::NOT_COPIED, address)
                })
            }),
            Err(flash) => self.say(flash),
        }
    }
}
