//! The app: one account, one terminal session, the clock, and the page at the address.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use yew::prelude::*;

use super::clock::{ClockAction, Speed, TICK};
use super::desk::Desk;
use super::flash::{Flash, FlashAction};
use super::frame;
use super::keeper::{Keeper, Kept};
use super::later::{Later, Loading, Missing};
use super::opening::{Arriving, KeepAction, Stopped};
use super::route::Route;
use super::session::{Act, Done, Session};
use super::start::{self, OPEN, Opening, Started};
use super::terminal;
use super::top::AccountAction;
use super::unsaved::{self, Leaving};
use crate::playground::Known;
use crate::text::{page as words, pages::sandboxes};
use crate::web::files::Content;
use crate::web::tabs::on_look;
use crate::web::{self, location, menus, preferences};

/// What gets the focus on a new page, for those who listen.
const HEADING: &str = "main h1";

/// The app.
pub(super) struct App {
    pub(super) session: Rc<RefCell<Session>>,
    /// Number of changes so far, so that pages know when to read the account again.
    revision: u64,
    pub(super) route: Route,
    pub(super) keeper: Keeper,
    /// Whether the deferred file, with all that the first screen does not need, has been loaded.
    pub(super) loading: Loading,
    /// Whether the page shows a sandbox.
    pub(super) opening: Opening,
    /// The account that is being opened.
    pub(super) arriving: Option<Arriving>,
    /// The sandbox that was not opened, until another one is.
    pub(super) stopped: Option<Stopped>,
    /// Whether this browser had no sandbox open before.
    pub(super) first_visit: bool,
    /// Whether the reader skipped the question where to start.
    pub(super) welcomed: bool,
    pub(super) speed: Speed,
    /// When the browser's clock was last looked at, in milliseconds.
    pub(super) looked: i64,
    pub(super) flashes: Vec<Flash>,
    pub(super) flashed: u64,
    /// Whether the terminal is open below the page.
    pub(super) terminal_open: bool,
    /// Whether the navigation is open, where it is folded.
    pub(super) navigation_open: bool,
    /// Where the reader wants to go from a form that was begun.
    pub(super) leaving: Option<Leaving>,
    /// Whether the reader is asked whether to copy a link to the account.
    pub(super) sharing: bool,
    pub(super) doors: Doors,
    pub(super) preparing: Option<Timeout>,
    /// Whether something of the page had the focus before what happened last.
    focused: bool,
    /// What gets the focus once it is drawn. While a change is being saved the page is not drawn anew.
    focus_next: Option<&'static str>,
    _ticker: Interval,
    _address: Option<EventListener>,
    _guard: Option<EventListener>,
    _look: Vec<EventListener>,
    _menus: [Option<EventListener>; 2],
}

/// Callbacks by which the frame and its parts send messages to the app.
pub(super) struct Doors {
    pub(super) clock: Callback<ClockAction>,
    pub(super) account: Callback<AccountAction>,
    pub(super) flash: Callback<FlashAction>,
    pub(super) terminal: terminal::Doors,
    pub(super) toggle_terminal: Callback<MouseEvent>,
    pub(super) toggle_navigation: Callback<MouseEvent>,
    pub(super) skip_welcome: Callback<MouseEvent>,
    pub(super) load: Callback<MouseEvent>,
    pub(super) leave: Callback<bool>,
    pub(super) share: Callback<bool>,
    pub(super) cancel: Callback<MouseEvent>,
    pub(super) dismiss_stopped: Callback<MouseEvent>,
    act: Callback<(Act, Callback<Done>)>,
    keep: Callback<KeepAction>,
    say: Callback<Flash>,
}

/// What happens on the page.
pub(super) enum Msg {
    Act(Act, Callback<Done>),
    Told(Done),
    Kept(Box<Kept>),
    Started(Box<Started>),
    Load,
    Later(Result<&'static Later, Missing>),
    Keep(KeepAction),
    Say(Flash),
    Flash(FlashAction),
    Address(String),
    Interrupt(String),
    Clear,
    Tick,
    /// Somebody looks at the page again.
    Look,
    Prepare,
    /// The page has drawn its notice that something takes long.
    Painted,
    /// What makes a break goes on.
    GoOn,
    Clock(ClockAction),
    Account(AccountAction),
    Imported(String, Content),
    /// The reader does not want to wait until an account is opened.
    CancelOpening,
    DismissStopped,
    ToggleTerminal,
    ToggleNavigation,
    SkipWelcome,
    /// The answer to the question about unsaved work.
    Leave(bool),
    /// The answer to the question about the link.
    Share(bool),
}

impl Msg {
    /// What the storage answers.
    pub(super) fn kept(answer: Kept) -> Self {
        Self::Kept(Box::new(answer))
    }
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let ticker = {
            let link = link.clone();
            Interval::new(TICK, move || link.send_message(Msg::Tick))
        };
        let address = {
            let link = link.clone();
            location::listen(move |hash| link.send_message(Msg::Address(hash)))
        };
        let look = {
            let link = link.clone();
            on_look(move || link.send_message(Msg::Look))
        };
        // It is shown while the storage opens, and saved if the storage has no account.
        let account = start::new_account();
        let blank = Known::blank("", sandboxes::FIRST, web::now_millis(), account.options());
        let mut app = Self {
            session: Rc::new(RefCell::new(Session::new(account))),
            revision: 0,
            route: Route::parse(&location::hash()),
            keeper: Keeper::new(blank, context),
            loading: Loading::Idle,
            opening: Opening::Storage,
            arriving: None,
            stopped: None,
            first_visit: preferences::get(OPEN).is_none(),
            welcomed: false,
            speed: Speed::Real,
            looked: web::now_millis(),
            flashes: Vec::new(),
            flashed: 0,
            terminal_open: false,
            navigation_open: false,
            leaving: None,
            sharing: false,
            doors: doors(context),
            preparing: None,
            focused: false,
            focus_next: None,
            _ticker: ticker,
            _address: address,
            _guard: unsaved::guard(),
            _look: look,
            _menus: menus::listen(),
        };
        location::stepped();
        if !app.first_visit {
            // What was kept takes it all.
            app.load(context);
        }
        app.open_storage(context);
        app.name_tab();
        app
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first && matches!(self.loading, Loading::Idle) {
            // After the first frame.
            let link = context.link().clone();
            Timeout::new(0, move || link.send_message(Msg::Load)).forget();
        }
        if let Some(selector) = self.focus_next.take() {
            if !location::focus(selector) {
                location::focus(HEADING);
            }
        } else if self.focused {
            // A button that has done its work may be gone.
            location::keep_focus(".flash, main h1");
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        self.focused = location::has_focus();
        match message {
            Msg::Act(act, done) => self.enqueue(context, act, done),
            Msg::Told(done) => self.told(done),
            Msg::Kept(answer) => self.kept(context, *answer),
            Msg::Started(started) => self.started(context, *started),
            Msg::Load => self.load(context),
            Msg::Later(answer) => self.loaded(context, answer),
            Msg::Keep(action) => self.keep(context, action),
            Msg::Tick => return self.tick(context),
            Msg::Look => {
                self.look(context);
                return false;
            }
            Msg::Prepare => {
                self.prepare(context);
                return false;
            }
            Msg::Painted => self.painted(context),
            Msg::Interrupt(typed) => self.interrupt(&typed),
            Msg::GoOn => self.go_on(context),
            Msg::Clear => self.session.borrow_mut().clear(),
            Msg::Say(flash) => self.say(flash),
            Msg::Flash(action) => self.flash_action(context, action),
            Msg::Address(hash) => {
                let route = Route::parse(&hash);
                let steps = location::stepped();
                if route != self.route && unsaved::any() {
                    // The form keeps its input until the reader has decided.
                    location::step(-steps);
                    self.leaving = Some(Leaving::To(route, steps));
                } else if route != self.route {
                    self.go(route);
                }
            }
            Msg::Leave(true) => match self.leaving.take() {
                Some(Leaving::To(route, steps)) => {
                    location::step(steps);
                    self.go(route);
                }
                Some(Leaving::Region(region, select)) => {
                    select.set_value(&region);
                    self.move_to(&region);
                }
                Some(Leaving::Sandbox(action)) => {
                    self.open(context, action);
                    self.pump(context);
                }
                None => {}
            },
            Msg::Leave(false) => {
                if let Some(Leaving::Sandbox(_)) = self.leaving.take() {
                    // Actions that wait for the other sandbox are dropped.
                    self.keeper.queue.clear();
                }
            }
            Msg::Share(copy) => {
                let asked = std::mem::take(&mut self.sharing);
                if asked && copy {
                    self.share(context);
                }
            }
            Msg::Clock(ClockAction::Run(speed)) => self.speed = speed,
            Msg::Clock(ClockAction::Skip) => self.act(context, Act::Skip),
            Msg::Clock(ClockAction::Settle) => self.act(context, Act::Settle),
            Msg::Account(action) => self.account(context, action),
            Msg::Imported(name, content) => self.import(context, &name, content),
            Msg::CancelOpening => self.cancel_opening(),
            Msg::DismissStopped => self.stopped = None,
            Msg::ToggleTerminal => {
                self.terminal_open = !self.terminal_open;
                if self.terminal_open {
                    self.focus_next = Some("#terminal-line");
                }
            }
            Msg::ToggleNavigation => self.navigation_open = !self.navigation_open,
            Msg::SkipWelcome => {
                self.welcomed = true;
                self.focus_next = Some(HEADING);
            }
        }
        // A change that waits for the storage is shown only after it was saved.
        self.opening() || !self.keeper.busy() || self.keeper.working() || self.shows_opening()
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let desk = Desk::new(
            &self.session,
            self.revision,
            self.route.clone(),
            &self.keeper,
            self.doors.act.clone(),
            self.doors.keep.clone(),
            self.doors.say.clone(),
        );
        frame::view(self, desk)
    }
}

fn doors(context: &Context<App>) -> Doors {
    let link = context.link();
    let act = link.callback(|(act, done)| Msg::Act(act, done));
    let terminal_act =
        |make: fn(String) -> Act| act.reform(move |line| (make(line), Callback::noop()));
    Doors {
        clock: link.callback(Msg::Clock),
        account: link.callback(Msg::Account),
        flash: link.callback(Msg::Flash),
        terminal: terminal::Doors {
            line: terminal_act(Act::Line),
            pasted: terminal_act(Act::Pasted),
            fix: act.reform(|lines| (Act::Lines(lines), Callback::noop())),
            interrupt: link.callback(Msg::Interrupt),
            clear: link.callback(|()| Msg::Clear),
        },
        toggle_terminal: link.callback(|_| Msg::ToggleTerminal),
        toggle_navigation: link.callback(|_| Msg::ToggleNavigation),
        skip_welcome: link.callback(|_| Msg::SkipWelcome),
        load: link.callback(|_| Msg::Load),
        leave: link.callback(Msg::Leave),
        share: link.callback(Msg::Share),
        cancel: link.callback(|_| Msg::CancelOpening),
        dismiss_stopped: link.callback(|_| Msg::DismissStopped),
        act,
        keep: link.callback(Msg::Keep),
        say: link.callback(Msg::Say),
    }
}

impl App {
    /// The account has changed, or may have.
    pub(super) fn changed(&mut self, context: &Context<Self>) {
        self.note_unsaved_work();
        self.looks_different();
        self.prepare_later(context);
    }

    /// Pages have to look again.
    pub(super) fn looks_different(&mut self) {
        self.revision += 1;
    }

    /// Runs an action of the frame on the account.
    pub(super) fn act(&mut self, context: &Context<Self>, act: Act) {
        self.enqueue(context, act, context.link().callback(Msg::Told));
    }

    /// Shows a page.
    fn go(&mut self, route: Route) {
        self.route = route;
        self.turn_page();
        self.navigation_open = false;
        menus::close();
        self.name_tab();
        self.focus_next = Some(location::aimed().unwrap_or(HEADING));
    }

    fn name_tab(&self) {
        location::set_title(&words::tab_title(&self.route.name()));
    }
}
