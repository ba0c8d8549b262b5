//! The form of an operation: fields, the refusal where there was one, the command line that does the same, and the buttons.

use std::collections::BTreeMap;

use serde_json::Value;
use yew::prelude::*;

use super::{CommandLine, Control, Field};
use crate::api::AwsError;
use crate::text::pages::frame as words;
use crate::ui::desk::{Desk, Success};
use crate::ui::explanation::Refusal;
use crate::ui::route::Route;
use crate::ui::session::Request;
use crate::web::location;

/// What the reader has filled in, by the name of the field.
pub(in crate::ui) type Values = BTreeMap<&'static str, String>;

/// A field of the form.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct FieldSpec {
    /// Tells it from the others.
    pub(in crate::ui) name: &'static str,
    pub(in crate::ui) label: &'static str,
    /// What it is for.
    pub(in crate::ui) about: Html,
    /// What it may hold.
    pub(in crate::ui) hint: &'static str,
    pub(in crate::ui) optional: bool,
    pub(in crate::ui) control: Control,
}

impl FieldSpec {
    /// A field that has to be filled in.
    pub(in crate::ui) fn new(name: &'static str, label: &'static str, control: Control) -> Self {
        Self {
            name,
            label,
            about: Html::default(),
            hint: "",
            optional: false,
            control,
        }
    }

    /// What it may hold.
    pub(in crate::ui) fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// What it is for.
    pub(in crate::ui) fn about(mut self, about: Html) -> Self {
        self.about = about;
        self
    }

    /// A field that may stay empty.
    pub(in crate::ui) fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// What is wrong with what was filled in, before anything is asked of the service.
    fn problem(&self, values: &Values) -> Option<String> {
        let empty = values.get(self.name).is_none_or(String::is_empty);
        (empty && !self.optional).then(|| match self.control {
            Control::Text | Control::Password | Control::Area => words::enter(self.label),
            Control::Select(_) | Control::Checks(_) | Control::Tiles(_) => {
                words::choose(self.label)
            }
            Control::File(_) => words::give_file(self.label),
        })
    }
}

/// Properties of the form.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    pub(in crate::ui) fields: Vec<FieldSpec>,
    /// What the fields hold at first.
    #[prop_or_default]
    pub(in crate::ui) values: Values,
    /// The call that the fields make.
    pub(in crate::ui) request: Callback<Values, Request>,
    /// What is said of it when it was accepted: values and answer.
    pub(in crate::ui) success: Callback<(Values, Value), Success>,
    /// What the button says.
    pub(in crate::ui) submit: AttrValue,
    /// Where Cancel leads.
    pub(in crate::ui) cancel: Route,
    /// Hears of every change.
    #[prop_or_default]
    pub(in crate::ui) on_change: Callback<Values>,
}

/// The form of an operation.
#[component]
pub(in crate::ui) fn OperationForm(props: &Props) -> Html {
    let values = use_state(|| props.values.clone());
    let tried = use_state(|| false);
    let refused = use_state(|| None::<Box<AwsError>>);
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let problems: Vec<Option<String>> = props
        .fields
        .iter()
        .map(|field| field.problem(&values).filter(|_| *tried))
        .collect();
    let request = props.request.emit((*values).clone());
    let onsubmit = {
        let (desk, props_fields, values) = (desk.clone(), props.fields.clone(), values.clone());
        let (tried, refused, request, success) = (
            tried.clone(),
            refused.clone(),
            request.clone(),
            props.success.clone(),
        );
        move |event: SubmitEvent| {
            event.prevent_default();
            refused.set(None);
            if let Some(first) = props_fields
                .iter()
                .find(|field| field.problem(&values).is_some())
            {
                tried.set(true);
                location::focus(&format!("#field-{}", first.name));
                return;
            }
            let (refused, success, values) = (refused.clone(), success.clone(), (*values).clone());
            desk.submit(
                request.clone(),
                move |answer| success.emit((values.clone(), answer.clone())),
                Callback::from(move |error| {
                    refused.set(Some(error));
                    location::focus_soon(".form-error");
                }),
            );
        }
    };
    let on_fix = {
        let desk = desk.clone();
        Callback::from(move |lines| desk.script(lines))
    };
    html! {
        <form class="form" novalidate=true {onsubmit}>
            { for props.fields.iter().zip(problems).map(|(field, problem)| {
                let on_change = {
                    let (values, name, tell) = (values.clone(), field.name, props.on_change.clone());
                    Callback::from(move |value: String| {
                        let mut next = (*values).clone();
                        next.insert(name, value);
                        tell.emit(next.clone());
                        values.set(next);
                    })
                };
                html! {
                    <Field key={field.name} name={field.name} label={field.label} about={field.about.clone()} hint={field.hint}
                        optional={field.optional} control={field.control.clone()} {on_change}
                        value={values.get(field.name).cloned().unwrap_or_default()} error={problem.unwrap_or_default()} />
                }
            }) }
            <div class="form-error" role="alert" tabindex="-1">
                if let Some(error) = &*refused { <Refusal error={(**error).clone()} {on_fix} /> }
            </div>
            <CommandLine line={desk.line(&request)} folded=true />
            <div class="buttons end">
                <a class="button" href={props.cancel.href()}>{ words::CANCEL }</a>
                <button type="submit" class="primary">{ &props.submit }</button>
            </div>
        </form>
    }
}
