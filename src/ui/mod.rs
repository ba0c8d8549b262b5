//! The page: a thin door. It shows the account, and turns clicks and typed lines into commands; it decides nothing.

mod account;
mod app;
mod clock;
mod deed;
mod desk;
mod explanation;
mod flash;
mod frame;
mod keeper;
mod later;
mod messages;
mod met;
mod opening;
mod pages;
mod parts;
mod practice;
mod route;
mod screen;
mod session;
mod share;
mod start;
mod storage;
mod tabs;
mod terminal;
mod top;
mod transcript;
mod unsaved;
mod welcome;

use crate::web;

/// Mounts the app in place of the loading shell.
pub fn mount() {
    // The start script shows the message.
    yew::set_custom_panic_hook(Box::new(|info| web::crash(&info.to_string())));
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        root.set_text_content(None);
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
