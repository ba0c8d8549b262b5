//! Starting and stopping the client daemon, in the words of the init systems that the guide's platforms have.

use crate::command::{Command, HostAction};
use crate::shell::program::{Context, Ran};
use crate::text::hsm_tools as words;

const SERVICE: &str = "cloudhsm-client";

/// `service cloudhsm-client start|stop|restart`.
pub(super) fn service(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    match arguments {
        [name, verb] => act(context, verb, name),
        _ => Ran::failed(1, "Usage: service cloudhsm-client start|stop|restart\n"),
    }
}

/// `systemctl start|stop|restart cloudhsm-client`.
pub(super) fn systemctl(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    match arguments {
        [verb, name] => act(context, verb, name.trim_end_matches(".service")),
        _ => Ran::failed(1, "Usage: systemctl start|stop|restart cloudhsm-client\n"),
    }
}

/// `start cloudhsm-client`.
pub(super) fn start(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    act(context, "start", &arguments.join(" "))
}

/// `stop cloudhsm-client`.
pub(super) fn stop(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    act(context, "stop", &arguments.join(" "))
}

/// `restart cloudhsm-client`.
pub(super) fn restart(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    act(context, "restart", &arguments.join(" "))
}

fn act(context: &mut Context<'_>, verb: &str, name: &str) -> Ran {
    if name != SERVICE {
        return Ran::failed(5, words::no_service(name, SERVICE));
    }
    let action = match verb {
        // Starting learns of the members anew, which is all that a restart is for.
        "start" | "restart" => HostAction::StartDaemon,
        "stop" => HostAction::StopDaemon,
        _ => return Ran::failed(1, words::no_verb(verb, SERVICE)),
    };
    let done = context.door.run(Command::Host {
        region: context.region.to_owned(),
        action,
    });
    match done {
        Ok(_) => Ran::default(),
        Err(bug) => Ran::failed(1, format!("{}\n", bug.0)),
    }
}
