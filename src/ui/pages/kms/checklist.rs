//! The prerequisites, each with what was found and how to fix it.

use yew::prelude::*;

use crate::playground::{Requirement, State};
use crate::text::pages::kms as words;
use crate::ui::desk::Desk;
use crate::ui::explanation::{Cure, prose};
use crate::ui::parts::{Mood, icon, maybe, panel};

/// The checklist.
pub(super) fn view(desk: &Desk, requirements: &[Requirement]) -> Html {
    let (outside, inside): (Vec<_>, Vec<_>) = requirements.iter().partition(|item| !item.inside);
    let count = |state: State| {
        let found = requirements.iter().filter(|item| item.state == state);
        found.count()
    };
    panel(
        words::CHECKLIST,
        Html::default(),
        html! {
            <>
                <p class="about">{ words::CHECKLIST_ABOUT }</p>
                <p role="status"><strong>{ words::checked(count(State::Met), count(State::NotMet), requirements.len()) }</strong></p>
                { list(desk, &outside) }
                <h3>{ words::INSIDE }</h3>
                <p class="about">{ words::INSIDE_ABOUT }</p>
                { list(desk, &inside) }
            </>
        },
    )
}

fn list(desk: &Desk, requirements: &[&Requirement]) -> Html {
    html! {
        <ul class="checklist">
            { for requirements.iter().map(|requirement| item(desk, requirement)) }
        </ul>
    }
}

fn item(desk: &Desk, requirement: &Requirement) -> Html {
    let (mood, word) = match requirement.state {
        State::Met => (Mood::Good, words::MET),
        State::NotMet => (Mood::Bad, words::NOT_MET),
        State::Unknown => (Mood::Idle, words::NOT_KNOWN),
    };
    let on_fix = {
        let (desk, title) = (desk.clone(), requirement.title);
        Callback::from(move |lines| desk.script(title, lines))
    };
    let docs = requirement
        .docs
        .as_ref()
        .filter(|_| requirement.state == State::NotMet);
    html! {
        <li key={requirement.rule} class={(requirement.state == State::NotMet).then_some("unmet")}>
            { icon(mood) }
            <div class="said">
                <span><span class="unseen">{ word }{ ": " }</span>{ requirement.title }</span>
                if !requirement.found.is_empty() { <p class="note">{ prose(&requirement.found) }</p> }
                if !requirement.fix.is_empty() {
                    <details>
                        <summary>{ words::BRING_ABOUT }</summary>
                        <Cure lines={requirement.fix.clone()} {on_fix} />
                    </details>
                }
                { maybe(docs.map(|(title, url)| html! {
                    <a href={url.clone()} target="_blank" rel="noopener noreferrer">{ title }</a>
                })) }
            </div>
        </li>
    }
}
