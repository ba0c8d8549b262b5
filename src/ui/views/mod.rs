//! Read-only views of the account, a section each.

mod clusters;
mod due;
mod events;
mod files;
mod keys;
mod network;
mod stores;

use yew::prelude::*;

use crate::playground::Playground;
use crate::text::page as words;

/// What a reader can do from the views.
#[derive(Clone, PartialEq)]
pub(super) struct Doors {
    /// Runs a line in the terminal.
    pub(super) line: Callback<String>,
    /// Saves a file of the client host on the reader's computer.
    pub(super) download: Callback<String>,
    /// Brings the chosen files to the client host.
    pub(super) upload: Callback<Event>,
}

/// All views of one Region.
pub(super) fn all(playground: &Playground, region: &str, doors: &Doors) -> Html {
    let account = playground.account();
    let Some(region) = account.region(region) else {
        return Html::default();
    };
    html! {
        <div class="views" role="group" aria-label={words::VIEWS}>
            { due::view(account) }
            { clusters::view(region) }
            { stores::view(region, &doors.line) }
            { keys::view(account, region) }
            { files::view(region, &doors.download, doors.upload.clone()) }
            { network::view(region) }
            { events::view(playground.log()) }
        </div>
    }
}
