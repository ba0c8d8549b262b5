//! Completion of `lab` commands.

use crate::api;
use crate::command::FAULTS;
use crate::facts::actions_of;
use crate::shell::door::Door;

/// The words that `lab` knows.
const WORDS: &[&str] = &[
    "account", "advance", "allow", "client", "deny", "download", "export", "fix", "help", "inject",
    "jobs", "now", "quota", "redo", "region", "request", "reset", "roots", "scenario", "settle",
    "sign", "undo", "why",
];

/// What may follow the words of a `lab` command.
pub(in crate::shell) fn completions(door: &dyn Door, region: &str, words: &[&str]) -> Vec<String> {
    let account = door.account();
    let here = account.region(region);
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match words {
        [] => owned(WORDS),
        ["scenario"] => owned(&door.scenarios()),
        ["region"] => account.regions.keys().cloned().collect(),
        ["client"] => owned(&["attach", "show"]),
        ["client", "attach"] => here
            .map(|region| region.network.subnets.keys().cloned().collect())
            .unwrap_or_default(),
        ["client", "attach", _] => owned(&["--security-groups"]),
        ["client", "attach", _, "--security-groups", ..] => here
            .map(|region| region.network.security_groups.keys().cloned().collect())
            .unwrap_or_default(),
        ["inject"] => FAULTS.iter().map(|(name, _)| (*name).to_owned()).collect(),
        ["inject", ..] => owned(&["--off"]),
        ["quota"] => owned(&["clusters", "hsms", "keys"]),
        ["why" | "fix"] => here
            .map(|region| region.key_stores.keys().cloned().collect())
            .unwrap_or_default(),
        ["deny" | "allow"] => api::operations()
            .flat_map(|operation| {
                actions_of(&format!("{}:{}", operation.service.word(), operation.name))
            })
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn the_help_tells_of_every_word_and_of_no_other() {
        let help = crate::text::lab::help(&[]);
        let told: std::collections::BTreeSet<&str> = help
            .split("lab ")
            .skip(1)
            .flat_map(|rest| rest.split_whitespace().next())
            .flat_map(|word| word.trim_end_matches(',').split('|'))
            .chain(["help"])
            .collect();
        assert_eq!(WORDS, told.into_iter().collect::<Vec<_>>());
    }
}
