//! The users of a cluster's HSMs: what the HSMs know, and the tool's lines that change it.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::{self, ClusterState, ConnectionState, HsmUser, Region, Sort, UserKind};
use crate::playground::{Road, Step, Typing, client_inside};
use crate::rules::scripts;
use crate::shell::HOME;
use crate::text::pages::{frame, users as words};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::explanation::Cure;
use crate::ui::flash::Flash;
use crate::ui::pages::road::{callout, to_step};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Confirm, Control, DataTable, Field, Kind, Mood, button, code, icon, link, mark, maybe,
    page_head, panel, row,
};
use crate::ui::route::Page;
use crate::ui::session::Act;
use crate::ui::transcript;
use crate::web::location;

/// What the messages of this page are about.
const RUN: &str = "users";

/// The users of a cluster.
#[component]
pub(in crate::ui::pages) fn Users(props: &OfResource) -> Html {
    let result = use_state(|| None::<Rc<Typing>>);
    let deleting = use_state(|| None::<(String, Vec<String>)>);
    let name = use_state(String::new);
    let kind = use_state(|| "CU".to_owned());
    let chosen = use_state(String::new);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, cluster)) = session
        .region()
        .and_then(|region| Some((region, region.clusters.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Clusters);
    };
    let run = {
        let (desk, result) = (desk.clone(), result.setter());
        // What was done is said where messages stand, and takes the place of those that are settled.
        Callback::from(move |(said, lines): (String, Vec<String>)| {
            let (desk, result) = (desk.clone(), result.clone());
            desk.clone().run(
                lines,
                Callback::from(move |typing: Typing| {
                    if !typing.well || typing.why.is_some() {
                        desk.flash(Flash::error(frame::FAILED, "").about(RUN.to_owned()));
                    } else if !said.is_empty() {
                        let done = Flash::success(said.clone(), String::new(), None);
                        desk.flash(done.about(RUN.to_owned()));
                    }
                    result.set(Some(Rc::new(typing)));
                    location::focus_soon("main .typed");
                }),
            );
        })
    };
    let on_fix = run.reform(|lines| (words::FIXED.to_owned(), lines));
    // The next step is open, the others are folded.
    let asking_task = |title: &'static str,
                       about: &str,
                       open: bool,
                       controls: Html,
                       lines: Vec<String>,
                       on_fix: Callback<Vec<String>>| {
        html! {
            <details class="panel" {open} key={title}>
                <summary><h2>{ title }</h2></summary>
                <div>
                    if !about.is_empty() { <p class="about">{ about }</p> }
                    { controls }
                    if !lines.is_empty() {
                        <Cure heading={words::LINES} action={words::RUN} {lines} {on_fix} />
                    }
                </div>
            </details>
        }
    };
    let task = |title, about: &str, open, controls, said: String, lines| {
        let run = run.reform(move |lines| (said.clone(), lines));
        asking_task(title, about, open, controls, lines, run)
    };
    let next = callout(&desk, region, cluster);
    let Some(ip) = cluster.active_hsms().next().map(|hsm| hsm.ip.as_str()) else {
        return html! { <>{ page_head(frame::USERS, words::ABOUT, Html::default()) }{ without_hsm(&desk, region, cluster, next) }</> };
    };
    let client = client_inside(region, cluster);
    let anchor = region.client.files.get(scripts::ANCHOR) == cluster.trust_anchor.as_ref();
    let users = users(cluster);
    let picked = users
        .iter()
        .find(|user| user.name == *chosen)
        .or(users.first());
    let field = |id: &'static str,
                 label: &'static str,
                 control: Control,
                 value: &str,
                 state: &UseStateHandle<String>| {
        let setter = state.setter();
        html! {
            <Field name={id} {label} {control} value={value.to_owned()} on_change={move |value| setter.set(value)} />
        }
    };
    let options = || {
        users
            .iter()
            .map(|user| (user.name.clone(), label(user)))
            .collect()
    };
    let ask_to_delete = |user: &str| {
        let (deleting, user) = (deleting.setter(), user.to_owned());
        Callback::from(move |lines| deleting.set(Some((user.clone(), lines))))
    };
    let question = deleting.as_ref().map(|(user, lines)| {
        let confirm = {
            let (run, lines, said) = (run.clone(), lines.clone(), words::deleted(user));
            Callback::from(move |()| run.emit((said.clone(), lines.clone())))
        };
        let close = {
            let deleting = deleting.setter();
            Callback::from(move |()| deleting.set(None))
        };
        html! {
            <Confirm title={frame::question(words::DELETE, user)} warning={words::DELETE_ABOUT} word={user.clone()}
                action={words::DELETE} {confirm} {close} />
        }
    });
    let tasks = if cluster.trust_anchor.is_none()
        || cluster.state == ClusterState::InitializeInProgress
    {
        Html::default()
    } else if !cluster.activated {
        task(
            words::ACTIVATE,
            words::ACTIVATE_ABOUT,
            true,
            Html::default(),
            words::ACTIVATED.to_owned(),
            scripts::activate(ip),
        )
    } else {
        let kinds = words::KINDS
            .iter()
            .map(|(kind, name)| ((*kind).to_owned(), (*name).to_owned()));
        let no_kmsuser = users.iter().all(|user| user.name != "kmsuser");
        let create = match name.trim() {
            "" => Vec::new(),
            name => scripts::as_officer(ip, &scripts::create_user(&kind, name, "PASSWORD")),
        };
        html! {
            <>
                if no_kmsuser {
                    { task(words::KMSUSER, words::KMSUSER_ABOUT, true, Html::default(), words::created("kmsuser"),
                        scripts::as_officer(ip, &scripts::create_user("CU", "kmsuser", "KMSUSER_PASSWORD"))) }
                }
                { maybe(picked.map(|user| {
                    let (kind, name) = (user.kind.word(), user.name.as_str());
                    let pick = field("user", words::USER, Control::Select(options()), name, &chosen);
                    let again = field("removed-user", words::USER, Control::Select(options()), name, &chosen);
                    html! {
                        <>
                            { task(words::CHANGE, words::CHANGE_ABOUT, false, pick, words::changed(name),
                                scripts::as_officer(ip, &scripts::change_password(kind, name, "NEW_PASSWORD"))) }
                            { asking_task(words::DELETE, words::DELETE_ABOUT, false, again,
                                scripts::as_officer(ip, &scripts::delete_user(kind, name)), ask_to_delete(name)) }
                        </>
                    }
                })) }
                { task(words::CREATE, "", false, html! {
                    <>
                        { field("kind", words::TYPE, Control::Select(kinds.collect()), &kind, &kind) }
                        { field("name", words::NAME, Control::Text, &name, &name) }
                    </>
                }, words::created(name.trim()), create) }
                { task(words::LIST, "", false, Html::default(), String::new(), scripts::management(ip, None, &["listUsers".to_owned()])) }
            </>
        }
    };
    html! {
        <>
            { page_head(frame::USERS, words::ABOUT, Html::default()) }
            { next }
            if !client { { super::cluster::client(&desk, region, cluster) } }
            if !anchor {
                { maybe(cluster.trust_anchor.as_ref().map(|anchor| missing(words::NO_ANCHOR, put_anchor(&desk, anchor)))) }
            }
            { maybe(result.as_ref().map(|transcript| html! {
                <section class="panel" aria-label={frame::TRANSCRIPT}>{ transcript::view(transcript, &on_fix, true) }</section>
            })) }
            { panel(words::USERS, Html::default(), table(cluster)) }
            if users.iter().any(|user| user.name == "kmsuser") { { same_password(region, &cluster.id) } }
            { tasks }
            { maybe(question) }
        </>
    }
}

/// Says what is missing first, and how to get it.
fn missing(text: &str, way: Html) -> Html {
    html! {
        <div class="alert warning">
            { icon(Mood::Warning) }
            <div class="said"><span>{ text }</span><div>{ way }</div></div>
        </div>
    }
}

/// What stands there while the tools have no HSM to work with: the next step, unless the HSMs are gone that the cluster has had.
fn without_hsm(desk: &Desk, region: &Region, cluster: &model::Cluster, next: Html) -> Html {
    let road = Road::of_cluster(region, cluster);
    if cluster.trust_anchor.is_none() || road.under_way.is_some() {
        return next;
    }
    let create = to_step(desk, region, &road, Step::FirstHsm, words::CREATE_HSM);
    missing(words::NO_HSM, create)
}

/// Where a key store that is not connected is told the password of kmsuser; one that is connected has its own.
fn same_password(region: &Region, cluster: &str) -> Html {
    let store = region
        .key_stores
        .values()
        .find(|store| store.cluster_id == cluster);
    let Some(store) = store.filter(|store| store.state != ConnectionState::Connected) else {
        return Html::default();
    };
    let way = link(&Page::EditStore.of(&store.id), words::EDIT_STORE);
    html! {
        <div class="alert">
            { icon(Mood::Info) }
            <div class="said"><span>{ words::SAME_PASSWORD }</span><div>{ way }</div></div>
        </div>
    }
}

/// Copies the certificate of the reader's authority to where the tools look for it.
fn put_anchor(desk: &Desk, anchor: &str) -> Html {
    let (desk, text) = (desk.clone(), anchor.to_owned());
    let put = Callback::from(move |_: MouseEvent| {
        let name = "customerCA.crt".to_owned();
        let copy = {
            let desk = desk.clone();
            Callback::from(move |_| {
                let line = format!("sudo cp {HOME}/customerCA.crt {}", scripts::ANCHOR);
                desk.script(words::ANCHOR_PUT, vec![line]);
            })
        };
        let text = text.clone();
        desk.act(Act::Upload { name, text }, copy);
    });
    html! { <span class="aim">{ button(Kind::Normal, words::PUT_ANCHOR, None, put) }</span> }
}

/// The users that a reader manages, each once, kmsuser first.
fn users(cluster: &model::Cluster) -> Vec<&HsmUser> {
    let mut users: Vec<&HsmUser> = Vec::new();
    for user in cluster.active_hsms().flat_map(|hsm| &hsm.contents.users) {
        let managed = matches!(user.kind, UserKind::Cu | UserKind::Co);
        if managed && users.iter().all(|known| known.name != user.name) {
            users.push(user);
        }
    }
    users.order_by_key(|user| (user.name != "kmsuser", user.name.clone()));
    users
}

fn label(user: &HsmUser) -> String {
    format!("{} {}", user.kind.word(), user.name)
}

fn table(cluster: &model::Cluster) -> Html {
    let rows = cluster
        .active_hsms()
        .flat_map(|hsm| hsm.contents.users.iter().map(move |user| (hsm, user)))
        .map(|(hsm, user)| {
            let state = if user.locked() {
                mark(Mood::Bad, words::LOCKED)
            } else if user.two_factor {
                mark(Mood::Warning, words::TWO_FACTOR)
            } else {
                mark(Mood::Good, words::NORMAL)
            };
            row(
                format!("{} {}", hsm.ip, label(user)),
                vec![
                    html! { <>{ code(&hsm.ip) }{ " " }<span class="note">{ &hsm.zone }</span></> },
                    html! { user.id },
                    html! { user.kind.word() },
                    html! { &user.name },
                    state,
                ],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <>
            <p class="about">{ words::USERS_ABOUT }</p>
            <DataTable name={words::USERS} columns={words::COLUMNS.to_vec()} {rows} empty={html! { <p>{ words::NO_USERS }</p> }} />
        </>
    }
}
