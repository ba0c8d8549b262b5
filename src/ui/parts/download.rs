//! A button that gives the reader a file.

use yew::prelude::*;

use crate::text::{page, pages::cloudhsm as words};
use crate::ui::desk::use_desk;
use crate::ui::flash::Flash;
use crate::web::download;

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// Name of the file.
    pub(in crate::ui) name: AttrValue,
    pub(in crate::ui) text: AttrValue,
    /// What it says, where the name of the file would not tell.
    #[prop_or_default]
    pub(in crate::ui) label: Option<AttrValue>,
}

/// A button that downloads a text as a file and says so where the browser refuses.
#[component]
pub(in crate::ui) fn DownloadButton(props: &Props) -> Html {
    let desk = use_desk();
    let onclick = {
        let (name, text) = (props.name.clone(), props.text.clone());
        move |_| {
            if !download::offer(&name, &text)
                && let Some(desk) = &desk
            {
                desk.flash(Flash::error(page::NO_DOWNLOAD, ""));
            }
        }
    };
    let named = props.label.is_none().then(|| words::download(&props.name));
    let label = props.label.as_deref().unwrap_or(words::DOWNLOAD);
    html! { <button type="button" aria-label={named} {onclick}>{ label.to_owned() }</button> }
}
