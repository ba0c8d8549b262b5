//! A sandbox that was not opened: which, why, and what can be done about it.

use yew::prelude::*;

use super::sandboxes::{export_raw, perform};
use crate::text::pages::{frame, sandboxes as words};
use crate::ui::desk::use_desk;
use crate::ui::opening::{KeepAction, Stopped, Why};
use crate::ui::parts::{Confirm, Kind, Mood, button, icon, link_button, maybe};
use crate::ui::route::Page;

/// Properties of what is said of it.
#[derive(Properties, PartialEq)]
struct Props {
    stopped: Stopped,
    /// What takes it away, where another sandbox is open.
    dismiss: Option<Callback<MouseEvent>>,
}

/// What is said of it.
pub(in crate::ui) fn view(stopped: &Stopped, dismiss: Option<Callback<MouseEvent>>) -> Html {
    html! { <NotOpened stopped={stopped.clone()} {dismiss} /> }
}

#[component]
fn NotOpened(props: &Props) -> Html {
    let asking = use_state(|| false);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let Stopped { id, name, why } = &props.stopped;
    let (mood, said) = match why {
        Why::Cancelled => (Mood::Info, words::cancelled(name)),
        Why::Hung => (Mood::Warning, words::hung(name)),
        Why::Problem(problem, _) => (Mood::Bad, words::damaged(name, &problem.to_string())),
    };
    let keep = |action: fn(String) -> KeepAction| {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| desk.keep(action(id.clone())))
    };
    let export = export_raw(&desk, &Callback::noop(), id, name);
    let ask = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let delete = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |()| {
            let (told, shelf, id) = (desk.clone(), desk.shelf().clone(), id.clone());
            perform(&desk, &Callback::noop(), async move {
                shelf.delete(&id).await?;
                told.keep(KeepAction::Deleted);
                Ok(())
            });
        })
    };
    let sound = matches!(why, Why::Problem(_, true));
    let again = !matches!(why, Why::Problem(..));
    html! {
        <div class={classes!("flash", mood.class())} role="alert">
            { icon(mood) }
            <div class="said"><strong>{ said }</strong></div>
            <div class="buttons">
                if again { { button(Kind::Normal, words::OPEN_NOW_ANYWAY, None, keep(KeepAction::Open)) } }
                if sound { { button(Kind::Normal, words::OPEN_SOUND, None, keep(KeepAction::Sound)) } }
                if !again {
                    { button(Kind::Normal, words::EXPORT_RAW, None, export) }
                    { button(Kind::Normal, words::DELETE, None, ask) }
                }
                { link_button(Kind::Normal, frame::SANDBOXES, None, &Page::Sandboxes.route()) }
                { maybe(props.dismiss.clone().map(|dismiss| html! {
                    <button type="button" class="icon" aria-label={frame::CLOSE} onclick={dismiss}>{ "✕" }</button>
                })) }
            </div>
            if *asking {
                <Confirm title={frame::question(words::DELETE, name)} warning={words::DELETE_WARNING} word={name.clone()}
                    action={words::DELETE} confirm={delete} {close} />
            }
        </div>
    }
}
