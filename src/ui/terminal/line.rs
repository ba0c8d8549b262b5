//! The line that is being typed.

use web_sys::HtmlInputElement;

/// Where the cursor stands, in bytes of the line; the browser counts in UTF-16.
pub(super) fn cursor(input: &HtmlInputElement, line: &str) -> usize {
    let units = input.selection_start().ok().flatten().unwrap_or(u32::MAX) as usize;
    line.char_indices()
        .scan(0, |seen, (at, letter)| {
            let here = *seen;
            *seen += letter.len_utf16();
            Some((here, at))
        })
        .find(|(here, _)| *here >= units)
        .map_or(line.len(), |(_, at)| at)
}

/// Puts a text into the line, with the cursor between its two parts.
pub(super) fn put(input: &HtmlInputElement, before: &str, after: &str) {
    input.set_value(&format!("{before}{after}"));
    let at = u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX);
    // Fails for inputs of other types only.
    let _ = input.set_selection_range(at, at);
}

/// Edits the line as shells do with Ctrl and a letter: to its beginning (a), to its end (e), away what stands before (u) or after (k).
pub(super) fn edit(input: &HtmlInputElement, letter: &str) {
    let line = input.value();
    let (before, after) = line.split_at(cursor(input, &line));
    match letter {
        "a" => put(input, "", &line),
        "e" => put(input, &line, ""),
        "u" => put(input, "", after),
        "k" => put(input, before, ""),
        _ => {}
    }
}
