//! The frame around every page: head, navigation, messages, breadcrumbs, and the terminal below.

use yew::prelude::*;

use super::app::App;
use super::desk::Desk;
use super::flash;
use super::pages;
use super::route::{NAVIGATION, Page, Route};
use super::terminal::Terminal;
use super::top;
use crate::text::pages::frame as words;
use crate::web::location;

/// The whole page.
pub(super) fn view(app: &App, desk: Desk) -> Html {
    let session = app.session.borrow();
    let route = &app.route;
    let terminal = |docked: bool| {
        html! {
            <Terminal screen={session.screen.clone()} history={session.history.clone()} prompt={session.shell.prompt()}
                hidden={session.shell.hidden()} doors={app.doors.terminal.clone()} {docked} />
        }
    };
    let skip = |event: MouseEvent| {
        event.prevent_default();
        location::focus("main h1");
    };
    html! {
        <ContextProvider<Desk> context={desk}>
            <a class="skip" href="#main" onclick={skip}>{ words::SKIP_TO_MAIN }</a>
            { top::view(app, &session) }
            <div class="body">
                { navigation(app, route) }
                <div class="center">
                    { flash::view(&app.flashes, &session, &app.doors.flash) }
                    { breadcrumbs(route) }
                    <main id="main" key={route.href()}>
                        if route.page == Page::Terminal {
                            <h1 tabindex="-1">{ words::TERMINAL }</h1>
                            { terminal(false) }
                        } else {
                            { pages::view(route) }
                        }
                    </main>
                </div>
            </div>
            if route.page != Page::Terminal {
                <div class={classes!("dock", app.terminal_open.then_some("open"))}>
                    <button type="button" class="dock-handle" aria-expanded={app.terminal_open.to_string()}
                        onclick={app.doors.toggle_terminal.clone()}>{ words::TERMINAL }</button>
                    if app.terminal_open { { terminal(true) } }
                </div>
            }
        </ContextProvider<Desk>>
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
