//! Changing a custom key store.

use serde_json::{Map, Value};
use yew::prelude::*;

use super::create_store::clusters;
use crate::text::pages::kms as words;
use crate::ui::desk::{Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{Control, FieldSpec, OperationForm, Values, page_head, panel};
use crate::ui::route::Page;

/// Changes a custom key store.
#[component]
pub(in crate::ui::pages) fn EditStore(props: &OfResource) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, store)) = session
        .region()
        .and_then(|region| Some((region, region.key_stores.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Stores);
    };
    let fields = vec![
        FieldSpec::new("NewCustomKeyStoreName", words::NAME, Control::Text)
            .hint(words::NAME_HINT)
            .optional(),
        FieldSpec::new(
            "CloudHsmClusterId",
            words::CLUSTER,
            Control::Select(clusters(region, None)),
        )
        .optional(),
        FieldSpec::new("KeyStorePassword", words::PASSWORD, Control::Password)
            .hint(words::PASSWORD_HINT)
            .optional(),
    ];
    let request = {
        let (desk, id) = (desk.clone(), store.id.clone());
        Callback::from(move |values: Values| {
            let mut input =
                Map::from_iter([("CustomKeyStoreId".to_owned(), Value::from(id.clone()))]);
            for (name, value) in values {
                if !value.is_empty() {
                    input.insert(name.to_owned(), value.into());
                }
            }
            desk.request("kms", "UpdateCustomKeyStore", input.into())
        })
    };
    let success = {
        let (id, name) = (store.id.clone(), store.name.clone());
        Callback::from(move |_| Success::new(words::store_updated(&name)).go(Page::Store.of(&id)))
    };
    html! {
        <>
            { page_head(&words::edit(&store.name), words::UNCHANGED, Html::default()) }
            { panel(words::STORE_FACTS, Html::default(), html! {
                <OperationForm {fields} {request} {success} submit={words::SAVE} cancel={Page::Store.of(&store.id)} />
            }) }
        </>
    }
}
