//! The sandboxes that this browser keeps.

use std::future::Future;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::Timestamp;
use crate::playground::{Aside, Listed, Listing};
use crate::ports::Problem;
use crate::text::page;
use crate::text::pages::{frame, sandboxes as words};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::flash::Flash;
use crate::ui::opening::KeepAction;
use crate::ui::parts::{
    Confirm, Control, DataTable, Dialog, Field, Kind, LARGEST_IMPORT, Mood, button, file_button,
    mark, maybe, page_head, panel, row, time,
};
use crate::ui::storage::import;
use crate::web::files;
use crate::web::{self, download, preferences};

/// What the reader is asked.
#[derive(Clone, PartialEq)]
enum Question {
    Create,
    Rename(String, String),
    Delete(String, String),
    Everything,
}

/// The sandboxes.
#[component]
pub(super) fn Sandboxes() -> Html {
    let listing = use_state(Listing::default);
    let asking = use_state(|| None::<Question>);
    let looked = use_state(|| 0_u32);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    // What was done, and what is open, changes the list.
    {
        let (listing, shelf) = (listing.setter(), desk.shelf().clone());
        let open = desk.sandbox().clone();
        use_effect_with((*looked, open), move |_| {
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(found) = shelf.list().await {
                    listing.set(found);
                }
            });
        });
    }
    let again = {
        let (setter, next) = (looked.setter(), *looked + 1);
        Callback::from(move |()| setter.set(next))
    };
    let ask = |question: Question| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(Some(question.clone())))
    };
    let close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(None))
    };
    let on_import = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let desk = desk.clone();
                files::read_chosen(&input, LARGEST_IMPORT, move |name, content| {
                    match import(&name, content) {
                        Ok(action) => desk.keep(action),
                        Err(flash) => desk.flash(flash),
                    }
                });
            }
        })
    };
    let actions = html! {
        <>
            { file_button(words::IMPORT, Some(".json,application/json"), false, on_import) }
            { button(Kind::Primary, words::NEW, None, ask(Question::Create)) }
        </>
    };
    let rows = listing
        .sandboxes
        .iter()
        .map(|listed| sandbox(&desk, listed, &ask, &again))
        .collect::<Vec<_>>();
    html! {
        <>
            { page_head(frame::SANDBOXES, words::ABOUT, actions) }
            if !desk.lasting() { <p class="alert warning">{ words::NOT_LASTING }</p> }
            { panel(frame::SANDBOXES, Html::default(), html! {
                <DataTable name={frame::SANDBOXES} columns={words::COLUMNS.to_vec()} {rows} empty={html! { <p>{ words::EMPTY }</p> }} />
            }) }
            if !listing.aside.is_empty() { { aside(&desk, &listing.aside, &again) } }
            { panel(words::ALL, button(Kind::Normal, words::DELETE_ALL, None, ask(Question::Everything)), html! { <p>{ words::ALL_ABOUT }</p> }) }
            { maybe(asking.as_ref().map(|question| dialog(&desk, question, &again, &close))) }
        </>
    }
}

/// Changes the storage, says what went wrong, and reads the list again.
pub(super) fn perform(
    desk: &Desk,
    again: &Callback<()>,
    work: impl Future<Output = Result<(), Problem>> + 'static,
) {
    let (desk, again) = (desk.clone(), again.clone());
    wasm_bindgen_futures::spawn_local(async move {
        if let Err(problem) = work.await {
            desk.flash(Flash::error(words::not_done(&problem.to_string()), ""));
        }
        again.emit(());
    });
}

fn sandbox(
    desk: &Desk,
    listed: &Listed,
    ask: &impl Fn(Question) -> Callback<MouseEvent>,
    again: &Callback<()>,
) -> crate::ui::parts::Row {
    let id = listed.id.clone();
    let record = match &listed.record {
        Ok(record) => record,
        Err(problem) => {
            let name = listed.name.clone();
            return row(
                name.clone(),
                vec![
                    html! { <strong>{ &name }</strong> },
                    mark(Mood::Bad, &problem.to_string()),
                    Html::default(),
                    html! {
                        <div class="buttons">
                            { action(words::EXPORT_RAW, &name, export_raw(desk, again, &id, &name)) }
                            { action(words::DELETE, &name, ask(Question::Delete(id, name.clone()))) }
                        </div>
                    },
                ],
            );
        }
    };
    let name = record.name.clone();
    let named = |label: &str, onclick| action(label, &name, onclick);
    let open = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| desk.keep(KeepAction::Open(id.clone())))
    };
    let duplicate = {
        let (desk, again, id, name) = (desk.clone(), again.clone(), id.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            let (shelf, id, name) = (desk.shelf().clone(), id.clone(), words::copy_of(&name));
            let copy = format!("{:013x}", web::random_seed());
            perform(&desk, &again, async move {
                shelf.duplicate(&id, &copy, &name, web::now_millis()).await
            });
        })
    };
    let export = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| desk.keep(KeepAction::Export(id.clone())))
    };
    let is_open = *desk.sandbox() == record.id;
    row(
        name.clone(),
        vec![
            html! {
                <>
                    <strong>{ &name }</strong>
                    if is_open { { " " }{ mark(Mood::Good, words::OPEN_NOW) } }
                </>
            },
            time(Timestamp(record.saved)),
            html! { record.head },
            html! {
                <div class="buttons">
                    if !is_open { { named(words::OPEN, open) } }
                    { named(words::RENAME, ask(Question::Rename(id.clone(), name.clone()))) }
                    { named(words::DUPLICATE, duplicate) }
                    { named(words::EXPORT, export) }
                    { named(words::DELETE, ask(Question::Delete(id.clone(), name.clone()))) }
                </div>
            },
        ],
    )
}

/// A button that does something with a sandbox of that name.
fn action(label: &str, name: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-label={words::of(label, name)} {onclick}>{ label.to_owned() }</button> }
}

/// Offers the rows of a sandbox as they are stored.
pub(super) fn export_raw(
    desk: &Desk,
    again: &Callback<()>,
    id: &str,
    name: &str,
) -> Callback<MouseEvent> {
    let (desk, again) = (desk.clone(), again.clone());
    let (id, file) = (id.to_owned(), words::raw_file(name));
    Callback::from(move |_: MouseEvent| {
        let (told, shelf) = (desk.clone(), desk.shelf().clone());
        let (id, file) = (id.clone(), file.clone());
        perform(&desk, &again, async move {
            offer(&told, &file, &shelf.raw(&id).await?);
            Ok(())
        });
    })
}

fn aside(desk: &Desk, saves: &[Aside], again: &Callback<()>) -> Html {
    let rows = saves
        .iter()
        .map(|save| {
            let fetch = {
                let (desk, again, id, name) = (desk.clone(), again.clone(), save.id.clone(), save.name.clone());
                move |_| {
                    let (shelf, id, name, told) = (desk.shelf().clone(), id.clone(), name.clone(), desk.clone());
                    perform(&desk, &again, async move {
                        offer(&told, &format!("{name}-damaged.json"), &shelf.aside(&id).await?);
                        Ok(())
                    });
                }
            };
            let delete = {
                let (desk, again, id) = (desk.clone(), again.clone(), save.id.clone());
                move |_| {
                    let (shelf, id) = (desk.shelf().clone(), id.clone());
                    perform(&desk, &again, async move { shelf.delete_aside(&id).await });
                }
            };
            row(
                save.name.clone(),
                vec![
                    html! { &save.name },
                    time(Timestamp(save.at)),
                    html! { &save.why },
                    html! {
                        <div class="buttons">
                            <button type="button" aria-label={words::of(words::DOWNLOAD, &save.name)} onclick={fetch}>{ words::DOWNLOAD }</button>
                            <button type="button" aria-label={words::of(words::DELETE, &save.name)} onclick={delete}>{ words::DELETE }</button>
                        </div>
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    panel(
        words::ASIDE,
        Html::default(),
        html! {
            <>
                <p class="about">{ words::ASIDE_ABOUT }</p>
                <DataTable name={words::ASIDE} columns={words::ASIDE_COLUMNS.to_vec()} {rows} empty={html! {}} />
            </>
        },
    )
}

fn dialog(desk: &Desk, question: &Question, again: &Callback<()>, close: &Callback<()>) -> Html {
    match question {
        Question::Create => {
            let desk = desk.clone();
            let give = Callback::from(move |name: String| desk.keep(KeepAction::Create(name)));
            html! { <Name title={words::NEW} action={words::CREATE} name={words::NEW} {give} close={close.clone()} /> }
        }
        Question::Rename(id, name) => {
            let (desk, again, id) = (desk.clone(), again.clone(), id.clone());
            let give = Callback::from(move |name: String| {
                let (shelf, id, told) = (desk.shelf().clone(), id.clone(), desk.clone());
                perform(&desk, &again, async move {
                    shelf.rename(&id, &name).await?;
                    if id == *told.sandbox() {
                        told.keep(KeepAction::Follow);
                    }
                    Ok(())
                });
            });
            html! { <Name title={words::of(words::RENAME, name)} action={words::RENAME} name={name.clone()} {give} close={close.clone()} /> }
        }
        Question::Delete(id, name) => {
            let (desk, again, id) = (desk.clone(), again.clone(), id.clone());
            let confirm = Callback::from(move |()| {
                let (shelf, id, told) = (desk.shelf().clone(), id.clone(), desk.clone());
                perform(&desk, &again, async move {
                    shelf.delete(&id).await?;
                    if id == *told.sandbox() {
                        told.keep(KeepAction::Deleted);
                    }
                    Ok(())
                });
            });
            html! {
                <Confirm title={frame::question(words::DELETE, name)} warning={words::DELETE_WARNING} word={name.clone()}
                    action={words::DELETE} {confirm} close={close.clone()} />
            }
        }
        Question::Everything => {
            let (desk, again) = (desk.clone(), again.clone());
            let confirm = Callback::from(move |()| {
                let shelf = desk.shelf().clone();
                perform(&desk, &again, async move {
                    shelf.delete_everything().await?;
                    preferences::clear();
                    web::reload();
                    Ok(())
                });
            });
            html! {
                <Confirm title={words::DELETE_ALL} warning={words::DELETE_ALL_WARNING} word={words::DELETE_ALL_WORD}
                    action={words::DELETE_ALL} {confirm} close={close.clone()} />
            }
        }
    }
}

/// Properties of the question for a name.
#[derive(Properties, PartialEq)]
struct NameProps {
    title: AttrValue,
    action: AttrValue,
    name: AttrValue,
    give: Callback<String>,
    close: Callback<()>,
}

/// Asks for a name.
#[component]
fn Name(props: &NameProps) -> Html {
    let name = use_state(|| props.name.to_string());
    let onsubmit = {
        let (give, close, name) = (props.give.clone(), props.close.clone(), name.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let given = name.trim();
            if !given.is_empty() {
                close.emit(());
                give.emit(given.to_owned());
            }
        }
    };
    let on_change = {
        let name = name.setter();
        move |value| name.set(value)
    };
    html! {
        <Dialog title={props.title.clone()} close={props.close.clone()}>
            <form class="dialog-form" {onsubmit}>
                <Field name="sandbox-name" label={words::NAME} control={Control::Text} value={(*name).clone()} {on_change} />
                <div class="buttons end">
                    <button type="button" onclick={props.close.reform(|_| ())}>{ frame::CANCEL }</button>
                    <button type="submit" class="primary" disabled={name.trim().is_empty()}>{ &props.action }</button>
                </div>
            </form>
        </Dialog>
    }
}

fn offer(desk: &Desk, name: &str, text: &str) {
    if !download::offer(name, text) {
        desk.flash(Flash::error(page::NO_DOWNLOAD, ""));
    }
}
