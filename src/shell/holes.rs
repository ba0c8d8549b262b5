//! What a reader has to fill in before lines can be typed: the passwords and other words that nobody else knows, as `"$NAME"`.

use std::collections::BTreeMap;

/// The commands of the HSM tool that fixes leave something open in.
const OF_TOOL: &[&str] = &["loginHSM", "createUser", "changePswd", "deleteUser"];

/// The names of what lines leave open, each once.
#[must_use]
pub fn holes(lines: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in lines.iter().flat_map(|line| holes_of(line)) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// What one line leaves open: the variables that it uses in double quotes.
fn holes_of(line: &str) -> impl Iterator<Item = &str> {
    line.split("\"$").skip(1).filter_map(|part| {
        let (name, _) = part.split_once('"')?;
        let plain = |letter: char| letter.is_ascii_uppercase() || letter == '_';
        name.chars().all(plain).then_some(name)
    })
}

/// The lines as they are typed, with what the reader gave. The HSM tool knows no variables, so a word stands in its lines itself; the
/// shell reads one as at a hidden prompt before the line that uses it, so that it is never shown.
#[must_use]
pub fn filled(lines: &[String], given: &BTreeMap<String, String>) -> Vec<String> {
    let mut all = Vec::new();
    let mut read: Vec<&str> = Vec::new();
    for line in lines {
        if is_of_tool(line) {
            all.push(told(line, |name| {
                given.get(name).cloned().unwrap_or_default()
            }));
            continue;
        }
        for name in holes_of(line) {
            if !read.contains(&name) {
                read.push(name);
                all.push(format!("read -s {name}"));
                all.push(given.get(name).cloned().unwrap_or_default());
            }
        }
        all.push(line.clone());
    }
    all
}

/// The lines as they are pasted into a real terminal: in those for the HSM tool, which would take `"$NAME"` for the password itself, stands
/// what the reader gave, or the name between angle brackets where that is still to be filled in.
#[must_use]
pub fn pasteable(lines: &[String], given: &BTreeMap<String, String>) -> String {
    let word = |name: &str| match given.get(name) {
        Some(word) if !word.is_empty() => word.clone(),
        _ => format!("<{name}>"),
    };
    let ready = |line: &String| {
        if is_of_tool(line) {
            told(line, word)
        } else {
            line.clone()
        }
    };
    lines.iter().map(ready).collect::<Vec<_>>().join("\n")
}

/// Whether a line is one for the HSM tool that may leave something open.
fn is_of_tool(line: &str) -> bool {
    let first = line.split_whitespace().next();
    first.is_some_and(|word| OF_TOOL.contains(&word))
}

/// A line with a word in place of each hole.
fn told(line: &str, word: impl Fn(&str) -> String) -> String {
    let mut text = line.to_owned();
    for name in holes_of(line) {
        text = text.replace(&format!("\"${name}\""), &word(name));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{filled, holes, pasteable};

    fn lines() -> Vec<String> {
        [
            "loginHSM CO admin \"$ADMIN_PASSWORD\"",
            "changePswd CU kmsuser \"$KMSUSER_PASSWORD\"",
            "quit",
            "aws kms update-custom-key-store --key-store-password \"$KMSUSER_PASSWORD\"",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn given(words: &[(&str, &str)]) -> BTreeMap<String, String> {
        let pair = |(name, word): &(&str, &str)| ((*name).to_owned(), (*word).to_owned());
        words.iter().map(pair).collect()
    }

    #[test]
    fn a_tool_gets_the_word_and_the_shell_a_hidden_prompt() {
        assert_eq!(holes(&lines()), ["ADMIN_PASSWORD", "KMSUSER_PASSWORD"]);
        let given = given(&[
            ("ADMIN_PASSWORD", "aPswd77"),
            ("KMSUSER_PASSWORD", "kPswd77"),
        ]);
        let typed = filled(&lines(), &given);
        assert_eq!(
            typed[..3],
            [
                "loginHSM CO admin aPswd77",
                "changePswd CU kmsuser kPswd77",
                "quit"
            ]
        );
        assert_eq!(typed[3..5], ["read -s KMSUSER_PASSWORD", "kPswd77"]);
        assert_eq!(typed[5..], lines()[3..]);
    }

    #[test]
    fn what_is_pasted_names_what_is_missing_and_no_variable_of_the_tool() {
        let text = pasteable(&lines(), &given(&[("ADMIN_PASSWORD", "aPswd77")]));
        assert!(
            text.starts_with(
                "loginHSM CO admin aPswd77\nchangePswd CU kmsuser <KMSUSER_PASSWORD>\n"
            )
        );
        // A shell has variables.
        assert!(text.ends_with("--key-store-password \"$KMSUSER_PASSWORD\""));
    }
}
