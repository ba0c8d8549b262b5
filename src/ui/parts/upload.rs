//! A button that puts files of the reader into the home directory of the client host.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{LARGEST, file_button, unread};
use crate::text::pages::host as words;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::flash::Flash;
use crate::ui::session::{Act, Done};
use crate::web::files::{self, Content};

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// What it says.
    pub(in crate::ui) label: AttrValue,
}

/// A button that uploads files and says what came of it.
#[component]
pub(in crate::ui) fn UploadButton(props: &Props) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let chosen = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            let desk = desk.clone();
            files::read_chosen(&input, LARGEST, move |name, content| {
                take(&desk, name, content);
            });
        }
    });
    file_button(&props.label, None, true, chosen)
}

/// Puts a file into the home directory, or says why not.
fn take(desk: &Desk, name: String, content: Content) {
    let text = match content {
        Content::Text(text) => text,
        other => return desk.flash(Flash::error(unread(&name, &other, LARGEST), "")),
    };
    let said = {
        let (desk, name) = (desk.clone(), name.clone());
        Callback::from(move |done| match done {
            Done::Well => desk.flash(Flash::success(words::uploaded(&name), String::new(), None)),
            other => desk.tell(other),
        })
    };
    desk.act(Act::Upload { name, text }, said);
}
