//! The first visit: where to start.

use yew::prelude::*;

use super::desk::Desk;
use super::parts::{Kind, button, link, page_head, panel};
use super::route::Page;
use crate::text::pages::{frame, road as words};

/// The welcome; `skip` leaves it.
pub(super) fn view(desk: &Desk, skip: Callback<MouseEvent>) -> Html {
    html! {
        <>
            { page_head(words::WELCOME, words::WELCOME_ABOUT, button(Kind::Normal, words::SKIP, None, skip)) }
            { starts(desk, &Callback::noop()) }
            { panel(words::LOOK_UP, Html::default(), html! {
                <>
                    <p>{ words::LOOK_UP_FAILURES }{ " " }{ link(&Page::Failures.route(), frame::FAILURES) }</p>
                    <p>{ words::LOOK_UP_FIDELITY }{ " " }{ link(&Page::Fidelity.route(), frame::FIDELITY) }</p>
                </>
            }) }
        </>
    }
}

/// The places to start from.
pub(super) fn starts(desk: &Desk, chosen: &Callback<()>) -> Html {
    html! {
        <>
            <div class="starts">
                { for words::STARTS.iter().map(|(id, name, about)| {
                    let (desk, chosen) = (desk.clone(), chosen.clone());
                    let onclick = move |_| {
                        chosen.emit(());
                        desk.start(words::started(name), format!("lab scenario {id}"));
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
