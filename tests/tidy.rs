//! The shape of the crate: dependencies point one way, nothing of the browser below the doors, links and sentences in one place.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the bottom. A layer uses those before it; `docs` and `text` serve all of them.
const LAYERS: &[&[&str]] = &[
    &["model"],
    &["pki"],
    &["sim"],
    &["facts"],
    &["rules"],
    &["api", "hsm"],
    &["command"],
    &["shell"],
    &["ports"],
    &["playground"],
    &["web"],
    &["ui"],
];

/// Names of the browser, the wall clock and the operating system's randomness.
const OUTSIDE: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "yew",
    "gloo",
    "SystemTime",
    "Instant::now",
    "getrandom",
    "thread_rng",
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file: its path below src, its layer, and its text without comments and without its tests.
fn sources() -> Vec<(String, String, String)> {
    let mut paths = Vec::new();
    files(&source(), &mut paths);
    assert!(paths.len() > 100, "the sources were not found");
    paths
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(source())
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            let layer = name
                .split('/')
                .next()
                .unwrap()
                .trim_end_matches(".rs")
                .to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let code: String = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .map(|line| format!("{line}\n"))
                .collect();
            (name, layer, code)
        })
        .filter(|(name, ..)| !name.contains("/tests"))
        .collect()
}

fn height(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|layers| layers.contains(&layer))
}

#[test]
fn dependencies_point_one_way() {
    let mut wrong = Vec::new();
    for (name, layer, code) in sources() {
        let Some(own) = height(&layer) else {
            continue;
        };
        for part in code.split("crate::").skip(1) {
            let other: String = part
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            if height(&other).is_some_and(|other| other > own) {
                wrong.push(format!("{name} uses {other}"));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_below_the_doors_touches_the_outside() {
    let doors = height("web").unwrap();
    for (name, layer, code) in sources() {
        if height(&layer).is_some_and(|own| own >= doors) || name == "lib.rs" || name == "main.rs" {
            continue;
        }
        for word in OUTSIDE {
            assert!(!code.contains(word), "{name} names {word}");
        }
    }
}

#[test]
fn documentation_is_linked_in_one_place() {
    for (name, _, code) in sources() {
        if name != "docs.rs" {
            // The guides' own message texts may hold an address; a rule's words are no link.
            assert!(
                !code.contains("https://docs."),
                "{name} holds a link of its own"
            );
        }
    }
}

#[test]
fn only_the_right_layers_change_the_account() {
    for (name, layer, code) in sources() {
        if ["facts", "rules", "pki", "text", "ui", "web", "shell"].contains(&layer.as_str()) {
            assert!(!code.contains("&mut Account"), "{name} changes the account");
        }
    }
}

#[test]
fn no_file_outgrows_a_reader() {
    let mut paths = Vec::new();
    files(&source(), &mut paths);
    for path in paths {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        // Tables of words are read line by line.
        let most = if path.starts_with(source().join("text")) {
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

/// The texts in quotation marks of a source without comments.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        if letter != '"' {
            continue;
        }
        let mut text = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => break,
                '\\' => text.extend(letters.next()),
                other => text.push(other),
            }
        }
        found.push(text);
    }
    found
}

#[test]
fn sentences_have_no_private_words() {
    let mut wrong = Vec::new();
    let mut read = 0;
    for (name, layer, code) in sources() {
        if layer != "text" {
            continue;
        }
        // An id has no blanks; whatever has some is read by people.
        for text in literals(&code)
            .into_iter()
            .filter(|text| text.contains(' '))
        {
            read += 1;
            let lower = text.to_lowercase();
            for (private, plain) in PRIVATE {
                if lower.contains(private) {
                    wrong.push(format!("{name}: `{private}` (better: {plain}) in {text}"));
                }
            }
            for (at, _) in lower.match_indices("officer") {
                let before = lower.get(..at).unwrap_or_default();
                if !before.ends_with("crypto ") {
                    wrong.push(format!("{name}: an officer is a crypto officer: {text}"));
                }
            }
        }
    }
    assert!(read > 1_000, "the sentences were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
