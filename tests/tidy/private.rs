//! Words that do not belong into a sentence of the product.

/// Words that mean something to nobody but ourselves, or that no engineer would say; with the word to use.
const PRIVATE: &[(&str, &str)] = &[
    (" road", "steps"),
    ("world around", "outages"),
    ("carried out", "the result"),
    ("carry out", "run"),
    ("bring it about", "how to fix this"),
    ("brings it about", "how to fix this"),
    ("it is done", "the result"),
    ("in the open", "show"),
    ("the reader", "you"),
    ("skip ahead", "wait"),
    ("for good", "permanently"),
    ("for ever ", "forever"),
    ("for ever.", "forever"),
    ("under way", "in progress"),
    ("cure", "fix"),
    ("initialis", "initializ"),
    ("recognis", "recogniz"),
    ("labelled", "labeled"),
    ("leave away", "leave out"),
    (" away.", "leave out"),
    ("does not serve", "won't work"),
    ("do not serve", "won't work"),
];

/// What is wrong with a text: each private word in it, with the word to use.
pub(crate) fn private_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut wrong = Vec::new();
    for (private, plain) in PRIVATE {
        if lower.contains(private) {
            wrong.push(format!("`{private}` (better: {plain}) in {text:?}"));
        }
    }
    for (at, _) in lower.match_indices("officer") {
        if !lower[..at].ends_with("crypto ") {
            wrong.push(format!("an officer is a crypto officer: {text:?}"));
        }
    }
    wrong
}
