//! The terminal: what was typed and printed, and the line being typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::explanation;
use crate::api::Explanation;
use crate::text::page as words;

/// A line that was typed, with what it printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Printed {
    pub(super) prompt: String,
    /// The line; masked when it was a secret.
    pub(super) line: String,
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) refused: Option<Explanation>,
}

/// Properties of the terminal.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) printed: Vec<Printed>,
    pub(super) prompt: String,
    pub(super) hidden: bool,
    pub(super) on_line: Callback<String>,
    pub(super) on_interrupt: Callback<()>,
    pub(super) on_clear: Callback<()>,
}

/// The terminal.
pub(super) struct Terminal {
    input: NodeRef,
    end: NodeRef,
    history: Vec<String>,
    /// Place in the history while the reader walks through it.
    at: usize,
}

/// What happens in the terminal.
pub(super) enum Msg {
    Key(KeyboardEvent),
    Paste(Event),
    Fix,
}

impl Component for Terminal {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            input: NodeRef::default(),
            end: NodeRef::default(),
            history: Vec::new(),
            at: 0,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Key(event) => self.key(context, &event),
            Msg::Paste(event) => self.paste(context, &event),
            Msg::Fix => context.props().on_line.emit("lab fix".to_owned()),
        }
        false
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let fix = context.link().callback(|()| Msg::Fix);
        html! {
            <section class="terminal" aria-label="Terminal">
                <div class="log" role="log" aria-live="polite" tabindex="0" aria-label="Terminal output">
                    <pre class="stdout">{ words::WELCOME }</pre>
                    { for props.printed.iter().map(|printed| entry(printed, &fix)) }
                    <div ref={self.end.clone()} />
                </div>
                <div class="entry">
                    <label for="terminal-line">{ &props.prompt }</label>
                    <input id="terminal-line" ref={self.input.clone()}
                        type={if props.hidden { "password" } else { "text" }}
                        aria-label="Command line" autocomplete="off" autocapitalize="off" spellcheck="false"
                        onkeydown={context.link().callback(Msg::Key)}
                        onpaste={context.link().callback(Msg::Paste)} />
                </div>
            </section>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first && let Some(input) = self.input.cast::<HtmlInputElement>() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // Focus may be refused; typing then begins with a click.
            let _ = input.focus_with_options(&options);
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &Props) -> bool {
        if context.props().printed.len() != old.printed.len() {
            let end = self.end.clone();
            gloo::timers::callback::Timeout::new(0, move || {
                if let Some(end) = end.cast::<web_sys::Element>()
                    && let Some(log) = end.parent_element()
                {
                    log.set_scroll_top(log.scroll_height());
                }
            })
            .forget();
        }
        true
    }
}

impl Terminal {
    fn key(&mut self, context: &Context<Self>, event: &KeyboardEvent) {
        let Some(input) = self.input.cast::<HtmlInputElement>() else {
            return;
        };
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                let line = input.value();
                input.set_value("");
                self.submit(context, line);
            }
            "ArrowUp" => {
                event.prevent_default();
                self.at = self.at.saturating_sub(1);
                self.recall(&input);
            }
            "ArrowDown" => {
                event.prevent_default();
                self.at = (self.at + 1).min(self.history.len());
                self.recall(&input);
            }
            // Where text is selected Ctrl-C copies, as everywhere.
            "c" if event.ctrl_key() && input.selection_start() == input.selection_end() => {
                input.set_value("");
                context.props().on_interrupt.emit(());
            }
            "l" if event.ctrl_key() => {
                event.prevent_default();
                context.props().on_clear.emit(());
            }
            _ => {}
        }
    }

    fn submit(&mut self, context: &Context<Self>, line: String) {
        if !context.props().hidden && !line.trim().is_empty() {
            self.history.push(line.clone());
        }
        self.at = self.history.len();
        context.props().on_line.emit(line);
    }

    fn recall(&self, input: &HtmlInputElement) {
        input.set_value(self.history.get(self.at).map_or("", String::as_str));
    }

    /// Several lines pasted at once run one after the other; the last one waits for Enter.
    fn paste(&mut self, context: &Context<Self>, event: &Event) {
        use wasm_bindgen::JsCast;
        let text = event
            .dyn_ref::<web_sys::ClipboardEvent>()
            .and_then(web_sys::ClipboardEvent::clipboard_data)
            .and_then(|data| data.get_data("text").ok())
            .unwrap_or_default();
        let Some((lines, last)) = text.rsplit_once('\n') else {
            return;
        };
        event.prevent_default();
        let Some(input) = self.input.cast::<HtmlInputElement>() else {
            return;
        };
        let typed = input.value();
        input.set_value(last);
        for (index, line) in lines.lines().enumerate() {
            let line = if index == 0 {
                format!("{typed}{line}")
            } else {
                line.to_owned()
            };
            self.submit(context, line);
        }
    }
}

fn entry(printed: &Printed, fix: &Callback<()>) -> Html {
    let card = printed
        .refused
        .as_ref()
        .map(|explanation| explanation::card(explanation, fix.clone()));
    html! {
        <div class="printed">
            <pre class="line"><span class="prompt">{ &printed.prompt }</span>{ &printed.line }</pre>
            if !printed.stdout.is_empty() { <pre class="stdout">{ &printed.stdout }</pre> }
            if !printed.stderr.is_empty() { <pre class="stderr">{ &printed.stderr }</pre> }
            { for card }
        </div>
    }
}
