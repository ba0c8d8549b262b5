//! A button that asks for files.

use yew::prelude::*;

/// A file input that is drawn as a button; the input itself stays in place for keyboard and screen reader.
pub(in crate::ui) fn file_button(
    label: &str,
    accept: Option<&'static str>,
    multiple: bool,
    on_change: Callback<Event>,
) -> Html {
    html! {
        <label class="button">{ label }
            <input class="file" type="file" accept={accept} multiple={multiple} onchange={on_change} />
        </label>
    }
}
