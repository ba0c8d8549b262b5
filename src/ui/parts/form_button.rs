//! A button with a form behind it.

use serde_json::Value;
use yew::prelude::*;

use super::{Dialog, FieldSpec, Kind, OperationForm, Values, button};
use crate::ui::desk::Success;
use crate::ui::session::Request;
use crate::ui::unsaved;

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

/// A button that opens the form of an operation. What was filled in there is not lost without a question.
#[component]
pub(in crate::ui) fn FormButton(props: &Props) -> Html {
    // Forms that were begun before it was opened.
    let open = use_state(|| None::<usize>);
    let leaving = use_state(|| false);
    let onclick = {
        let (open, tell) = (open.setter(), props.on_change.clone());
        Callback::from(move |_: MouseEvent| {
            tell.emit(Values::new());
            open.set(Some(unsaved::count()));
        })
    };
    let close = {
        let (open, leaving) = (open.setter(), leaving.setter());
        Callback::from(move |()| {
            leaving.set(false);
            open.set(None);
        })
    };
    let stay = {
        let leaving = leaving.setter();
        Callback::from(move |()| leaving.set(false))
    };
    let leave = {
        let (close, leaving, before) = (close.clone(), leaving.setter(), *open);
        Callback::from(move |()| {
            if before.is_some_and(|before| unsaved::count() > before) {
                leaving.set(true);
            } else {
                close.emit(());
            }
        })
    };
    html! {
        <>
            { button(props.kind, &props.label, None, onclick) }
            if open.is_some() {
                <Dialog title={props.label.clone()} close={leave.clone()}>
                    if !props.about.is_empty() { <p>{ props.about }</p> }
                    <OperationForm fields={props.fields.clone()} request={props.request.clone()}
                        success={props.success.clone()} on_change={props.on_change.clone()} submit={props.label.clone()}
                        close={close.clone()} {leave} />
                </Dialog>
                if *leaving { { unsaved::question(close, stay) } }
            }
        </>
    }
}
