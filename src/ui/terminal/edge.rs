//! The upper edge of a docked terminal: dragging it, or an arrow key on it, makes the terminal higher or lower.

use web_sys::{Element, HtmlElement};
use yew::html::Scope;
use yew::prelude::*;

use super::{HEIGHT, Msg, Terminal};
use crate::text::page as words;
use crate::web::preferences;

/// The least height in pixels: a line of output, and the line being typed.
const LEAST: i32 = 120;
/// The height in pixels where the reader has chosen none, as the style sheet has it.
const USUAL: i32 = 352;
/// Pixels that an arrow key moves it by.
const STEP: i32 = 32;

pub(super) fn view(height: Option<i32>, link: &Scope<Terminal>) -> Html {
    let drag = link.callback(Msg::Drag);
    html! {
        <div class="edge" role="separator" tabindex="0" aria-orientation="horizontal" aria-label={words::TERMINAL_HEIGHT}
            aria-valuemin={LEAST.to_string()} aria-valuenow={height.unwrap_or(USUAL).to_string()}
            onpointerdown={drag.clone()} onpointermove={drag} onkeydown={link.callback(Msg::Edge)} />
    }
}

/// The edge is where the pointer is, as long as its button is down.
pub(super) fn drag(terminal: &mut Terminal, event: &PointerEvent) -> bool {
    if event.buttons() & 1 == 0 {
        return false;
    }
    if let Some(edge) = event.target_dyn_into::<Element>() {
        // Without it the pointer is lost where it is faster than the edge.
        let _ = edge.set_pointer_capture(event.pointer_id());
    }
    event.prevent_default();
    let Some(whole) = terminal.whole.cast::<Element>() else {
        return false;
    };
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let bottom = whole.get_bounding_client_rect().bottom() as i32;
    set(terminal, bottom - event.client_y())
}

pub(super) fn key(terminal: &mut Terminal, event: &KeyboardEvent) -> bool {
    let step = match event.key().as_str() {
        "ArrowUp" => STEP,
        "ArrowDown" => -STEP,
        _ => return false,
    };
    event.prevent_default();
    let now = terminal.whole.cast::<HtmlElement>();
    let now = now.map_or(0, |whole| whole.offset_height());
    set(terminal, now + step)
}

fn set(terminal: &mut Terminal, height: i32) -> bool {
    let height = height.max(LEAST);
    if terminal.height == Some(height) {
        return false;
    }
    terminal.height = Some(height);
    preferences::set(HEIGHT, &height.to_string());
    terminal.show_height();
    true
}

impl Terminal {
    /// Makes it as high as the reader has chosen. The page's policy refuses style attributes, but not this.
    pub(super) fn show_height(&self) {
        let whole = self.whole.cast::<HtmlElement>();
        if let (Some(whole), Some(height)) = (whole, self.height) {
            let _ = whole.style().set_property("height", &format!("{height}px"));
        }
    }
}
