//! How the words of a failure are kept: AWS's message apart from our explanation.

use serde_json::{Map, Value};

/// The words of one rule. `{name}` stands for a piece of evidence.
#[derive(Debug)]
pub struct Words {
    /// Id of the rule.
    pub rule: &'static str,
    /// The message that the service sends.
    pub message: &'static str,
    /// Whether that message is our wording, because none is published.
    pub ours: bool,
    /// What is wrong, with what was found.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub todo: &'static str,
}

/// Words whose message is ours.
pub(super) const fn ours(
    rule: &'static str,
    message: &'static str,
    what: &'static str,
    why: &'static str,
    todo: &'static str,
) -> Words {
    Words {
        rule,
        message,
        ours: true,
        what,
        why,
        todo,
    }
}

impl Words {
    /// Stands in for words that were forgotten.
    pub const MISSING: Self = Self {
        rule: "",
        message: "",
        ours: true,
        what: "",
        why: "",
        todo: "",
    };
}

/// Fills the evidence into a sentence. Lists are joined with commas; a name without evidence is left standing, which a test catches.
#[must_use]
pub fn fill(template: &str, evidence: &Map<String, Value>) -> String {
    let mut text = template.to_owned();
    for (name, value) in evidence {
        text = text.replace(&format!("{{{name}}}"), &plain(value));
    }
    text
}

/// What a text says without any evidence: the whole of it, or nothing.
#[must_use]
pub fn general(template: &str) -> &str {
    if template.contains('{') { "" } else { template }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) if items.is_empty() => "none".to_owned(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
