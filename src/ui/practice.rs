//! The sandbox in which the catalogue makes failures happen. The next failure takes its place, unless the reader went on in it: then it
//! is the reader's, and stays.

use crate::playground::{Record, Shelf};
use crate::web::preferences;

/// Name of the preference: the words of a [`Practice`]. It is of this tab alone, because another one may show its own failure.
const NAME: &str = "practice";

/// A sandbox in which a failure was made to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Practice {
    /// Its id.
    id: String,
    /// Commands in it, when the page itself had run the last one.
    commands: usize,
    /// Id of the sandbox that was open before it.
    before: String,
}

impl Practice {
    /// The last one of this tab.
    fn last() -> Option<Self> {
        let kept = preferences::of_tab(NAME)?;
        let mut words = kept.split(' ');
        Some(Self {
            id: words.next()?.to_owned(),
            commands: words.next()?.parse().ok()?,
            before: words.next()?.to_owned(),
        })
    }

    fn remember(&self) {
        let Self {
            id,
            commands,
            before,
        } = self;
        preferences::set(NAME, &format!("{id} {commands} {before}"));
    }

    /// A new one was made while another sandbox was open: the one of the failure before goes, where it is as the page has left it.
    pub(super) async fn begin(shelf: &Shelf, open: &Record, new: &Record) {
        let last = Self::last();
        let before = match &last {
            Some(last) if last.is(open) => last.before.clone(),
            _ => open.id.clone(),
        };
        let practice = Self {
            id: new.id.clone(),
            commands: new.head,
            before,
        };
        practice.remember();
        if let Some(last) = last {
            last.discard(shelf).await;
        }
    }

    /// The page itself has run something in a sandbox.
    pub(super) fn went_on(before: &Record, after: &Record) {
        if let Some(practice) = Self::last().filter(|practice| practice.is(before)) {
            let commands = after.head;
            Self {
                commands,
                ..practice
            }
            .remember();
        }
    }

    /// Id of the sandbox that was open before the one of that id was made for a failure.
    pub(super) fn before(sandbox: &str) -> Option<String> {
        let practice = Self::last().filter(|practice| practice.id == sandbox)?;
        Some(practice.before)
    }

    /// Whether it is that sandbox, as the page itself has left it.
    fn is(&self, record: &Record) -> bool {
        self.id == record.id && self.commands == record.head
    }

    /// Deletes it, where it is as the page itself has left it. What cannot be deleted stays, and that is all.
    async fn discard(self, shelf: &Shelf) {
        let Ok(listing) = shelf.list().await else {
            return;
        };
        let mut records = listing
            .sandboxes
            .iter()
            .filter_map(|it| it.record.as_ref().ok());
        if records.any(|record| self.is(record)) {
            let _ = shelf.delete(&self.id).await;
        }
    }
}
