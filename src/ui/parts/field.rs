//! The only input component: label, control, error and hint, connected so that screen readers read all of them.

use yew::prelude::*;

use super::status::{Mood, icon};
use super::{FileField, HostFile};
use crate::text::pages::frame as words;
use crate::web::control;

/// The kinds of controls.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Control {
    /// A line of text.
    Text,
    /// A line of text that is not shown.
    Password,
    /// Several lines of text.
    Area,
    /// One of several: value and what the reader sees.
    Select(Vec<(String, String)>),
    /// Some of several: value and what the reader sees. The value of the field has a line for each that is chosen.
    Checks(Vec<(String, String)>),
    /// One of several, all in sight: value, name and what it means.
    Tiles(Vec<(String, String, String)>),
    /// A file as text: uploaded, dropped or pasted, or one of those of the client host that are offered.
    File(Vec<HostFile>),
}

/// Properties of a field.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// Tells it from the others of its form.
    pub(in crate::ui) name: AttrValue,
    pub(in crate::ui) label: AttrValue,
    /// What it is for; above the control.
    #[prop_or_default]
    pub(in crate::ui) about: Html,
    /// What it may hold; below the control.
    #[prop_or_default]
    pub(in crate::ui) hint: AttrValue,
    /// What is wrong with it.
    #[prop_or_default]
    pub(in crate::ui) error: AttrValue,
    #[prop_or_default]
    pub(in crate::ui) optional: bool,
    /// What a menu says while nothing is chosen.
    #[prop_or(AttrValue::Static(words::CHOOSE))]
    pub(in crate::ui) any: AttrValue,
    pub(in crate::ui) control: Control,
    pub(in crate::ui) value: AttrValue,
    pub(in crate::ui) on_change: Callback<String>,
}

/// A field of a form.
#[component]
pub(in crate::ui) fn Field(props: &Props) -> Html {
    let shown = use_state(|| false);
    let id = format!("field-{}", props.name);
    let described = [
        (!props.error.is_empty()).then(|| format!("{id}-error")),
        (!props.hint.is_empty()).then(|| format!("{id}-hint")),
    ];
    let described: Vec<String> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = (!props.error.is_empty()).then_some("true");
    let changed = |on_change: Callback<String>| {
        move |event: &Event| {
            if let Some(value) = control::value(event) {
                on_change.emit(value);
            }
        }
    };
    let oninput = {
        let changed = changed(props.on_change.clone());
        Callback::from(move |event: InputEvent| changed(&event))
    };
    let line = |kind: &'static str| {
        html! {
            <input id={id.clone()} type={kind} value={props.value.clone()} autocomplete="off" spellcheck="false"
                aria-describedby={described.clone()} aria-invalid={invalid} oninput={oninput.clone()} />
        }
    };
    let control = match &props.control {
        Control::Text => line("text"),
        Control::Password => {
            let toggle = {
                let shown = shown.clone();
                move |_: MouseEvent| shown.set(!*shown)
            };
            html! {
                <div class="secret">
                    { line(if *shown { "text" } else { "password" }) }
                    <button type="button" aria-pressed={shown.to_string()} onclick={toggle}>{ words::SHOW_PASSWORD }</button>
                </div>
            }
        }
        Control::Area => html! {
            <textarea id={id.clone()} rows={props.value.lines().count().clamp(4, 18).to_string()} spellcheck="false" value={props.value.clone()}
                aria-describedby={described.clone()} aria-invalid={invalid} oninput={oninput.clone()} />
        },
        Control::Select(options) => {
            let changed = changed(props.on_change.clone());
            let onchange = Callback::from(move |event: Event| changed(&event));
            html! {
                <select id={id.clone()} aria-describedby={described.clone()} aria-invalid={invalid} {onchange}>
                    <option value="" selected={props.value.is_empty()}>{ &props.any }</option>
                    { for options.iter().map(|(value, name)| html! {
                        <option key={value.clone()} value={value.clone()} selected={*value == *props.value}>{ name }</option>
                    }) }
                </select>
            }
        }
        Control::Checks(options) => checks(props, options),
        Control::Tiles(options) => tiles(props, &id, options),
        Control::File(offered) => html! {
            <FileField id={id.clone()} offered={offered.clone()} value={props.value.clone()} described={described.clone()}
                invalid={invalid.is_some()} on_change={props.on_change.clone()} />
        },
    };
    let label = html! {
        <>{ &props.label }if props.optional { <span class="optional">{ " – " }{ words::OPTIONAL }</span> }</>
    };
    let rest = html! {
        <>
            { control }
            if !props.error.is_empty() {
                <p class="wrong" id={format!("{id}-error")} role="alert">
                    { icon(Mood::Bad) }<span class="unseen">{ words::ERROR }</span>{ &props.error }
                </p>
            }
            if !props.hint.is_empty() { <p class="hint" id={format!("{id}-hint")}>{ &props.hint }</p> }
        </>
    };
    // Several controls have a legend in place of a label.
    if matches!(props.control, Control::Checks(_) | Control::Tiles(_)) {
        return html! {
            <fieldset class="field" id={id} aria-describedby={described} tabindex="-1">
                <legend>{ label }</legend>
                <div class="about">{ props.about.clone() }</div>
                { rest }
            </fieldset>
        };
    }
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <div class="about">{ props.about.clone() }</div>
            { rest }
        </div>
    }
}

fn checks(props: &Props, options: &[(String, String)]) -> Html {
    let chosen: Vec<&str> = props.value.lines().collect();
    html! {
        <div class="checks">
            { for options.iter().map(|(value, name)| {
                let checked = chosen.contains(&value.as_str());
                let after: Vec<&str> = options
                    .iter()
                    .map(|(other, _)| other.as_str())
                    .filter(|other| if other == value { !checked } else { chosen.contains(other) })
                    .collect();
                let after = after.join("\n");
                let onchange = props.on_change.reform(move |_: Event| after.clone());
                html! {
                    <label class="check" key={value.clone()}>
                        <input type="checkbox" {checked} {onchange} />
                        <span>{ name }</span>
                    </label>
                }
            }) }
        </div>
    }
}

fn tiles(props: &Props, id: &str, options: &[(String, String, String)]) -> Html {
    html! {
        <div class="tiles">
            { for options.iter().map(|(value, name, about)| {
                let wanted = value.clone();
                let onchange = props.on_change.reform(move |_: Event| wanted.clone());
                html! {
                    <label class="tile" key={value.clone()}>
                        <input type="radio" name={id.to_owned()} checked={*value == *props.value} {onchange} />
                        <span><strong>{ name }</strong><span class="note">{ about }</span></span>
                    </label>
                }
            }) }
        </div>
    }
}
