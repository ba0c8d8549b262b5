//! A button that destroys something, after it was confirmed by typing.

use yew::prelude::*;

use super::{Confirm, Kind, button};
use crate::text::pages::frame as words;
use crate::ui::desk::{Success, use_desk};
use crate::ui::session::Request;

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// What the button says, and the button of the question.
    pub(in crate::ui) label: AttrValue,
    /// Why it does nothing now.
    #[prop_or_default]
    pub(in crate::ui) reason: Option<&'static str>,
    /// What is destroyed: the word to type.
    pub(in crate::ui) word: AttrValue,
    /// Whether it can be created again easily, so that the reader need not type a confirmation.
    #[prop_or_default]
    pub(in crate::ui) light: bool,
    /// What follows from it.
    pub(in crate::ui) warning: AttrValue,
    /// The call that does it.
    pub(in crate::ui) request: Request,
    /// What is said when it was accepted.
    pub(in crate::ui) success: Success,
}

/// A button that asks before it calls an operation.
#[component]
pub(in crate::ui) fn DangerButton(props: &Props) -> Html {
    let asking = use_state(|| false);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let ask = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let line = desk.line(&props.request);
    let confirm = {
        let (request, success) = (props.request.clone(), props.success.clone());
        Callback::from(move |()| {
            let success = success.clone();
            desk.order(request.clone(), move |_| success.clone());
        })
    };
    let word = if props.light {
        AttrValue::default()
    } else {
        props.word.clone()
    };
    html! {
        <>
            { button(Kind::Normal, &props.label, props.reason, ask) }
            if *asking {
                <Confirm title={words::question(&props.label, &props.word)} warning={props.warning.clone()}
                    {word} action={props.label.clone()} {line} {confirm} {close} />
            }
        </>
    }
}
