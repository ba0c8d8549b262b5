//! A KMS key, and what can be done with it.

use serde_json::{Value, json};
use yew::prelude::*;

use super::keys::material;
use super::try_it::TryIt;
use crate::model::{KeyMaterial, KeyState};
use crate::text::pages::{frame, kms as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{Confirm, Kind, button, copy_id, facts, page_head, panel, status, time};
use crate::ui::route::Page;

/// A KMS key.
#[component]
pub(in crate::ui::pages) fn Key(props: &OfResource) -> Html {
    let asking = use_state(|| false);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, key)) = session
        .region()
        .and_then(|region| Some((region, region.keys.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Keys);
    };
    let state = session.playground.account().key_state(region, key);
    let act = |label: &'static str, operation: &'static str| {
        button(
            Kind::Normal,
            label,
            None,
            order(&desk, &key.id, label, operation),
        )
    };
    let ask = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let actions = html! {
        <>
            if state == KeyState::PendingDeletion {
                { act(words::CANCEL_DELETION, "CancelKeyDeletion") }
            } else {
                { if key.enabled { act(words::DISABLE, "DisableKey") } else { act(words::ENABLE, "EnableKey") } }
                { button(Kind::Normal, words::SCHEDULE, None, ask) }
            }
        </>
    };
    let mut known = vec![
        (words::KEY_ID, copy_id(&key.id)),
        (words::KEY_STATE, status(state.word())),
        (words::ARN, copy_id(&key.arn)),
        (words::MATERIAL, material(region, key.store_id())),
    ];
    if let KeyMaterial::Hsm { handle, .. } = &key.material {
        known.push((words::HANDLE, html! { handle }));
    }
    known.push((words::CREATED, time(key.created)));
    if let Some(at) = key.deletion {
        known.push((words::DELETED_ON, time(at)));
    }
    if !key.description.is_empty() {
        known.push((words::DESCRIPTION, html! { &key.description }));
    }
    let dialog = asking.then(|| {
        let request = desk.request("kms", "ScheduleKeyDeletion", json!({ "KeyId": key.id }));
        let close = {
            let asking = asking.setter();
            move |()| asking.set(false)
        };
        html! {
            <Confirm title={words::question(words::SCHEDULE, &key.id)} warning={words::SCHEDULE_WARNING} action={words::SCHEDULE}
                word={key.id.clone()} line={desk.line(&request)} {close}
                confirm={order(&desk, &key.id, words::SCHEDULE, "ScheduleKeyDeletion")} />
        }
    });
    html! {
        <>
            { page_head(&props.id, "", actions) }
            { panel(frame::KEY, Html::default(), facts(known)) }
            <TryIt id={key.id.clone()} />
            { for dialog }
        </>
    }
}

fn order<T>(desk: &Desk, id: &str, label: &'static str, operation: &'static str) -> Callback<T> {
    let (desk, id) = (desk.clone(), id.to_owned());
    Callback::from(move |_| {
        let request = desk.request("kms", operation, json!({ "KeyId": id }));
        let id = id.clone();
        desk.order(request, move |_: &Value| {
            Success::new(words::key_changed(&id, label))
        });
    })
}
