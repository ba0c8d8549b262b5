//! Encrypting and decrypting with a key, to see whether it works.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use yew::prelude::*;

use crate::text::pages::{frame, kms as words};
use crate::ui::desk::{Cured, Desk, use_desk};
use crate::ui::explanation::Refused;
use crate::ui::pages::OfResource;
use crate::ui::parts::{CommandLine, Control, Field, panel};
use crate::ui::session::{Act, Done, Request};

/// What came of the last try.
#[derive(Clone, PartialEq)]
enum Tried {
    Nothing,
    Refused(Refused),
    Shown(String),
}

/// Encrypts and decrypts with a key.
#[component]
pub(super) fn TryIt(props: &OfResource) -> Html {
    let plaintext = use_state(String::new);
    let ciphertext = use_state(String::new);
    let context = use_state(String::new);
    let given = use_state(String::new);
    let encrypted = use_state(|| Tried::Nothing);
    let decrypted = use_state(|| Tried::Nothing);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let encrypt = desk.request(
        "kms",
        "Encrypt",
        in_context(
            json!({ "KeyId": *props.id, "Plaintext": STANDARD.encode(plaintext.as_bytes()) }),
            &context,
        ),
    );
    let decrypt = desk.request(
        "kms",
        "Decrypt",
        in_context(
            json!({ "KeyId": *props.id, "CiphertextBlob": ciphertext.trim() }),
            &given,
        ),
    );
    let keep = {
        let ciphertext = ciphertext.setter();
        let encrypted = encrypted.setter();
        let (given, context) = (given.setter(), (*context).clone());
        Callback::from(move |tried: Tried| {
            if let Tried::Shown(text) = &tried {
                ciphertext.set(text.clone());
                given.set(context.clone());
            }
            encrypted.set(tried);
        })
    };
    let show = {
        let decrypted = decrypted.setter();
        Callback::from(move |tried| decrypted.set(tried))
    };
    let field = |name: &'static str,
                 label: &'static str,
                 hint: &'static str,
                 value: &UseStateHandle<String>| {
        let change = value.setter();
        html! {
            <Field {name} {label} {hint} control={Control::Area} optional={label == words::CONTEXT} value={(**value).clone()}
                on_change={move |text| change.set(text)} />
        }
    };
    html! {
        <>
            { panel(words::TRY_ENCRYPT, Html::default(), half(
                &desk, &encrypt, &encrypted, words::ENCRYPT, words::ENCRYPTED, keep, |answer| text(answer, "CiphertextBlob"),
                html! {
                    <>
                        { field("plaintext", words::PLAINTEXT, words::PLAINTEXT_HINT, &plaintext) }
                        { field("context", words::CONTEXT, words::CONTEXT_HINT, &context) }
                    </>
                },
            )) }
            { panel(words::TRY_DECRYPT, Html::default(), half(
                &desk, &decrypt, &decrypted, words::DECRYPT, words::DECRYPTED, show, plain,
                html! {
                    <>
                        { field("ciphertext", words::CIPHERTEXT, words::CIPHERTEXT_HINT, &ciphertext) }
                        { field("given", words::CONTEXT, words::CONTEXT_GIVEN, &given) }
                    </>
                },
            )) }
        </>
    }
}

/// One direction: the field, what came of it, and the button.
#[expect(
    clippy::too_many_arguments,
    reason = "two directions that differ in all of them"
)]
fn half(
    desk: &Desk,
    request: &Request,
    tried: &Tried,
    action: &'static str,
    done: &'static str,
    keep: Callback<Tried>,
    result: fn(&Value) -> String,
    field: Html,
) -> Html {
    let call = {
        let (desk, request, keep) = (desk.clone(), request.clone(), keep.clone());
        Callback::from(move |()| {
            let keep = keep.clone();
            let told = Callback::from(move |outcome| match outcome {
                Done::Answer(answer) => keep.emit(Tried::Shown(result(&answer))),
                Done::Refused(error) => keep.emit(Tried::Refused(Refused::by(error))),
                Done::Well | Done::Paused | Done::Said(_) | Done::Script(_) | Done::Broke(_) => {
                    keep.emit(Tried::Nothing)
                }
            });
            desk.act(Act::Call(request.clone()), told);
        })
    };
    let onsubmit = call.reform(|event: SubmitEvent| event.prevent_default());
    let on_fix = {
        let (desk, request, tried) = (desk.clone(), request.clone(), tried.clone());
        Callback::from(move |lines| {
            let (keep, call, tried) = (keep.clone(), call.clone(), tried.clone());
            let done = Callback::from(move |cured: Cured| match (cured, &tried) {
                // What the lines have called themselves they have printed as well.
                (Cured::Shown(typing) | Cured::Made(_, typing), Tried::Refused(refused)) => {
                    keep.emit(Tried::Refused(refused.with(typing)));
                }
                _ => call.emit(()),
            });
            desk.fix(lines, &request, done);
        })
    };
    html! {
        <div class="form">
        <form class="form" {onsubmit}>
            { field }
            <CommandLine line={desk.line(request)} folded=true />
            <div class="buttons end"><button type="submit" class="primary">{ action }</button></div>
        </form>
            <div role="status">
                { match tried {
                    Tried::Nothing => Html::default(),
                    Tried::Refused(refused) => refused.view(&on_fix),
                    Tried::Shown(text) => html! {
                        <><p><strong>{ done }</strong></p><CommandLine line={text.clone()} /></>
                    },
                } }
            </div>
        </div>
    }
}

/// A request with the encryption context whose pairs stand on lines of their own, where there are any.
fn in_context(mut request: Value, lines: &str) -> Value {
    let pairs = lines.lines().filter(|line| !line.trim().is_empty());
    let pairs = pairs.map(|line| line.split_once('=').unwrap_or((line, "")));
    for (name, value) in pairs {
        request["EncryptionContext"][name.trim()] = value.trim().into();
    }
    request
}

fn text(answer: &Value, member: &str) -> String {
    answer[member].as_str().unwrap_or(frame::NONE).to_owned()
}

fn plain(answer: &Value) -> String {
    STANDARD
        .decode(text(answer, "Plaintext"))
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_else(|| words::BINARY.to_owned())
}
