//! An account with a cluster, a client host that is attached and configured, and a terminal on it.

use std::sync::OnceLock;

use serde_json::{Value, json};

use super::START;
use crate::api::Explanation;
use crate::command::{Command, HostAction};
use crate::facts::ToolFacts;
use crate::model::{Cluster, Region};
use crate::pki::{self, RsaKey};
use crate::playground::{Options, Playground};
use crate::shell::{Reply, Shell};
use crate::sim::Memo;

pub(super) const ANCHOR: &str = include_str!("../../../../tests/certificates/customerCA.crt");
const AUTHORITY_KEY: &str = include_str!("../../../../tests/certificates/customerCA.key");
const REGION: &str = "us-east-1";
/// The moment at which the clock starts, 2026-01-01, in seconds.
const NOW: i64 = 1_767_225_600;

/// A playground with a terminal.
pub(super) struct Rehearsal {
    pub(super) playground: Playground,
    pub(super) shell: Shell,
}

impl Rehearsal {
    /// A cluster with one HSM that waits to be initialized; the client host is in no network.
    pub(super) fn created() -> Self {
        static MEMO: OnceLock<Memo> = OnceLock::new();
        let mut playground = Playground::new(Options::default());
        if let Some(memo) = MEMO.get() {
            playground.remember(memo.clone());
        }
        let shell = playground.shell();
        let mut rehearsal = Self { playground, shell };
        let subnets: Vec<String> = ["us-east-1a", "us-east-1b"]
            .iter()
            .map(|zone| rehearsal.subnet(zone))
            .collect();
        rehearsal.aws(
            "cloudhsmv2",
            "CreateCluster",
            json!({ "HsmType": "hsm1.medium", "SubnetIds": subnets }),
        );
        rehearsal.add_hsm("us-east-1a");
        MEMO.get_or_init(|| rehearsal.playground.memo().clone());
        rehearsal
    }

    /// The same, with the client host attached and configured.
    pub(super) fn uninitialized() -> Self {
        let mut rehearsal = Self::created();
        let subnet = rehearsal.subnet("us-east-1a");
        let group = rehearsal.group();
        rehearsal.host(HostAction::Attach {
            subnet,
            groups: vec![group],
        });
        rehearsal.host(HostAction::WriteFile {
            path: ToolFacts::ANCHOR.to_owned(),
            text: ANCHOR.to_owned(),
        });
        let ip = rehearsal.ip(0);
        rehearsal.ok(&format!("sudo /opt/cloudhsm/bin/configure -a {ip}"));
        rehearsal
    }

    /// The same, initialized: its precrypto officer has the password `password`.
    pub(super) fn initialized() -> Self {
        let mut rehearsal = Self::uninitialized();
        let csr = rehearsal.cluster().certificates.csr.clone().unwrap();
        let key = RsaKey::from_pem(AUTHORITY_KEY).unwrap();
        let signed =
            pki::sign_request(&csr, ANCHOR, &key, 1, NOW - 86_400, NOW + 10 * 365 * 86_400)
                .unwrap();
        let id = rehearsal.cluster().id.clone();
        rehearsal.aws(
            "cloudhsmv2",
            "InitializeCluster",
            json!({ "ClusterId": id, "SignedCert": signed, "TrustAnchor": ANCHOR }),
        );
        rehearsal
    }

    /// Activated, with as many HSMs, all of them configured: `admin` has the password `adminPswd`.
    pub(super) fn active(hsms: usize) -> Self {
        let mut rehearsal = Self::initialized();
        rehearsal.lines(&[
            START,
            "loginHSM PRECO admin password",
            "changePswd PRECO admin adminPswd",
            "y",
            "quit",
        ]);
        if hsms > 1 {
            rehearsal.add_hsm("us-east-1b");
            let ip = rehearsal.ip(0);
            rehearsal.ok(&format!("configure --cmu {ip}"));
        }
        rehearsal
    }

    /// The same, at the prompt of the tool, logged in as crypto officer.
    pub(super) fn officer(hsms: usize) -> Self {
        let mut rehearsal = Self::active(hsms);
        rehearsal.lines(&[START, "loginHSM CO admin adminPswd"]);
        rehearsal
    }

    /// Types a line.
    pub(super) fn line(&mut self, line: &str) -> Reply {
        let reply = self.shell.run(&mut self.playground, line);
        if let Some(refusal) = self.playground.last_refusal() {
            assert_explained(refusal);
        }
        reply
    }

    /// Types lines; returns what the last of them printed, with the prompt that follows.
    pub(super) fn lines(&mut self, lines: &[&str]) -> String {
        let mut last = String::new();
        for line in lines {
            let reply = self.line(line);
            last = reply.stdout + &reply.stderr + &reply.prompt;
        }
        last
    }

    /// Runs a command of the terminal that must work.
    pub(super) fn ok(&mut self, line: &str) -> String {
        let reply = self.line(line);
        assert_eq!(
            reply.exit_code, 0,
            "{line}: {}{}",
            reply.stdout, reply.stderr
        );
        reply.stdout
    }

    /// The rule of the last refusal.
    pub(super) fn refused_by(&self) -> &str {
        &self.playground.last_refusal().unwrap().rule_id
    }

    /// Calls AWS, which must work.
    pub(super) fn aws(&mut self, service: &str, operation: &str, input: Value) -> Value {
        self.playground
            .call(service, operation, REGION, input)
            .unwrap()
    }

    pub(super) fn host(&mut self, action: HostAction) {
        let region = REGION.to_owned();
        self.playground
            .run(Command::Host { region, action })
            .unwrap();
    }

    pub(super) fn add_hsm(&mut self, zone: &str) {
        let id = self.cluster().id.clone();
        self.aws(
            "cloudhsmv2",
            "CreateHsm",
            json!({ "ClusterId": id, "AvailabilityZone": zone }),
        );
    }

    pub(super) fn region(&self) -> &Region {
        self.playground.account().region(REGION).unwrap()
    }

    pub(super) fn cluster(&self) -> &Cluster {
        self.region().clusters.values().next().unwrap()
    }

    pub(super) fn group(&self) -> String {
        self.cluster().security_group.clone().unwrap()
    }

    /// The address of an HSM, in order of creation.
    pub(super) fn ip(&self, hsm: usize) -> String {
        self.cluster().hsms[hsm].ip.clone()
    }

    /// The subnet of a zone.
    pub(super) fn subnet(&self, zone: &str) -> String {
        let subnets = &self.region().network.subnets;
        let here = |subnet: &&crate::model::Subnet| subnet.zone == zone;
        subnets.values().find(here).unwrap().id.clone()
    }

    /// The names of the users of an HSM, with their types.
    pub(super) fn users(&self, hsm: usize) -> Vec<String> {
        let users = &self.cluster().hsms[hsm].contents.users;
        users
            .iter()
            .map(|user| format!("{} {}", user.kind.word(), user.name))
            .collect()
    }
}

/// Words that lack evidence keep their braces.
pub(super) fn assert_explained(refusal: &Explanation) {
    let words = [&refusal.what, &refusal.why, &refusal.todo];
    assert!(
        words
            .iter()
            .all(|text| !text.is_empty() && !text.contains('{')),
        "{refusal:?}"
    );
}
