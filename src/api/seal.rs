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
        _ => {}
    }
}

/// Empties every private key block, so that a key uploaded by mistake is refused for what its label says and kept nowhere.
fn without_private_keys(text: &str) -> String {
    let mut kept = Vec::new();
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        if line.contains("-----END ") {
            inside = false;
        }
        if !inside {
            kept.push(line);
        }
        if line.contains("-----BEGIN ") && line.contains("PRIVATE KEY-----") {
            inside = true;
        }
    }
    kept.concat()
}
