//! The shape of the crate: dependencies point one way, nothing of the browser below the doors, links and sentences in one place. Every
//! line of every file is read, but what is built for tests alone.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod account;
mod planted;
mod private;
mod sentences;
mod source;
mod uses;

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

use source::{Source, files, root, sources};

/// The layers from the bottom. A layer uses those before it and those beside it.
const LAYERS: &[&[&str]] = &[
    &["model"],
    &["pki"],
    &["docs", "text"],
    &["sim"],
    &["facts"],
    &["rules"],
    &["api", "hsm"],
    &["command"],
    &["lab"],
    &["shell"],
    &["ports"],
    &["playground"],
    &["web"],
    &["ui"],
];

/// The layers that change the account. The facade hands it to them, and puts another one in its place.
const CHANGING: &[&str] = &["sim", "api", "hsm", "lab"];
const FACADE: &str = "playground";

/// Names of the browser, the wall clock and the operating system's randomness.
const OUTSIDE: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "yew",
    "gloo",
    "SystemTime",
    "Instant::now",
    "getrandom",
    "thread_rng",
];

fn height(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|layers| layers.contains(&layer))
}

/// Every source file of a layer, and its height.
fn layered() -> Vec<(Source, usize)> {
    sources()
        .into_iter()
        .filter(|source| !source.module.is_empty())
        .map(|source| {
            let height = height(source.layer());
            let height = height.unwrap_or_else(|| panic!("{} is in no layer", source.name));
            (source, height)
        })
        .collect()
}

/// Fails with everything that is wrong, each once.
fn none(mut wrong: Vec<String>) {
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dependencies_point_one_way() {
    let mut wrong = Vec::new();
    for (source, own) in layered() {
        for path in uses::uses(&source) {
            // What the crate's root offers is one of its layers.
            let Some(other) = path.first() else {
                continue;
            };
            if height(other).is_none_or(|other| other > own) {
                wrong.push(format!("{} uses {}", source.name, path.join("::")));
            }
        }
    }
    none(wrong);
}

#[test]
fn the_map_shows_the_layers_in_their_order() {
    let map = fs::read_to_string(root().join("lib.rs")).unwrap();
    let shown: Vec<Vec<&str>> = map
        .lines()
        .filter_map(|line| line.strip_prefix("//! | ")?.split(" | ").next())
        .map(|names| names.split(", ").collect())
        .map(|names: Vec<&str>| {
            names
                .into_iter()
                .map(|name| name.trim_matches(['[', ']', '`']))
                .collect()
        })
        .skip(1)
        .collect();
    let bare: Vec<Vec<&str>> = LAYERS.iter().map(|layers| layers.to_vec()).collect();
    assert_eq!(shown, bare);
}

#[test]
fn nothing_below_the_doors_touches_the_outside() {
    fn names(tokens: TokenStream, found: &mut Vec<String>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => names(group.stream(), found),
                TokenTree::Ident(ident) => {
                    found.push(ident.to_string());
                    if let Some(TokenTree::Ident(next)) = tokens.get(at + 3) {
                        found.push(format!("{ident}::{next}"));
                    }
                }
                _ => {}
            }
        }
    }
    let doors = height("web").unwrap();
    let mut wrong = Vec::new();
    for (source, own) in layered() {
        let mut found = Vec::new();
        names(source.tokens.clone(), &mut found);
        found.retain(|name| own < doors && OUTSIDE.contains(&name.as_str()));
        wrong.extend(
            found
                .iter()
                .map(|name| format!("{} names {name}", source.name)),
        );
    }
    none(wrong);
}

#[test]
fn documentation_is_linked_in_one_place() {
    let mut wrong = Vec::new();
    for source in sources() {
        let links = sentences::literals(&source.tokens)
            .into_iter()
            .filter(|text| source.name != "docs.rs" && text.contains("https://docs."));
        wrong.extend(links.map(|link| format!("{} holds {link}", source.name)));
    }
    none(wrong);
}

#[test]
fn sentences_stand_in_one_place() {
    let mut wrong = Vec::new();
    for (source, _) in layered() {
        if !matches!(source.layer(), "text" | "docs") {
            let found = sentences::sentences(&source).into_iter();
            wrong.extend(found.map(|text| format!("{}: {text:?}", source.name)));
        }
    }
    none(wrong);
}

#[test]
fn sentences_have_no_private_words() {
    let (mut wrong, mut read) = (Vec::new(), 0);
    for (source, _) in layered() {
        if source.layer() != "text" {
            continue;
        }
        // An id has no blanks; whatever has some is read by people.
        let texts = sentences::literals(&source.tokens).into_iter();
        for text in texts.filter(|text| text.contains(' ')) {
            read += 1;
            let found = private::private_words(&text).into_iter();
            wrong.extend(found.map(|wrong| format!("{}: {wrong}", source.name)));
        }
    }
    assert!(read > 1_000, "the sentences were not found");
    none(wrong);
}

#[test]
fn only_the_right_layers_change_the_account() {
    let mut wrong = Vec::new();
    for (source, _) in layered() {
        if CHANGING.contains(&source.layer()) || source.layer() == "model" {
            continue;
        }
        if account::takes(&source.tokens, source.layer() == FACADE) {
            wrong.push(format!("{} takes an account to change", source.name));
        }
        let parts = account::changed(&source.tokens).into_iter();
        wrong.extend(parts.map(|part| format!("{} changes {part}", source.name)));
    }
    none(wrong);
}

#[test]
fn no_file_outgrows_a_reader() {
    for path in files(&root()) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        // Tables of words are read line by line.
        let most = if path.starts_with(root().join("text")) {
            700
        } else {
            500
        };
        assert!(lines <= most, "{} has {lines} lines", path.display());
    }
}

#[test]
fn versions_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
    let lock = read("Cargo.lock");
    let version = lock
        .split("name = \"wasm-bindgen\"\nversion = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap()
        .to_owned();
    assert!(read("Cargo.toml").contains(&format!("wasm-bindgen = \"={version}\"")));
    assert!(read("Trunk.toml").contains(&format!("wasm_bindgen = \"{version}\"")));
    assert!(
        !lock.contains("name = \"regex\"\n"),
        "regex is too large for the page; use regex-lite"
    );
}
