//! The app: one account, one terminal session, the clock and the views.

use gloo::timers::callback::{Interval, Timeout};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::clock::{ClockAction, Speed};
use super::notices::{self, Notice, NoticeAction, Offer};
use super::session::Session;
use super::terminal::{self, Terminal};
use super::top::{self, AccountAction};
use super::views;
use crate::api::Bug;
use crate::model::{MINUTE, SECOND, Timestamp};
use crate::playground::{Options, Pace, Playground};
use crate::ports::Storage;
use crate::text::{lab, page as words};
use crate::web::files::{self, Content};
use crate::web::{self, download, storage::BrowserStorage};

/// Milliseconds between two looks at the clock.
const TICK: u32 = 250;
/// The longest real time that one look makes up for. Browsers call pages in the background once a minute at the least; a longer
/// gap means that the computer slept, and the simulated world sleeps with it.
const LONGEST_TICK: i64 = MINUTE;
/// Milliseconds until an RSA key is made ahead of its time: enough for the page to paint first.
const BREATH: u32 = 50;
/// The largest file that is read into the client host, in bytes. Every byte of it is saved again with each command.
const LARGEST_UPLOAD: usize = 100_000;
/// The largest exported account that is read, in bytes.
const LARGEST_IMPORT: usize = 50_000_000;
/// Name of an exported account.
const EXPORT_NAME: &str = "keystore-playground.json";

/// The app.
pub(super) struct App {
    session: Session,
    /// The session that import or a new account replaced, while it can be taken back.
    replaced: Option<Session>,
    speed: Speed,
    /// When the browser's clock was last looked at, in milliseconds.
    looked: i64,
    notices: Vec<Notice>,
    /// Whether the browser took the last save.
    saving: bool,
    /// Whether saving is allowed: not over a save that can neither be read nor be put aside.
    keeping: bool,
    menu: NodeRef,
    on_clock: Callback<ClockAction>,
    on_account: Callback<AccountAction>,
    on_notice: Callback<NoticeAction>,
    terminal: terminal::Doors,
    views: views::Doors,
    preparing: Option<Timeout>,
    _ticker: Interval,
}

/// What happens on the page.
pub(super) enum Msg {
    Line(String),
    Fix(Vec<String>),
    Interrupt(String),
    Clear,
    Tick,
    Prepare,
    Clock(ClockAction),
    Account(AccountAction),
    Notice(NoticeAction),
    Imported(String, Content),
    Upload(Event),
    Uploaded(String, Content),
    Download(String),
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let (mut playground, unread) = Playground::restore(&mut BrowserStorage, new_options);
        playground.set_pace(Pace::Running);
        let keeping = unread.as_ref().is_none_or(|unread| unread.aside);
        let notices = unread
            .iter()
            .map(|unread| Notice::plain(words::save_damaged(unread)))
            .collect();
        let ticker = {
            let link = link.clone();
            Interval::new(TICK, move || link.send_message(Msg::Tick))
        };
        Self {
            session: Session::new(playground),
            replaced: None,
            speed: Speed::Real,
            looked: web::now_millis(),
            notices,
            saving: true,
            keeping,
            menu: NodeRef::default(),
            on_clock: link.callback(Msg::Clock),
            on_account: link.callback(Msg::Account),
            on_notice: link.callback(Msg::Notice),
            terminal: terminal::Doors {
                line: link.callback(Msg::Line),
                fix: link.callback(Msg::Fix),
                interrupt: link.callback(Msg::Interrupt),
                clear: link.callback(|()| Msg::Clear),
            },
            views: views::Doors {
                line: link.callback(Msg::Line),
                download: link.callback(Msg::Download),
                upload: link.callback(Msg::Upload),
            },
            preparing: None,
            _ticker: ticker,
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            self.prepare_later(context);
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Tick => return self.tick(context),
            Msg::Prepare => {
                self.preparing = None;
                if self.session.playground.prepare() {
                    self.prepare_later(context);
                }
                return false;
            }
            Msg::Interrupt(typed) => {
                self.session.interrupt(&typed);
                return true;
            }
            Msg::Clear => {
                self.session.clear();
                return true;
            }
            Msg::Download(path) => {
                let name = path.rsplit('/').next().unwrap_or(&path);
                let offered = self
                    .session
                    .file(&path)
                    .is_none_or(|text| download::offer(name, text));
                return self.downloaded(offered);
            }
            Msg::Upload(event) => {
                read(context, &event, LARGEST_UPLOAD, Msg::Uploaded);
                return false;
            }
            Msg::Account(AccountAction::Import(event)) => {
                read(context, &event, LARGEST_IMPORT, Msg::Imported);
                return false;
            }
            Msg::Account(AccountAction::Export)
            | Msg::Notice(NoticeAction::Take(_, Offer::Export)) => {
                let offered = download::offer(EXPORT_NAME, &self.session.playground.export());
                return self.downloaded(offered);
            }
            Msg::Notice(NoticeAction::Dismiss(index)) => {
                self.dismiss(index);
                return true;
            }
            Msg::Notice(NoticeAction::Take(index, Offer::TakeBack)) => {
                self.dismiss(index);
                if let Some(before) = self.replaced.take() {
                    self.session = before;
                }
            }
            Msg::Line(line) => {
                self.session.line(&line);
            }
            Msg::Fix(lines) => self.session.lines(&lines),
            Msg::Clock(action) => self.clock(action),
            Msg::Account(action) => self.account(action),
            Msg::Imported(name, content) => self.import(&name, content),
            Msg::Uploaded(name, content) => self.upload(&name, content),
        }
        self.save();
        self.prepare_later(context);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let Session {
            playground,
            shell,
            screen,
            history,
            ..
        } = &self.session;
        html! {
            <div class="page">
                { top::view(playground, shell.region(), self.speed, &self.menu, &self.on_clock, &self.on_account) }
                { notices::view(&self.notices, &self.on_notice) }
                <main class="desk">
                    <Terminal screen={screen.clone()} history={history.clone()} prompt={shell.prompt()}
                        hidden={shell.hidden()} doors={self.terminal.clone()} />
                    { views::all(playground, shell.region(), &self.views) }
                </main>
            </div>
        }
    }
}

impl App {
    /// Moves the simulated clock by what has passed on the real one; answers whether anything is to be shown.
    fn tick(&mut self, context: &Context<Self>) -> bool {
        let now = web::now_millis();
        let passed = (now - self.looked).clamp(0, LONGEST_TICK);
        self.looked = now;
        if self.speed == Speed::Paused {
            return false;
        }
        let playground = &mut self.session.playground;
        let (before, jobs) = (playground.now(), playground.account().jobs.jobs().len());
        let done = playground.tick(passed * self.speed.factor());
        let (after, left) = (playground.now(), playground.account().jobs.jobs().len());
        self.tell(done);
        if jobs != left {
            // Something has happened by itself; waiting for it again after a reload would be tiresome.
            self.save();
            self.prepare_later(context);
        }
        jobs != left || before.seconds() != after.seconds()
    }

    fn clock(&mut self, action: ClockAction) {
        match action {
            ClockAction::Run(speed) => self.speed = speed,
            ClockAction::Settle => {
                let done = self.session.playground.settle();
                self.tell(done);
            }
            ClockAction::Skip => {
                let done = self.session.skip();
                self.tell(done);
            }
        }
    }

    fn account(&mut self, action: AccountAction) {
        let playground = &mut self.session.playground;
        match action {
            AccountAction::Undo => {
                let done = playground.undo();
                self.tell(done.map(|_| ()));
            }
            AccountAction::Redo => {
                let done = playground.redo();
                self.tell(done.map(|_| ()));
            }
            AccountAction::Region(event) => {
                if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                    self.session.shell.set_region(&select.value());
                }
            }
            AccountAction::Reset => self.replace(Playground::new(new_options())),
            // Both are over before anything of the account changes.
            AccountAction::Export | AccountAction::Import(_) => {}
        }
    }

    fn import(&mut self, name: &str, content: Content) {
        let text = match content {
            Content::Text(text) => text,
            other => return self.unread(name, &other, LARGEST_IMPORT),
        };
        match Playground::import(&text) {
            Ok(mut playground) => {
                playground.set_pace(Pace::Running);
                self.replace(playground);
            }
            Err(problem) => self
                .notices
                .push(Notice::plain(words::import_failed(&problem))),
        }
    }

    fn upload(&mut self, name: &str, content: Content) {
        match content {
            Content::Text(text) => {
                let done = self.session.upload(name, text);
                self.tell(done);
            }
            other => self.unread(name, &other, LARGEST_UPLOAD),
        }
    }

    fn unread(&mut self, name: &str, content: &Content, most: usize) {
        let text = match content {
            Content::TooLarge => words::too_large(name, most),
            Content::NotText => words::not_text(name),
            Content::Unreadable | Content::Text(_) => words::not_readable(name),
        };
        self.notices.push(Notice::plain(text));
    }

    /// Another account takes the place of this one, which can be taken back.
    fn replace(&mut self, playground: Playground) {
        let before = std::mem::replace(&mut self.session, Session::new(playground));
        self.notices
            .retain(|notice| notice.offer != Some(Offer::TakeBack));
        // Nothing was done in it: nobody will miss it.
        if before.playground.log().is_empty() && before.playground.undone() == 0 {
            return;
        }
        self.replaced = Some(before);
        self.notices.push(Notice {
            text: words::REPLACED.to_owned(),
            offer: Some(Offer::TakeBack),
        });
    }

    fn dismiss(&mut self, index: usize) {
        if index < self.notices.len() {
            self.notices.remove(index);
        }
    }

    fn downloaded(&mut self, offered: bool) -> bool {
        if !offered {
            self.notices.push(Notice::plain(words::NO_DOWNLOAD));
        }
        !offered
    }

    fn tell(&mut self, done: Result<(), Bug>) {
        if let Err(bug) = done {
            self.notices.push(Notice::plain(lab::bug(&bug.0)));
        }
    }

    fn save(&mut self) {
        if !self.keeping {
            return;
        }
        let saved = BrowserStorage.save(&self.session.playground.export());
        if self.saving && !saved {
            self.notices.push(Notice {
                text: words::NOT_SAVED.to_owned(),
                offer: Some(Offer::Export),
            });
        }
        if saved {
            self.notices
                .retain(|notice| notice.offer != Some(Offer::Export));
        }
        self.saving = saved;
    }

    /// Looks for an RSA key to make ahead of its time, after the page has painted.
    fn prepare_later(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        self.preparing = Some(Timeout::new(BREATH, move || {
            link.send_message(Msg::Prepare);
        }));
    }
}

fn new_options() -> Options {
    let now = web::now_millis();
    Options {
        seed: web::random_seed(),
        start_time: Timestamp(now - now % SECOND),
        pace: Pace::Running,
        ..Options::default()
    }
}

/// Reads the files chosen in the input of an event; `message` gets the name and the content of each.
fn read(
    context: &Context<App>,
    event: &Event,
    most: usize,
    message: impl Fn(String, Content) -> Msg + 'static,
) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        let link = context.link().clone();
        files::read_chosen(&input, most, move |name, content| {
            link.send_message(message(name, content));
        });
    }
}
