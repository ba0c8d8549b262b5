//! Creating a custom key store, with its prerequisites beside the form.

use serde_json::{Map, Value};
use yew::prelude::*;

use super::checklist;
use crate::facts;
use crate::model::{ClusterState, Region};
use crate::playground::StoreForm;
use crate::text::pages::{frame, kms as words};
use crate::ui::desk::{Success, use_desk};
use crate::ui::parts::{
    Control, FieldSpec, HostFile, OperationForm, Values, link, only, page_head, panel,
};
use crate::ui::route::Page;

/// Creates a custom key store.
#[component]
pub(in crate::ui::pages) fn CreateStore() -> Html {
    let draft = use_state(Values::new);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    // Without the permission to list clusters there is none to choose.
    let taken = if region.clusters.is_empty() {
        words::NO_CLUSTERS
    } else {
        words::NO_CLUSTER_LEFT
    };
    let (options, blind) = if facts::denies(session.playground.account(), DESCRIBE) {
        (Vec::new(), words::CLUSTERS_DENIED)
    } else {
        match clusters(region, None) {
            options if options.is_empty() => (options, taken),
            options => (options, ""),
        }
    };
    let cluster = only(&options);
    let value = |name: &str| draft.get(name).map_or("", String::as_str);
    let requirements = session.playground.prerequisites(
        &region.name,
        StoreForm {
            name: value("CustomKeyStoreName"),
            cluster: draft
                .get("CloudHsmClusterId")
                .filter(|chosen| options.iter().any(|(id, _)| id == *chosen))
                .unwrap_or(&cluster),
            anchor: value("TrustAnchorCertificate"),
            password: value("KeyStorePassword"),
        },
    );
    let about_cluster = html! {
        <>{ words::CLUSTER_ABOUT }{ " " }{ blind }{ " " }{ link(&Page::CreateCluster.route(), words::CREATE_CLUSTER) }</>
    };
    let fields = vec![
        FieldSpec::new("CustomKeyStoreName", words::NAME, Control::Text)
            .about(html! { words::NAME_ABOUT })
            .hint(words::NAME_HINT),
        FieldSpec::new(
            "CloudHsmClusterId",
            words::CLUSTER,
            Control::Select(options),
        )
        .suggest(cluster.clone())
        .about(about_cluster),
        FieldSpec::new(
            "TrustAnchorCertificate",
            words::ANCHOR,
            Control::File(HostFile::find(region, &["customerCA.crt"])),
        )
        .about(html! { words::ANCHOR_ABOUT }),
        FieldSpec::new("KeyStorePassword", words::PASSWORD, Control::Password)
            .about(html! { words::PASSWORD_ABOUT })
            .hint(words::PASSWORD_HINT),
    ];
    let request = {
        let desk = desk.clone();
        Callback::from(move |values: Values| {
            let input: Map<String, Value> = values
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect();
            desk.request("kms", "CreateCustomKeyStore", input.into())
        })
    };
    let success = Callback::from(|(values, answer): (Values, Value)| {
        let name = values
            .get("CustomKeyStoreName")
            .cloned()
            .unwrap_or_default();
        let id = answer["CustomKeyStoreId"].as_str().unwrap_or_default();
        Success::new(words::store_created(&name)).go(Page::Store.of(id))
    });
    let on_change = {
        let draft = draft.setter();
        Callback::from(move |values| draft.set(values))
    };
    html! {
        <>
            { page_head(frame::CREATE_STORE, words::STORES_ABOUT, Html::default()) }
            <div class="beside">
                { panel(words::STORE_FACTS, Html::default(), html! {
                    <OperationForm {fields} {request} {success} {on_change} submit={words::CREATE} cancel={Page::Stores.route()} />
                }) }
                { checklist::view(&desk, &requirements) }
            </div>
        </>
    }
}

/// The permission without which the console shows no clusters.
const DESCRIBE: &str = "cloudhsm:DescribeClusters";

/// The clusters that no key store is linked to, except by `own`.
pub(super) fn clusters(region: &Region, own: Option<&str>) -> Vec<(String, String)> {
    region
        .clusters
        .values()
        .filter(|cluster| cluster.state != ClusterState::Deleted)
        .filter(|cluster| {
            Some(cluster.id.as_str()) == own
                || region
                    .key_stores
                    .values()
                    .all(|store| store.cluster_id != cluster.id)
        })
        .map(|cluster| {
            let about = words::cluster_option(
                &cluster.id,
                cluster.state.word(),
                cluster.active_hsms().count(),
            );
            (cluster.id.clone(), about)
        })
        .collect()
}
