//! What is set on a key: its aliases, tags, policy and rotation, to look at and to change.

use serde_json::{Map, Value, json};
use yew::prelude::*;

use super::key::order;
use crate::api::kms::key_policy;
use crate::model::Key;
use crate::text::pages::kms as words;
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::OfResource;
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, FormButton, Kind, Values, button, code, panel, row,
};

const ALIAS: &str = "AliasName";
const TAG: &str = "TagKey";
const VALUE: &str = "TagValue";
const POLICY: &str = "Policy";
const DESCRIPTION: &str = "Description";
const DAYS: &str = "PendingWindowInDays";

/// The aliases, tags, policy and rotation of a key.
#[component]
pub(super) fn KeySettings(props: &OfResource) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(key) = session
        .region()
        .and_then(|region| region.keys.get(&*props.id))
    else {
        return Html::default();
    };
    html! {
        <>
            { aliases(&desk, key) }
            { tags(&desk, key) }
            { policy(&desk, key, &session.playground.account().id) }
            { rotation(&desk, key) }
        </>
    }
}

fn aliases(desk: &Desk, key: &Key) -> Html {
    let rows = key
        .aliases
        .iter()
        .map(|alias| {
            let request = desk.request("kms", "DeleteAlias", json!({ "AliasName": alias.name }));
            row(
                alias.name.clone(),
                vec![
                    code(&alias.name),
                    html! {
                        <DangerButton key={alias.name.clone()} label={words::DELETE_ALIAS} word={alias.name.clone()} light=true
                            warning={words::DELETE_ALIAS_WARNING} {request} success={changed(&key.id, words::DELETE_ALIAS)} />
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    let field = FieldSpec::new(ALIAS, words::ALIAS, Control::Text)
        .hint(words::ALIAS_HINT)
        .suggest("alias/");
    let add = change(desk, key, words::CREATE_ALIAS, "CreateAlias", vec![field]);
    panel(
        words::ALIASES,
        add,
        html! {
            <DataTable name={words::ALIASES} columns={words::ALIAS_COLUMNS.to_vec()} {rows}
                empty={html! { <p>{ words::NO_ALIASES }</p> }} />
        },
    )
}

fn tags(desk: &Desk, key: &Key) -> Html {
    let rows = key
        .tags
        .iter()
        .map(|(name, value)| {
            let input = json!({ "KeyId": key.id, "TagKeys": [name] });
            let request = desk.request("kms", "UntagResource", input);
            row(
                format!("{name} {value}"),
                vec![
                    html! { name },
                    html! { value },
                    html! {
                        <DangerButton key={name.clone()} label={words::REMOVE_TAG} word={name.clone()} light=true
                            warning={words::REMOVE_TAG_WARNING} {request} success={changed(&key.id, words::REMOVE_TAG)} />
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    let fields = vec![
        FieldSpec::new(TAG, words::TAG_KEY, Control::Text).hint(words::TAG_KEY_HINT),
        FieldSpec::new(VALUE, words::TAG_VALUE, Control::Text).optional(),
    ];
    let add = change(desk, key, words::ADD_TAG, "TagResource", fields);
    panel(
        words::TAGS,
        add,
        html! {
            <DataTable name={words::TAGS} columns={words::TAG_COLUMNS.to_vec()} {rows}
                empty={html! { <p>{ words::NO_TAGS }</p> }} />
        },
    )
}

fn policy(desk: &Desk, key: &Key, account: &str) -> Html {
    let text = key_policy(account, key);
    let field = FieldSpec::new(POLICY, words::KEY_POLICY, Control::Area)
        .hint(words::KEY_POLICY_HINT)
        .suggest(text.clone());
    let edit = change(desk, key, words::EDIT_POLICY, "PutKeyPolicy", vec![field]);
    panel(words::KEY_POLICY, edit, html! { <pre>{ text }</pre> })
}

/// Rotation is refused, and the page says why.
fn rotation(desk: &Desk, key: &Key) -> Html {
    let label = words::ENABLE_ROTATION;
    let enable = order(desk, &key.id, label, "EnableKeyRotation");
    let about = match key.store_id() {
        Some(_) => words::ROTATION_IN_STORE,
        None => words::ROTATION_IN_KMS,
    };
    panel(
        words::ROTATION,
        button(Kind::Normal, label, None, enable),
        html! { <p>{ about }</p> },
    )
}

/// A button that changes the description of a key.
pub(super) fn edit_description(desk: &Desk, key: &Key) -> Html {
    let field = FieldSpec::new(DESCRIPTION, words::DESCRIPTION, Control::Text)
        .suggest(key.description.clone())
        .optional();
    let (label, fields) = (words::EDIT_DESCRIPTION, vec![field]);
    change(desk, key, label, "UpdateKeyDescription", fields)
}

/// A button that schedules the deletion of a key.
pub(super) fn schedule_deletion(desk: &Desk, key: &Key) -> Html {
    let field = FieldSpec::new(DAYS, words::DAYS, Control::Text)
        .about(html! { words::SCHEDULE_WARNING })
        .hint(words::DAYS_HINT)
        .suggest("30");
    let (label, fields) = (words::SCHEDULE, vec![field]);
    change(desk, key, label, "ScheduleKeyDeletion", fields)
}

/// A button with a form whose fields are the members of an operation on the key.
fn change(
    desk: &Desk,
    key: &Key,
    label: &'static str,
    operation: &'static str,
    fields: Vec<FieldSpec>,
) -> Html {
    let request = {
        let (desk, id) = (desk.clone(), key.id.clone());
        Callback::from(move |values: Values| {
            desk.request("kms", operation, input(&id, operation, &values))
        })
    };
    let success = {
        let id = key.id.clone();
        Callback::from(move |_| changed(&id, label))
    };
    html! { <FormButton {label} {fields} {request} {success} /> }
}

fn changed(id: &str, label: &str) -> Success {
    Success::new(words::key_changed(id, label))
}

/// The request that the fields make.
fn input(id: &str, operation: &str, values: &Values) -> Value {
    let key = match operation {
        "CreateAlias" => "TargetKeyId",
        _ => "KeyId",
    };
    let value = |name: &str| values.get(name).cloned().unwrap_or_default();
    if operation == "TagResource" {
        let tag = json!({ "TagKey": value(TAG), "TagValue": value(VALUE) });
        return json!({ "KeyId": id, "Tags": [tag] });
    }
    let mut input = Map::from_iter([(key.to_owned(), Value::from(id))]);
    for (name, value) in values {
        // Days that are no number are sent as they are, and refused.
        let value = match value.trim().parse::<i64>() {
            Ok(days) if *name == DAYS => days.into(),
            _ => Value::from(value.clone()),
        };
        input.insert((*name).to_owned(), value);
    }
    if operation == "UpdateKeyDescription" && !input.contains_key(DESCRIPTION) {
        input.insert(DESCRIPTION.to_owned(), "".into());
    }
    input.into()
}
