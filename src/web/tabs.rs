//! Other tabs on the same sandbox: what they are told, and which of them runs the clock.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel of this site.
const CHANNEL: &str = "keystore-playground";

/// A channel to the other tabs. Without one in the browser, a tab notices the others only when it saves.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Hears what other tabs tell.
    #[must_use]
    pub fn new(hear: impl Fn(String) + 'static) -> Self {
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                hear(text);
            }
        });
        let channel = BroadcastChannel::new(CHANNEL).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        }
        Self {
            channel,
            _hear: hear,
        }
    }

    /// Tells the other tabs, if there are any.
    pub fn tell(&self, text: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&text.into());
        }
    }
}

/// Hears, as long as the listeners live, that somebody looks at this page again: it has become visible, or got the focus.
#[must_use]
pub fn on_look(hear: impl Fn() + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let hear = Rc::new(hear);
    let again = Rc::clone(&hear);
    let focus = EventListener::new(&window, "focus", move |_| hear());
    let seen = window.document().map(|document| {
        let seen = document.clone();
        EventListener::new(&document, "visibilitychange", move |_| {
            if !seen.hidden() {
                again();
            }
        })
    });
    std::iter::once(focus).chain(seen).collect()
}

/// A lock that one tab at a time holds, as long as it lives. Where the browser has no locks, every tab holds it.
#[derive(Clone, Debug)]
pub struct Lock {
    held: Rc<Cell<bool>>,
    release: Rc<RefCell<Option<Function>>>,
}

impl Lock {
    /// Waits in line for the lock of a name.
    #[must_use]
    pub fn request(name: &str) -> Self {
        let lock = Self {
            held: Rc::new(Cell::new(false)),
            release: Rc::new(RefCell::new(None)),
        };
        if lock.wait(name).is_none() {
            lock.held.set(true);
        }
        lock
    }

    fn wait(&self, name: &str) -> Option<()> {
        let navigator = web_sys::window()?.navigator();
        let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
        let request: Function = Reflect::get(&locks, &"request".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let (held, release) = (Rc::clone(&self.held), Rc::clone(&self.release));
        let granted = Closure::once_into_js(move |_: JsValue| -> JsValue {
            held.set(true);
            // Held until this is resolved, or the tab is gone.
            Promise::new(&mut |resolve, _| {
                release.replace(Some(resolve));
            })
            .into()
        });
        let answer = request.call2(&locks, &name.into(), &granted).ok()?;
        // Where the browser refuses after all, this tab never runs the clock of a sandbox that it shares.
        let ignore = Closure::once(|_: JsValue| {});
        let _ = answer.dyn_into::<Promise>().ok()?.catch(&ignore);
        ignore.forget();
        Some(())
    }

    /// Whether this tab holds it.
    #[must_use]
    pub fn held(&self) -> bool {
        self.held.get()
    }

    /// Gives it to the next in line.
    pub fn release(&self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}
