//! Files of the client host.

use yew::prelude::*;

use crate::model::Region;
use crate::text::page as words;
use crate::ui::parts::{code, file_button, section, table};

/// Files of the client host: those come and go in which a reader's own openssl has a part.
pub(super) fn view(
    region: &Region,
    on_download: &Callback<String>,
    on_upload: Callback<Event>,
) -> Html {
    let rows = region
        .client
        .files
        .iter()
        .map(|(path, text)| {
            let (on_download, wanted) = (on_download.clone(), path.clone());
            vec![
                code(path),
                html! { words::size(text.len()) },
                html! {
                    <button type="button" aria-label={words::download(path)}
                        onclick={move |_| on_download.emit(wanted.clone())}>{ words::DOWNLOAD }</button>
                },
            ]
        })
        .collect();
    section(
        words::FILES,
        html! {
            <>
                { table(words::FILES, words::FILE_COLUMNS, rows, words::NO_FILES) }
                { file_button(words::UPLOAD, None, true, on_upload) }
            </>
        },
    )
}
