//! Faults and permissions: `lab inject`, `lab deny` and `lab allow` as buttons.

use yew::prelude::*;

use crate::api::{self, Service};
use crate::facts::{actions_of, metered_as};
use crate::model::{Injected, set_of};
use crate::text::pages::{faults as words, frame};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{
    CommandLine, Control, DataTable, Field, Kind, Mood, breakable, button, code, mark, page_head,
    panel, row,
};

/// Faults, permissions and throttling.
#[component]
pub(super) fn Faults() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let injected = &session.playground.account().injected;
    html! {
        <>
            { page_head(frame::FAULTS, words::ABOUT, Html::default()) }
            { panel(words::FAULTS, Html::default(), faults(&desk, injected)) }
            <Permissions />
            <Throttling />
        </>
    }
}

/// What a line of the terminal does when a button is pressed.
fn types(desk: &Desk, said: String, line: String) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| desk.script(said.clone(), vec![line.clone()]))
}

fn faults(desk: &Desk, injected: &Injected) -> Html {
    let rows = words::ALL
        .iter()
        .map(|fault| {
            let (state, label, rest) = if (fault.is_on)(injected) {
                (mark(Mood::Warning, words::ON), words::SWITCH_OFF, " --off")
            } else {
                (mark(Mood::Idle, words::OFF), words::SWITCH_ON, "")
            };
            let line = format!("lab inject {}{rest}", fault.words);
            let name = format!("{label}: {}", fault.title);
            let said = words::switched(fault.title, rest.is_empty());
            row(
                fault.title,
                vec![
                    html! { <><strong>{ fault.title }</strong><div class="note">{ breakable(fault.about) }</div></> },
                    state,
                    html! { <button type="button" aria-label={name} onclick={types(desk, said, line)}>{ label }</button> },
                ],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <>
            <DataTable name={words::FAULTS} columns={words::FAULT_COLUMNS.to_vec()} {rows} found=true empty={Html::default()} />
            <p class="note">{ words::MORE }</p>
        </>
    }
}

/// What was taken away, and what may be.
#[component]
fn Permissions() -> Html {
    let chosen = use_state(String::new);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let denied = &session.playground.account().injected.denied;
    let rows = denied
        .iter()
        .map(|action| {
            let onclick = types(&desk, words::given_back(action), format!("lab allow {action}"));
            let name = format!("{}: {action}", words::GIVE_BACK);
            row(
                action.clone(),
                vec![
                    code(action),
                    html! { <button type="button" aria-label={name} {onclick}>{ words::GIVE_BACK }</button> },
                ],
            )
        })
        .collect::<Vec<_>>();
    let named = api::operations().flat_map(|operation| actions_of(&operation.key()));
    let actions = set_of(named.filter(|action| !denied.contains(action)));
    let options = actions.into_iter().map(|action| (action.clone(), action));
    let line = format!("lab deny {}", *chosen);
    let take = {
        let (desk, chosen, line) = (desk.clone(), chosen.clone(), line.clone());
        Callback::from(move |_: MouseEvent| {
            let said = words::taken_away(&chosen);
            chosen.set(String::new());
            desk.script(said, vec![line.clone()]);
        })
    };
    let reason = chosen.is_empty().then(|| frame::choose(words::ACTION));
    let on_change = {
        let chosen = chosen.setter();
        move |value| chosen.set(value)
    };
    panel(
        words::PERMISSIONS,
        Html::default(),
        html! {
            <>
                <p class="about">{ words::PERMISSIONS_ABOUT }</p>
                <DataTable name={words::PERMISSIONS} columns={words::PERMISSION_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NOTHING_DENIED }</p> }} />
                <div class="add">
                    <Field name="action" label={words::ACTION} control={Control::Select(options.collect())} value={(*chosen).clone()}
                        {on_change} />
                    { button(Kind::Normal, words::TAKE_AWAY, reason.as_deref(), take) }
                </div>
                if !chosen.is_empty() { <CommandLine {line} folded=true /> }
            </>
        },
    )
}

/// Operations whose calls are counted.
#[component]
fn Throttling() -> Html {
    let operation = use_state(String::new);
    let others = use_state(|| "0".to_owned());
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let throttled = &session.playground.account().injected.throttled;
    let metered: Vec<(&'static str, &'static str, u32)> = api::operations()
        .filter(|operation| operation.service == Service::Kms)
        .filter_map(|operation| {
            let (metered, others) = metered_as(operation.name)?;
            Some((operation.name, metered, others))
        })
        .collect();
    let rows = throttled
        .iter()
        .map(|(counted, others)| {
            let named = metered.iter().find(|(_, metered, _)| metered == counted);
            let name = named.map_or(counted.as_str(), |(name, ..)| name);
            let onclick = types(
                &desk,
                words::not_counted(name),
                format!("lab inject throttle {name} --off"),
            );
            let label = format!("{}: {counted}", words::SWITCH_OFF);
            row(
                counted.clone(),
                vec![
                    html! { counted.clone() },
                    html! { others },
                    html! { <button type="button" aria-label={label} {onclick}>{ words::SWITCH_OFF }</button> },
                ],
            )
        })
        .collect::<Vec<_>>();
    let options = metered
        .iter()
        .map(|(name, ..)| ((*name).to_owned(), (*name).to_owned()));
    let line = format!("lab inject throttle {}={}", *operation, others.trim());
    let reason = operation
        .is_empty()
        .then(|| frame::choose(words::OPERATION));
    let on_operation = {
        let (operation, others, metered) = (operation.setter(), others.setter(), metered.clone());
        move |value: String| {
            // For reads, others use up the whole rate by default.
            let usual = metered.iter().find(|(name, ..)| *name == value);
            others.set(usual.map_or(0, |(.., usual)| *usual).to_string());
            operation.set(value);
        }
    };
    let on_others = {
        let others = others.setter();
        move |value| others.set(value)
    };
    panel(
        words::THROTTLING,
        Html::default(),
        html! {
            <>
                <p class="about">{ words::THROTTLING_ABOUT }</p>
                <DataTable name={words::THROTTLING} columns={words::THROTTLED_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NOTHING_COUNTED }</p> }} />
                <div class="add">
                    <Field name="operation" label={words::OPERATION} control={Control::Select(options.collect())}
                        value={(*operation).clone()} on_change={on_operation} />
                    <Field name="others" label={words::OTHERS} control={Control::Text} value={(*others).clone()} on_change={on_others} />
                    { button(Kind::Normal, words::COUNT, reason.as_deref(), types(&desk, words::counted(&operation), line.clone())) }
                </div>
                if !operation.is_empty() { <CommandLine {line} folded=true /> }
            </>
        },
    )
}
