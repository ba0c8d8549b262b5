//! What the first screen does not need: the pages, the terminal, and all that carries out commands. It is loaded after the first screen
//! is shown, as a file of its own. The rest of the frame reaches it through one table and names nothing of it: whatever only the table
//! leads to, the build puts into that file.

use std::future::Future;
use std::pin::Pin;

use yew::prelude::*;

use super::app::{App, Msg};
use super::flash::{self, Flash, FlashAction, More};
use super::opening::{Halt, KeepAction, Stopped, Watch};
use super::route::Route;
use super::session::{self, Act, Done, Session};
use super::unsaved::{self, Leaving};
use super::{pages, share, storage, terminal};
use crate::api::Bug;
use crate::model::Timestamp;
use crate::playground::{Committed, Known, Log, Playground, Shelf};
use crate::ports::Problem;
use crate::text::pages::frame as words;
use crate::web::files::Content;

/// What is answered later.
pub(super) type Answer<T> = Pin<Box<dyn Future<Output = T>>>;

/// A sandbox that was opened or made, with what the reader has to know; or why it was not.
pub(super) type Opened = Result<Box<(Known, Playground, Vec<String>)>, Halt>;

/// What others have written since.
pub(super) type Since = Result<Box<(Known, Log)>, Problem>;

/// After how many entries a snapshot was kept, if it was.
pub(super) type Snapshot = Answer<Option<usize>>;

/// The ways into what is loaded later.
pub(super) struct Later {
    /// Carries out an act.
    pub(super) perform: fn(&mut Session, &Act) -> Done,
    /// Ctrl-C in the terminal, with what stood on the line.
    pub(super) interrupt: fn(&mut Session, &str),
    /// Moves the clock as far as it runs.
    pub(super) clock: fn(&mut Playground, Timestamp) -> Result<(), Bug>,
    /// Makes a part of an RSA key ahead of its time; returns whether there is more to make.
    pub(super) prepare: fn(&mut Playground) -> bool,
    /// Keeps what has changed.
    pub(super) commit: fn(Shelf, Known, &Playground) -> Answer<Result<Committed, Problem>>,
    /// Reads what others have written since.
    pub(super) since: fn(Shelf, Known, &Playground) -> Answer<Since>,
    /// Takes it over.
    pub(super) follow: fn(&mut Playground, Log) -> Result<bool, Bug>,
    /// Keeps a snapshot where one is due; returns after how many entries.
    pub(super) snapshot: fn(Shelf, Known, &Playground) -> Option<Snapshot>,
    /// Opens or makes a sandbox in place of the one that is open.
    pub(super) open: fn(Shelf, Known, KeepAction, Watch) -> Answer<Opened>,
    /// What is said of a sandbox that was not opened, and what takes it away.
    pub(super) stopped: fn(&Stopped, Option<Callback<MouseEvent>>) -> Html,
    /// What to do with the content of a file of that name, which should be an account.
    pub(super) import: fn(&str, Content) -> Result<KeepAction, Flash>,
    /// The account as a text.
    pub(super) export: fn(&Playground) -> String,
    /// The account as a link within the page, or why there is none.
    pub(super) share: fn(&Playground) -> Result<String, Flash>,
    /// What undo would take back and what redo would bring back, in words.
    pub(super) deeds: fn(&Session) -> [Option<String>; 2],
    /// Whether an act may take seconds.
    pub(super) takes_long: fn(&Session, &Act) -> bool,
    /// The page at an address.
    pub(super) page: fn(&Route) -> Html,
    /// The terminal; whether it lies below another page.
    pub(super) terminal: fn(&App, &Session, bool) -> Html,
    /// What a message shows beside its words.
    pub(super) more: fn(&Flash, &Session, &Callback<FlashAction>) -> More,
    /// The question whether to leave what would be lost: what happens when the reader leaves, and when not.
    pub(super) question: fn(&Leaving, Callback<()>, Callback<()>) -> Html,
    /// The question whether to copy a link to the account.
    pub(super) share_question: fn(Callback<()>, Callback<()>) -> Html,
}

static LATER: Later = Later {
    perform: Session::perform,
    interrupt: Session::interrupt,
    clock: Playground::run_clock_to,
    prepare: session::prepare,
    commit: storage::commit,
    since: storage::since,
    follow: Playground::follow,
    snapshot: storage::snapshot,
    open: storage::open,
    stopped: pages::stopped,
    import: storage::import,
    export: Playground::export,
    share: storage::share,
    deeds: Session::deeds,
    takes_long: Session::takes_long,
    page: pages::view,
    terminal: terminal::view,
    more: flash::more,
    question: unsaved::leaving,
    share_question: share::question,
};

/// It did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Missing;

/// Loads it, or answers at once where it is there already. After a failure it may be tried again.
#[cfg(feature = "split")]
pub(super) async fn load() -> Result<&'static Later, Missing> {
    later().await
}

/// It is in the same file as everything else.
#[cfg(not(feature = "split"))]
pub(super) async fn load() -> Result<&'static Later, Missing> {
    Ok(&LATER)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn later() -> Result<&'static Later, Missing> {
    Ok(&LATER)
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// How far the loading has come.
#[derive(Clone, Copy)]
pub(super) enum Loading {
    /// It has not begun.
    Idle,
    /// It goes on.
    Busy,
    /// It is there.
    There(&'static Later),
    /// It did not arrive.
    Failed,
}

impl App {
    /// What is loaded later, once it is there.
    pub(super) fn later(&self) -> Option<&'static Later> {
        match self.loading {
            Loading::There(later) => Some(later),
            _ => None,
        }
    }

    /// Loads it, unless it is there or on its way.
    pub(super) fn load(&mut self, context: &Context<Self>) {
        if matches!(self.loading, Loading::Idle | Loading::Failed) {
            self.loading = Loading::Busy;
            context
                .link()
                .send_future(async { Msg::Later(load().await) });
        }
    }

    /// It has arrived, or has not.
    pub(super) fn loaded(
        &mut self,
        context: &Context<Self>,
        answer: Result<&'static Later, Missing>,
    ) {
        match answer {
            Ok(later) => {
                self.loading = Loading::There(later);
                self.pump(context);
            }
            Err(Missing) => self.loading = Loading::Failed,
        }
    }

    /// What is said where something waits for it.
    pub(super) fn waits(&self, needed: bool) -> Html {
        match self.loading {
            Loading::Failed => html! {
                <div class="alert error" role="alert">
                    <p>{ words::NOT_ARRIVED }</p>
                    <button type="button" onclick={self.doors.load.clone()}>{ words::TRY_AGAIN }</button>
                </div>
            },
            _ if needed => html! { <p role="status">{ words::LOADING }</p> },
            _ => Html::default(),
        }
    }
}
