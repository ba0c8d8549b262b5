//! A button with a form behind it.

use serde_json::Value;
use yew::prelude::*;

use super::{Dialog, FieldSpec, Kind, OperationForm, Values, button};
use crate::ui::desk::Success;
use crate::ui::session::Request;

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    #[prop_or(Kind::Normal)]
    pub(in crate::ui) kind: Kind,
    /// What the button, the dialog and its button say.
    pub(in crate::ui) label: AttrValue,
    /// What follows from it.
    #[prop_or_default]
    pub(in crate::ui) about: &'static str,
    pub(in crate::ui) fields: Vec<FieldSpec>,
    /// The call that the fields make.
    pub(in crate::ui) request: Callback<Values, Request>,
    /// What is said of it when it was accepted: values and answer.
    pub(in crate::ui) success: Callback<(Values, Value), Success>,
    /// Hears of every change, and of an empty form when it is opened.
    #[prop_or_default]
    pub(in crate::ui) on_change: Callback<Values>,
}

/// A button that opens the form of an operation.
#[component]
pub(in crate::ui) fn FormButton(props: &Props) -> Html {
    let open = use_state(|| false);
    let onclick = {
        let (open, tell) = (open.setter(), props.on_change.clone());
        Callback::from(move |_: MouseEvent| {
            tell.emit(Values::new());
            open.set(true);
        })
    };
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    html! {
        <>
            { button(props.kind, &props.label, None, onclick) }
            if *open {
                <Dialog title={props.label.clone()} close={close.clone()}>
                    if !props.about.is_empty() { <p>{ props.about }</p> }
                    <OperationForm fields={props.fields.clone()} request={props.request.clone()}
                        success={props.success.clone()} on_change={props.on_change.clone()} submit={props.label.clone()} {close} />
                </Dialog>
            }
        </>
    }
}
