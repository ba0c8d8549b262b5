//! Files from the reader: through a button, dropped, or pasted.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Kind, button};
use crate::model::Region;
use crate::shell::HOME;
use crate::text::{page, pages::frame as words};
use crate::web::control;
use crate::web::files::{self, Content};

/// The largest file that a field takes, in bytes: certificates are a few thousand.
pub(in crate::ui) const LARGEST: usize = 100_000;

/// The largest exported account that is read, in bytes.
pub(in crate::ui) const LARGEST_IMPORT: usize = 50_000_000;

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

/// Why a file was not taken.
pub(in crate::ui) fn unread(name: &str, content: &Content, most: usize) -> String {
    match content {
        Content::TooLarge => page::too_large(name, most),
        Content::NotText => page::not_text(name),
        Content::Unreadable | Content::Text(_) => page::not_readable(name),
    }
}

/// A file of the client host.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct HostFile {
    pub(in crate::ui) name: String,
    pub(in crate::ui) text: String,
}

impl HostFile {
    /// The files of those names in the home directory of a Region's client host, as far as they exist.
    pub(in crate::ui) fn find(region: &Region, names: &[&str]) -> Vec<Self> {
        let find = |name: &&str| {
            let text = region.client.files.get(&format!("{HOME}/{name}"))?;
            Some(Self {
                name: (*name).to_owned(),
                text: text.clone(),
            })
        };
        names.iter().filter_map(find).collect()
    }
}

/// Whether a text holds a private key, which belongs into no field.
fn is_private_key(text: &str) -> bool {
    text.contains("PRIVATE KEY-----")
}

/// What the browser offers to choose from: certificates.
const ACCEPTED: &str = ".crt,.pem,.cer";

/// Properties of a field for a file.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    pub(in crate::ui) id: AttrValue,
    /// Files of the client host that it may be.
    pub(in crate::ui) offered: Vec<HostFile>,
    pub(in crate::ui) value: AttrValue,
    /// Ids of what describes it.
    pub(in crate::ui) described: Option<String>,
    pub(in crate::ui) invalid: bool,
    pub(in crate::ui) on_change: Callback<String>,
}

/// A field that takes a text file: chosen, dropped, or pasted.
#[component]
pub(in crate::ui) fn FileField(props: &Props) -> Html {
    let problem = use_state(String::new);
    let over = use_state(|| false);
    let name = use_state(String::new);
    let take = {
        let (problem, name, on_change) = (problem.clone(), name.clone(), props.on_change.clone());
        Callback::from(move |(file, content): (String, Content)| match content {
            Content::Text(text) if is_private_key(&text) => {
                problem.set(words::PRIVATE_KEY.to_owned());
                name.set(String::new());
                on_change.emit(String::new());
            }
            Content::Text(text) => {
                // What was emptied for a reason leaves the reason in sight.
                if !text.is_empty() {
                    problem.set(String::new());
                }
                name.set(file);
                on_change.emit(text);
            }
            other => problem.set(unread(&file, &other, LARGEST)),
        })
    };
    let onchoose = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let take = take.clone();
                files::read_chosen(&input, LARGEST, move |name, content| {
                    take.emit((name, content));
                });
            }
        })
    };
    let hover = |on: bool| {
        let over = over.clone();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(on);
        }
    };
    let ondrop = {
        let (over, take) = (over.clone(), take.clone());
        move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(list) = event.data_transfer().and_then(|data| data.files()) {
                let take = take.clone();
                files::read_list(list, LARGEST, move |name, content| {
                    take.emit((name, content))
                });
            }
        }
    };
    let oninput = {
        let take = take.clone();
        move |event: InputEvent| {
            if let Some(value) = control::value(&event) {
                take.emit((String::new(), Content::Text(value)));
            }
        }
    };
    html! {
        <div class={classes!("drop", over.then_some("over"))} ondragover={hover(true)} ondragleave={hover(false)} {ondrop}>
            <div class="buttons">
                { file_button(words::UPLOAD_FILE, Some(ACCEPTED), false, onchoose) }
                { props.offered.iter().cloned().map(|file| {
                    let label = words::use_of_host(&file.name);
                    let take = take.clone();
                    let onclick = Callback::from(move |_| {
                        take.emit((file.name.clone(), Content::Text(file.text.clone())));
                    });
                    button(Kind::Normal, &label, None, onclick)
                }).collect::<Html>() }
            </div>
            <p class="note" role="status">if !name.is_empty() { { words::chosen(&name) } }</p>
            <p class="hint">{ words::DROP_OR_PASTE }</p>
            if !problem.is_empty() { <p class="wrong" role="alert">{ (*problem).clone() }</p> }
            <textarea id={props.id.clone()} class="pem" rows="4" spellcheck="false" value={props.value.clone()}
                aria-describedby={props.described.clone()} aria-invalid={props.invalid.then_some("true")} {oninput} />
        </div>
    }
}
