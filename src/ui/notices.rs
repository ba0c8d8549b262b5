//! What the page has to say: below its head, until the reader dismisses it.

use yew::prelude::*;

use crate::text::page as words;

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Notice {
    pub(super) text: String,
    pub(super) offer: Option<Offer>,
}

/// What a notice offers to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// Exports the account.
    Export,
    /// Takes back the account that was replaced.
    TakeBack,
}

impl Notice {
    /// A notice that offers nothing.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            offer: None,
        }
    }
}

/// What the reader does with a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoticeAction {
    /// Takes up what it offers.
    Take(usize, Offer),
    /// Removes it.
    Dismiss(usize),
}

/// The notices. Their place is there from the start, so that a screen reader hears of what appears in it.
pub(super) fn view(notices: &[Notice], act: &Callback<NoticeAction>) -> Html {
    let button = |label: &'static str, action: NoticeAction| {
        let act = act.clone();
        html! { <button type="button" onclick={move |_| act.emit(action)}>{ label }</button> }
    };
    html! {
        <div class="notices" role="status">
            { for notices.iter().enumerate().map(|(index, notice)| html! {
                <div class="notice">
                    <span>{ &notice.text }</span>
                    <span class="buttons">
                        { for notice.offer.map(|offer| button(label(offer), NoticeAction::Take(index, offer))) }
                        { button(words::DISMISS, NoticeAction::Dismiss(index)) }
                    </span>
                </div>
            }) }
        </div>
    }
}

fn label(offer: Offer) -> &'static str {
    match offer {
        Offer::Export => words::EXPORT,
        Offer::TakeBack => words::TAKE_BACK,
    }
}
