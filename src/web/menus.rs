//! Menus, which are `details` of the class `menu`: they close when the reader turns to something else.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent, Node};

/// Closes menus on Escape and on a click elsewhere, as long as the listeners live.
#[must_use]
pub fn listen() -> [Option<EventListener>; 2] {
    let on_click = document().map(|document| {
        EventListener::new(&document, "click", |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Node>().ok());
            for menu in open() {
                if !menu.contains(target.as_ref()) {
                    shut(&menu);
                }
            }
        })
    });
    let on_key = document().map(|document| {
        EventListener::new(&document, "keydown", |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") {
                close();
            }
        })
    });
    [on_click, on_key]
}

/// Closes every menu; who was in one is back at what opens it.
pub fn close() {
    open().iter().for_each(shut);
}

fn open() -> Vec<Element> {
    let found =
        document().and_then(|document| document.query_selector_all("details.menu[open]").ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn shut(menu: &Element) {
    let active = document().and_then(|document| document.active_element());
    let inside = menu.contains(active.as_deref());
    // An attribute that can be set can be removed.
    let _ = menu.remove_attribute("open");
    if inside
        && let Ok(Some(summary)) = menu.query_selector("summary")
        && let Ok(summary) = summary.dyn_into::<HtmlElement>()
    {
        // It is shown, so it takes the focus.
        let _ = summary.focus();
    }
}
