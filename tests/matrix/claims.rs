//! What a case claims, read off its steps without running them.

use super::book::Told;

/// A refusal of a case that does not say which rule refuses: another could have.
pub fn nameless(told: &Told) -> Option<String> {
    let mut refusals = judged(told).filter(|(_, expected)| claims(expected, "error "));
    let (line, _) = refusals.find(|(_, expected)| !claims(expected, "rule "))?;
    Some(format!(
        "{}: no `expect rule` says what refuses `{line}`",
        told.id
    ))
}

/// Whether the case shows a way out: a `fix`, the refused operation that goes well in the end, or a failed key store that is connected.
pub fn shows_cure(told: &Told) -> bool {
    if told.steps.iter().any(|step| is_fix(step)) {
        return true;
    }
    let mut stopped: Vec<String> = Vec::new();
    let mut failed = false;
    for (line, expected) in judged(told) {
        let refused = claims(expected, "error ")
            || claims(expected, "rule ")
            || expected.iter().any(|step| {
                let exit = step.strip_prefix("expect exit ");
                exit.is_some_and(|code| code != "0")
            });
        let operation = operation(line);
        if refused {
            stopped.push(operation);
        } else if stopped.contains(&operation) {
            return true;
        }
        failed |= claims(expected, "store FAILED");
        if failed && claims(expected, "store CONNECTED") {
            return true;
        }
    }
    false
}

fn is_fix(step: &str) -> bool {
    step == "fix" || step.starts_with("fix ")
}

fn claims(expected: &[String], what: &str) -> bool {
    let claim = format!("expect {what}");
    expected.iter().any(|step| step.starts_with(&claim))
}

/// The lines that are done, each with what is expected of it.
fn judged(told: &Told) -> impl Iterator<Item = (&str, &[String])> {
    told.steps.iter().enumerate().filter_map(|(at, step)| {
        let line = ["do ", "second ", "cured by "]
            .iter()
            .find_map(|word| step.strip_prefix(word))?;
        let rest = &told.steps[at + 1..];
        let count = rest
            .iter()
            .take_while(|step| step.starts_with("expect "))
            .count();
        Some((line, &rest[..count]))
    })
}

/// The words that name what a line does.
fn operation(line: &str) -> String {
    let line = line.split_once("=$(").map_or(line, |(_, line)| line);
    let words = match line {
        _ if line.starts_with("aws ") => 3,
        _ if line.starts_with("lab request ") => 4,
        _ => 1,
    };
    let words: Vec<&str> = line.split_whitespace().take(words).collect();
    words.join(" ")
}
