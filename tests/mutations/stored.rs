//! How what comes from elsewhere is tried: exports, links, and what the storage holds. Where it still is one in form, its entries are
//! chained again, so that what they hold is looked at.

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use keystore_playground::playground::{
    Committed, Opened, Opening, Options, Pace, Playground, SHARE_ADDRESS, SHARE_FORMAT, Shelf,
    Stepped, Unopened, shared_summary,
};
use keystore_playground::ports::{MemoryRows, Problem, Rows, Write};
use keystore_playground::sim::fingerprint;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::kinds::{class, is_bug, outcome};
use super::watch::Watch;
use super::{Try, random};

/// Units of work after which the page looks at the clock.
const UNITS: u64 = 200;

/// Lines that leave entries of all kinds.
const LINES: &[&str] = &[
    "lab scenario network",
    "aws kms create-key --tags TagKey=a,TagValue=b",
    "aws kms create-key --policy nonsense",
    "K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)",
    "aws kms encrypt --key-id $K --plaintext aGVsbG8= --query CiphertextBlob --output text > sealed",
    "openssl genrsa -out own.key 1024",
    "lab inject throttle Encrypt=3; lab deny kms:CreateAlias; lab quota keys 5; lab account 444455556666",
    "aws ec2 create-vpc --cidr-block 10.7.0.0/16",
    "lab advance 3d; lab settle",
    "lab undo; lab undo",
];

fn played() -> Playground {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    for line in LINES {
        shell.run(&mut playground, line);
    }
    playground
}

pub fn exported() -> Vec<Vec<u8>> {
    let scenario = random::begun("store-with-key").export();
    vec![played().export().into_bytes(), scenario.into_bytes()]
}

pub fn linked() -> Vec<Vec<u8>> {
    let link = played().share().unwrap();
    let code = URL_SAFE_NO_PAD
        .decode(&link[SHARE_ADDRESS.len()..])
        .unwrap();
    vec![miniz_oxide::inflate::decompress_to_vec(&code[5..]).unwrap()]
}

pub fn kept() -> Vec<Vec<u8>> {
    let rows = MemoryRows::default();
    let shelf = Shelf::new(Rc::new(rows.clone()));
    let playground = played();
    now(shelf.create("one", "First", 1_000, playground.change())).unwrap();
    let everything = now(rows.read(vec![String::new()..char::MAX.to_string()])).unwrap();
    let rows = everything.into_iter().flatten();
    let rows: Map<String, Value> = rows.map(|(key, text)| (key, text.into())).collect();
    vec![Value::Object(rows).to_string().into_bytes()]
}

/// The storage in memory answers at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the storage in memory keeps waiting"),
    }
}

/// An export.
pub fn exports() -> Try {
    Box::new(|input, watch| {
        let text = String::from_utf8_lossy(input).into_owned();
        let opened = |text: &str| opened(watch, || Opening::of_save(text), text);
        let first = opened(&text)?;
        let Some(mut save) = serde_json::from_str(&text).ok() else {
            return Ok(first);
        };
        rechain(&mut save);
        Ok(first + &opened(&save.to_string())?)
    })
}

/// What a link holds, before it is packed.
pub fn links() -> Try {
    Box::new(|input, watch| {
        let mut found = String::new();
        let text = String::from_utf8_lossy(input);
        let as_typed = format!("{SHARE_ADDRESS}{text}");
        for link in [as_typed, packed(1, input), packed(SHARE_FORMAT, input)] {
            let summary = watch.piece(|| shared_summary(&link));
            let came = opened(watch, || Opening::of_link(&link), &text)?;
            if summary.is_err() && !came.starts_with("not opened") {
                return Err("what opens has no summary".to_owned());
            }
            found += &came;
        }
        Ok(found)
    })
}

fn packed(format: u8, text: &[u8]) -> String {
    let packed = miniz_oxide::deflate::compress_to_vec(text, 1);
    let mut bytes = vec![format];
    bytes.extend_from_slice(&Sha256::digest(&packed)[..4]);
    bytes.extend_from_slice(&packed);
    format!("{SHARE_ADDRESS}{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// Opens an account as the page does; what came of it.
fn opened(
    watch: &Watch,
    begin: impl FnOnce() -> Result<Opening, Unopened>,
    input: &str,
) -> Result<String, String> {
    let not = |problem: Unopened| match problem {
        // What somebody made up may hold what no call of ours writes.
        Unopened::Replay(bug) => Ok(format!("not opened: {}", class(&bug.0, input))),
        problem => Ok(format!(
            "not opened: {}",
            class(&problem.to_string(), input)
        )),
    };
    let opening = match watch.piece(begin) {
        Ok(opening) => opening,
        Err(problem) => return not(problem),
    };
    match stepped(watch, opening) {
        Some(Ok(opened)) => used(watch, opened, input),
        Some(Err(problem)) => not(problem),
        None => Ok("cancelled".to_owned()),
    }
}

/// Opens an account a little at a time; none where nobody waits for it any more.
fn stepped(watch: &Watch, opening: Opening) -> Option<Result<Opened, Unopened>> {
    let mut opening = opening;
    loop {
        match watch.piece(|| opening.step(UNITS)) {
            Stepped::Going(..) if watch.is_over() => return None,
            Stepped::Going(going, _) => opening = *going,
            Stepped::Done(opened) => return Some(Ok(*opened)),
            Stepped::Failed(problem) => return Some(Err(problem)),
        }
    }
}

/// Does something in an account that was opened.
fn used(watch: &Watch, opened: Opened, input: &str) -> Result<String, String> {
    let mut found = match &opened.short {
        Some(short) => class(&short.to_string(), input),
        None => "whole".to_owned(),
    };
    let mut playground = opened.playground;
    let text = watch.piece(|| playground.export());
    let again = Opening::of_save(&text).map_err(|problem| problem.to_string())?;
    let Some(again) = stepped(watch, again) else {
        return Ok("cancelled".to_owned());
    };
    let again = again.map_err(|problem| format!("the export does not open: {problem}"))?;
    if again.playground.account() != playground.account() {
        return Err("the export makes another account".to_owned());
    }
    let mut shell = playground.shell();
    for line in [
        "aws kms list-keys",
        "aws cloudtrail lookup-events",
        "lab jobs",
        "lab share",
        "lab undo",
        "lab redo",
    ] {
        if watch.is_over() {
            return Ok("cancelled".to_owned());
        }
        let reply = watch.piece(|| shell.run(&mut playground, line));
        if is_bug(&reply.stderr) {
            return Err(format!("{line}: {}", reply.stderr));
        }
        found += &outcome(&reply, input);
    }
    Ok(found)
}

/// The entries of a log follow each other again, and their end is what is said of it.
fn rechain(save: &mut Value) {
    let format = save["format"].as_u64().unwrap_or_default();
    let mut tail = origin(format, &save["options"]);
    if let Some(log) = save.get_mut("log").and_then(Value::as_array_mut) {
        for entry in log {
            tail = follow(format, entry, tail);
        }
    }
    if let Some(end) = save.get_mut("tail") {
        *end = tail.into();
    }
}

/// What an account is made from stands before its first entry, from format 2 on.
fn origin(format: u64, options: &Value) -> String {
    if format < 2 {
        return String::new();
    }
    let [id, region, seed, start, earlier] =
        ["accountId", "region", "seed", "startTime", "earlier"].map(|name| &options[name]);
    let earlier = earlier.as_u64().unwrap_or_default();
    fingerprint(
        json!([id, region, seed, start, earlier])
            .to_string()
            .as_bytes(),
    )
}

/// Lets an entry follow one with that hash; its own.
fn follow(format: u64, entry: &mut Value, parent: String) -> String {
    if let Some(before) = entry.get_mut("parent") {
        *before = parent.into();
    }
    let hashed = match format {
        ..2 => json!([entry["at"], entry["parent"], entry["command"]]),
        _ => json!([
            entry["at"],
            entry["parent"],
            entry["command"],
            entry["outcome"]
        ]),
    };
    fingerprint(hashed.to_string().as_bytes())
}

/// Rows, each a text by its key.
pub fn rows() -> Try {
    Box::new(|input, watch| {
        let Ok(Value::Object(mut rows)) = serde_json::from_slice(input) else {
            return Ok(String::new());
        };
        let text = String::from_utf8_lossy(input);
        let first = shelved(watch, &rows, &text)?;
        for id in ids(&rows) {
            mend(&mut rows, &id);
        }
        Ok(first + &shelved(watch, &rows, &text)?)
    })
}

fn ids(rows: &Map<String, Value>) -> Vec<String> {
    let ids = rows.keys().filter_map(|key| key.strip_prefix("sandbox/"));
    ids.map(str::to_owned).collect()
}

/// The rows of a sandbox are as its record says, or its record as its rows are.
fn mend(rows: &mut Map<String, Value>, id: &str) {
    let read = |text: &Value| serde_json::from_str::<Value>(text.as_str().unwrap_or_default());
    let place = format!("sandbox/{id}");
    let Ok(mut record) = read(&rows[&place]) else {
        return;
    };
    let format = record["format"].as_u64().unwrap_or_default();
    let below = format!("entry/{id}/");
    let mut keys: Vec<String> = rows
        .keys()
        .filter(|key| key.starts_with(&below))
        .cloned()
        .collect();
    keys.sort();
    let mut tail = origin(format, &record["options"]);
    let count = keys.len();
    for (index, key) in keys.into_iter().enumerate() {
        let text = rows.remove(&key).unwrap_or_default();
        let text = match read(&text) {
            Ok(mut entry) => {
                tail = follow(format, &mut entry, tail);
                entry.to_string().into()
            }
            Err(_) => text,
        };
        rows.insert(format!("{below}{index:010}"), text);
    }
    if let Value::Object(record) = &mut record {
        record.insert("entries".to_owned(), count.into());
        record.insert("tail".to_owned(), tail.into());
    }
    rows.insert(place, record.to_string().into());
}

/// Lists what the storage holds, and opens each sandbox, whole or as far as it is sound.
fn shelved(watch: &Watch, given: &Map<String, Value>, input: &str) -> Result<String, String> {
    let rows = MemoryRows::default();
    let puts = given.iter().map(|(key, text)| {
        let text = text
            .as_str()
            .map_or_else(|| text.to_string(), str::to_owned);
        Write::Put(key.clone(), text)
    });
    now(rows.write(None, puts.collect())).unwrap();
    let shelf = Shelf::new(Rc::new(rows.clone()));
    let listing = watch.piece(|| now(shelf.list()));
    let listing = listing.map_err(|problem| format!("the list: {problem}"))?;
    let mut found = format!("{} and {}", listing.sandboxes.len(), listing.aside.len());
    for listed in listing.sandboxes {
        if watch.is_over() {
            return Ok("cancelled".to_owned());
        }
        let raw = watch.piece(|| now(shelf.raw(&listed.id)));
        raw.map_err(|problem| format!("the raw text: {problem}"))?;
        found += &match watch.piece(|| now(shelf.begin(&listed.id))) {
            Err(problem) => class(&problem.to_string(), input),
            Ok(opening) => sandbox(watch, &shelf, opening.as_far_as_sound(), input)?,
        };
        let aside = watch.piece(|| now(shelf.put_aside(&listed.id, "why", 5_000)));
        aside.map_err(|problem| format!("put aside: {problem}"))?;
    }
    Ok(found)
}

/// Opens a sandbox and does something in it, which is kept.
fn sandbox(watch: &Watch, shelf: &Shelf, opening: Opening, input: &str) -> Result<String, String> {
    let opened = match stepped(watch, opening) {
        None => return Ok("cancelled".to_owned()),
        Some(Err(problem)) => return Ok(class(&problem.to_string(), input)),
        Some(Ok(opened)) => opened,
    };
    let known = opened.known.clone().unwrap();
    let whole = opened.short.is_none() && !opened.older;
    let mut playground = opened.playground;
    let mut shell = playground.shell();
    playground.mark();
    let reply = watch.piece(|| shell.run(&mut playground, "aws kms create-key; lab undo"));
    if is_bug(&reply.stderr) {
        return Err(reply.stderr);
    }
    let change = watch.piece(|| playground.change());
    let committed = watch.piece(|| now(shelf.commit(&known, change, 6_000)));
    // A record under the key of another one is no sandbox of its own.
    if matches!(committed, Err(Problem::Gone) | Ok(Committed::Behind)) {
        return Ok("of another name".to_owned());
    }
    let after = committed.map_err(|problem| format!("the commit: {problem}"))?;
    let Committed::Done(after) = after else {
        return Err("nobody else has written".to_owned());
    };
    let again = watch.piece(|| now(shelf.begin(&after.record.id)));
    let again = again.map_err(|problem| format!("after a commit: {problem}"))?;
    match stepped(watch, again) {
        None => return Ok("cancelled".to_owned()),
        Some(Err(problem)) => return Err(format!("after a commit: {problem}")),
        Some(Ok(again)) if again.playground.account() != playground.account() => {
            return Err("what was kept is another account".to_owned());
        }
        Some(Ok(_)) => {}
    }
    Ok(format!("opened, {whole}{}", outcome(&reply, input)))
}
