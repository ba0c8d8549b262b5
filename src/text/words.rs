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

/// Fills the evidence into a sentence. Lists are joined with commas. A part in `[[` and `]]` is left out when evidence in it is empty:
/// a list without items, no text, 0, or nothing at all. A name without evidence elsewhere is left standing, which a test catches.
#[must_use]
pub fn fill(template: &str, evidence: &Map<String, Value>) -> String {
    parts(template)
        .filter_map(|(part, optional)| filled(part, evidence, optional))
        .collect()
}

/// A sentence with all its parts, for readers who have not met the failure; `{names}` stay.
#[must_use]
pub fn whole(template: &str) -> String {
    parts(template).map(|(part, _)| part).collect()
}

/// What a text says without any evidence: the whole of it, or nothing.
#[must_use]
pub fn general(template: &str) -> &str {
    if template.contains('{') { "" } else { template }
}

/// The parts of a sentence, and whether each can be left out.
fn parts(template: &str) -> impl Iterator<Item = (&str, bool)> {
    template
        .split("[[")
        .flat_map(|text| match text.split_once("]]") {
            Some((optional, after)) => [(optional, true), (after, false)],
            None => [(text, false), ("", false)],
        })
}

/// A part with its evidence; none when evidence of an optional one is empty.
fn filled(part: &str, evidence: &Map<String, Value>, optional: bool) -> Option<String> {
    let mut names = part.split('{');
    let mut text = names.next().unwrap_or_default().to_owned();
    for name in names {
        let Some((name, after)) = name.split_once('}') else {
            text = format!("{text}{{{name}");
            continue;
        };
        match evidence.get(name) {
            Some(value) if !(optional && is_empty(value)) => text += &plain(value),
            _ if optional => return None,
            _ => text += &format!("{{{name}}}"),
        }
        text += after;
    }
    Some(text)
}

fn is_empty(value: &Value) -> bool {
    matches!(value.as_u64(), Some(0)) || plain(value).is_empty()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{fill, whole};

    #[test]
    fn a_part_without_evidence_is_left_out() {
        let template = "{a} lacks{b}.[[ It has {c}.]][[ Failures: {d}.]]";
        let said = |evidence: serde_json::Value| fill(template, evidence.as_object().unwrap());
        let all = serde_json::json!({ "a": "x", "b": [], "c": ["y", "{a}"], "d": 2 });
        assert_eq!(said(all), "x lacks. It has y, {a}. Failures: 2.");
        let none = serde_json::json!({ "a": "x", "b": "", "c": [], "d": 0 });
        assert_eq!(said(none), "x lacks.");
        let missing = serde_json::json!({ "a": "x" });
        assert_eq!(said(missing), "x lacks{b}.");
        assert_eq!(whole(template), "{a} lacks{b}. It has {c}. Failures: {d}.");
    }
}
