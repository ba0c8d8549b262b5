//! The guards find what is planted: a check that finds nothing would hold for ever.

use crate::account::{changed, takes};
use crate::sentences::{SHORT, USUAL, is_phrase, literals, sentences};
use crate::source::{Source, read};
use crate::uses::uses;

/// A file of a layer, and the modules of files that are built for tests alone.
fn planted(module: &[&str], text: &str) -> (Source, Vec<Vec<String>>) {
    let module = module.iter().map(|&name| name.to_owned()).collect();
    let mut tests = Vec::new();
    let source = read("planted.rs", text, module, &mut tests);
    (source, tests)
}

fn used(module: &[&str], text: &str) -> Vec<String> {
    let mut paths: Vec<String> = uses(&planted(module, text).0)
        .into_iter()
        .filter(|path| !path.is_empty())
        .map(|path| path.join("::"))
        .collect();
    paths.sort();
    paths
}

#[test]
fn every_way_to_name_another_module_is_found() {
    let text = "
        use crate::{api::{Bug, kms::{self, CONNECT}}, shell as terminal};
        use super::super::hsm::*;
        pub(crate) fn ask(of: &crate::facts::Facts) -> Vec<crate::ui::Page> {
            log!(crate::web::now(), $crate::sim::count);
            crate::text::<u8>()
        }
        mod inner { use super::super::ports; }
    ";
    let expected = [
        "api::Bug",
        "api::kms",
        "api::kms::CONNECT",
        "facts::Facts",
        "hsm",
        "model::ports",
        "shell",
        "sim::count",
        "text",
        "ui::Page",
        "web::now",
    ];
    let found = used(&["model", "queue"], text);
    for path in expected {
        assert!(found.iter().any(|one| one == path), "{path}: {found:?}");
    }
}

#[test]
fn only_what_is_built_for_tests_is_left_out() {
    let text = "
        #[cfg(test)] use crate::ui;
        #[cfg(test)] mod tests;
        #[cfg(test)] mod rig { use crate::ui; }
        impl Account { #[cfg(test)] fn page() { crate::ui::open() } }
        fn run() { #[cfg(test)] fn page() { crate::ui::open() } crate::web::now() }
        #[cfg(not(test))] use crate::shell;
    ";
    let (_, tests) = planted(&["model"], text);
    assert_eq!(tests, [["model", "tests"]]);
    assert_eq!(used(&["model"], text), ["shell", "web::now"]);
}

#[test]
fn whoever_changes_the_account_is_found() {
    let tokens = |text: &str| planted(&["playground"], text).0.tokens;
    for text in [
        "fn run(account: &mut Account) {}",
        "fn run(account: &'a mut crate::model::Account) {}",
        "fn run(work: impl Fn(u8, Box<&mut model::Account>)) {}",
    ] {
        assert!(takes(&tokens(text), true), "{text}");
    }
    let handed = tokens("fn run(work: impl FnOnce(&mut Account) -> u8) {}");
    assert!(takes(&handed, false) && !takes(&handed, true));
    assert!(!takes(
        &tokens("fn run(region: &mut Region, account: &Account) {}"),
        false
    ));
    for line in [
        "self.account.number += 1",
        "account.now = at",
        "self.world.account.regions[name].clusters = none",
        "self.account.injected.denied.insert(action)",
        "let quotas = &mut self.account.quotas",
        "log!(self.account.jobs.clear())",
    ] {
        let found = changed(&tokens(&format!("fn run() {{ {line}; }}")));
        assert_eq!(found.len(), 1, "{line}");
    }
    for line in [
        "self.account = account",
        "lab::enter(&mut self.account, id)",
        "self.account.number == 1",
        "match self.account.now { at => at }",
        "let regions = &self.account.regions",
        "self.account.regions.get(name)",
    ] {
        let found = changed(&tokens(&format!("fn run() {{ {line}; }}")));
        assert!(found.is_empty(), "{line}: {found:?}");
    }
}

#[test]
fn sentences_are_told_from_command_lines_and_names() {
    for text in [
        "The cluster is being deleted.",
        "it has no HSM",
        "{} is not a subnet",
        "aws kms list-keys\nThis line is none of them",
    ] {
        assert!(is_phrase(text, USUAL), "{text}");
    }
    for text in [
        "aws kms create-key --origin AWS_CLOUDHSM",
        "K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)\nloginHSM CO admin adminPswd",
        "-----BEGIN CERTIFICATE-----",
        "{date} {clock} UTC",
        "arn:aws:kms:{region}:{id}:key/{key}",
        "buttons end",
        "x-amz-target",
    ] {
        assert!(!is_phrase(text, USUAL), "{text}");
    }
    assert!(is_phrase("no HSM", SHORT) && is_phrase("is {}", SHORT) && !is_phrase("{} {}", SHORT));
    let text = r##"
        #[expect(missing_docs, reason = "the names say all of it")]
        /// A comment is no literal.
        fn run() -> Result<(), Bug> {
            html! { <p>{ "Select one or more subnets." }</p> };
            Err(Bug(format!("the key was not checked")))
        }
    "##;
    let (source, _) = planted(&["ui"], text);
    assert_eq!(sentences(&source), ["Select one or more subnets."]);
    assert_eq!(literals(&source.tokens).len(), 1);
    let (source, _) = planted(
        &["shell", "files"],
        "fn run() { say(\"not simulated here\"); say(\"No such file or directory\") }",
    );
    assert_eq!(sentences(&source), ["not simulated here"]);
}
