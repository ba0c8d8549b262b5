//! What is done to a JSON text: its parts are changed, and what comes of it is JSON again. A text in it that is JSON itself, as a row of
//! the storage is, has parts as well.

use serde_json::{Map, Value};

use super::mutate;
use super::random::Random;

/// Parts of the largest input.
const MOST: usize = 20_000;

/// Bytes of the largest input: texts in texts grow with each of them.
const MOST_BYTES: usize = 1 << 20;

/// Numbers that some reader finds special.
const NUMBERS: &[i64] = &[
    0,
    1,
    -1,
    2,
    59,
    1_000,
    65_536,
    1 << 32,
    630_720_000,
    946_684_800_000,
    1_767_225_600_000,
    7_258_118_400_000,
    253_402_300_800_000,
    i64::MAX,
    i64::MIN,
];

const NAMES: &[&str] = &[
    "",
    "kms",
    "ec2",
    "cloudhsmv2",
    "us-east-1",
    "eu-west-1",
    "scenario",
    "advance",
    "settle",
    "account",
    "store-with-key",
    "uninitialized",
    "active",
    "CreateKey",
    "CreateCluster",
    "CreateHsm",
    "RunInstances",
    "../..",
    "-1",
    "1e999",
    "\0",
    "é",
];

/// An input with one to four of its parts changed; of what is no JSON, and now and then of any, some bytes.
pub fn mutate(random: &mut Random, input: &[u8], other: &[u8]) -> Vec<u8> {
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
    let Some(mut value) = read(input).filter(|_| !random.one_in(8)) else {
        return mutate::mutate(random, input, other);
    };
    let other = read(other).unwrap_or_default();
    for _ in 0..=random.below(4) {
        let place = random.below(size(&value));
        at(&mut value, place, &mut |part| change(random, part, &other));
        if size(&value) > MOST {
            break;
        }
    }
    let text = value.to_string().into_bytes();
    if text.len() > MOST_BYTES {
        return mutate::mutate(random, input, b"");
    }
    text
}

/// The value of a text that is JSON with parts.
fn inner(text: &str) -> Option<Value> {
    let inside = || serde_json::from_str(text).ok();
    text.starts_with(['{', '[']).then(inside).flatten()
}

/// How many parts a value has, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        Value::String(text) => inner(text).map_or(0, |inner| size(&inner)),
        _ => 0,
    }
}

/// Does something to the part of that place, counted as [`size`] does.
fn at(value: &mut Value, place: usize, change: &mut dyn FnMut(&mut Value)) {
    let Some(mut place) = place.checked_sub(1) else {
        return change(value);
    };
    if let Value::String(text) = value {
        if let Some(mut inside) = inner(text) {
            at(&mut inside, place, change);
            *text = inside.to_string();
        }
        return;
    }
    let parts: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(members) => members.values_mut().collect(),
        _ => Vec::new(),
    };
    for part in parts {
        let inside = size(part);
        if place < inside {
            return at(part, place, change);
        }
        place -= inside;
    }
}

/// A part of a value.
fn part(random: &mut Random, value: &Value) -> Value {
    let mut found = Value::Null;
    let place = random.below(size(value));
    at(&mut value.clone(), place, &mut |part| found = part.clone());
    found
}

fn change(random: &mut Random, value: &mut Value, other: &Value) {
    match random.below(12) {
        0 => *value = part(random, other),
        1 => *value = Value::Null,
        2 => *value = (*random.pick(NUMBERS)).into(),
        3 => *value = (*random.pick(NAMES)).into(),
        4 => {
            let within = value.clone();
            *value = part(random, &within);
        }
        5 => *value = Value::Array(vec![value.take()]),
        _ => change_alike(random, value, other),
    }
}

/// What stays of its kind.
fn change_alike(random: &mut Random, value: &mut Value, other: &Value) {
    match value {
        Value::Null => *value = part(random, other),
        Value::Bool(truth) => *truth = !*truth,
        Value::Number(number) => {
            let before = number.as_i64().unwrap_or_default();
            let near = i64::try_from(random.below(5)).unwrap() - 2;
            *value = match random.below(3) {
                0 => before.wrapping_add(near),
                1 => before.wrapping_mul(1 + near.abs() * 500),
                _ => *random.pick(NUMBERS),
            }
            .into();
        }
        Value::String(text) => {
            let bytes = mutate::mutate(random, text.as_bytes(), b"");
            *text = String::from_utf8_lossy(&bytes).into_owned();
            if random.one_in(4) {
                let times = 1 + random.below(2_000);
                *text = text.repeat(times.min(100_000 / (text.len() + 1)));
            }
        }
        Value::Array(items) => change_items(random, items, other),
        Value::Object(members) => change_members(random, members, other),
    }
}

fn change_items(random: &mut Random, items: &mut Vec<Value>, other: &Value) {
    if items.is_empty() {
        return items.push(part(random, other));
    }
    let (one, two) = (random.below(items.len()), random.below(items.len()));
    match random.below(6) {
        0 => drop(items.remove(one)),
        1 => items.swap(one, two),
        2 => items.insert(one, items[two].clone()),
        3 => items.insert(one, part(random, other)),
        4 => items.truncate(one),
        _ => {
            // Many of one kind.
            let item = items[one].clone();
            let times = random.below(MOST / 10) / size(&item);
            items.splice(one..one, std::iter::repeat_n(item, times));
        }
    }
}

fn change_members(random: &mut Random, members: &mut Map<String, Value>, other: &Value) {
    let names: Vec<String> = members.keys().cloned().collect();
    if names.is_empty() {
        return drop(members.insert("a".to_owned(), part(random, other)));
    }
    let (one, two) = (random.pick(&names).clone(), random.pick(&names));
    match random.below(5) {
        0 => drop(members.remove(&one)),
        1 => {
            let value = members[two].clone();
            members.insert(one, value);
        }
        2 => {
            let name = mutate::mutate(random, one.as_bytes(), two.as_bytes());
            let value = members.remove(&one).unwrap_or_default();
            members.insert(String::from_utf8_lossy(&name).into_owned(), value);
        }
        3 => {
            let value = part(random, other);
            members.insert(one, value);
        }
        _ => {
            let value = members.remove(&one).unwrap_or_default();
            members.insert(one, value);
        }
    }
}
