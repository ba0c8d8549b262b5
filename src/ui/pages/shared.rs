//! An account that somebody shared as a link: it is opened beside what the reader has, and only when the reader says so.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::OfResource;
use crate::playground::{Playground, Unopened, shared_summary};
use crate::text::pages::shared as words;
use crate::ui::clock::BREATH;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::flash::Flash;
use crate::ui::keeper::KeepAction;
use crate::ui::parts::{Kind, Mood, button, facts, link_button, mark, page_head, panel};
use crate::ui::route::Page;
use crate::web::location;

/// The question whether to open it.
#[component]
pub(super) fn Shared(props: &OfResource) -> Html {
    let opening = use_state(|| false);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let leave = |label| link_button(Kind::Normal, label, None, &Page::Overview.route());
    let summary = match shared_summary(&props.id) {
        Ok(summary) => summary,
        Err(problem) => {
            return html! {
                <>
                    { page_head(words::TITLE, "", leave(words::BACK)) }
                    <p class="alert bad" role="alert">{ words::not_opened(&problem.to_string()) }</p>
                </>
            };
        }
    };
    let open = {
        let (desk, opening, link) = (desk.clone(), opening.setter(), props.id.clone());
        Callback::from(move |_: MouseEvent| {
            opening.set(true);
            let (desk, opening, link) = (desk.clone(), opening.clone(), link.clone());
            // Running its commands may take seconds, so what is said of that is painted first.
            Timeout::new(BREATH, move || {
                opening.set(false);
                take(&desk, Playground::from_share(&link));
            })
            .forget();
        })
    };
    let actions = html! {
        <>
            { leave(words::LEAVE) }
            { button(Kind::Primary, words::OPEN, opening.then_some(words::OPENING), open) }
        </>
    };
    let content = facts(vec![
        (words::COMMANDS, html! { summary.commands }),
        (words::CLOCK, html! { summary.now.iso() }),
    ]);
    html! {
        <>
            { page_head(words::TITLE, words::ABOUT, actions) }
            { panel(words::CONTENT, Html::default(), content) }
            <p role="status">if *opening { { mark(Mood::Busy, words::OPENING) } }</p>
        </>
    }
}

/// Keeps the account as a new sandbox, and forgets the link.
fn take(desk: &Desk, opened: Result<Playground, Unopened>) {
    match opened {
        Ok(account) => {
            let name = words::NAME.to_owned();
            desk.keep(KeepAction::Create(name, Some(Box::new(account))));
            location::replace(&Page::Overview.route().href());
        }
        Err(problem) => desk.flash(Flash::error(words::not_opened(&problem.to_string()), "")),
    }
}
