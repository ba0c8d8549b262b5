//! Creating a KMS key.

use serde_json::{Map, Value};
use yew::prelude::*;

use crate::text::pages::{frame, kms as words};
use crate::ui::desk::{Success, use_desk};
use crate::ui::parts::{Control, FieldSpec, OperationForm, Values, only, page_head, panel};
use crate::ui::route::Page;

const ORIGIN: &str = "Origin";
const STORE: &str = "CustomKeyStoreId";
const IN_HSM: &str = "AWS_CLOUDHSM";
const IN_KMS: &str = "AWS_KMS";

/// Creates a KMS key.
#[component]
pub(in crate::ui::pages) fn CreateKey() -> Html {
    let origin = use_state(|| IN_HSM.to_owned());
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let stores: Vec<(String, String)> = session
        .region()
        .into_iter()
        .flat_map(|region| region.key_stores.values())
        .map(|store| {
            (
                store.id.clone(),
                format!("{} ({})", store.name, store.state.word()),
            )
        })
        .collect();
    let tile = |value: &str, name: &str, about: &str| {
        (value.to_owned(), name.to_owned(), about.to_owned())
    };
    let mut fields = vec![FieldSpec::new(
        ORIGIN,
        words::MATERIAL,
        Control::Tiles(vec![
            tile(IN_HSM, words::MATERIAL_HSM, words::MATERIAL_HSM_ABOUT),
            tile(IN_KMS, words::MATERIAL_KMS, words::MATERIAL_KMS_ABOUT),
        ]),
    )];
    if *origin == IN_HSM {
        let hint = if stores.is_empty() {
            words::NO_STORE_CONNECTED
        } else {
            ""
        };
        fields.push(
            FieldSpec::new(STORE, words::KEY_STORE, Control::Select(stores.clone()))
                .suggest(only(&stores))
                .about(html! { words::KEY_STORE_ABOUT })
                .hint(hint),
        );
    }
    fields.push(FieldSpec::new("Description", words::DESCRIPTION, Control::Text).optional());
    let request = {
        let desk = desk.clone();
        Callback::from(move |values: Values| {
            let outside = values.get(ORIGIN).is_some_and(|origin| origin == IN_KMS);
            let input: Map<String, Value> = values
                .into_iter()
                .filter(|(name, value)| {
                    !(value.is_empty() || outside && matches!(*name, ORIGIN | STORE))
                })
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect();
            desk.request("kms", "CreateKey", input.into())
        })
    };
    let success = Callback::from(|(_, answer): (Values, Value)| {
        let id = answer["KeyMetadata"]["KeyId"].as_str().unwrap_or_default();
        Success::new(words::key_created(id)).go(Page::Key.of(id))
    });
    let on_change = {
        let origin = origin.clone();
        Callback::from(move |values: Values| {
            if let Some(wanted) = values.get(ORIGIN) {
                origin.set(wanted.clone());
            }
        })
    };
    let values = Values::from([(ORIGIN, IN_HSM.to_owned())]);
    html! {
        <>
            { page_head(frame::CREATE_KEY, "", Html::default()) }
            { panel(frame::KEY, Html::default(), html! {
                <OperationForm {fields} {values} {request} {success} {on_change} submit={words::CREATE_KEY}
                    cancel={Page::Keys.route()} />
            }) }
        </>
    }
}
