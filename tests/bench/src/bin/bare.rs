//! The least that a Yew page can be. The playground's page is measured against it.

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::prelude::*;

    #[component]
    fn Bare() -> Html {
        html! { <main><h1>{ "Bare" }</h1></main> }
    }

    pub(super) fn mount() {
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("app"));
        if let Some(root) = root {
            root.set_text_content(None);
            yew::Renderer::<Bare>::with_root(root).render();
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::mount();
}
