//! An account that somebody shared as a link: it opens as another sandbox, and only if the reader wants it.

use yew::prelude::*;

use super::OfResource;
use crate::playground::shared_summary;
use crate::text::pages::shared as words;
use crate::ui::desk::use_desk;
use crate::ui::opening::KeepAction;
use crate::ui::parts::{Kind, button, facts, link_button, page_head, panel, time};
use crate::ui::route::Page;

/// The question whether to open it.
#[component]
pub(super) fn Shared(props: &OfResource) -> Html {
    // Unpacking a link takes a while; looking at it once is enough.
    let summary = use_memo(props.id.clone(), |link| shared_summary(link));
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let leave = |label| link_button(Kind::Normal, label, None, &Page::Overview.route());
    let summary = match &*summary {
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
        let link = props.id.to_string();
        Callback::from(move |_: MouseEvent| desk.keep(KeepAction::Link(link.clone())))
    };
    let actions = html! {
        <>
            { leave(words::LEAVE) }
            { button(Kind::Primary, words::OPEN, None, open) }
        </>
    };
    let content = facts(vec![
        (words::COMMANDS, html! { summary.commands }),
        (words::CLOCK, time(summary.now)),
    ]);
    html! {
        <>
            { page_head(words::TITLE, words::ABOUT, actions) }
            if summary.older { <p>{ words::OLDER }</p> }
            { panel(words::CONTENT, Html::default(), content) }
        </>
    }
}
