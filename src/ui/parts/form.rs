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
use crate::ui::unsaved::{sent, use_unsaved};
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
    /// What it holds until the reader writes something else; it may follow from other fields.
    pub(in crate::ui) suggestion: String,
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
            suggestion: String::new(),
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

    /// What it holds until the reader writes something else.
    pub(in crate::ui) fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = suggestion.into();
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
    /// Where Cancel leads; nowhere in a dialog.
    #[prop_or_default]
    pub(in crate::ui) cancel: Option<Route>,
    /// Leaves the dialog that the form stands in, because the call was accepted.
    #[prop_or_default]
    pub(in crate::ui) close: Callback<()>,
    /// The reader wants to leave that dialog.
    #[prop_or_default]
    pub(in crate::ui) leave: Callback<()>,
    /// Hears of every change.
    #[prop_or_default]
    pub(in crate::ui) on_change: Callback<Values>,
}

/// The form of an operation.
#[component]
pub(in crate::ui) fn OperationForm(props: &Props) -> Html {
    let touched = use_state(|| props.values.clone());
    let tried = use_state(|| false);
    let refused = use_state(|| None::<Box<AwsError>>);
    let desk = use_context::<Desk>();
    use_unsaved(begun(&props.values, &touched));
    let Some(desk) = desk else {
        return Html::default();
    };
    let mut values: Values = props
        .fields
        .iter()
        .filter(|field| !field.suggestion.is_empty())
        .map(|field| (field.name, field.suggestion.clone()))
        .collect();
    values.extend((*touched).clone());
    let problems: Vec<Option<String>> = props
        .fields
        .iter()
        .map(|field| field.problem(&values).filter(|_| *tried))
        .collect();
    let request = props.request.emit(values.clone());
    let onsubmit = {
        let (desk, props_fields, values) = (desk.clone(), props.fields.clone(), values.clone());
        let (touched, first) = (touched.clone(), props.values.clone());
        let (tried, refused, request, success, close) = (
            tried.clone(),
            refused.clone(),
            request.clone(),
            props.success.clone(),
            props.close.clone(),
        );
        move |event: SubmitEvent| {
            event.prevent_default();
            refused.set(None);
            if let Some(wrong) = props_fields
                .iter()
                .find(|field| field.problem(&values).is_some())
            {
                tried.set(true);
                location::focus(&format!("#field-{}", wrong.name));
                return;
            }
            let (refused, success, values, close) = (
                refused.clone(),
                success.clone(),
                values.clone(),
                close.clone(),
            );
            let (touched, first) = (touched.clone(), first.clone());
            desk.submit(
                request.clone(),
                move |answer| {
                    // It was sent: there is nothing left to lose.
                    sent();
                    touched.set(first.clone());
                    close.emit(());
                    success.emit((values.clone(), answer.clone()))
                },
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
        <div class="form">
        <form class="form" novalidate=true {onsubmit}>
            { props.fields.iter().zip(problems).map(|(field, problem)| {
                let on_change = {
                    let (touched, name, tell) = (touched.clone(), field.name, props.on_change.clone());
                    Callback::from(move |value: String| {
                        let mut next = (*touched).clone();
                        next.insert(name, value);
                        tell.emit(next.clone());
                        touched.set(next);
                    })
                };
                html! {
                    <Field key={field.name} name={field.name} label={field.label} about={field.about.clone()} hint={field.hint}
                        optional={field.optional} control={field.control.clone()} {on_change}
                        value={values.get(field.name).cloned().unwrap_or_default()} error={problem.unwrap_or_default()} />
                }
            }).collect::<Html>() }
            <CommandLine line={desk.line(&request)} folded=true />
            <div class="buttons end">
                if let Some(cancel) = &props.cancel {
                    <a class="button" href={cancel.href()}>{ words::CANCEL }</a>
                } else {
                    <button type="button" onclick={props.leave.reform(|_| ())}>{ words::CANCEL }</button>
                }
                <button type="submit" class="primary">{ &props.submit }</button>
            </div>
        </form>
        // The fix of a refusal is a form of its own, and a form cannot stand in another one.
        <div class="form-error" role="alert" tabindex="-1">
            if let Some(error) = &*refused { <Refusal error={(**error).clone()} {on_fix} /> }
        </div>
        </div>
    }
}

/// Whether the reader has filled in something that the form did not hold at first.
fn begun(first: &Values, touched: &Values) -> bool {
    let held = |name| first.get(name).map_or("", String::as_str);
    touched.iter().any(|(name, value)| *value != held(name))
}
