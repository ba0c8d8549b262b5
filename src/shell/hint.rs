//! The corrected line for a reader who pasted the guide's example unchanged.

use crate::text::shell as words;

/// What the guides print before a command.
const PROMPT: &str = "$ ";
/// A pattern of the KMS guide's search for the keys of a key store.
const TYPE_PATTERN: &str = "\"CustomKeyStoreType\": \"AWS_CloudHSM\"";

/// What the reader meant by a text that failed, given the text before it; empty where there is nothing to correct. The guide's
/// example lacks the backslash of its first line, and its certificate is a placeholder, which the shell takes for redirections.
pub(super) fn hint(typed: &str, before: &str) -> String {
    let mut meant = typed.to_owned();
    let mut hint = String::new();
    let (typed, before) = (typed.trim_start(), without_prompt(before));
    if let Some(command) = typed.strip_prefix(PROMPT) {
        hint.push_str(words::GUIDE_PROMPT);
        command.clone_into(&mut meant);
    }
    if typed.starts_with("--") && before.starts_with("aws ") {
        hint.push_str(words::MISSING_BACKSLASH);
        meant = format!("{before} \\\n{typed}");
    }
    if meant.contains(TYPE_PATTERN) && meant.contains("describe-key") {
        hint.push_str(words::GUIDE_PATTERN);
        meant = meant.replace(TYPE_PATTERN, "\"CustomKeyStoreId\"");
    }
    if let Some(placeholder) = placeholder(typed) {
        hint.push_str(&words::placeholder(placeholder));
        meant = meant.replace(placeholder, words::GUIDE_FILE);
    }
    if !hint.is_empty() {
        hint.push_str(&words::meant(&meant));
    }
    hint
}

fn without_prompt(text: &str) -> &str {
    let text = text.trim_start();
    text.strip_prefix(PROMPT).unwrap_or(text)
}

/// A placeholder of the guides, such as `<certificate-goes-here>`.
fn placeholder(text: &str) -> Option<&str> {
    let start = text.find('<')?;
    let length = text[start..].find('>')? + 1;
    let found = &text[start..start + length];
    let name = &found[1..length - 1];
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    (name.contains('-') && name.chars().all(plain)).then_some(found)
}
