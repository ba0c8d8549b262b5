//! Taking the secrets out of a request before anything else sees it.

use base64::Engine;
use serde_json::Value;

use super::shape::{Kind, Member, Shape};
use crate::model::Secret;

/// Replaces every sensitive member of `input` by its sealed form; `keep` receives the clear bytes of each and answers that form.
pub fn seal(members: &[Member], input: &mut Value, keep: &mut dyn FnMut(&[u8]) -> Secret) {
    let Some(object) = input.as_object_mut() else {
        return;
    };
    for member in members {
        if let Some(value) = object.get_mut(member.name) {
            seal_value(&member.shape, value, keep);
        }
    }
}

fn seal_value(shape: &Shape, value: &mut Value, keep: &mut dyn FnMut(&[u8]) -> Secret) {
    match (shape.kind, &mut *value) {
        (Kind::Structure(members), _) => seal(members, value, keep),
        (Kind::List(item), Value::Array(items)) => {
            for value in items {
                seal_value(item, value, keep);
            }
        }
        (Kind::Blob, Value::String(text)) if shape.sensitive => {
            // What is no base64 is sealed as it stands: it may still be the secret itself.
            let clear = base64::engine::general_purpose::STANDARD
                .decode(&*text)
                .unwrap_or_else(|_| text.as_bytes().to_vec());
            *value = keep(&clear).to_value();
        }
        (Kind::String, Value::String(text)) if shape.sensitive => {
            *value = keep(text.as_bytes()).to_value();
        }
        (Kind::String, Value::String(text)) if shape.certificate => {
            *value = without_private_keys(text).into();
        }
        // A secret in a wrong type is refused for its type, and kept nowhere.
        (Kind::Blob | Kind::String, _) if shape.sensitive => *value = emptied(value),
        _ => {}
    }
}

/// Whether every sensitive member of an input is sealed, as [`seal`] leaves it.
#[must_use]
pub fn is_sealed(members: &[Member], input: &Value) -> bool {
    members.iter().all(|member| {
        let value = input.get(member.name);
        value.is_none_or(|value| value_is_sealed(&member.shape, value))
    })
}

fn value_is_sealed(shape: &Shape, value: &Value) -> bool {
    match shape.kind {
        Kind::Structure(members) => is_sealed(members, value),
        Kind::List(item) => {
            let mut items = value.as_array().into_iter().flatten();
            items.all(|value| value_is_sealed(item, value))
        }
        Kind::Blob | Kind::String if shape.sensitive => {
            Secret::from_value(value).is_some() || !value.is_string() && *value == emptied(value)
        }
        Kind::String if shape.certificate => value
            .as_str()
            .is_none_or(|text| without_private_keys(text) == text),
        _ => true,
    }
}

/// A value of the same JSON type that says nothing.
fn emptied(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Bool(_) => false.into(),
        Value::Number(_) => 0.into(),
        Value::String(_) => "".into(),
        Value::Array(_) => Value::Array(Vec::new()),
        Value::Object(_) => Value::Object(serde_json::Map::new()),
    }
}

/// Empties every private key block, so that a key uploaded by mistake is refused for what its label says and kept nowhere. Line breaks may
/// be lost in a paste, so lines mean nothing here; a block without an end is emptied to the end of the text.
fn without_private_keys(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("-----BEGIN ") {
        let label = rest[at + 11..].split("-----").next().unwrap_or_default();
        let begin_ends = at + 11 + label.len() + 5;
        if !label.ends_with("PRIVATE KEY") || begin_ends > rest.len() {
            let next = (at + 11).min(rest.len());
            kept.push_str(&rest[..next]);
            rest = &rest[next..];
            continue;
        }
        kept.push_str(&rest[..begin_ends]);
        kept.push('\n');
        rest = &rest[begin_ends..];
        rest = rest.find("-----END ").map_or("", |end| &rest[end..]);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::without_private_keys;

    #[test]
    fn nothing_of_a_private_key_is_kept_however_it_was_pasted() {
        let key = "-----BEGIN PRIVATE KEY-----\nSECRET\nBODY\n-----END PRIVATE KEY-----\n";
        for pasted in [
            key.to_owned(),
            key.replace('\n', " "),
            key.replace('\n', ""),
            key.replace('\n', "\r"),
            format!("-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n{key}"),
            "-----BEGIN RSA PRIVATE KEY-----\nSECRET BODY".to_owned(),
        ] {
            let kept = without_private_keys(&pasted);
            assert!(!kept.contains("SECRET") && !kept.contains("BODY"), "{kept}");
            assert!(kept.contains("PRIVATE KEY-----"), "{kept}");
        }
        let certificate = "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n";
        assert_eq!(without_private_keys(certificate), certificate);
    }
}
