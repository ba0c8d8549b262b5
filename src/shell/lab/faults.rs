//! `lab inject`, `lab deny`, `lab allow`, `lab quota`: faults, permissions and quotas of the simulated account.

use super::{lab, usage};
use crate::api;
use crate::command::{FAULTS, LabCommand, Target};
use crate::facts::{actions_of, covers, further_actions, metered_as};
use crate::model::{ClusterState, Quota};
use crate::shell::program::{Context, Ran};
use crate::text::lab as words;

/// Runs `lab inject <fault> [<target>] [--off]`.
pub(super) fn inject(context: &mut Context<'_>, fault: &str, rest: &[&str]) -> Ran {
    let Some((_, kind)) = FAULTS.iter().find(|(name, _)| *name == fault) else {
        return usage(words::unknown_fault(fault));
    };
    let (on, target) = match rest {
        [] => (true, None),
        ["--off"] => (false, None),
        [target] if !target.starts_with('-') => (true, Some(target)),
        [target, "--off"] | ["--off", target] => (false, Some(target)),
        _ => return usage(words::usage("inject")),
    };
    let target = match (kind, target) {
        (Target::None, Some(_)) => return usage(words::usage("inject")),
        (Target::None | Target::Optional, None) => None,
        (Target::Needed, None) => return usage(words::fault_needs_target(fault)),
        (Target::Needed | Target::Optional, Some(target)) => {
            match resolved(context, fault, target) {
                Some(target) => Some(target),
                None => return usage(words::no_target(fault, target, context.region)),
            }
        }
    };
    let command = LabCommand::Inject {
        fault: fault.to_owned(),
        target,
        on,
        region: context.region.to_owned(),
    };
    lab(context, command)
}

/// What a fault strikes, in the form of the log; `None` where it cannot strike what the target names.
fn resolved(context: &Context<'_>, fault: &str, target: &str) -> Option<String> {
    let region = context.door.account().region(context.region)?;
    let strikes = match fault {
        "internal-error" => matches!(target, "cloudhsmv2" | "kms"),
        "throttle" => {
            let (operation, others) = match target.split_once('=') {
                Some((operation, others)) => (operation, Some(others.parse().ok()?)),
                None => (target, None),
            };
            let (metered, usual) = metered_as(operation)?;
            let others: u32 = others.unwrap_or(usual);
            return Some(format!("{metered}={others}"));
        }
        "hsm-degraded" => region
            .clusters
            .values()
            .any(|cluster| cluster.hsm(target).is_some()),
        "cluster-state" => target.split_once('=').is_some_and(|(id, state)| {
            region.clusters.contains_key(id) && ClusterState::parse(state).is_some()
        }),
        _ => region.clusters.contains_key(target),
    };
    strikes.then(|| target.to_owned())
}

/// Runs `lab inject`: what is on.
pub(super) fn injected(context: &Context<'_>) -> Ran {
    let injected = &context.door.account().injected;
    let switches = [
        ("network-errors", injected.network_errors),
        ("internal-error", injected.internal_error),
        ("internal-error cloudhsmv2", injected.cloudhsm_failure),
        ("internal-error kms", injected.kms_failure),
        ("hsm-full", injected.hsm_full),
        ("pkcs11-full", injected.pkcs11_full),
    ];
    let mut text = String::new();
    for (name, _) in switches.iter().filter(|(_, on)| *on) {
        text.push_str(&format!("{name}\n"));
    }
    for (metered, others) in &injected.throttled {
        text.push_str(&format!("throttle {metered}={others}\n"));
    }
    Ran::printed(text)
}

/// Runs `lab deny <action>` and `lab allow <action>`.
pub(super) fn permission(context: &mut Context<'_>, action: &str, denied: bool) -> Ran {
    if !action.contains(':') {
        return usage(words::bad_action(action));
    }
    // IAM does not tell upper from lower case.
    let given = action.to_ascii_lowercase();
    let known: Vec<String> = actions()
        .filter(|known| covers(&given, &known.to_ascii_lowercase()))
        .collect();
    let action = match (action.ends_with('*'), known.as_slice()) {
        (_, []) if denied => return usage(words::unknown_action(action)),
        (false, [known]) => known.clone(),
        _ => action.to_owned(),
    };
    lab(context, LabCommand::Permission { action, denied })
}

/// Every IAM action that a call here may need.
fn actions() -> impl Iterator<Item = String> {
    api::operations()
        .flat_map(|operation| actions_of(&operation.key()))
        .chain(further_actions().map(str::to_owned))
}

/// Runs `lab allow`: restores all permissions.
pub(super) fn allow_all(context: &mut Context<'_>) -> Ran {
    let denied: Vec<String> = context
        .door
        .account()
        .injected
        .denied
        .iter()
        .cloned()
        .collect();
    for action in denied {
        let ran = permission(context, &action, false);
        if ran.exit_code != 0 {
            return ran;
        }
    }
    Ran::default()
}

/// Runs `lab deny`: what was taken away.
pub(super) fn denied(context: &Context<'_>) -> Ran {
    let denied = &context.door.account().injected.denied;
    Ran::printed(
        denied
            .iter()
            .map(|action| format!("{action}\n"))
            .collect::<String>(),
    )
}

/// Runs `lab quota <name> <number>`.
pub(super) fn quota(context: &mut Context<'_>, name: &str, count: &str) -> Ran {
    let (Some(name), Ok(count)) = (Quota::parse(name), count.parse()) else {
        return usage(words::usage("quota"));
    };
    let mut ran = lab(context, LabCommand::Quota { name, count });
    if name == Quota::Stores {
        ran.stdout += words::QUOTA_STORES;
    }
    ran
}
