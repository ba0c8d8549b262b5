//! The words of a failure before it has happened: sentences that name no resource, as a catalogue says them.

use super::words::whole;

/// A message as its service words it, with a name between angle brackets for each thing that it will name.
#[must_use]
pub fn pattern(template: &str) -> String {
    whole(template).replace('{', "<").replace('}', ">")
}

/// A sentence whose pieces of evidence are replaced by words that fit whatever will be found. An id behind its noun is left out: `the
/// cluster {cluster}` is `the cluster`.
#[must_use]
pub fn sentence(template: &str) -> String {
    let template = whole(template);
    let mut text = String::new();
    let mut rest = template.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        text.push_str(before);
        rest = after;
        // What is found is no code.
        if text.ends_with('`') && rest.starts_with('`') {
            text.pop();
            rest = &rest[1..];
        }
        match PHRASES.iter().find(|(of, _)| *of == name) {
            Some((_, phrase)) => put(&mut text, phrase),
            // A test catches it.
            None => text.extend(["{", name, "}"]),
        }
    }
    text.push_str(rest);
    text
}

/// Puts a phrase behind a text, unless the text ends in its noun already.
fn put(text: &mut String, phrase: &str) {
    let noun = phrase.split_once(' ').map_or(phrase, |(_, noun)| noun);
    if text.ends_with(' ') && text.trim_end().ends_with(noun) {
        text.truncate(text.trim_end().len());
    } else {
        text.push_str(phrase);
    }
}

/// What is said in place of each piece of evidence.
const PHRASES: &[(&str, &str)] = &[
    ("anchor", "the file customerCA.crt"),
    ("cluster", "the cluster"),
    ("group", "the security group"),
    ("key", "the key"),
    ("kind", "that the user has"),
    ("limit", "several"),
    ("made", "the kind of the new resource"),
    ("missing", "it"),
    ("most", "a fixed number of"),
    ("own", "the key store's own cluster"),
    ("regions", "some Regions"),
    ("vpc", "the VPC"),
];
