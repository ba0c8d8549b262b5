//! Which module uses which: the paths of `use` groups, of types and expressions, and those in the tokens of macros.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::source::{Source, is, within, word};

/// The paths below the crate's root that a file names, as far as they are written out.
pub(crate) fn uses(source: &Source) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    walk(&source.tokens, &source.module, &mut found);
    found
}

fn walk(tokens: &TokenStream, module: &[String], found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        // A module within the file.
        if word(tokens.get(at)).as_deref() == Some("mod")
            && let Some(name) = word(tokens.get(at + 1))
            && let Some(inner) = within(tokens.get(at + 2), Delimiter::Brace)
        {
            let mut below = module.to_vec();
            below.push(name);
            walk(&inner, &below, found);
            at += 3;
            continue;
        }
        // `x::super` cannot be, so a `super` or `crate` begins a path.
        if let Some("crate" | "super") = word(tokens.get(at)).as_deref() {
            at = path(&tokens, at, module, found);
            continue;
        }
        if let Some(TokenTree::Group(group)) = tokens.get(at) {
            walk(&group.stream(), module, found);
        }
        at += 1;
    }
}

/// Reads a path that begins with `crate` or `super`; answers where it ends.
fn path(
    tokens: &[TokenTree],
    mut at: usize,
    module: &[String],
    found: &mut Vec<Vec<String>>,
) -> usize {
    let mut base = match word(tokens.get(at)).as_deref() {
        Some("super") => module[..module.len().saturating_sub(1)].to_vec(),
        _ => Vec::new(),
    };
    at += 1;
    loop {
        if !(is(tokens.get(at), ':') && is(tokens.get(at + 1), ':')) {
            // `pub(crate)` and `pub(super)` end here, and so does a path.
            found.push(base);
            return at;
        }
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(ident)) if ident == "super" => {
                base.pop();
            }
            Some(TokenTree::Ident(ident)) => base.push(ident.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                grouped(&group.stream(), &base, found);
                return at + 3;
            }
            // `::<` of generic arguments, or the star of a `use`.
            _ => {
                found.push(base);
                return at + 2;
            }
        }
        at += 3;
    }
}

/// The paths of a group in a `use`.
fn grouped(tokens: &TokenStream, base: &[String], found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for one in tokens.split(|token| is(Some(token), ',')) {
        let mut path = base.to_vec();
        for token in one {
            match token {
                TokenTree::Ident(ident) if ident == "as" => break,
                TokenTree::Ident(ident) if ident == "self" => {}
                TokenTree::Ident(ident) => path.push(ident.to_string()),
                TokenTree::Group(group) => grouped(&group.stream(), &path, found),
                _ => {}
            }
        }
        found.push(path);
    }
}
