//! The head of the page: name, clock, account and Region.

use yew::prelude::*;

use super::app::App;
use super::clock;
use super::parts::file_button;
use super::route::Page;
use super::session::Session;
use crate::model::REGIONS;
use crate::text::{page as words, pages::frame, pages::sandboxes, pages::shared};
use crate::web::{self, menus};

/// What the reader does with the account as a whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum AccountAction {
    /// Takes the last command back.
    Undo,
    /// Brings it back.
    Redo,
    /// Saves the account as a file.
    Export,
    /// Copies a link to the account.
    Share,
    /// Loads the account from the file chosen in an input.
    Import(Event),
    /// Starts over, in another sandbox.
    New,
    /// Moves to the Region chosen in a selector.
    Region(Event),
}

/// The head of the page.
pub(super) fn view(app: &App, session: &Session) -> Html {
    let playground = &session.playground;
    let region = session.shell.region();
    let account = playground.account();
    let busy = account.jobs.last_transition().is_some();
    html! {
        <header class="top">
            <button type="button" class="navigation-handle" aria-expanded={app.navigation_open.to_string()}
                aria-controls="navigation" aria-label={frame::NAVIGATION} onclick={app.doors.toggle_navigation.clone()}>{ "☰" }</button>
            <a class="name" href="#/">
                <strong>{ words::TITLE }</strong>
                <span>{ words::SUBTITLE }</span>
            </a>
            if !account.others.is_empty() { <span class="note">{ words::account(&account.id) }</span> }
            <label class="region">{ words::REGION }
                <select onchange={app.doors.account.reform(AccountAction::Region)}>
                    { for REGIONS.iter().map(|(name, ..)| html! {
                        <option key={*name} value={*name} selected={*name == region}>{ *name }</option>
                    }) }
                </select>
            </label>
            <div class="bar">
                { clock::view(account.now, app.speed, busy, &app.doors.clock) }
                { controls(app, session) }
            </div>
        </header>
    }
}

fn controls(app: &App, session: &Session) -> Html {
    let (act, keeper) = (&app.doors.account, &app.keeper);
    let saved = if keeper.lasting && keeper.trouble.is_none() && !app.opening() {
        sandboxes::saved(&web::time_of_day(keeper.known.record.saved))
    } else {
        sandboxes::NOT_KEPT.to_owned()
    };
    let button = |label: &'static str, action: AccountAction| {
        html! {
            <button type="button" onclick={act.reform(move |_| action.clone())}>{ label }</button>
        }
    };
    // Before it is clicked it says what it would take back or bring back; with nothing to do it stays, and keeps the focus.
    let step = |label: &'static str, action: AccountAction, title: Result<String, &'static str>| {
        let does = title.is_ok();
        let title = title.unwrap_or_else(str::to_owned);
        let onclick = does.then(|| act.reform(move |_: MouseEvent| action.clone()));
        html! {
            <button type="button" aria-disabled={(!does).then_some("true")} {title} {onclick}>{ label }</button>
        }
    };
    let [undo, redo] = app
        .later()
        .map(|later| (later.deeds)(session))
        .unwrap_or_default();
    let undo = undo
        .ok_or(words::NOTHING_TO_UNDO)
        .map(|deed| frame::undoes(&deed));
    let redo = redo
        .ok_or(words::NOTHING_TO_REDO)
        .map(|deed| frame::redoes(&deed));
    let import = act.reform(|event| {
        menus::close();
        AccountAction::Import(event)
    });
    // What was chosen in the menu closes it.
    let on_click = |_: MouseEvent| menus::close();
    html! {
        <div class="controls">
            { step(words::UNDO, AccountAction::Undo, undo) }
            { step(words::REDO, AccountAction::Redo, redo) }
            <details class="menu">
                <summary class="button">{ keeper.known.record.name.clone() }</summary>
                <div class="items">
                    <span class="note">{ saved }</span>
                    <a class="button" href={Page::Sandboxes.route().href()} onclick={on_click}>{ frame::SANDBOXES }</a>
                    <span class="item" onclick={on_click}>{ button(words::EXPORT, AccountAction::Export) }</span>
                    <span class="item" onclick={on_click}>{ button(shared::SHARE, AccountAction::Share) }</span>
                    { file_button(words::IMPORT, Some(".json,application/json"), false, import) }
                    <span class="item" onclick={on_click}>{ button(sandboxes::NEW, AccountAction::New) }</span>
                </div>
            </details>
        </div>
    }
}
