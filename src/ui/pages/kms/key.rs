//! A KMS key, and what can be done with it.

use serde_json::{Value, json};
use yew::prelude::*;

use super::key_settings::{self, KeySettings};
use super::keys::material;
use super::try_it::TryIt;
use crate::model::{KeyMaterial, KeyState};
use crate::text::pages::{frame, kms as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{Kind, button, code, copy_id, facts, page_head, panel, status, time};
use crate::ui::route::Page;

/// A KMS key.
#[component]
pub(in crate::ui::pages) fn Key(props: &OfResource) -> Html {
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
    let actions = html! {
        <>
            if state == KeyState::PendingDeletion {
                { act(words::CANCEL_DELETION, "CancelKeyDeletion") }
            } else {
                { if key.enabled { act(words::DISABLE, "DisableKey") } else { act(words::ENABLE, "EnableKey") } }
                { key_settings::schedule_deletion(&desk, key) }
            }
        </>
    };
    let mut known = vec![
        (words::KEY_ID, copy_id(&key.id)),
        (words::KEY_STATE, status(state.word())),
        (words::ARN, copy_id(&key.arn)),
        (words::MATERIAL, material(region, key.store_id())),
        (words::KEY_SPEC, code(words::SYMMETRIC)),
        (words::KEY_USAGE, html! { words::ENCRYPT_DECRYPT }),
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
    let edit = key_settings::edit_description(&desk, key);
    html! {
        <>
            { page_head(&props.id, "", actions) }
            { panel(frame::KEY, edit, facts(known)) }
            <TryIt id={key.id.clone()} />
            <KeySettings id={key.id.clone()} />
        </>
    }
}

/// Calls an operation that takes nothing but the key.
pub(super) fn order<T>(
    desk: &Desk,
    id: &str,
    label: &'static str,
    operation: &'static str,
) -> Callback<T> {
    let (desk, id) = (desk.clone(), id.to_owned());
    Callback::from(move |_| {
        let request = desk.request("kms", operation, json!({ "KeyId": id }));
        let id = id.clone();
        desk.order(request, move |_: &Value| {
            Success::new(words::key_changed(&id, label))
        });
    })
}
