//! A custom key store, and what can be done with it.

use serde_json::json;
use yew::prelude::*;

use super::{checklist, keys};
use crate::api::Explanation;
use crate::model::{ConnectionState, KeyStore};
use crate::text::pages::{frame, kms as words};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::explanation;
use crate::ui::pages::road::{CONNECT, callout};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Confirm, Kind, button, code, copy_id, facts, link, link_button, maybe, page_head, panel,
    status, time,
};
use crate::ui::route::Page;

/// What the reader is asked before it is done.
#[derive(Clone, Copy, PartialEq)]
enum Question {
    Disconnect,
    Delete,
}

/// A custom key store.
#[component]
pub(in crate::ui::pages) fn Store(props: &OfResource) -> Html {
    let asking = use_state(|| None::<Question>);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let region = session.region();
    let Some((region, store)) =
        region.and_then(|region| Some((region, region.key_stores.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Stores);
    };
    let ask = |question: Question| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(Some(question)))
    };
    let actions = html! {
        <>
            <span class="aim" id={CONNECT.id}>{ button(Kind::Primary, words::CONNECT, cannot_connect(store), connect(&desk, store)) }</span>
            { button(Kind::Normal, words::DISCONNECT, cannot_disconnect(store), ask(Question::Disconnect)) }
            { link_button(Kind::Normal, words::EDIT, None, &Page::EditStore.of(&store.id)) }
            { button(Kind::Normal, words::DELETE, None, ask(Question::Delete)) }
        </>
    };
    let failure = store.failure.as_ref().map(|failure| {
        let why = Explanation::of_failure(
            session.playground.account(),
            &region.name,
            &store.id,
            failure,
        );
        let on_fix = {
            let (desk, said) = (desk.clone(), words::connected(&store.name));
            Callback::from(move |lines| desk.script(said.clone(), lines))
        };
        panel(
            words::FAILURE,
            Html::default(),
            html! {
                <>
                    <p class="error"><a href={Page::Failure.of(&failure.rule).href()}>{ code(&failure.code) }</a></p>
                    { maybe(why.map(|why| explanation::card(&why, &on_fix))) }
                </>
            },
        )
    });
    let unconnected = (store.state == ConnectionState::Disconnected).then(|| {
        session
            .playground
            .connection_prerequisites(&region.name, &store.id)
    });
    // Until then the next thing is done on this page.
    let next = match (store.state, region.clusters.get(&store.cluster_id)) {
        (ConnectionState::Connected, Some(cluster)) => callout(&desk, region, cluster),
        _ => Html::default(),
    };
    let create_key = link_button(
        Kind::Normal,
        frame::CREATE_KEY,
        None,
        &Page::CreateKey.route(),
    );
    html! {
        <>
            { page_head(&store.name, "", actions) }
            { next }
            { panel(words::STORE_FACTS, Html::default(), facts(vec![
                (words::STORE_ID, copy_id(&store.id)),
                (words::STATE, status(store.state.word())),
                (words::CLUSTER, link(&Page::Cluster.of(&store.cluster_id), &store.cluster_id)),
                (words::TYPE, html! { words::STORE_TYPE }),
                (words::CREATED, time(store.created)),
            ])) }
            { maybe(failure) }
            { maybe(unconnected.map(|requirements| checklist::view(&desk, &requirements))) }
            { panel(words::STORE_KEYS, create_key, keys::table(&desk, Some(&store.id))) }
            { maybe(asking.map(|question| dialog(&desk, store, question, asking.setter()))) }
        </>
    }
}

fn cannot_connect(store: &KeyStore) -> Option<&'static str> {
    match store.state {
        ConnectionState::Connected => Some(words::NOT_WHILE_CONNECTED),
        ConnectionState::Failed => Some(words::FAILED_FIRST),
        state => changing(state),
    }
}

fn cannot_disconnect(store: &KeyStore) -> Option<&'static str> {
    match store.state {
        ConnectionState::Connected | ConnectionState::Failed => None,
        ConnectionState::Disconnected => Some(words::NOT_CONNECTED),
        state => changing(state),
    }
}

/// What the key store does that ends by itself.
fn changing(state: ConnectionState) -> Option<&'static str> {
    match state {
        ConnectionState::Connecting => Some(words::NOT_WHILE_CONNECTING),
        ConnectionState::Disconnecting => Some(words::NOT_WHILE_DISCONNECTING),
        _ => None,
    }
}

fn connect(desk: &Desk, store: &KeyStore) -> Callback<MouseEvent> {
    let (desk, id, name) = (desk.clone(), store.id.clone(), store.name.clone());
    Callback::from(move |_| {
        let request = desk.request(
            "kms",
            "ConnectCustomKeyStore",
            json!({ "CustomKeyStoreId": id }),
        );
        let (name, region, id) = (name.clone(), desk.region(), id.clone());
        desk.order(request, move |_| {
            Success::new(words::connecting(&name)).lasting(&region, &id, words::connected(&name))
        });
    })
}

fn dialog(
    desk: &Desk,
    store: &KeyStore,
    question: Question,
    asking: UseStateSetter<Option<Question>>,
) -> Html {
    let input = json!({ "CustomKeyStoreId": store.id });
    let (action, operation, warning, word) = match question {
        Question::Disconnect => (
            words::DISCONNECT,
            "DisconnectCustomKeyStore",
            words::DISCONNECT_WARNING,
            String::new(),
        ),
        Question::Delete => (
            words::DELETE,
            "DeleteCustomKeyStore",
            words::DELETE_WARNING,
            store.name.clone(),
        ),
    };
    let request = desk.request("kms", operation, input);
    let line = desk.line(&request);
    let confirm = {
        let (desk, id, name) = (desk.clone(), store.id.clone(), store.name.clone());
        move |()| {
            let (id, name, region) = (id.clone(), name.clone(), desk.region());
            desk.order(request.clone(), move |_| match question {
                Question::Disconnect => Success::new(words::disconnecting(&name)).lasting(
                    &region,
                    &id,
                    words::disconnected(&name),
                ),
                Question::Delete => {
                    Success::new(words::store_deleted(&name)).go(Page::Stores.route())
                }
            });
        }
    };
    html! {
        <Confirm title={frame::question(action, &store.name)} {warning} {word} {action} {line} {confirm}
            close={move |()| asking.set(None)} />
    }
}
