//! The form of an operation: fields, the refusal where there was one, the command line that does the same, and the buttons.

use std::collections::BTreeMap;

use serde_json::Value;
use yew::prelude::*;

use super::{CommandLine, Control, Field};
use crate::api::AwsError;
use crate::text::pages::frame as words;
use crate::ui::desk::{Cured, Desk, Success};
use crate::ui::explanation::Refused;
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
    /// What to say while it is empty, if the usual sentence does not fit.
    pub(in crate::ui) missing: &'static str,
    pub(in crate::ui) optional: bool,
    /// Its value until the reader changes it; it may depend on other fields.
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
            missing: "",
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

    /// What to say while it is empty.
    pub(in crate::ui) fn missing(mut self, missing: &'static str) -> Self {
        self.missing = missing;
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

    /// Its value until the reader changes it.
    pub(in crate::ui) fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = suggestion.into();
        self
    }

    /// What is wrong with what was filled in, before anything is asked of the service.
    fn problem(&self, values: &Values) -> Option<String> {
        let empty = values.get(self.name).is_none_or(String::is_empty);
        (empty && !self.optional).then(|| match self.control {
            _ if !self.missing.is_empty() => self.missing.to_owned(),
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
    let refused = use_state(Refused::default);
    let desk = use_context::<Desk>();
    use_unsaved(begun(&props.values, &touched));
    let Some(desk) = desk else {
        return Html::default();
    };
    let values = filled_in(&props.fields, &touched);
    let problems: Vec<Option<String>> = props
        .fields
        .iter()
        .map(|field| field.problem(&values).filter(|_| *tried))
        .collect();
    let request = props.request.emit(values.clone());
    let accepted = {
        let (touched, first) = (touched.setter(), props.values.clone());
        let (refused, close) = (refused.setter(), props.close.clone());
        let (success, values) = (props.success.clone(), values.clone());
        Callback::from(move |answer: Value| {
            // It was sent, so nothing can be lost.
            sent();
            touched.set(first.clone());
            refused.set(Refused::default());
            close.emit(());
            success.emit((values.clone(), answer))
        })
    };
    let submit = {
        let (desk, request, accepted) = (desk.clone(), request.clone(), accepted.clone());
        let refused = refused.setter();
        Callback::from(move |()| {
            refused.set(Refused::default());
            let refused = refused.clone();
            let told = Callback::from(move |error: Box<AwsError>| {
                refused.set(Refused::by(error));
                location::focus_soon(".form-error");
            });
            desk.submit(request.clone(), accepted.clone(), told);
        })
    };
    let onsubmit = {
        let (fields, values) = (props.fields.clone(), values.clone());
        let (tried, submit) = (tried.setter(), submit.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            match fields.iter().find(|field| field.problem(&values).is_some()) {
                Some(wrong) => {
                    tried.set(true);
                    location::focus(&format!("#field-{}", wrong.name));
                }
                None => submit.emit(()),
            }
        }
    };
    // After a fix the form is judged again: it is sent once more, unless the lines have made the call themselves.
    let on_fix = {
        let (desk, request, refused) = (desk.clone(), request.clone(), refused.clone());
        Callback::from(move |lines: Vec<String>| {
            let (told, request, refused) = (desk.clone(), request.clone(), refused.clone());
            let (accepted, submit) = (accepted.clone(), submit.clone());
            let ask = request.clone();
            let done = Callback::from(move |cured: Cured| match cured {
                Cured::Made(answer, _) => told.accepted(accepted.emit(answer), &request),
                Cured::Again => submit.emit(()),
                Cured::Shown(typing) => {
                    refused.set(refused.with(typing));
                    location::focus_soon(".form-error .transcript summary");
                }
            });
            desk.fix(lines, &ask, done);
        })
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
            { refused.view(&on_fix) }
        </div>
        </div>
    }
}

/// The value to choose where there is no choice; empty where there is one.
pub(in crate::ui) fn only(options: &[(String, String)]) -> String {
    match options {
        [(value, _)] => value.clone(),
        _ => String::new(),
    }
}

/// What the fields hold: what the reader wrote, else what is suggested. What was chosen and is no longer there to choose is not held.
fn filled_in(fields: &[FieldSpec], touched: &Values) -> Values {
    let mut values = Values::new();
    for field in fields {
        let value = touched.get(field.name).unwrap_or(&field.suggestion);
        let value = match &field.control {
            Control::Select(options) | Control::Checks(options) => {
                let there = |line: &&str| options.iter().any(|(value, _)| value == line);
                value.lines().filter(there).collect::<Vec<_>>().join("\n")
            }
            _ => value.clone(),
        };
        if !value.is_empty() || touched.contains_key(field.name) {
            values.insert(field.name, value);
        }
    }
    values
}

/// Whether the reader has filled in something that the form did not hold at first.
fn begun(first: &Values, touched: &Values) -> bool {
    let held = |name| first.get(name).map_or("", String::as_str);
    touched.iter().any(|(name, value)| *value != held(name))
}
