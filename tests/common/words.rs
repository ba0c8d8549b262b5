//! What a sentence must not be once it is filled with evidence.

/// The first flaw of a filled sentence: a name that nothing fills, or the place of something empty.
pub fn flaw(text: &str) -> Option<String> {
    let open = text
        .split('{')
        .skip(1)
        .any(|rest| rest.starts_with(|letter: char| letter.is_ascii_lowercase()));
    let empty = [
        ": none", ": .", ":.", ": ,", " .", " ,", ",.", "..", "()", "``", "[[", "]]",
    ];
    let found = empty.into_iter().find(|flaw| text.contains(flaw));
    if text.is_empty() || open || found.is_some() {
        Some(format!("`{text}` has {found:?}"))
    } else {
        None
    }
}
