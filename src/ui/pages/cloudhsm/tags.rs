//! The tags of a cluster or a backup.

use std::collections::BTreeMap;

use serde_json::json;
use yew::prelude::*;

use crate::text::pages::cloudhsm as words;
use crate::ui::desk::{Desk, Success};
use crate::ui::parts::{
    Control, DangerButton, DataTable, FieldSpec, FormButton, Values, code, panel, row,
};

const KEY: &str = "Key";
const VALUE: &str = "Value";

/// The tags of the resource of that id, with adding and removing.
pub(super) fn view(desk: &Desk, id: &str, tags: &BTreeMap<String, String>) -> Html {
    let changed = words::tags_changed(id);
    let rows = tags
        .iter()
        .map(|(key, value)| {
            let input = json!({ "ResourceId": id, "TagKeyList": [key] });
            let request = desk.request("cloudhsmv2", "UntagResource", input);
            let remove = html! {
                <DangerButton key={key.clone()} label={words::REMOVE_TAG} word={key.clone()} light=true
                    warning={words::REMOVE_TAG_WARNING} {request} success={Success::new(changed.clone())} />
            };
            let text = format!("{key} {value}");
            row(text, vec![code(key), html! { value }, remove])
        })
        .collect::<Vec<_>>();
    let request = {
        let (desk, id) = (desk.clone(), id.to_owned());
        Callback::from(move |values: Values| {
            let value = |name: &str| values.get(name).map_or("", |value| value.trim());
            let tag = json!({ KEY: value(KEY), VALUE: value(VALUE) });
            let input = json!({ "ResourceId": id, "TagList": [tag] });
            desk.request("cloudhsmv2", "TagResource", input)
        })
    };
    let success = Callback::from(move |_| Success::new(changed.clone()));
    let fields = vec![
        FieldSpec::new(KEY, words::TAG_KEY, Control::Text).hint(words::TAG_KEY_HINT),
        FieldSpec::new(VALUE, words::TAG_VALUE, Control::Text).optional(),
    ];
    panel(
        words::TAGS,
        html! { <FormButton label={words::ADD_TAG} {fields} {request} {success} /> },
        html! {
            <DataTable name={words::TAGS} columns={words::TAG_COLUMNS.to_vec()} {rows}
                empty={html! { <p>{ words::NO_TAGS }</p> }} />
        },
    )
}
