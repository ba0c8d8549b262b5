//! Files from the reader's computer.

use gloo::file::futures::read_as_bytes;
use gloo::file::{Blob, File, FileList};
use web_sys::HtmlInputElement;

/// What came of reading a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Its text.
    Text(String),
    /// It is no UTF-8 text.
    NotText,
    /// It is larger than what is read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Reads the files chosen in an input, one after the other, and hands each over with its name. Files of more than `most` bytes
/// are not read. The input is empty afterwards, so that the same file can be chosen again.
pub fn read_chosen(
    input: &HtmlInputElement,
    most: usize,
    hand_over: impl FnMut(String, Content) + 'static,
) {
    let Some(list) = input.files() else {
        return;
    };
    // The list is the input's own and would be emptied with it.
    let files = FileList::from(list).to_vec();
    input.set_value("");
    read_all(files, most, hand_over);
}

/// Reads dropped files, as [`read_chosen`] does.
pub fn read_list(
    list: web_sys::FileList,
    most: usize,
    hand_over: impl FnMut(String, Content) + 'static,
) {
    read_all(FileList::from(list).to_vec(), most, hand_over);
}

fn read_all(files: Vec<File>, most: usize, mut hand_over: impl FnMut(String, Content) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        for file in files {
            let content = read(&file, most).await;
            hand_over(file.name(), content);
        }
    });
}

async fn read(file: &Blob, most: usize) -> Content {
    if file.size() > most as u64 {
        return Content::TooLarge;
    }
    match read_as_bytes(file).await {
        Ok(bytes) => String::from_utf8(bytes).map_or(Content::NotText, Content::Text),
        Err(_) => Content::Unreadable,
    }
}
