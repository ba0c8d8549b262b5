//! Completion of `lab` commands.

use crate::api;
use crate::command::FAULTS;
use crate::facts::{actions_of, metered_operations};
use crate::shell::door::Door;
use crate::text::lab as text;

/// What may follow the words of a `lab` command.
pub(in crate::shell) fn completions(door: &dyn Door, region: &str, words: &[&str]) -> Vec<String> {
    let account = door.account();
    let here = account.region(region);
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match words {
        [] | ["help"] => commands().map(str::to_owned).collect(),
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
        ["inject", "throttle"] => metered_operations().map(str::to_owned).collect(),
        ["inject", "internal-error"] => owned(&["--off", "cloudhsmv2", "kms"]),
        ["inject", "cluster-state" | "mtls"] => here
            .map(|region| region.clusters.keys().cloned().collect())
            .unwrap_or_default(),
        ["inject", "hsm-degraded"] => here
            .into_iter()
            .flat_map(|region| region.clusters.values())
            .flat_map(|cluster| cluster.hsms.iter().map(|hsm| hsm.id.clone()))
            .collect(),
        ["inject", ..] => owned(&["--off"]),
        ["request"] => owned(&["cloudhsmv2", "cloudtrail", "kms"]),
        ["request", service] => api::operations()
            .filter(|operation| operation.service.word() == *service)
            .map(|operation| operation.name.to_owned())
            .collect(),
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

/// The commands of `lab`.
fn commands() -> impl Iterator<Item = &'static str> {
    text::ENTRIES.iter().map(|entry| entry.word)
}
