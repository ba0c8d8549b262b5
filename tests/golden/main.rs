//! Accounts that earlier versions wrote, kept for ever: each is opened from its export, its link and its rows in the storage, and a
//! reader sees in it what was to be seen when it was written.
//!
//! `GOLDEN=v2 cargo test --test golden -- --ignored` writes those of a new version into a folder of its own. What is there is never
//! written again.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod accounts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use keystore_playground::playground::{Playground, Shelf};
use keystore_playground::ports::{MemoryRows, Rows, Write};
use keystore_playground::sim::fingerprint;

/// The versions, oldest first.
const VERSIONS: &[&str] = &["v1"];

/// What a reader looks at, in each of the Regions.
const VIEW: &str = include_str!("view.txt");
const REGIONS: [&str; 2] = ["us-east-1", "eu-west-1"];

/// The storage in memory answers at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("the storage in memory keeps waiting"),
    }
}

fn folder(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(version)
}

/// An account as a version wrote it.
struct Golden {
    name: String,
    export: String,
    link: String,
    rows: BTreeMap<String, String>,
    seen: String,
}

impl Golden {
    fn all(version: &str) -> Vec<Self> {
        let folder = folder(version);
        let mut names: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .filter_map(|entry| {
                let name = entry.unwrap().file_name().into_string().unwrap();
                Some(name.strip_suffix(".seen.txt")?.to_owned())
            })
            .collect();
        names.sort();
        assert_eq!(names.len(), accounts::names().len(), "{version}: {names:?}");
        let read = |name: &str, part: &str| {
            let path = folder.join(format!("{name}.{part}"));
            fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()))
        };
        names
            .into_iter()
            .map(|name| Self {
                export: read(&name, "export.json"),
                link: read(&name, "link.txt"),
                rows: serde_json::from_str(&read(&name, "rows.json")).unwrap(),
                seen: read(&name, "seen.txt"),
                name,
            })
            .collect()
    }

    /// A storage that holds its rows.
    fn stored(&self) -> MemoryRows {
        let rows = MemoryRows::default();
        let writes = self.rows.iter();
        let writes = writes.map(|(key, text)| Write::Put(key.clone(), text.clone()));
        assert!(now(rows.write(None, writes.collect())).unwrap());
        rows
    }
}

/// What a reader sees of an account: what came of each command, what the tools list, and the files of the client host.
fn seen(playground: &mut Playground) -> String {
    let mut seen = String::new();
    for entry in playground.log() {
        let outcome = &entry.outcome;
        let verdict = if outcome.refused {
            "refused"
        } else {
            "accepted"
        };
        writeln!(
            seen,
            "{} {verdict} {} {}",
            entry.at.iso(),
            outcome.code,
            outcome.rule
        )
        .unwrap();
    }
    for region in REGIONS {
        let mut shell = playground.shell();
        let moved = format!("lab region {region}");
        for line in [moved.as_str()].into_iter().chain(VIEW.lines()) {
            let reply = shell.run(playground, line);
            assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
            writeln!(seen, "$ {line}\n{}", reply.stdout.trim_end()).unwrap();
        }
        let account = playground.account();
        for (path, text) in &account.region(region).unwrap().client.files {
            writeln!(seen, "{path} {}", fingerprint(text.as_bytes())).unwrap();
        }
    }
    seen
}

/// The first line that differs.
fn same(what: &str, found: &str, wanted: &str) {
    let differs = found
        .lines()
        .zip(wanted.lines())
        .find(|(one, other)| one != other);
    assert_eq!(differs, None, "{what}");
    assert_eq!(found.lines().count(), wanted.lines().count(), "{what}");
}

#[test]
fn what_earlier_versions_wrote_is_opened_as_it_was() {
    for version in VERSIONS {
        for golden in Golden::all(version) {
            let what = |part: &str| format!("{version}/{} from its {part}", golden.name);
            let imported = Playground::import(&golden.export);
            let mut imported = imported.unwrap_or_else(|problem| panic!("{problem:?}"));
            same(&what("export"), &seen(&mut imported), &golden.seen);
            let shared = Playground::from_share(&golden.link);
            let mut shared = shared.unwrap_or_else(|problem| panic!("{problem:?}"));
            same(&what("link"), &seen(&mut shared), &golden.seen);
            let shelf = Shelf::new(Rc::new(golden.stored()));
            let (_, mut kept) = now(shelf.open(accounts::ID)).unwrap();
            same(&what("rows"), &seen(&mut kept), &golden.seen);
            assert_eq!(kept.undone(), imported.undone());
        }
    }
}

/// Writes the accounts of this version.
#[test]
#[ignore = "it writes files"]
fn write() {
    let folder = folder(&std::env::var("GOLDEN").unwrap());
    fs::create_dir(&folder).unwrap();
    for name in accounts::names() {
        let (mut playground, rows) = accounts::play(name);
        let everything = now(rows.read(vec![String::new()..char::MAX.to_string()])).unwrap();
        let everything: BTreeMap<_, _> = everything.into_iter().flatten().collect();
        let put = |part: &str, text: &str| {
            fs::write(folder.join(format!("{name}.{part}")), text).unwrap();
        };
        put("export.json", &playground.export());
        put("link.txt", &playground.share().unwrap());
        put(
            "rows.json",
            &serde_json::to_string_pretty(&everything).unwrap(),
        );
        put("seen.txt", &seen(&mut playground));
    }
}
