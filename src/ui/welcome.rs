//! The first visit: where to start.

use yew::prelude::*;

use super::desk::Desk;
use super::parts::{Kind, button, page_head};
use crate::text::pages::road as words;

/// The welcome; `skip` leaves it.
pub(super) fn view(desk: &Desk, skip: Callback<MouseEvent>) -> Html {
    html! {
        <>
            { page_head(words::WELCOME, words::WELCOME_ABOUT, button(Kind::Normal, words::SKIP, None, skip)) }
            { starts(desk, &Callback::noop()) }
        </>
    }
}

/// The places to start from.
pub(super) fn starts(desk: &Desk, chosen: &Callback<()>) -> Html {
    html! {
        <>
            <div class="tiles">
                { for words::STARTS.iter().map(|(id, name, about)| {
                    let (desk, chosen) = (desk.clone(), chosen.clone());
                    let onclick = move |_| {
                        chosen.emit(());
                        desk.script(vec![format!("lab scenario {id}")]);
                    };
                    html! {
                        <button type="button" class="start" {onclick}>
                            <strong>{ *name }</strong>
                            <span>{ *about }</span>
                        </button>
                    }
                }) }
            </div>
            <p class="note">{ words::PASSWORDS }</p>
        </>
    }
}
