//! Whatever way a reader types a password, nobody reads it afterwards: not on the screen, in the history, in anything that is kept or
//! shared, nor in what the event history says.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod ways;

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use keystore_playground::playground::{Options, Pace, Playground, Shelf};
use keystore_playground::ports::{MemoryRows, Rows};
use keystore_playground::shell::Shell;
use keystore_playground::sim::Memo;
use ways::{HARMLESS, WAYS, Way};

const REGION: &str = "us-east-1";
/// Entries of a log that is quickly replayed.
const SHORT: usize = 10;

/// The storage in memory answers at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("the storage in memory keeps waiting"),
    }
}

/// What is there to be read after lines were typed.
#[derive(Default)]
struct Read {
    /// Each place with its text.
    places: Vec<(&'static str, String)>,
}

impl Read {
    fn add(&mut self, place: &'static str, text: &str) {
        self.places.push((place, text.to_owned()));
    }

    /// The places in which a text stands.
    fn places_of(&self, secret: &str) -> Vec<(&'static str, &str)> {
        let found = self.places.iter().filter(|(_, text)| text.contains(secret));
        found
            .map(|(place, text)| {
                let at = text.find(secret).unwrap();
                let start = (0..=at.saturating_sub(60))
                    .rev()
                    .find(|at| text.is_char_boundary(*at));
                (*place, &text[start.unwrap()..at + secret.len()])
            })
            .collect()
    }
}

/// An account in which the lines of a way do what they are meant to; `memo` keeps the keys that were made.
fn account(way: &Way, memo: &mut Memo) -> Playground {
    let mut playground = Playground::new(Options {
        pace: Pace::Instant,
        ..Options::default()
    });
    if way.lines.iter().any(|line| line.contains("mgmt_util")) {
        playground.remember(memo.clone());
        let reply = playground
            .shell()
            .run(&mut playground, "lab scenario ready-cluster");
        assert_eq!(reply.exit_code, 0, "{}", reply.stderr);
        memo.clone_from(playground.memo());
    }
    playground
}

/// What a reader sees of typed lines.
fn screen(shell: &mut Shell, playground: &mut Playground, line: &str, read: &mut Read) {
    let shown = shell.masked(line);
    if !shell.hidden() {
        read.add("history", &shown);
        read.add("half-typed line", &shell.masked_unfinished(line));
    }
    let reply = shell.run(playground, line);
    read.add("prompt", &reply.prompt);
    read.add("screen", &shown);
    read.add("standard output", &reply.stdout);
    read.add("standard error", &reply.stderr);
    read.add("explanation", &format!("{:?}", reply.refused));
}

/// What is kept of an account.
fn kept(playground: &mut Playground, read: &mut Read) {
    read.add("export", &playground.export());
    read.add("log", &format!("{:?}", playground.log()));
    read.add("last refusal", &format!("{:?}", playground.last_refusal()));
    let events = playground
        .call("cloudtrail", "LookupEvents", REGION, serde_json::json!({}))
        .unwrap();
    read.add("event history", &format!("{events:?}"));
    let rows = MemoryRows::default();
    let shelf = Shelf::new(Rc::new(rows.clone()));
    now(shelf.create("one", "First", 1_000, playground.change())).unwrap();
    let all = now(rows.read(vec![String::new().."\u{10ffff}".to_owned()])).unwrap();
    read.add("storage", &format!("{all:?}"));
}

/// Everything that can be read after the lines of a way were typed.
fn after(way: &Way, memo: &mut Memo) -> Read {
    let mut read = Read::default();
    let mut playground = account(way, memo);
    let mut shell = playground.shell();
    for line in way.lines {
        screen(&mut shell, &mut playground, line, &mut read);
    }
    kept(&mut playground, &mut read);
    if playground.log().len() < SHORT {
        let link = playground.share().unwrap();
        let shared = Playground::from_share(&link).unwrap();
        read.add("share link", &format!("{link} {}", shared.export()));
    }
    // As the script of a lesson or a cure, in a terminal of its own.
    let mut playground = account(way, memo);
    let script: Vec<String> = way.lines.iter().map(|line| (*line).to_owned()).collect();
    let typing = playground.type_script(REGION, &script.join("\n"));
    for typed in typing.typed {
        read.add("script", &format!("{}{}", typed.prompt, typed.line));
        read.add("output of the script", &typed.reply.stdout);
        read.add("errors of the script", &typed.reply.stderr);
    }
    read.add("why of the script", &format!("{:?}", typing.why));
    kept(&mut playground, &mut read);
    read
}

#[test]
fn nobody_reads_a_password_however_it_is_typed() {
    assert!(WAYS.len() >= 80, "{} ways", WAYS.len());
    let mut memo = Memo::default();
    let mut found = Vec::new();
    for way in WAYS {
        let read = after(way, &mut memo);
        for (place, around) in read.places_of(way.secret) {
            if !way.may.contains(&place) {
                found.push(format!("{:?}\n    {place}: …{around}", way.lines));
            }
        }
    }
    assert!(
        found.is_empty(),
        "{} leaks\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn what_is_no_password_is_shown() {
    let playground = Playground::new(Options::default());
    for lines in HARMLESS {
        let mut shell = playground.shell();
        let mut other = Playground::new(Options::default());
        for line in *lines {
            assert_eq!(shell.masked(line), *line);
            shell.run(&mut other, line);
        }
    }
}
