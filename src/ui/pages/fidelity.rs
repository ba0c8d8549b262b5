//! How real it is: what is simulated, what the marks mean, how long things take, and what is refused.

use yew::prelude::*;

use crate::api::{cloudhsmv2, kms};
use crate::rules::{self, Origin};
use crate::text::pages::{fidelity as words, frame};
use crate::ui::parts::{DataTable, length, link, page_head, panel, row};
use crate::ui::route::Page;

/// What takes its time, how long in milliseconds, and where that comes from.
const DURATIONS: &[(&str, i64, &str)] = &[
    (
        words::CREATE_CLUSTER,
        cloudhsmv2::CREATE_CLUSTER,
        words::GUESSED,
    ),
    (
        words::FIRST_HSM,
        cloudhsmv2::CREATE_FIRST_HSM,
        words::GUESSED,
    ),
    (words::NEXT_HSM, cloudhsmv2::CREATE_HSM, words::MEASURED),
    (words::INITIALIZE, cloudhsmv2::INITIALIZE, words::GUESSED),
    (words::ACTIVATE, cloudhsmv2::ACTIVATION_LAG, words::MEASURED),
    (words::DELETE_HSM, cloudhsmv2::DELETE_HSM, words::MEASURED),
    (words::BACKUP, cloudhsmv2::BACKUP, words::GUESSED),
    (words::CONNECT, kms::CONNECT, words::GUIDE),
    (words::DISCONNECT, kms::DISCONNECT, words::GUESSED),
];

/// The page.
#[component]
pub(super) fn Fidelity() -> Html {
    let marks = Origin::ALL.iter().map(|mark| {
        let (word, meaning) = mark.mark();
        let count = rules::all().filter(|rule| rule.origin == *mark).count();
        row(
            word,
            vec![html! { word }, html! { meaning }, html! { count }],
        )
    });
    let durations = DURATIONS.iter().map(|(what, millis, why)| {
        row(
            *what,
            vec![html! { *what }, html! { length(*millis) }, html! { *why }],
        )
    });
    html! {
        <>
            { page_head(frame::FIDELITY, words::ABOUT, link(&Page::Failures.route(), frame::FAILURES)) }
            { list(words::REAL, words::REAL_LIST) }
            { list(words::SIMULATED, words::SIMULATED_LIST) }
            { panel(words::MARKS, Html::default(), html! {
                <>
                    <p>{ words::MARKS_ABOUT }</p>
                    <DataTable name={words::MARKS} columns={words::MARK_COLUMNS.to_vec()} rows={marks.collect::<Vec<_>>()}
                        found=true empty={Html::default()} />
                </>
            }) }
            { panel(words::TIME, Html::default(), html! {
                <>
                    <p>{ words::TIME_ABOUT }</p>
                    <DataTable name={words::TIME} columns={words::TIME_COLUMNS.to_vec()} rows={durations.collect::<Vec<_>>()}
                        found=true empty={Html::default()} />
                </>
            }) }
            { list(words::DIFFERENT, words::DIFFERENT_LIST) }
            { list(words::REFUSED, words::REFUSED_LIST) }
        </>
    }
}

fn list(title: &str, items: &[&str]) -> Html {
    panel(
        title,
        Html::default(),
        html! { <ul>{ for items.iter().map(|item| html! { <li>{ *item }</li> }) }</ul> },
    )
}
