//! `lab`: the command of the playground, for what no real tool can do or explain.

mod complete;
mod explain;
mod faults;
mod outside;
mod request;
mod sign;

use super::door::Needed;
use super::files;
use super::holes::holes;
use super::mask::{Verdict, doubtful};
use super::program::{Context, Ran};
use super::sleep;
use crate::api::Explanation;
use crate::command::{Command, FAULTS, HostAction, LAST_MOMENT, LONGEST_ADVANCE, LabCommand};
use crate::facts::network;
use crate::model::SECOND;
use crate::pki;
use crate::text::lab as words;
pub(super) use complete::completions;

/// Runs `lab`.
pub(super) fn run(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => help_of(context, None),
        ["help"] => help_of(context, None),
        ["help", word] | [word, "help"] if known(word) => help_of(context, Some(word)),
        ["now"] => Ran::printed(format!("{}\n", context.door.account().now.iso())),
        ["jobs"] => jobs(context),
        ["advance", span] => match seconds(span) {
            Some(seconds) if beyond(context, seconds) => usage(words::beyond(LAST_MOMENT)),
            Some(seconds) => sleep::advance(context, seconds),
            None => usage(words::advance(span)),
        },
        ["settle"] => lab(context, LabCommand::Settle),
        ["scenario", id] => scenario(context, id),
        ["region", name] => region(context, name),
        ["account"] => Ran::printed(format!("{}\n", context.door.account().id)),
        ["account", id] => account(context, id),
        ["client", "attach", subnet, rest @ ..] => attach(context, subnet, rest),
        ["client"] | ["client", "show"] => show_client(context),
        ["inject"] => faults::injected(context),
        ["inject", fault, rest @ ..] => faults::inject(context, fault, rest),
        ["deny"] => faults::denied(context),
        ["deny", action] => faults::permission(context, action, true),
        ["allow"] => faults::allow_all(context),
        ["allow", action] => faults::permission(context, action, false),
        ["quota", name, count] => faults::quota(context, name, count),
        ["request", service, target] => request::run(context, service, target, ""),
        ["request", service, target, body] => request::run(context, service, target, body),
        ["sign", request] => sign::run(context, request, None),
        ["sign", request, certificate] => sign::run(context, request, Some(certificate)),
        ["download", name] => outside::download(context, name),
        ["roots"] => roots(context),
        ["why"] => why(context, None),
        ["why", store] => why(context, Some(store)),
        ["fix"] => fix(context, None),
        ["fix", store] => fix(context, Some(store)),
        ["undo"] => step(context.door.undo(), words::NOTHING_TO_UNDO),
        ["redo"] => step(context.door.redo(), words::NOTHING_TO_REDO),
        ["reset"] => {
            context.door.reset();
            Ran::default()
        }
        ["export"] => outside::export(context),
        ["share"] => outside::share(context),
        ["help", word, ..] => usage(words::unknown(word)),
        [word, ..] if known(word) => usage(words::usage(word)),
        [word, ..] => usage(words::unknown(word)),
    }
}

/// What a command is going to need that takes long to make.
pub(super) fn needed(context: &Context<'_>, arguments: &[String]) -> Option<Needed> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["scenario", id] => {
            let known = context.door.scenarios().contains(&id);
            known.then(|| Needed::Scenario(id.to_owned()))
        }
        ["settle"] | ["advance" | "account", _] => Some(Needed::Hsms),
        ["sign", request] => sign::authority(context, request, None),
        ["sign", request, certificate] => sign::authority(context, request, Some(certificate)),
        _ => None,
    }
}

/// What is known of the words behind `lab`.
pub(super) fn verdicts(words: &[String]) -> Vec<Verdict> {
    match words.split_first() {
        Some((first, rest)) if first == "request" => std::iter::once(Verdict::Shown)
            .chain(request::verdicts(rest))
            .collect(),
        Some((first, _)) if known(first) => words.iter().map(|_| Verdict::Shown).collect(),
        _ => std::iter::once(Verdict::Shown)
            .chain(doubtful(words))
            .take(words.len())
            .collect(),
    }
}

/// Puts the root certificates beside the reader's files, under the names that the guide's downloads have.
fn roots(context: &mut Context<'_>) -> Ran {
    let mut ran = Ran::default();
    for (name, text) in [
        ("AWS_CloudHSM_Root-G1.crt", pki::AWS_ROOT),
        ("liquid_security_certificate.crt", pki::MANUFACTURER_ROOT),
    ] {
        let path = context.path(name);
        if let Err((code, message)) = files::save(context, path, text.to_owned()) {
            return Ran::failed(code, message);
        }
        ran.stdout.push_str(&words::root(name));
    }
    ran
}

/// Runs `help`: of the whole terminal, or `help lab` as `lab help`.
pub(super) fn help(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    match arguments.split_first() {
        Some((first, rest)) if first == "lab" => {
            let mut asked = vec!["help".to_owned()];
            asked.extend_from_slice(rest);
            run(context, &asked)
        }
        _ => Ran::printed(format!("{}\n{}", words::HELP, listed(context, None))),
    }
}

fn help_of(context: &Context<'_>, word: Option<&str>) -> Ran {
    Ran::printed(listed(context, word))
}

fn listed(context: &Context<'_>, word: Option<&str>) -> String {
    let faults: Vec<&str> = FAULTS.iter().map(|(name, _)| *name).collect();
    words::help(&context.door.scenarios(), &faults, word)
}

/// Whether `lab` has a command of that name.
fn known(word: &str) -> bool {
    words::ENTRIES.iter().any(|entry| entry.word == word)
}

fn usage(message: String) -> Ran {
    Ran::failed(2, format!("lab: {message}\n"))
}

fn lab(context: &mut Context<'_>, command: LabCommand) -> Ran {
    run_command(context, Command::Lab { command })
}

fn run_command(context: &mut Context<'_>, command: Command) -> Ran {
    match context.door.run(command) {
        Ok(_) => Ran::default(),
        Err(bug) => Ran::failed(1, format!("lab: {}\n", words::bug(&bug.0))),
    }
}

fn step(done: Result<bool, crate::api::Bug>, nothing: &str) -> Ran {
    match done {
        Ok(true) => Ran::default(),
        Ok(false) => Ran::failed(1, format!("lab: {nothing}\n")),
        Err(bug) => Ran::failed(1, format!("lab: {}\n", words::bug(&bug.0))),
    }
}

/// Whether the clock would go further than it is moved.
pub(super) fn beyond(context: &Context<'_>, seconds: i64) -> bool {
    context.door.account().now.plus(seconds * SECOND) > LAST_MOMENT
}

/// Seconds of a span such as `20m`, `90s`, `2h`, `7d` or a bare number of seconds; none where it is longer than the clock moves at once.
fn seconds(span: &str) -> Option<i64> {
    let (number, unit) = match span.char_indices().last()? {
        (at, unit) if unit.is_ascii_alphabetic() => (&span[..at], unit),
        _ => (span, 's'),
    };
    let factor = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => return None,
    };
    number
        .parse::<i64>()
        .ok()
        .filter(|number| *number >= 0)?
        .checked_mul(factor)
        .filter(|seconds| *seconds <= LONGEST_ADVANCE)
}

fn jobs(context: &Context<'_>) -> Ran {
    let account = context.door.account();
    let mut out = String::new();
    for scheduled in account.jobs.jobs() {
        out += &format!(
            "{}  {}  {}  {}\n",
            scheduled.due.iso(),
            scheduled.region,
            words::job(&scheduled.job),
            scheduled.job.subject()
        );
    }
    Ran::printed(out)
}

fn scenario(context: &mut Context<'_>, id: &str) -> Ran {
    let known = context.door.scenarios();
    if !known.contains(&id) {
        return usage(words::unknown_scenario(id, &known));
    }
    lab(context, LabCommand::Scenario { id: id.to_owned() })
}

fn region(context: &mut Context<'_>, name: &str) -> Ran {
    let known: Vec<&String> = context.door.account().regions.keys().collect();
    if known.iter().any(|region| *region == name) {
        return Ran {
            region: Some(name.to_owned()),
            ..Ran::default()
        };
    }
    usage(words::unknown_region(name, &known))
}

fn account(context: &mut Context<'_>, id: &str) -> Ran {
    if id.len() != 12 || !id.bytes().all(|letter| letter.is_ascii_digit()) {
        return usage(words::bad_account(id));
    }
    lab(context, LabCommand::Account { id: id.to_owned() })
}

fn attach(context: &mut Context<'_>, subnet: &str, rest: &[&str]) -> Ran {
    let Some(region) = context.door.account().region(context.region) else {
        return usage(words::unknown_region(context.region, &[]));
    };
    let groups: Vec<String> = match rest {
        [] => Vec::new(),
        ["--security-groups", groups @ ..] if !groups.is_empty() => {
            groups.iter().map(|group| (*group).to_owned()).collect()
        }
        _ => return usage(words::usage("client")),
    };
    let Some(found) = region.network.subnets.get(subnet) else {
        return usage(words::no_subnet(subnet, context.region));
    };
    if network::free_addresses(&region.network, subnet) == 0 {
        return usage(words::full_subnet(subnet));
    }
    for group in &groups {
        match region.network.security_groups.get(group) {
            None => return usage(words::no_group(group, context.region)),
            Some(group) if group.vpc_id != found.vpc_id => {
                return usage(words::foreign_group(&group.id, subnet));
            }
            Some(_) => {}
        }
    }
    let groups = if groups.is_empty() {
        // As for a new instance: the default group of the VPC.
        region
            .network
            .security_groups
            .values()
            .filter(|group| group.vpc_id == found.vpc_id && group.name == "default")
            .map(|group| group.id.clone())
            .collect()
    } else {
        groups
    };
    let command = Command::Host {
        region: context.region.to_owned(),
        action: HostAction::Attach {
            subnet: subnet.to_owned(),
            groups,
        },
    };
    run_command(context, command)
}

fn show_client(context: &Context<'_>) -> Ran {
    let shown = context
        .door
        .account()
        .region(context.region)
        .and_then(|region| {
            let interface = region
                .network
                .interfaces
                .get(region.client.interface.as_ref()?)?;
            Some(words::client(
                &region.client.instance_id,
                &interface.subnet_id,
                &interface.ip,
                &interface.groups,
            ))
        });
    Ran::printed(shown.unwrap_or_else(|| words::CLIENT_NOWHERE.to_owned()))
}

/// The explanation of the last refusal, or of a key store's last failed connection with its code.
fn explanation(
    context: &Context<'_>,
    store: Option<&str>,
) -> Result<(Option<String>, Explanation), String> {
    let Some(id) = store else {
        return context
            .door
            .last_refusal()
            .map(|explanation| (None, explanation.clone()))
            .ok_or_else(|| words::NOTHING_REFUSED.to_owned());
    };
    let account = context.door.account();
    let store = account
        .region(context.region)
        .and_then(|region| region.key_stores.get(id))
        .ok_or_else(|| words::no_store(id, context.region))?;
    let failure = store
        .failure
        .as_ref()
        .or_else(|| store.past_failures.last())
        .ok_or_else(|| words::never_failed(id))?;
    Explanation::of_failure(account, context.region, &store.id, failure)
        .map(|explanation| (Some(failure.code.clone()), explanation))
        .ok_or_else(|| words::never_failed(id))
}

fn why(context: &Context<'_>, store: Option<&str>) -> Ran {
    match explanation(context, store) {
        Ok((code, explanation)) => Ran::printed(explain::explain(code.as_deref(), &explanation)),
        Err(message) => Ran::failed(1, format!("lab: {message}\n")),
    }
}

fn fix(context: &Context<'_>, store: Option<&str>) -> Ran {
    let explanation = match explanation(context, store) {
        Ok((_, explanation)) => explanation,
        Err(message) => return Ran::failed(1, format!("lab: {message}\n")),
    };
    if explanation.fix.is_empty() {
        return Ran::failed(1, format!("lab: {}\n", words::no_fix(&explanation.todo)));
    }
    let open: Vec<String> = holes(&explanation.fix)
        .into_iter()
        .filter(|name| !context.variables.contains_key(name))
        .collect();
    if !open.is_empty() {
        return Ran::failed(2, format!("lab: {}\n", words::open_holes(&open)));
    }
    Ran {
        then: explanation.fix,
        ..Ran::default()
    }
}
