//! What is done with the storage.

use super::flash::{Flash, Offer};
use super::keeper::KeepAction;
use super::later::{Answer, Opened, Since, Snapshot};
use super::parts::{LARGEST_IMPORT, unread};
use super::practice::Practice;
use super::start::{self, OpenedLast};
use crate::playground::{Committed, Known, Playground, Shelf};
use crate::ports::Problem;
use crate::text::page;
use crate::text::pages::shared;
use crate::web;
use crate::web::files::Content;

/// Keeps what has changed.
pub(super) fn commit(
    shelf: Shelf,
    known: Known,
    playground: &Playground,
) -> Answer<Result<Committed, Problem>> {
    let change = playground.change();
    Box::pin(async move { shelf.commit(&known, change, web::now_millis()).await })
}

/// Reads what others have written since.
pub(super) fn since(shelf: Shelf, known: Known, playground: &Playground) -> Answer<Since> {
    let from = playground.kept();
    Box::pin(async move { shelf.since(&known, from).await.map(Box::new) })
}

/// Keeps a snapshot where one is due; answers after how many entries. Without it the next start takes longer, and that is all.
pub(super) fn snapshot(shelf: Shelf, known: Known, playground: &Playground) -> Option<Snapshot> {
    let (entries, text) = playground.snapshot_due(known.snapshot())?;
    Some(Box::pin(async move {
        let kept = shelf.keep_snapshot(&known, entries, text).await;
        (kept == Ok(true)).then_some(entries)
    }))
}

/// Opens or makes a sandbox in place of the one that is open.
pub(super) fn open(shelf: Shelf, known: Known, action: KeepAction) -> Answer<Opened> {
    Box::pin(async move {
        let opened = match action {
            KeepAction::Open(id) => shelf.open(&id).await,
            KeepAction::Create(name, account) => start::create(&shelf, &name, account).await,
            KeepAction::Practice(name) => {
                let made = start::create(&shelf, &name, None).await;
                if let Ok((new, _)) = &made {
                    Practice::begin(&shelf, &known.record, &new.record).await;
                }
                made
            }
            KeepAction::Follow | KeepAction::Deleted => start::open_last(shelf)
                .await
                .map(|(known, playground, _)| (known, playground)),
        };
        opened.map(Box::new)
    })
}

/// Opens the sandbox that was open last.
pub(super) fn open_last(shelf: Shelf) -> Answer<Result<OpenedLast, Problem>> {
    Box::pin(start::open_last(shelf))
}

/// Makes a sandbox of a file, or says why not.
pub(super) fn import(name: &str, content: Content) -> Result<KeepAction, Flash> {
    let text = match content {
        Content::Text(text) => text,
        other => return Err(Flash::error(unread(name, &other, LARGEST_IMPORT), "")),
    };
    match Playground::import(&text) {
        Ok(playground) => {
            let name = name.trim_end_matches(".json").to_owned();
            Ok(KeepAction::Create(name, Some(Box::new(playground))))
        }
        Err(problem) => Err(Flash::error(page::import_failed(&problem.to_string()), "")),
    }
}

/// A link to the account, or why there is none.
pub(super) fn share(playground: &Playground) -> Result<String, Flash> {
    playground
        .share()
        .map_err(|length| Flash::error(shared::too_long(length), "").offering(Offer::Export))
}
