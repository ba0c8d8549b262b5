//! Who changes the account.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::source::{is, within, word};

/// Methods that change a collection.
const CHANGING: &[&str] = &[
    "append",
    "clear",
    "drain",
    "entry",
    "extend",
    "get_mut",
    "insert",
    "iter_mut",
    "pop",
    "push",
    "remove",
    "replace",
    "retain",
    "take",
    "values_mut",
];

/// Whether the tokens take an account that can be changed. Where the account is only handed on (`hands_on`), a function that is given
/// one may be taken.
pub(crate) fn takes(tokens: &TokenStream, hands_on: bool) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    (0..tokens.len()).any(|at| {
        if hands_on && word(tokens.get(at.wrapping_sub(1))).as_deref() == Some("FnOnce") {
            return false;
        }
        match &tokens[at] {
            TokenTree::Group(group) => takes(&group.stream(), hands_on),
            TokenTree::Punct(mark) if mark.as_char() == '&' => is_account(&tokens[at + 1..]),
            _ => false,
        }
    })
}

/// Whether `mut model::Account` follows, with or without a lifetime.
fn is_account(tokens: &[TokenTree]) -> bool {
    let tokens = match tokens {
        [TokenTree::Punct(mark), TokenTree::Ident(_), rest @ ..] if mark.as_char() == '\'' => rest,
        tokens => tokens,
    };
    let [TokenTree::Ident(first), path @ ..] = tokens else {
        return false;
    };
    let last = path
        .iter()
        .take_while(|token| matches!(token, TokenTree::Ident(_)) || is(Some(token), ':'))
        .last();
    first == "mut" && word(last).as_deref() == Some("Account")
}

/// The parts of the account that the tokens change, each as it is written.
pub(crate) fn changed(tokens: &TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            found.extend(changed(&group.stream()));
        }
        if word(Some(token)).as_deref() != Some("account") {
            continue;
        }
        let (end, part) = part(&tokens, at);
        if part.is_empty() {
            continue;
        }
        let changes = is_assigned(&tokens[end..]) || is_borrowed(&tokens[..at]) || {
            is(tokens.get(end), '.')
                && word(tokens.get(end + 1)).is_some_and(|name| CHANGING.contains(&name.as_str()))
        };
        if changes {
            found.push(format!("account{part}"));
        }
    }
    found
}

/// The part of the account that a place names, and where the place ends.
fn part(tokens: &[TokenTree], account: usize) -> (usize, String) {
    let (mut at, mut part) = (account + 1, String::new());
    loop {
        if within(tokens.get(at), Delimiter::Bracket).is_some() {
            part.push_str("[…]");
            at += 1;
            continue;
        }
        let called = within(tokens.get(at + 2), Delimiter::Parenthesis).is_some();
        match word(tokens.get(at + 1)) {
            Some(name) if is(tokens.get(at), '.') && !called => part.push_str(&format!(".{name}")),
            _ => return (at, part),
        }
        at += 2;
    }
}

fn is_assigned(after: &[TokenTree]) -> bool {
    let marks: String = after
        .iter()
        .map_while(|token| match token {
            TokenTree::Punct(mark) => Some(mark.as_char()),
            _ => None,
        })
        .take(2)
        .collect();
    match marks.as_str() {
        "==" | "=>" => false,
        marks if marks.starts_with('=') => true,
        marks => marks.ends_with('=') && !marks.starts_with(['<', '>', '!', '.']),
    }
}

/// Whether `&mut` stands before the place that ends here, such as before `self.`.
fn is_borrowed(before: &[TokenTree]) -> bool {
    let start = before.iter().rposition(|token| {
        !is(Some(token), '.') && word(Some(token)).is_none_or(|word| word == "mut")
    });
    start.is_some_and(|at| {
        word(before.get(at)).as_deref() == Some("mut")
            && at.checked_sub(1).is_some_and(|at| is(before.get(at), '&'))
    })
}
