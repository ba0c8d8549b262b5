//! The app: one account, one terminal session, the clock and the views.

use gloo::timers::callback::{Interval, Timeout};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::clock::{self, ClockAction, Speed};
use super::terminal::{Printed, Terminal};
use super::views;
use crate::api::Bug;
use crate::command::{Command, HostAction, LabCommand};
use crate::model::{REGIONS, SECOND, Timestamp};
use crate::playground::{Options, Pace, Playground};
use crate::ports::Storage;
use crate::shell::Shell;
use crate::text::page as words;
use crate::web::{self, files, storage::BrowserStorage};

/// Milliseconds between two looks at the clock.
const TICK: u32 = 250;
/// Lines of output that are kept on the screen.
const MOST_PRINTED: usize = 500;
/// Name of an exported account.
const EXPORT_NAME: &str = "keystore-playground.json";

/// The app.
pub(super) struct App {
    playground: Playground,
    shell: Shell,
    printed: Vec<Printed>,
    speed: Speed,
    /// When the browser's clock was last looked at, in milliseconds.
    looked: i64,
    notices: Vec<String>,
    saving: bool,
    _ticker: Interval,
}

/// What happens on the page.
pub(super) enum Msg {
    Line(String),
    Interrupt,
    Clear,
    Tick,
    Prepare,
    Clock(ClockAction),
    Region(Event),
    Undo,
    Redo,
    Reset,
    Export,
    Import(Event),
    Imported(Result<String, String>),
    Upload(Event),
    Uploaded(String, Result<String, String>),
    Download(String),
    Dismiss(usize),
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link().clone();
        let mut notices = Vec::new();
        let (mut playground, problem) = Playground::restore(&mut BrowserStorage, new_options);
        playground.set_pace(Pace::Running);
        notices.extend(problem.as_ref().map(words::save_damaged));
        let shell = playground.shell();
        context.link().send_message(Msg::Prepare);
        Self {
            playground,
            shell,
            printed: Vec::new(),
            speed: Speed::Real,
            looked: web::now_millis(),
            notices,
            saving: true,
            _ticker: Interval::new(TICK, move || link.send_message(Msg::Tick)),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Line(line) => self.line(&line),
            Msg::Interrupt => {
                self.shell.interrupt();
                return true;
            }
            Msg::Clear => {
                self.printed.clear();
                return true;
            }
            Msg::Tick => return self.tick(),
            Msg::Prepare => {
                if self.playground.prepare() {
                    later(context);
                }
                return false;
            }
            Msg::Clock(action) => self.clock(action),
            Msg::Region(event) => {
                if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                    self.shell.set_region(&select.value());
                }
                return true;
            }
            Msg::Undo => {
                let done = self.playground.undo();
                self.tell(done.map(|_| ()));
            }
            Msg::Redo => {
                let done = self.playground.redo();
                self.tell(done.map(|_| ()));
            }
            Msg::Reset => {
                if !self.may_replace() {
                    return false;
                }
                self.playground = Playground::new(new_options());
                self.shell = self.playground.shell();
                self.printed.clear();
            }
            Msg::Export => {
                if !files::download(EXPORT_NAME, &self.playground.export()) {
                    self.notices.push(words::NOT_SAVED.to_owned());
                }
                return true;
            }
            Msg::Import(event) => {
                read_files(context, &event, |_, text| Msg::Imported(text));
                return false;
            }
            Msg::Imported(text) => self.import(text),
            Msg::Upload(event) => {
                read_files(context, &event, Msg::Uploaded);
                return false;
            }
            Msg::Uploaded(name, text) => self.upload(&name, text),
            Msg::Download(path) => {
                self.download(&path);
                return true;
            }
            Msg::Dismiss(index) => {
                if index < self.notices.len() {
                    self.notices.remove(index);
                }
                return true;
            }
        }
        self.save();
        later(context);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let account = self.playground.account();
        let region = account.region(self.shell.region());
        let busy = account.jobs.last_transition().is_some();
        html! {
            <>
                <header class="top">
                    <div class="name">
                        <h1>{ words::TITLE }</h1>
                        <p>{ words::SUBTITLE }</p>
                    </div>
                    { clock::view(account.now, self.speed, busy, &link.callback(Msg::Clock)) }
                    { self.controls(context) }
                </header>
                { for self.notices.iter().enumerate().map(|(index, notice)| html! {
                    <div class="notice" role="status">
                        <span>{ notice }</span>
                        <button type="button" onclick={link.callback(move |_| Msg::Dismiss(index))}>{ "Dismiss" }</button>
                    </div>
                }) }
                <main class="desk">
                    <Terminal
                        printed={self.printed.clone()}
                        prompt={self.shell.prompt()}
                        hidden={self.shell.hidden()}
                        on_line={link.callback(Msg::Line)}
                        on_interrupt={link.callback(|()| Msg::Interrupt)}
                        on_clear={link.callback(|()| Msg::Clear)} />
                    <div class="views">
                        if let Some(region) = region {
                            { views::due(account) }
                            { views::clusters(region) }
                            { views::stores(region, &link.callback(Msg::Line)) }
                            { views::keys(account, region) }
                            { views::network(region) }
                            { views::files(region, &link.callback(Msg::Download), link.callback(Msg::Upload)) }
                            { views::events(self.playground.log()) }
                        }
                    </div>
                </main>
            </>
        }
    }
}

impl App {
    fn controls(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let current = self.shell.region().to_owned();
        let nothing_to_undo = self.playground.log().is_empty();
        let nothing_to_redo = self.playground.undone() == 0;
        html! {
            <div class="controls">
                <span class="buttons">
                    <button type="button" disabled={nothing_to_undo} onclick={link.callback(|_| Msg::Undo)}>{ "Undo" }</button>
                    <button type="button" disabled={nothing_to_redo} onclick={link.callback(|_| Msg::Redo)}>{ "Redo" }</button>
                    <button type="button" onclick={link.callback(|_| Msg::Export)}>{ "Export" }</button>
                    <label class="button">{ "Import" }
                        <input class="file" type="file" accept=".json,application/json" onchange={link.callback(Msg::Import)} />
                    </label>
                    <button type="button" onclick={link.callback(|_| Msg::Reset)}>{ "New account" }</button>
                </span>
                <label class="region">{ "Region" }
                    <select onchange={link.callback(Msg::Region)}>
                        { for REGIONS.iter().map(|(name, ..)| html! {
                            <option value={*name} selected={*name == current}>{ *name }</option>
                        }) }
                    </select>
                </label>
            </div>
        }
    }

    fn line(&mut self, line: &str) {
        let (prompt, hidden) = (self.shell.prompt(), self.shell.hidden());
        let reply = self.shell.run(&mut self.playground, line);
        self.printed.push(Printed {
            prompt,
            line: if hidden {
                String::new()
            } else {
                line.to_owned()
            },
            stdout: reply.stdout,
            stderr: reply.stderr,
            refused: reply.refused,
        });
        let surplus = self.printed.len().saturating_sub(MOST_PRINTED);
        self.printed.drain(..surplus);
    }

    /// Moves the simulated clock by what has passed on the real one; answers whether anything is to be shown.
    fn tick(&mut self) -> bool {
        let now = web::now_millis();
        let passed = (now - self.looked).max(0);
        self.looked = now;
        if self.speed == Speed::Paused {
            return false;
        }
        let before = self.playground.now();
        let done = self.playground.tick(passed * self.speed.factor());
        self.tell(done);
        self.playground.now().0 / SECOND != before.0 / SECOND
    }

    fn clock(&mut self, action: ClockAction) {
        match action {
            ClockAction::Run(speed) => self.speed = speed,
            ClockAction::Settle => {
                let done = self.playground.settle();
                self.tell(done);
            }
            ClockAction::Skip => {
                let now = self.playground.now();
                let due = self
                    .playground
                    .account()
                    .jobs
                    .jobs()
                    .iter()
                    .find(|scheduled| scheduled.job.is_transition())
                    .map(|scheduled| scheduled.due);
                if let Some(due) = due {
                    // Whole seconds, and never short of the moment.
                    let seconds = (due.0 - now.0 + SECOND - 1) / SECOND;
                    let done = self.playground.run(Command::Lab {
                        command: LabCommand::Advance { seconds },
                    });
                    self.tell(done.map(|_| ()));
                }
            }
        }
    }

    /// Whether the account may be replaced: one with a past is not thrown away without being asked for.
    fn may_replace(&self) -> bool {
        self.playground.log().is_empty()
            || web_sys::window()
                .is_some_and(|window| window.confirm_with_message(words::REPLACE).unwrap_or(false))
    }

    fn import(&mut self, text: Result<String, String>) {
        match text.map(|text| Playground::import(&text)) {
            Ok(Ok(_)) if !self.may_replace() => {}
            Ok(Ok(playground)) => {
                self.playground = playground;
                self.playground.set_pace(Pace::Running);
                self.shell = self.playground.shell();
                self.printed.clear();
            }
            Ok(Err(problem)) => self.notices.push(words::import_failed(&problem)),
            Err(name) => self.notices.push(format!("{name} {}", words::NOT_TEXT)),
        }
    }

    fn upload(&mut self, name: &str, text: Result<String, String>) {
        let Ok(text) = text else {
            self.notices.push(format!("{name} {}", words::NOT_TEXT));
            return;
        };
        let done = self.playground.run(Command::Host {
            region: self.shell.region().to_owned(),
            action: HostAction::WriteFile {
                path: format!("/home/ec2-user/{name}"),
                text,
            },
        });
        self.tell(done.map(|_| ()));
    }

    fn download(&mut self, path: &str) {
        let text = self
            .playground
            .account()
            .region(self.shell.region())
            .and_then(|region| region.client.files.get(path));
        let name = path.rsplit('/').next().unwrap_or(path);
        if let Some(text) = text
            && !files::download(name, text)
        {
            self.notices.push(words::NOT_SAVED.to_owned());
        }
    }

    fn tell(&mut self, done: Result<(), Bug>) {
        if let Err(bug) = done {
            self.notices.push(crate::text::lab::bug(&bug.0));
        }
    }

    fn save(&mut self) {
        let saved = BrowserStorage.save(&self.playground.export());
        if self.saving && !saved {
            self.notices.push(words::NOT_SAVED.to_owned());
        }
        self.saving = saved;
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

/// Looks for an RSA key to make ahead of its time, after the page has painted.
fn later(context: &Context<App>) {
    let link = context.link().clone();
    Timeout::new(50, move || link.send_message(Msg::Prepare)).forget();
}

/// Reads the chosen files; `message` gets the name of each and its text, or the name again where it is not text.
fn read_files(
    context: &Context<App>,
    event: &Event,
    message: impl Fn(String, Result<String, String>) -> Msg + Copy + 'static,
) {
    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
        return;
    };
    let Some(list) = input.files() else {
        return;
    };
    for file in gloo::file::FileList::from(list).iter() {
        let (link, file) = (context.link().clone(), file.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let name = file.name();
            let text = match gloo::file::futures::read_as_bytes(&file).await {
                Ok(bytes) => String::from_utf8(bytes).map_err(|_| name.clone()),
                Err(_) => Err(name.clone()),
            };
            link.send_message(message(name, text));
        });
    }
    // So that the same file can be chosen again.
    input.set_value("");
}
