//! The terminal: what was typed and printed, and the line being typed.

mod edge;
mod line;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::app::App;
use super::explanation;
use super::parts::{DownloadButton, UploadButton, maybe};
use super::session::{Printed, Session, Shared};
use crate::text::page as words;
use crate::web::{self, location, preferences};

/// The preference that keeps the height of the docked terminal.
const HEIGHT: &str = "terminal-height";
/// Completions that are listed at once.
const MOST_LISTED: usize = 60;

/// What the reader can do in the terminal.
#[derive(Clone, PartialEq)]
pub(super) struct Doors {
    /// Runs a line.
    pub(super) line: Callback<String>,
    /// Runs a line of a pasted text.
    pub(super) pasted: Callback<String>,
    /// Runs the lines of a fix up to the first that fails.
    pub(super) fix: Callback<Vec<String>>,
    /// Ctrl-C, with what stood on the line.
    pub(super) interrupt: Callback<String>,
    /// Ctrl-L.
    pub(super) clear: Callback<()>,
}

/// The terminal of the session; `docked` says whether it lies below another page.
pub(super) fn view(app: &App, session: &Session, docked: bool) -> Html {
    html! {
        <Terminal screen={session.screen.clone()} history={session.history.clone()} prompt={session.shell.prompt()}
            hidden={session.shell.hidden()} working={app.keeper.working()} running={session.running()} held={session.shell.held()} completer={Completer(Rc::clone(&app.session))}
            doors={app.doors.terminal.clone()} {docked} />
    }
}

/// The session, which completes words; compared by identity.
#[derive(Clone)]
struct Completer(Rc<RefCell<Session>>);

impl PartialEq for Completer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Properties of the terminal.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    screen: Shared<Printed>,
    history: Shared<String>,
    prompt: String,
    hidden: bool,
    /// Whether something goes on that takes long.
    working: bool,
    /// For how many seconds a line has been running.
    running: Option<i64>,
    /// Pasted lines that wait for something hidden.
    held: usize,
    completer: Completer,
    doors: Doors,
    /// Whether it lies below another page.
    docked: bool,
}

/// The terminal.
pub(super) struct Terminal {
    input: NodeRef,
    log: NodeRef,
    last: NodeRef,
    /// Steps back in the history, 0 on the line that is being typed.
    back: usize,
    /// What was being typed before the reader went back.
    draft: String,
    /// Whether the key before was Tab and left the line as it was.
    tabbed: bool,
    /// What the word before the cursor may become, while it is shown.
    listed: Vec<String>,
    /// Number of the newest output that was brought into view.
    seen: u64,
    whole: NodeRef,
    /// Its height in pixels, where the reader has chosen one.
    height: Option<i32>,
}

/// What happens in the terminal.
pub(super) enum Msg {
    Key(KeyboardEvent),
    /// A key that keyboards on a screen lack.
    Touch(Key),
    Paste(Event),
    /// A click in the output.
    Click(MouseEvent),
    /// The edge of a docked terminal is dragged.
    Drag(PointerEvent),
    /// A key on that edge.
    Edge(KeyboardEvent),
}

/// Keys that keyboards on a screen lack.
#[derive(Clone, Copy)]
pub(super) enum Key {
    /// Completes, and lists at once: there is no second Tab to wait for.
    Tab,
    Up,
    Down,
    Interrupt,
}

/// They, with what their buttons show and are called.
const TOUCH_KEYS: [(Key, &str, &str); 4] = [
    (Key::Tab, "Tab", words::KEY_TAB),
    (Key::Up, "↑", words::KEY_UP),
    (Key::Down, "↓", words::KEY_DOWN),
    (Key::Interrupt, "Ctrl-C", words::KEY_INTERRUPT),
];

impl Component for Terminal {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            input: NodeRef::default(),
            log: NodeRef::default(),
            last: NodeRef::default(),
            back: 0,
            draft: String::new(),
            tabbed: false,
            listed: Vec::new(),
            seen: 0,
            whole: NodeRef::default(),
            height: preferences::get(HEIGHT).and_then(|height| height.parse().ok()),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        let Some(input) = self.input.cast::<HtmlInputElement>() else {
            return false;
        };
        match message {
            // The line that is running has not ended.
            Msg::Key(event) if context.props().working && event.key() != "Tab" => {
                event.prevent_default();
                false
            }
            Msg::Key(event) if event.key() == "Tab" => self.tab(context, &input, &event),
            Msg::Touch(key) => {
                // The keyboard on the screen stays.
                let _ = input.focus();
                self.touch(context, &input, key)
            }
            Msg::Key(event) => {
                self.key(context, &input, &event);
                self.tabbed = false;
                !std::mem::take(&mut self.listed).is_empty()
            }
            Msg::Paste(event) => {
                self.paste(context, &input, &event);
                false
            }
            Msg::Drag(event) => edge::drag(self, &event),
            Msg::Edge(event) => edge::key(self, &event),
            Msg::Click(event) => {
                // Who selects text wants to copy it, and what can be clicked takes the click.
                let on = |selector: &str| {
                    let target = event.target_dyn_into::<Element>();
                    target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
                };
                if !web::is_selecting() && !on("a,button,input,summary,label") {
                    let _ = input.focus();
                }
                false
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let newest = props.screen.last().map(|printed| printed.number);
        html! {
            <section class={classes!("terminal", props.docked.then_some("docked"))} aria-labelledby="terminal-name" ref={self.whole.clone()}>
                if props.docked { { edge::view(self.height, context.link()) } }
                <h2 id="terminal-name" class="unseen">{ words::TERMINAL }</h2>
                <div class="log" ref={self.log.clone()} onclick={context.link().callback(Msg::Click)} role="log" aria-live="polite" aria-busy={props.running.map(|_| "true")} tabindex="0"
                    aria-label={words::TERMINAL_OUTPUT}>
                    <pre class="stdout" key="welcome">{ words::WELCOME }</pre>
                    { for props.screen.iter().map(|printed| {
                        let place = (Some(printed.number) == newest).then(|| self.last.clone());
                        entry(printed, place.unwrap_or_default(), &props.doors.fix)
                    }) }
                </div>
                <div role="status" aria-label={words::COMPLETIONS}>
                    if !self.listed.is_empty() {
                        <ul class="completions">
                            { for self.listed.iter().take(MOST_LISTED).map(|word| html! { <li key={word.clone()}>{ word }</li> }) }
                            if self.listed.len() > MOST_LISTED { <li key="more">{ words::more(self.listed.len() - MOST_LISTED) }</li> }
                        </ul>
                    }
                </div>
                if let Some(seconds) = props.running.filter(|seconds| *seconds > 0) { <p class="keys" role="status">{ words::running(seconds) }</p> }
                if props.held > 0 { <p class="keys" role="status">{ words::pasted_wait(props.held) }</p> }
                <div class="entry">
                    <label for="terminal-line">{ &props.prompt }</label>
                    <input id="terminal-line" ref={self.input.clone()}
                        type={if props.hidden { "password" } else { "text" }}
                        readonly={props.working} aria-label={words::COMMAND_LINE} aria-describedby="terminal-keys" autocomplete="off" autocapitalize="off" spellcheck="false"
                        onkeydown={context.link().callback(Msg::Key)}
                        onpaste={context.link().callback(Msg::Paste)} />
                    <UploadButton label={words::TERMINAL_UPLOAD} />
                </div>
                <div class="touch" role="group" aria-label={words::TOUCH_KEYS}>
                    { for TOUCH_KEYS.map(|(key, shown, name)| {
                        let press = context.link().callback(move |_: MouseEvent| Msg::Touch(key));
                        // The focus stays where the line is.
                        let stay = |event: MouseEvent| event.prevent_default();
                        html! { <button type="button" aria-label={name} onmousedown={stay} onclick={press}>{ shown }</button> }
                    }) }
                </div>
                <p id="terminal-keys" class="keys">{ words::TERMINAL_KEYS }</p>
            </section>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first && context.props().docked {
            self.show_height();
        }
        let newest = context.props().screen.last();
        let newest = newest.map_or(0, |printed| printed.number);
        if newest != self.seen {
            self.seen = newest;
            self.bring_into_view();
        }
    }
}

impl Terminal {
    fn key(&mut self, context: &Context<Self>, input: &HtmlInputElement, event: &KeyboardEvent) {
        let doors = &context.props().doors;
        match event.key().as_str() {
            // While an input method is composing, Enter is its own.
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                let line = input.value();
                input.set_value("");
                self.submit(context, line);
            }
            // A secret is not looked up in the history.
            "ArrowUp" if !context.props().hidden => {
                event.prevent_default();
                self.recall(context, input, self.back + 1);
            }
            "ArrowDown" if !context.props().hidden => {
                event.prevent_default();
                self.recall(context, input, self.back.saturating_sub(1));
            }
            // Where text is selected Ctrl-C copies, as everywhere.
            "c" if event.ctrl_key()
                && input.selection_start().ok() == input.selection_end().ok() =>
            {
                event.prevent_default();
                self.interrupt(context, input);
            }
            "a" | "e" | "u" | "k" if event.ctrl_key() && !event.alt_key() => {
                event.prevent_default();
                line::edit(input, &event.key());
            }
            "PageUp" | "PageDown" => {
                event.prevent_default();
                self.turn_page(event.key() == "PageUp");
            }
            "l" if event.ctrl_key() => {
                event.prevent_default();
                doors.clear.emit(());
            }
            // Where an input method is composing, it is that which Escape leaves.
            "Escape" if !event.is_composing() => {
                event.prevent_default();
                location::focus(if context.props().docked {
                    ".dock-handle"
                } else {
                    "main h1"
                });
            }
            _ => {}
        }
    }

    /// Tab completes the word before the cursor; where that changes nothing, a second one lists what it may become. On an empty line,
    /// and with Shift, it moves the focus on as everywhere. Answers whether anything else is to be shown.
    fn tab(
        &mut self,
        context: &Context<Self>,
        input: &HtmlInputElement,
        event: &KeyboardEvent,
    ) -> bool {
        if event.shift_key()
            || input.value().is_empty()
            || context.props().hidden
            || event.is_composing()
        {
            self.tabbed = false;
            return !std::mem::take(&mut self.listed).is_empty();
        }
        event.prevent_default();
        self.complete(context, input)
    }

    fn complete(&mut self, context: &Context<Self>, input: &HtmlInputElement) -> bool {
        let line = input.value();
        let cursor = line::cursor(input, &line);
        let completion = context.props().completer.0.borrow().complete(&line, cursor);
        let before = &line[completion.start..cursor];
        match completion.insertion() {
            Some(insertion) if insertion != before => {
                let start = format!("{}{insertion}", &line[..completion.start]);
                line::put(input, &start, &line[cursor..]);
                self.tabbed = false;
                !std::mem::take(&mut self.listed).is_empty()
            }
            Some(_) if self.tabbed => {
                self.listed = completion.words;
                true
            }
            _ => {
                self.tabbed = true;
                false
            }
        }
    }

    /// A key on the screen was touched.
    fn touch(&mut self, context: &Context<Self>, input: &HtmlInputElement, key: Key) -> bool {
        let secret = context.props().hidden;
        match key {
            Key::Tab if !secret => {
                let before = input.value();
                let shown = self.complete(context, input);
                if input.value() != before {
                    return shown;
                }
                self.tabbed = true;
                return self.complete(context, input);
            }
            Key::Up if !secret => self.recall(context, input, self.back + 1),
            Key::Down if !secret => self.recall(context, input, self.back.saturating_sub(1)),
            Key::Interrupt => self.interrupt(context, input),
            Key::Tab | Key::Up | Key::Down => {}
        }
        self.tabbed = false;
        !std::mem::take(&mut self.listed).is_empty()
    }

    fn interrupt(&mut self, context: &Context<Self>, input: &HtmlInputElement) {
        let typed = input.value();
        input.set_value("");
        self.back = 0;
        context.props().doors.interrupt.emit(typed);
    }

    /// Scrolls through what was printed, a screen at a time with a line in common.
    fn turn_page(&self, up: bool) {
        if let Some(log) = self.log.cast::<HtmlElement>() {
            let screen = log.client_height() * 9 / 10;
            log.set_scroll_top(log.scroll_top() + if up { -screen } else { screen });
        }
    }

    fn submit(&mut self, context: &Context<Self>, line: String) {
        self.back = 0;
        context.props().doors.line.emit(line);
    }

    /// Puts the line `back` steps ago into the input.
    fn recall(&mut self, context: &Context<Self>, input: &HtmlInputElement, back: usize) {
        let history = &context.props().history;
        if self.back == 0 {
            self.draft = input.value();
        }
        self.back = back.min(history.len());
        let line = match self.back {
            0 => self.draft.as_str(),
            back => history
                .get(history.len() - back)
                .map_or("", |line| line.as_str()),
        };
        input.set_value(line);
    }

    /// Several lines pasted at once run one after the other; the last one waits for Enter.
    fn paste(&mut self, context: &Context<Self>, input: &HtmlInputElement, event: &Event) {
        let text = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data)
            .and_then(|data| data.get_data("text").ok())
            .unwrap_or_default();
        let Some((lines, last)) = text.rsplit_once('\n') else {
            return;
        };
        event.prevent_default();
        let typed = input.value();
        input.set_value(last);
        for (index, line) in lines.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let before = if index == 0 { typed.as_str() } else { "" };
            self.back = 0;
            context.props().doors.pasted.emit(format!("{before}{line}"));
        }
    }

    /// Scrolls to the end, but not past the beginning of the newest output: of a long one the first lines count.
    fn bring_into_view(&self) {
        let Some(log) = self.log.cast::<HtmlElement>() else {
            return;
        };
        let end = log.scroll_height() - log.client_height();
        let begin = self
            .last
            .cast::<HtmlElement>()
            .map_or(end, |last| last.offset_top());
        log.set_scroll_top(end.min(begin));
    }
}

fn entry(printed: &Printed, place: NodeRef, fix: &Callback<Vec<String>>) -> Html {
    let card = printed
        .refused
        .as_ref()
        .map(|explanation| explanation::card(explanation, fix));
    html! {
        <div class="printed" key={printed.number.to_string()} ref={place}>
            <pre class="line"><span class="prompt">{ &printed.prompt }</span>{ &printed.line }</pre>
            if !printed.stdout.is_empty() { <pre class="stdout">{ &printed.stdout }</pre> }
            if !printed.stderr.is_empty() { <pre class="stderr">{ &printed.stderr }</pre> }
            { maybe(card) }
            if let Some(file) = &printed.offered {
                <DownloadButton name={file.name.clone()} text={file.text.clone()} />
            }
        </div>
    }
}
