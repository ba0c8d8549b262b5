//! The rules as a list that is searched: what each raises, where, and which of them a reader looks for.

use super::{Origin, Raised, Rule, all};
use crate::model::Sort;
use crate::model::set_of;
use crate::text::{self, failures as words};

/// What a reader looks for; what is empty or `None` admits every rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Service word of the operations, such as `kms`; `hsm` for the HSM tools.
    pub service: String,
    /// An operation with its service, such as `kms:CreateKey`.
    pub operation: String,
    /// An error code or connection error code.
    pub code: String,
    /// Where the rule comes from.
    pub origin: Option<Origin>,
    /// Whether the reader has met it.
    pub met: Option<bool>,
    /// A text that its id, its codes or its words hold.
    pub text: String,
}

/// What a reader was doing when a failure struck; those that are met first come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Connecting a key store.
    Connect,
    /// Creating and managing key stores, clusters and backups.
    Create,
    /// Using and managing keys.
    Use,
    /// Adding HSMs, and managing their users with the HSM tools.
    Hsm,
    /// The network.
    Network,
    /// The certificates of a cluster.
    Certificates,
    /// Typing a command.
    CommandLine,
    /// Sending a request of any kind.
    Request,
}

impl Group {
    /// All of them in their order.
    pub const ALL: [Self; 8] = [
        Self::Connect,
        Self::Create,
        Self::Use,
        Self::Hsm,
        Self::Network,
        Self::Certificates,
        Self::CommandLine,
        Self::Request,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Connect => words::CONNECT,
            Self::Create => words::CREATE,
            Self::Use => words::USE,
            Self::Hsm => words::HSM,
            Self::Network => words::NETWORK,
            Self::Certificates => words::CERTIFICATES,
            Self::CommandLine => words::COMMAND_LINE,
            Self::Request => words::REQUEST,
        }
    }
}

impl Raised {
    /// The code that shows; none for an HSM, which refuses without one.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Exception(code) | Self::ConnectionError(code) => Some(code),
            Self::Hsm => None,
        }
    }
}

impl Rule {
    /// The code that it shows first, and what went wrong.
    #[must_use]
    pub fn heading(&self) -> String {
        words::heading(self.codes().first().copied(), text::title(self.id))
    }

    /// Where it stands in the catalogue.
    #[must_use]
    pub fn group(&self) -> Group {
        let (service, name) = self.id.split_once('.').unwrap_or_default();
        let on = |operation: &str| self.raises.iter().any(|raise| raise.on == operation);
        match service {
            "kms" if self.connects() => Group::Connect,
            "kms" if on("kms:CreateCustomKeyStore") => Group::Create,
            "kms" if on("kms:ConnectCustomKeyStore") => Group::Connect,
            "kms" if on("kms:CreateKey") => Group::Use,
            "keys" => Group::Use,
            "hsm" => Group::Hsm,
            "cloudhsm" if on("cloudhsmv2:InitializeCluster") => Group::Certificates,
            "cloudhsm" if on("cloudhsmv2:CreateHsm") || on("cloudhsmv2:DeleteHsm") => Group::Hsm,
            "kms" | "cloudhsm" => Group::Create,
            "ec2" => Group::Network,
            _ if matches!(
                name,
                "stopped-by-client" | "not-here" | "region-not-here" | "sample-id"
            ) =>
            {
                Group::CommandLine
            }
            _ => Group::Request,
        }
    }

    /// Whether the connection of a key store ends in it.
    fn connects(&self) -> bool {
        let mut errors = self.raises.iter().map(|raise| raise.error);
        errors.any(|error| matches!(error, Raised::ConnectionError(_)))
    }

    /// Every code that it raises, each once.
    #[must_use]
    pub fn codes(&self) -> Vec<&'static str> {
        once(self.raises.iter().filter_map(|raise| raise.error.code()))
    }

    /// Whether it is raised by an operation of a service, or by one operation.
    fn on(&self, service: &str, operation: &str) -> bool {
        self.raises.iter().any(|raise| {
            let (own, _) = split(raise.on);
            (service.is_empty() || own == service)
                && (operation.is_empty()
                    || raise.on == operation
                    || raise.on.split('/').next() == Some(operation)
                    || (raise.on.ends_with('*') && own == split(operation).0))
        })
    }

    /// Whether its id, its codes, its operations or its words hold a text in lower case.
    fn says(&self, text: &str) -> bool {
        let words = text::words(self.id);
        let title = text::title(self.id);
        let said = [
            self.id,
            title,
            words.message,
            words.what,
            words.why,
            words.todo,
        ];
        said.into_iter()
            .chain(self.raises.iter().filter_map(|raise| raise.error.code()))
            .chain(self.raises.iter().map(|raise| split(raise.on).1))
            .any(|said| said.to_ascii_lowercase().contains(text))
    }
}

/// What is looked for in words. Who pastes a whole error message means the code in it, and the operation that it names.
enum Sought<'a> {
    Message {
        code: &'static str,
        /// Those of that name, if it names one.
        operations: Vec<&'static str>,
    },
    Words(Vec<&'a str>),
}

impl<'a> Sought<'a> {
    /// Reads a text in lower case.
    fn read(text: &'a str) -> Self {
        let part = |letter: char| !(letter.is_alphanumeric() || letter == '_');
        let holds = |name: &str| text.split(part).any(|word| name.eq_ignore_ascii_case(word));
        let several = text.split_whitespace().nth(1).is_some();
        let code = codes().into_iter().find(|code| several && holds(code));
        match code {
            Some(code) => Self::Message {
                code,
                operations: operations("")
                    .into_iter()
                    .filter(|on| holds(split(on).1))
                    .collect(),
            },
            None => Self::Words(text.split_whitespace().collect()),
        }
    }

    fn fits(&self, rule: &Rule) -> bool {
        match self {
            Self::Message { code, operations } => {
                rule.codes().contains(code)
                    && (operations.is_empty() || operations.iter().any(|on| rule.on("", on)))
            }
            Self::Words(words) => words.iter().all(|word| rule.says(word)),
        }
    }
}

impl Wanted {
    /// The rules that are wanted, group by group, connection errors first; `met` says whether the reader has met one.
    #[must_use]
    pub fn find(&self, met: &dyn Fn(&str) -> bool) -> Vec<&'static Rule> {
        let text = self.text.to_ascii_lowercase();
        let sought = Sought::read(&text);
        let mut found: Vec<_> = all()
            .filter(|rule| rule.on(&self.service, &self.operation))
            .filter(|rule| self.code.is_empty() || rule.codes().contains(&self.code.as_str()))
            .filter(|rule| self.origin.is_none_or(|origin| origin == rule.origin))
            .filter(|rule| self.met.is_none_or(|wanted| wanted == met(rule.id)))
            .filter(|rule| sought.fits(rule))
            .collect();
        found.order_by_key(|rule| (rule.group(), !rule.connects()));
        found
    }
}

/// The service words of all rules.
#[must_use]
pub fn services() -> Vec<&'static str> {
    let raises = all().flat_map(|rule| rule.raises);
    once(raises.map(|raise| split(raise.on).0))
}

/// The operations of all rules, those of one service where one is named; they are in the order of the alphabet.
#[must_use]
pub fn operations(service: &str) -> Vec<&'static str> {
    let raises = all().flat_map(|rule| rule.raises);
    let named = raises.filter_map(|raise| raise.on.split('/').next());
    let named =
        named.filter(|on| !on.ends_with('*') && (service.is_empty() || split(on).0 == service));
    set_of(named).into_iter().collect()
}

/// The codes of all rules, in the order of the alphabet.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    let raises = all().flat_map(|rule| rule.raises);
    let codes = raises.filter_map(|raise| raise.error.code());
    set_of(codes).into_iter().collect()
}

/// Service word and name of an operation.
#[must_use]
pub fn split(on: &str) -> (&str, &str) {
    on.split_once(':').unwrap_or((on, ""))
}

fn once(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut seen = Vec::new();
    for word in words {
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen
}
