//! What is done with the storage, and with what comes from elsewhere.

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;

use super::flash::{Flash, Offer};
use super::later::{Answer, Opened, Since, Snapshot};
use super::opening::{Halt, KeepAction, Stopped, Watch, Why};
use super::parts::{LARGEST_IMPORT, unread};
use super::practice::Practice;
use super::start::{self, OPEN};
use crate::model::Sort;
use crate::playground::{self, Committed, Known, Opening, Playground, Shelf, Stepped, Unopened};
use crate::ports::Problem;
use crate::text::page;
use crate::text::pages::{sandboxes as words, shared};
use crate::web::files::Content;
use crate::web::{self, preferences};

/// Milliseconds for which the page stands still while an account is opened.
const SLICE: i64 = 40;
/// Units of work between two looks at the clock.
const UNITS: u64 = 200;
/// Name of the preference that says which sandbox is being opened, and when that was said.
const OPENING: &str = "opening";
/// Milliseconds after which a sandbox that is being opened no longer is: the page has been stopped.
const SILENT: i64 = 2_000;

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

/// Keeps a snapshot where one is due; returns after how many entries. Without it only the next start takes longer.
pub(super) fn snapshot(shelf: Shelf, known: Known, playground: &Playground) -> Option<Snapshot> {
    let (entries, text) = playground.snapshot_due(known.snapshot())?;
    Some(Box::pin(async move {
        let kept = shelf.keep_snapshot(&known, entries, text).await;
        (kept == Ok(true)).then_some(entries)
    }))
}

/// Opens or makes a sandbox in place of the one that is open.
pub(super) fn open(shelf: Shelf, known: Known, action: KeepAction, watch: Watch) -> Answer<Opened> {
    Box::pin(async move {
        let mut said = Vec::new();
        let (known, playground) = match action {
            KeepAction::Open(id) => open_one(&shelf, &id, &watch, &mut said).await?,
            KeepAction::Sound(id) => open_sound(&shelf, &id, &watch, &mut said).await?,
            KeepAction::Export(id) => return Err(exported(&shelf, &id, &watch).await),
            KeepAction::Create(name) => create(&shelf, &name, None).await?,
            KeepAction::Import(name, text) => {
                let refused = |why: Unopened| Halt::Refused(page::import_failed(&why.to_string()));
                let opening = Opening::of_save(&text).map_err(refused)?;
                let opened = run(opening, &name, &watch, || ()).await?.map_err(refused)?;
                arrive(&shelf, &name, text, *opened, &mut said).await?
            }
            KeepAction::Link(link) => {
                let refused = |why: Unopened| Halt::Refused(shared::not_opened(&why.to_string()));
                let opening = Opening::of_link(&link).map_err(refused)?;
                let opened = run(opening, shared::NAME, &watch, || ())
                    .await?
                    .map_err(refused)?;
                arrive(&shelf, shared::NAME, link, *opened, &mut said).await?
            }
            KeepAction::Practice(name) => {
                let new = create(&shelf, &name, None).await?;
                Practice::begin(&shelf, &known.record, &new.0.record).await;
                new
            }
            KeepAction::Last | KeepAction::Follow | KeepAction::Deleted => {
                open_last(&shelf, &watch, &mut said).await?
            }
        };
        Ok(Box::new((known, playground, said)))
    })
}

/// Opens the sandbox that was open last in this tab, else the one saved last, else a new one. What a newer version wrote is left alone.
async fn open_last(
    shelf: &Shelf,
    watch: &Watch,
    said: &mut Vec<String>,
) -> Result<(Known, Playground), Halt> {
    let last = preferences::get(OPEN);
    let mut sandboxes = shelf.list().await?.sandboxes;
    sandboxes.order_by_key(|listed| Some(&listed.id) != last.as_ref());
    for listed in sandboxes {
        if hung(&listed.id) {
            return Err(stopped(&listed.id, &listed.name, Why::Hung));
        }
        match open_one(shelf, &listed.id, watch, said).await {
            Err(Halt::Sandbox(Stopped {
                name,
                why: Why::Problem(Problem::Newer(format), _),
                ..
            })) => said.push(words::newer(&name, format)),
            Err(Halt::Storage(Problem::Gone)) => {}
            other => return other,
        }
    }
    create(shelf, words::FIRST, None).await
}

/// Opens a sandbox.
async fn open_one(
    shelf: &Shelf,
    id: &str,
    watch: &Watch,
    said: &mut Vec<String>,
) -> Result<(Known, Playground), Halt> {
    open_kept(shelf, id, watch, said, |opening| opening).await
}

/// Opens a damaged sandbox as far as it is sound.
async fn open_sound(
    shelf: &Shelf,
    id: &str,
    watch: &Watch,
    said: &mut Vec<String>,
) -> Result<(Known, Playground), Halt> {
    open_kept(shelf, id, watch, said, Opening::as_far_as_sound).await
}

/// Opens a sandbox in a way; where that is not all of it, it is put aside first as it is.
async fn open_kept(
    shelf: &Shelf,
    id: &str,
    watch: &Watch,
    said: &mut Vec<String>,
    way: fn(Opening) -> Opening,
) -> Result<(Known, Playground), Halt> {
    let name = name_of(shelf, id).await?;
    loop {
        let opening = shelf.begin(id).await;
        let opening = opening.map_err(|problem| not_read(id, &name, problem, false))?;
        let opened = run_kept(way(opening), id, &name, watch).await?;
        let known = opened.known.ok_or(Problem::Gone)?;
        if let Some(short) = opened.short {
            let why = short.to_string();
            if !shelf.keep_original(&known, &why, web::now_millis()).await? {
                // Another tab was faster.
                continue;
            }
            said.push(words::opened_short(&name, &why));
        }
        return Ok((known, opened.playground));
    }
}

/// Opens a sandbox to export it; a part of it is no export.
async fn exported(shelf: &Shelf, id: &str, watch: &Watch) -> Halt {
    let text = async {
        let name = name_of(shelf, id).await?;
        let opening = shelf.begin(id).await;
        let opening = opening.map_err(|problem| not_read(id, &name, problem, false))?;
        let opened = run_kept(opening, id, &name, watch).await?;
        let sound = |why: Unopened| not_read(id, &name, why.into(), true);
        let playground = opened.whole().map_err(sound)?;
        Ok((format!("{name}.json"), playground.export()))
    };
    match text.await {
        Ok((file, text)) => Halt::Exported(file, text),
        Err(halt) => halt,
    }
}

/// The name of a sandbox.
async fn name_of(shelf: &Shelf, id: &str) -> Result<String, Halt> {
    let mut listed = shelf.list().await?.sandboxes.into_iter();
    let found = listed.find(|listed| listed.id == id);
    Ok(found.ok_or(Problem::Gone)?.name)
}

/// Runs the commands of a sandbox; where the page is stopped by them, the next visit knows.
async fn run_kept(
    opening: Opening,
    id: &str,
    name: &str,
    watch: &Watch,
) -> Result<Box<playground::Opened>, Halt> {
    let sign = Sign::new(id);
    match run(opening, name, watch, || sign.renew()).await {
        Ok(Ok(opened)) => Ok(opened),
        Ok(Err(why)) => {
            let sound = why.sound().is_some();
            Err(not_read(id, name, why.into(), sound))
        }
        Err(Halt::Cancelled) => Err(stopped(id, name, Why::Cancelled)),
        Err(halt) => Err(halt),
    }
}

/// A sandbox cannot be read, or the storage cannot; whether what comes before the damage is sound.
fn not_read(id: &str, name: &str, problem: Problem, sound: bool) -> Halt {
    match problem {
        Problem::Damaged(_) | Problem::Newer(_) => stopped(id, name, Why::Problem(problem, sound)),
        other => Halt::Storage(other),
    }
}

fn stopped(id: &str, name: &str, why: Why) -> Halt {
    Halt::Sandbox(Stopped {
        id: id.to_owned(),
        name: name.to_owned(),
        why,
    })
}

/// Whether the page was stopped while it opened a sandbox: another tab that opens it right now says so again and again.
fn hung(id: &str) -> bool {
    let said = preferences::get(OPENING).unwrap_or_default();
    let silent = |at: i64| web::now_millis() - at > SILENT;
    said.split_once(' ')
        .is_some_and(|(said, at)| said == id && at.parse().is_ok_and(silent))
}

/// Says that a sandbox is being opened, as long as it lives. Where the page is left meanwhile, nothing has stopped it.
struct Sign {
    id: String,
    _left: Option<EventListener>,
}

impl Sign {
    fn new(id: &str) -> Self {
        let left = web_sys::window().map(|window| {
            EventListener::new(&window, "pagehide", |_| preferences::forget(OPENING))
        });
        let sign = Self {
            id: id.to_owned(),
            _left: left,
        };
        sign.renew();
        sign
    }

    fn renew(&self) {
        preferences::set(OPENING, &format!("{} {}", self.id, web::now_millis()));
    }
}

impl Drop for Sign {
    fn drop(&mut self) {
        preferences::forget(OPENING);
    }
}

/// Runs the commands of an account, a little at a time; `alive` is called before each time. The inner answer is the account, or why
/// there is none.
async fn run(
    mut opening: Opening,
    name: &str,
    watch: &Watch,
    alive: impl Fn(),
) -> Result<Result<Box<playground::Opened>, Unopened>, Halt> {
    loop {
        alive();
        let begun = web::now_millis();
        let progress = loop {
            match opening.step(UNITS) {
                Stepped::Going(on, progress) => {
                    opening = *on;
                    if web::now_millis() - begun >= SLICE {
                        break progress;
                    }
                }
                Stepped::Done(opened) => return Ok(Ok(opened)),
                Stepped::Failed(why) => return Ok(Err(why)),
            }
        };
        if !watch.goes_on(name, progress) {
            return Err(Halt::Cancelled);
        }
        TimeoutFuture::new(0).await;
    }
}

/// Makes a sandbox of what came from elsewhere. Where that is not all of it, the text that it came as is put aside.
async fn arrive(
    shelf: &Shelf,
    name: &str,
    text: String,
    opened: playground::Opened,
    said: &mut Vec<String>,
) -> Result<(Known, Playground), Halt> {
    let (known, playground) = create(shelf, name, Some(opened.playground)).await?;
    if let Some(short) = opened.short {
        let (id, why) = (&known.record.id, short.to_string());
        shelf
            .keep_aside(id, name, text, &why, web::now_millis())
            .await?;
        said.push(words::opened_short(name, &why));
    }
    Ok((known, playground))
}

async fn create(
    shelf: &Shelf,
    name: &str,
    account: Option<Playground>,
) -> Result<(Known, Playground), Halt> {
    Ok(start::create(shelf, name, account.map(Box::new)).await?)
}

impl From<Problem> for Halt {
    fn from(problem: Problem) -> Self {
        Self::Storage(problem)
    }
}

/// What to do with a file that should hold an account, or why nothing.
pub(super) fn import(name: &str, content: Content) -> Result<KeepAction, Flash> {
    match content {
        Content::Text(text) => {
            let name = name.trim_end_matches(".json").to_owned();
            Ok(KeepAction::Import(name, text))
        }
        other => Err(Flash::error(unread(name, &other, LARGEST_IMPORT), "")),
    }
}

/// A link to the account, or why there is none.
pub(super) fn share(playground: &Playground) -> Result<String, Flash> {
    playground
        .share()
        .map_err(|length| Flash::error(shared::too_long(length), "").offering(Offer::Export))
}
