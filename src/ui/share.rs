//! Sharing: a link to the account, for the clipboard. What it gives away is said before it is copied.

use yew::prelude::*;

use super::app::{App, Msg};
use super::flash::Flash;
use super::parts::Confirm;
use crate::text::pages::shared as words;
use crate::web::{clipboard, location};

impl App {
    /// Copies a link to the account; says whether the browser let it.
    pub(super) fn share(&mut self, context: &Context<Self>) {
        let Some(later) = self.later() else { return };
        let shared = (later.share)(&self.session.borrow().playground);
        match shared {
            Ok(link) => context.link().send_future(async move {
                let address = location::without_hash() + &link;
                Msg::Say(if clipboard::copy(&address).await {
                    Flash::success(words::COPIED, String::new(), None)
                } else {
                    Flash::error(words::NOT_COPIED, address)
                })
            }),
            Err(flash) => self.say(flash),
        }
    }
}

/// The question whether to copy it.
pub(super) fn question(copy: Callback<()>, close: Callback<()>) -> Html {
    html! {
        <Confirm title={words::SHARE_QUESTION} warning={words::SHARE_WARNING} action={words::COPY_LINK} confirm={copy} {close} />
    }
}
