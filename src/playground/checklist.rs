//! The prerequisites of a key store, checked by the same rules that the API and a connection refuse with.

use serde_json::{Value, json};

use super::Playground;
use crate::api::Explanation;
use crate::facts::{AccountFacts, Facts, StoreDraft, Subject};
use crate::rules::{self, Verdict};
use crate::sim;
use crate::text::checklist as words;

/// One thing that a key store needs, and what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// What is needed.
    pub title: &'static str,
    /// The rule that asks for it.
    pub rule: &'static str,
    /// Whether it can be seen only inside the HSMs: in a real account, only connecting shows it.
    pub inside: bool,
    /// How it stands.
    pub state: State,
    /// What was found; empty if there is nothing to add.
    pub found: String,
    /// Command lines that fix it; empty if no command can, or if it is met.
    pub fix: Vec<String>,
    /// Title and address of the documentation paragraph.
    pub docs: Option<(String, String)>,
}

/// How a requirement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is met.
    Met,
    /// It is not met.
    NotMet,
    /// Something that it depends on is not known yet.
    Unknown,
}

/// The content of the form that creates a key store; empty fields are not filled in yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct StoreForm<'a> {
    /// Friendly name.
    pub name: &'a str,
    /// Id of the cluster.
    pub cluster: &'a str,
    /// The certificate, PEM.
    pub anchor: &'a str,
    /// The password.
    pub password: &'a str,
}

/// A line of the checklist: its title, its rule, and when it is asked.
struct Line {
    title: &'static str,
    rule: &'static str,
    when: When,
}

/// When a requirement is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// Before a key store is created only.
    Creating,
    /// Before it is created, and before it connects.
    Always,
    /// As before, but seen inside the HSMs only.
    Inside,
}

const fn line(title: &'static str, rule: &'static str, when: When) -> Line {
    Line { title, rule, when }
}

/// In the order of the guide.
const LINES: &[Line] = &[
    line(words::NAME, "kms.name-in-use", When::Creating),
    line(words::HERE, "kms.cluster-exists", When::Creating),
    line(words::ACTIVE, "kms.cluster-active", When::Always),
    line(words::UNUSED, "kms.cluster-in-use", When::Creating),
    line(
        words::UNRELATED,
        "kms.shared-backup-history",
        When::Creating,
    ),
    line(words::ZONES, "kms.two-zones", When::Always),
    line(words::SUBNETS, "kms.subnets-exist", When::Always),
    line(words::GROUP_IN, "kms.security-group-in", When::Always),
    line(words::GROUP_OUT, "kms.security-group-out", When::Always),
    line(words::HSMS, "kms.two-active-hsms", When::Always),
    line(words::ANCHOR, "kms.trust-anchor", When::Creating),
    line(words::KMSUSER, "kms.kmsuser-missing", When::Inside),
    line(words::NO_2FA, "kms.kmsuser-two-factor", When::Inside),
    line(words::NOT_LOCKED, "kms.kmsuser-locked", When::Inside),
    line(words::NOT_LOGGED_IN, "kms.kmsuser-logged-in", When::Inside),
    line(words::PASSWORD, "kms.kmsuser-password", When::Inside),
];

impl Playground {
    /// The prerequisites of a key store that is not created yet.
    #[must_use]
    pub fn prerequisites(&self, region: &str, form: StoreForm<'_>) -> Vec<Requirement> {
        let mut input = json!({});
        for (name, value) in [
            ("CustomKeyStoreName", form.name),
            ("CloudHsmClusterId", form.cluster),
            ("TrustAnchorCertificate", form.anchor),
        ] {
            if !value.is_empty() {
                input[name] = value.into();
            }
        }
        let password = (!form.password.is_empty())
            .then(|| sim::seal(self.world.options.seed, form.password.as_bytes()));
        let draft = StoreDraft::new(&self.world.account, region, &input, password);
        // The fix of what only the form can change is the form.
        let fixable = |line: &Line| line.when != When::Creating;
        let before = draft.without_store();
        LINES
            .iter()
            .map(|line| check(line, &draft, fixable(line).then_some(&before as &dyn Facts)))
            .collect()
    }

    /// The prerequisites of connecting a key store that exists.
    #[must_use]
    pub fn connection_prerequisites(&self, region: &str, store: &str) -> Vec<Requirement> {
        let input: Value = json!({ "CustomKeyStoreId": store });
        let facts = AccountFacts::new(
            &self.world.account,
            region,
            "kms:ConnectCustomKeyStore",
            &input,
            Subject::Store(store),
        );
        LINES
            .iter()
            .filter(|line| line.when != When::Creating)
            .map(|line| check(line, &facts, Some(&facts)))
            .collect()
    }
}

fn check(line: &Line, facts: &dyn Facts, fixing: Option<&dyn Facts>) -> Requirement {
    let mut requirement = Requirement {
        title: line.title,
        rule: line.rule,
        inside: line.when == When::Inside,
        state: State::Unknown,
        found: String::new(),
        fix: Vec::new(),
        docs: None,
    };
    let Some(rule) = rules::rule(line.rule) else {
        return requirement;
    };
    requirement.docs = rule
        .docs
        .first()
        .map(|doc| (doc.title.to_owned(), doc.url()));
    match (rule.check)(facts).unwrap_or(Verdict::Unknown) {
        Verdict::Unknown => return requirement,
        Verdict::Holds => requirement.state = State::Met,
        Verdict::Broken(evidence) => {
            let fix = fixing.map_or_else(Vec::new, |facts| (rule.fix)(facts));
            let why = Explanation::from_evidence(rule, &evidence, fix);
            requirement.state = State::NotMet;
            requirement.found = why.what;
            requirement.fix = why.fix;
        }
    }
    if line.rule == "kms.two-active-hsms"
        && let Some(cluster) = facts.cluster().known()
    {
        requirement.found =
            words::active_hsms(cluster.active_hsms().count(), &cluster.active_zones());
    }
    requirement
}
