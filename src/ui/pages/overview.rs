//! The overview: the steps, the resources, and what is in progress.

use yew::prelude::*;

use super::road::{to_step, told, under_way};
use crate::model::{Region, Scheduled};
use crate::playground::{Road, STEPS};
use crate::text::{lab, pages::frame, pages::road as words};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::opening::KeepAction;
use crate::ui::parts::{
    DataTable, Dialog, Kind, Mood, Rows, button, code, icon, length, link, maybe, page_head, panel,
    row, status,
};
use crate::ui::route::Page;
use crate::ui::welcome::starts;

/// The overview.
#[component]
pub(super) fn Overview() -> Html {
    let asking = use_state(|| false);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let ask = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    html! {
        <>
            { page_head(frame::OVERVIEW, words::OVERVIEW_ABOUT, button(Kind::Normal, words::START_AGAIN, None, ask)) }
            <div class="beside">
                { panel(words::ROAD, Html::default(), road(&desk, region)) }
                <div class="stack">
                    { panel(words::STORES_AND_CLUSTERS, Html::default(), resources(region)) }
                    { panel(words::DUE, Html::default(), due(&desk)) }
                </div>
            </div>
            if *asking {
                <Dialog title={words::WELCOME} close={close.clone()}>
                    <p class="alert warning">{ words::START_WARNING }</p>
                    { starts(&desk, &close) }
                </Dialog>
            }
        </>
    }
}

fn road(desk: &Desk, region: &Region) -> Html {
    let road = Road::of_region(region);
    let doing = under_way(desk, &road);
    // What AWS is working on comes before the next step.
    let now = match road.under_way {
        Some((step, _)) => Some(step),
        None => road.next(),
    };
    let own = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.keep(KeepAction::Create(words::OWN_SANDBOX.to_owned()));
        })
    };
    html! {
        <>
            if now.is_none() {
                <p>{ words::ROAD_DONE }</p>
                <h3>{ words::TRY_NEXT }</h3>
                <ul>
                    { for words::FAILURES.iter().map(|(rule, about)| html! { <li>{ link(&Page::Failure.of(rule), about) }</li> }) }
                    <li>{ link(&Page::Failures.route(), words::ALL_FAILURES) }</li>
                </ul>
                <p>{ words::OWN_NAMES }</p>
                <div class="buttons">{ button(Kind::Normal, words::START_OWN, None, own) }</div>
            }
            <ol class="road">
                { for STEPS.iter().map(|step| {
                    let (title, why) = told(*step);
                    let (mood, word) = if road.is_done(*step) {
                        (Mood::Good, words::DONE)
                    } else if road.under_way.is_some_and(|(doing, _)| doing == *step) {
                        (Mood::Busy, words::BUSY)
                    } else if now == Some(*step) {
                        (Mood::Info, words::NOW)
                    } else {
                        (Mood::Idle, words::TO_DO)
                    };
                    html! {
                        <li class={classes!((now == Some(*step)).then_some("next"))}>
                            { icon(mood) }
                            <div>
                                <span class="unseen">{ word }{ ": " }</span>
                                if mood == Mood::Info {
                                    <strong>{ to_step(desk, region, &road, *step, title) }</strong>
                                } else {
                                    <span>{ title }</span>
                                }
                                if mood == Mood::Busy {
                                    { maybe(doing.clone().map(|(doing, wait)| html! {
                                        <><p class="note">{ doing }</p><div class="buttons">{ wait }</div></>
                                    })) }
                                } else if mood != Mood::Good {
                                    <p class="note">{ why }</p>
                                }
                            </div>
                        </li>
                    }
                }) }
            </ol>
        </>
    }
}

fn resources(region: &Region) -> Html {
    let clusters = region.clusters.values().map(|cluster| {
        (
            Page::Cluster.of(&cluster.id),
            cluster.id.as_str(),
            words::CLUSTER,
            cluster.state.word(),
        )
    });
    let stores = region.key_stores.values().map(|store| {
        (
            Page::Store.of(&store.id),
            store.name.as_str(),
            words::STORE,
            store.state.word(),
        )
    });
    let rows = clusters
        .chain(stores)
        .map(|(route, name, kind, state)| {
            row(
                format!("{name} {kind} {state}"),
                vec![link(&route, name), html! { kind }, status(state)],
            )
        })
        .collect::<Vec<_>>();
    html! {
        <DataTable name={words::STORES_AND_CLUSTERS} columns={words::RESOURCE_COLUMNS.to_vec()} {rows}
            empty={html! { <p>{ words::NO_RESOURCES }</p> }} />
    }
}

fn due(desk: &Desk) -> Html {
    let count = desk.session().playground.account().jobs.jobs().count();
    let rows = {
        let desk = desk.clone();
        Rows::sought(count, move |sought| {
            let session = desk.session();
            let account = session.playground.account();
            let jobs: Vec<&Scheduled> = account.jobs.jobs().collect();
            sought.among(
                jobs.into_iter(),
                |scheduled| format!("{} {}", lab::job(&scheduled.job), scheduled.job.subject()),
                |scheduled| {
                    vec![
                        html! { lab::job(&scheduled.job) },
                        html! { <>{ code(scheduled.job.subject()) }{ " " }<span class="note">{ &scheduled.region }</span></> },
                        html! { length(scheduled.due.0 - account.now.0) },
                    ]
                },
            )
        })
    };
    html! {
        <DataTable name={words::DUE} columns={words::DUE_COLUMNS.to_vec()} {rows}
            empty={html! { <p>{ words::NOTHING_DUE }</p> }} />
    }
}
