//! The frame around every page: head, navigation, messages, breadcrumbs, and the terminal below.

use yew::prelude::*;

use super::app::App;
use super::desk::Desk;
use super::flash;
use super::parts::{link, maybe, page_head};
use super::route::{NAVIGATION, Page, Route};
use super::session::Session;
use super::start::Opening;
use super::{top, welcome};
use crate::text::pages::{frame as words, sandboxes};
use crate::web::location;

/// The whole page.
pub(super) fn view(app: &App, desk: Desk) -> Html {
    let session = app.session.borrow();
    let route = &app.route;
    let terminal = |docked: bool| match app.later() {
        Some(later) => (later.terminal)(app, &session, docked),
        None => app.waits(true),
    };
    let skip = |event: MouseEvent| {
        event.prevent_default();
        location::focus("main h1");
    };
    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            <a class="skip" href="#main" onclick={skip}>{ words::SKIP_TO_MAIN }</a>
            // What stays in sight wherever the reader is on a long page.
            <div class="overhead">
                { top::view(app, &session) }
                { flash::view(&app.flashes, &session, app.later(), &app.doors.flash) }
            </div>
            <div class="body">
                { navigation(app, route) }
                <div class="center">
                    <p class="working" role="status">if app.keeper.working() { { words::WORKING } }</p>
                    { app.opening_view() }
                    { breadcrumbs(route) }
                    <main id="main" key={format!("{} {}", session.shell.region(), route.href())}>
                        if route.page == Page::Terminal {
                            <h1 tabindex="-1">{ words::TERMINAL }</h1>
                            { terminal(false) }
                        } else {
                            { page(app, &session, &desk) }
                        }
                    </main>
                    <footer class="foot note">
                        { words::FOOT }{ " " }{ link(&Page::Fidelity.route(), words::FIDELITY) }{ " · " }
                        <a href={words::LICENSES_FILE}>{ words::LICENSES }</a>
                    </footer>
                </div>
            </div>
            if route.page != Page::Terminal {
                <div class={classes!("dock", app.terminal_open.then_some("open"))}>
                    <button type="button" class="dock-handle" aria-expanded={app.terminal_open.to_string()}
                        onclick={app.doors.toggle_terminal.clone()}>{ words::TERMINAL }</button>
                    if app.terminal_open { { terminal(true) } }
                </div>
            }
            { maybe(app.leaving.as_ref().zip(app.later()).map(|(leaving, later)| {
                let leave = &app.doors.leave;
                (later.question)(leaving, leave.reform(|()| true), leave.reform(|()| false))
            })) }
            { maybe(app.later().filter(|_| app.sharing).map(|later| {
                let share = &app.doors.share;
                (later.share_question)(share.reform(|()| true), share.reform(|()| false))
            })) }
        </ContextProvider<Desk>>
    }
}

/// The page at the address, or what stands in its place until it has arrived.
fn page(app: &App, session: &Session, desk: &Desk) -> Html {
    let route = &app.route;
    if route.page == Page::Overview && app.asks_where_to_start(session) {
        return html! {
            <>
                { app.waits(app.keeper.waits()) }
                { welcome::view(desk, app.doors.skip_welcome.clone()) }
            </>
        };
    }
    let shown = match app.opening {
        Opening::Storage => false,
        Opening::Last | Opening::Nothing => route.page.needs_no_account(),
        Opening::Done => true,
    };
    match app.later().filter(|_| shown) {
        Some(later) => (later.page)(route),
        None if app.opening == Opening::Nothing => html! {
            <>
                { page_head(&route.name(), "", Html::default()) }
                <p>{ sandboxes::NONE_OPEN }{ " " }{ link(&Page::Sandboxes.route(), words::SANDBOXES) }</p>
            </>
        },
        None => html! {
            <>
                { page_head(&route.name(), "", Html::default()) }
                { app.waits(true) }
            </>
        },
    }
}

fn navigation(app: &App, route: &Route) -> Html {
    let current = |page: Page| (route.page == page).then_some("page");
    // A page below one of the navigation lights that one.
    let within = |page: Page| {
        route.page != page
            && route
                .above()
                .first()
                .is_some_and(|first| first.page == page)
    };
    html! {
        <nav id="navigation" class={classes!("side", app.navigation_open.then_some("open"))} aria-label={words::NAVIGATION}>
            { for NAVIGATION.iter().map(|(heading, pages)| html! {
                <div class="group">
                    if !heading.is_empty() { <h2>{ *heading }</h2> }
                    <ul>
                        { for pages.iter().map(|page| html! {
                            <li><a href={page.route().href()} aria-current={current(*page)}
                                class={classes!(within(*page).then_some("within"))}>{ page.place().title }</a></li>
                        }) }
                    </ul>
                </div>
            }) }
        </nav>
    }
}

fn breadcrumbs(route: &Route) -> Html {
    let above = route.above();
    if above.is_empty() {
        return Html::default();
    }
    html! {
        <nav class="breadcrumbs" aria-label={words::BREADCRUMBS}>
            <ol>
                { for above.iter().map(|route| html! { <li><a href={route.href()}>{ route.name() }</a></li> }) }
                <li aria-current="page">{ route.name() }</li>
            </ol>
        </nav>
    }
}
