//! What keeps the tool from the HSMs.

use serde_json::json;

use super::START;
use super::builder::Rehearsal;
use crate::command::HostAction;
use crate::facts::ToolFacts;

const OTHER_ANCHOR: &str = include_str!("../../../../tests/certificates/other/customerCA.crt");
const SAME_SUBJECT: &str =
    include_str!("../../../../tests/certificates/same-subject/customerCA.crt");

/// The start fails at the first server, by that rule.
fn assert_no_connection(rehearsal: &mut Rehearsal, rule: &str) {
    let reply = rehearsal.line(START);
    assert_eq!(reply.exit_code, 1);
    assert!(
        reply
            .stdout
            .ends_with("Connection to one of servers failed, exiting...\n"),
        "{}",
        reply.stdout
    );
    assert_eq!(rehearsal.refused_by(), rule);
    assert!(rehearsal.region().client.sessions.is_empty());
}

fn write(rehearsal: &mut Rehearsal, path: &str, text: &str) {
    rehearsal.host(HostAction::WriteFile {
        path: path.to_owned(),
        text: text.to_owned(),
    });
}

#[test]
fn without_a_configuration_there_is_no_connection() {
    let mut rehearsal = Rehearsal::initialized();
    rehearsal.host(HostAction::RemoveFile {
        path: ToolFacts::CONFIG.to_owned(),
    });
    assert_no_connection(&mut rehearsal, "hsm.not-configured");
    write(
        &mut rehearsal,
        ToolFacts::CONFIG,
        r#"{ "servers": [{ "hostname": "%%HSM_IP_ADDRESS%%" }] }"#,
    );
    assert_no_connection(&mut rehearsal, "hsm.not-configured");
}

#[test]
fn an_uninitialised_cluster_does_not_answer() {
    let mut rehearsal = Rehearsal::uninitialized();
    let ip = rehearsal.ip(0);
    let reply = rehearsal.line(START);
    assert_eq!(
        reply.stdout,
        format!(
            "Connecting to the server(s), it may take time
depending on the server(s) load, please wait...

Connecting to server '{ip}': hostname '{ip}', port 2225...
Connection to one of servers failed, exiting...
"
        )
    );
    assert_eq!(rehearsal.refused_by(), "hsm.cluster-not-initialized");
}

#[test]
fn one_dead_server_ends_the_start() {
    let mut rehearsal = Rehearsal::active(2);
    let (cluster, hsm) = (
        rehearsal.cluster().id.clone(),
        rehearsal.cluster().hsms[1].id.clone(),
    );
    rehearsal.aws(
        "cloudhsmv2",
        "DeleteHsm",
        json!({ "ClusterId": cluster, "HsmId": hsm }),
    );
    assert_no_connection(&mut rehearsal, "hsm.no-hsm");
}

#[test]
fn the_client_needs_the_group_of_the_cluster() {
    let mut rehearsal = Rehearsal::active(1);
    let subnet = rehearsal.subnet("us-east-1a");
    let groups = rehearsal
        .region()
        .network
        .security_groups
        .values()
        .filter(|group| group.name == "default")
        .map(|group| group.id.clone())
        .collect();
    rehearsal.host(HostAction::Attach { subnet, groups });
    assert_no_connection(&mut rehearsal, "hsm.client-without-group");
}

#[test]
fn an_open_session_survives_what_a_new_one_does_not() {
    let mut rehearsal = Rehearsal::officer(1);
    let ip = rehearsal.ip(0);
    let subnet = rehearsal.subnet("us-east-1a");
    rehearsal.host(HostAction::Attach {
        subnet,
        groups: Vec::new(),
    });
    let created = rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]);
    assert!(created.contains(&format!("createUser success on server 0({ip})")));
    rehearsal.line("quit");
    assert_no_connection(&mut rehearsal, "hsm.client-without-group");
}

#[test]
fn a_server_whose_hsm_is_gone_is_unreachable() {
    let mut rehearsal = Rehearsal::officer(2);
    let second = rehearsal.ip(1);
    let (cluster, hsm) = (
        rehearsal.cluster().id.clone(),
        rehearsal.cluster().hsms[1].id.clone(),
    );
    rehearsal.aws(
        "cloudhsmv2",
        "DeleteHsm",
        json!({ "ClusterId": cluster, "HsmId": hsm }),
    );
    let refused = rehearsal.lines(&["createUser CU kmsuser kmsPswd", "y"]);
    assert!(refused.ends_with(&format!(
        "createUser failed: server is not reachable\ncreating user on server 1({second}) failed\n\nRetry/Ignore/Abort?(R/I/A):"
    )));
    assert_eq!(rehearsal.refused_by(), "hsm.server-gone");
    assert!(
        rehearsal
            .lines(&["A", "listUsers"])
            .contains(&format!("listUsers failed on server 1({second})"))
    );
}

#[test]
fn without_the_anchor_the_tool_runs_in_limited_mode() {
    let mut rehearsal = Rehearsal::active(1);
    let ip = rehearsal.ip(0);
    let anchor = rehearsal.region().client.files[ToolFacts::ANCHOR].clone();
    rehearsal.host(HostAction::RemoveFile {
        path: ToolFacts::ANCHOR.to_owned(),
    });
    assert_eq!(
        rehearsal.lines(&[START]),
        format!(
            "Connecting to the server(s), it may take time
depending on the server(s) load, please wait...

Connecting to server '{ip}': hostname '{ip}', port 2225...
Connected to server '{ip}': hostname '{ip}', port 2225.
Ignoring E2E enable flag in the configuration file
/opt/cloudhsm/etc/customerCA.crt,
partition owner certificate not exist at given path
Server 0({ip}) is in unencrypted mode now...
running in limited commands mode
Error: partition owner certificate doesn't exist at given path.
Failed to create client ssl ctx
E2E Session failed: E2E setup failed
Enabling E2E failed
aws-cloudhsm>"
        )
    );
    assert_eq!(rehearsal.refused_by(), "hsm.anchor-missing");
    rehearsal.line("loginHSM CO admin adminPswd");
    assert_eq!(rehearsal.refused_by(), "hsm.unencrypted");
    assert!(
        rehearsal
            .lines(&["listUsers"])
            .contains("Number of users found:2")
    );

    write(&mut rehearsal, ToolFacts::ANCHOR, &anchor);
    assert_eq!(
        rehearsal.lines(&["enable_e2e", "loginHSM CO admin adminPswd"]),
        format!("loginHSM success on server 0({ip})\naws-cloudhsm>")
    );
}

#[test]
fn the_anchor_of_another_authority_proves_nothing() {
    for other in [OTHER_ANCHOR, SAME_SUBJECT] {
        let mut rehearsal = Rehearsal::active(1);
        write(&mut rehearsal, ToolFacts::ANCHOR, other);
        assert!(
            rehearsal.lines(&[START]).ends_with(
                "E2E Session failed: E2E setup failed\nEnabling E2E failed\naws-cloudhsm>"
            )
        );
        assert_eq!(rehearsal.refused_by(), "hsm.anchor-other");
    }
}

#[test]
fn configure_takes_the_members_from_the_daemon() {
    let mut rehearsal = Rehearsal::active(1);
    rehearsal.add_hsm("us-east-1b");
    let (first, second) = (rehearsal.ip(0), rehearsal.ip(1));
    rehearsal.ok("sudo service cloudhsm-client stop");
    assert_eq!(rehearsal.line("configure -m").exit_code, 1);
    assert_eq!(
        rehearsal.ok(&format!("sudo /opt/cloudhsm/bin/configure -a {first}")),
        "Updating server config in /opt/cloudhsm/etc/cloudhsm_client.cfg\nUpdating server config in /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg\n"
    );
    rehearsal.ok("sudo start cloudhsm-client");
    rehearsal.ok("sudo /opt/cloudhsm/bin/configure -m");
    let configured = ToolFacts::configured(rehearsal.region());
    assert_eq!(configured, [first, second]);
}

#[test]
fn a_daemon_that_reaches_nothing_knows_nothing() {
    let mut rehearsal = Rehearsal::active(1);
    rehearsal.ok("configure -a 10.9.9.9");
    rehearsal.ok("systemctl restart cloudhsm-client");
    assert!(rehearsal.region().client.daemon_running);
    assert!(rehearsal.region().client.daemon_members.is_empty());
}
