//! A member of a request with very many values, or a very long one, is answered as fast as a client waits for: work grows with the size
//! of a request, never with its square.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "stopwatch/mod.rs"]
mod stopwatch;

use std::time::Duration;

use keystore_playground::api::shape::{Kind, Shape};
use keystore_playground::api::{self, CallError, Operation};
use keystore_playground::playground::{Options, Pace, Playground};
use serde_json::{Map, Value, json};
use stopwatch::Stopwatch;

/// Values in a list or a map.
const MANY: usize = 2_500;
/// Letters of a long text.
const LONG: usize = 50_000;
/// The longest answer, in a build without optimisation on a machine that does other things too. What grows with the square of the
/// size takes many times longer.
const MOST: Duration = Duration::from_millis(500);
/// Tries, of which the fastest counts.
const TRIES: usize = 3;

/// Ids that the account knows, each with what the names of members that want one hold.
struct Known(Vec<(&'static str, String)>);

impl Known {
    fn of(playground: &mut Playground) -> Self {
        let made = playground
            .call("kms", "CreateKey", "us-east-1", json!({}))
            .unwrap();
        let key = made["KeyMetadata"]["KeyId"].as_str().unwrap().to_owned();
        let network = &playground.account().regions["us-east-1"].network;
        Self(vec![
            ("KeyId", key),
            ("Subnet", network.subnets.keys().next().unwrap().clone()),
            ("Vpc", network.vpcs.keys().next().unwrap().clone()),
            (
                "RouteTable",
                network.route_tables.keys().next().unwrap().clone(),
            ),
            ("NetworkAcl", network.acls.keys().next().unwrap().clone()),
            (
                "GroupId",
                network.security_groups.keys().next().unwrap().clone(),
            ),
            (
                "Groups",
                network.security_groups.keys().next().unwrap().clone(),
            ),
            ("Resource", network.subnets.keys().next().unwrap().clone()),
            ("Protocol", "tcp".to_owned()),
        ])
    }

    /// A text for a member.
    fn text(&self, name: &str, number: usize) -> String {
        if name.contains("Ipv6") {
            return format!("2001:db8:{:x}::/48", number % 0xffff);
        }
        if name.contains("Cidr") {
            return format!("10.{}.{}.0/24", number / 256 % 256, number % 256);
        }
        let known = self.0.iter().find(|(part, _)| name.contains(part));
        known.map_or_else(|| format!("x{number}"), |(_, id)| id.clone())
    }
}

/// A value of a member of that name; those of different numbers differ where they can.
fn plain(known: &Known, name: &str, shape: &Shape, number: usize) -> Value {
    match shape.kind {
        Kind::String => match shape.words.first() {
            Some(word) => json!(word),
            None => json!(known.text(name, number)),
        },
        Kind::Blob => json!("eA=="),
        Kind::Integer => json!(shape.min.unwrap_or(1).max(1)),
        Kind::Boolean => json!(true),
        Kind::Timestamp => json!(1),
        Kind::List(item) => json!([plain(known, name, item, number)]),
        Kind::Map(item) => json!({ format!("k{number}"): plain(known, name, item, number) }),
        Kind::Structure(members) => members
            .iter()
            .map(|member| {
                (
                    member.name.to_owned(),
                    plain(known, member.name, &member.shape, number),
                )
            })
            .collect::<Map<_, _>>()
            .into(),
    }
}

/// Values of a shape that are too large somewhere, each with the place.
fn large(known: &Known, name: &str, shape: &Shape, place: &str) -> Vec<(String, Value)> {
    match shape.kind {
        Kind::String => vec![(place.to_owned(), json!("x".repeat(LONG)))],
        Kind::Blob => vec![(place.to_owned(), json!("eHh4".repeat(LONG / 4)))],
        Kind::Integer | Kind::Boolean | Kind::Timestamp => Vec::new(),
        Kind::List(item) => {
            let different = (0..MANY)
                .map(|number| plain(known, name, item, number))
                .collect();
            let same = (0..MANY).map(|_| plain(known, name, item, 0)).collect();
            let mut found = vec![
                (format!("{place}[]"), Value::Array(different)),
                (format!("{place}[same]"), Value::Array(same)),
            ];
            let inner = large(known, name, item, &format!("{place}[0]"));
            found.extend(
                inner
                    .into_iter()
                    .map(|(place, value)| (place, json!([value]))),
            );
            found
        }
        Kind::Map(item) => {
            let members =
                (0..MANY).map(|number| (format!("k{number}"), plain(known, name, item, number)));
            vec![(
                format!("{place}{{}}"),
                members.collect::<Map<_, _>>().into(),
            )]
        }
        Kind::Structure(members) => members
            .iter()
            .flat_map(|member| {
                let inner = large(
                    known,
                    member.name,
                    &member.shape,
                    &format!("{place}.{}", member.name),
                );
                inner.into_iter().map(|(place, value)| {
                    let mut whole = plain(known, name, shape, 0);
                    whole[member.name] = value;
                    (place, whole)
                })
            })
            .collect(),
    }
}

/// How long a call takes at best.
fn fastest(playground: &mut Playground, operation: &Operation, input: &Value) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..TRIES {
        let stopwatch = Stopwatch::start();
        let service = operation.service.word();
        let answer = playground.call(service, operation.name, "us-east-1", input.clone());
        assert!(!matches!(answer, Err(CallError::Bug(_))), "{answer:?}");
        best = best.min(stopwatch.elapsed());
        if best < MOST {
            break;
        }
    }
    best
}

#[test]
fn no_member_takes_longer_than_its_size() {
    let mut slow = Vec::new();
    for operation in api::operations() {
        for member in operation.input {
            let mut playground = Playground::new(Options {
                pace: Pace::Manual,
                ..Options::default()
            });
            let known = Known::of(&mut playground);
            for (place, value) in large(&known, member.name, &member.shape, member.name) {
                let mut input: Map<String, Value> = operation
                    .input
                    .iter()
                    .filter(|other| other.required)
                    .map(|other| {
                        (
                            other.name.to_owned(),
                            plain(&known, other.name, &other.shape, 0),
                        )
                    })
                    .collect();
                input.insert(member.name.to_owned(), value);
                let took = fastest(&mut playground, operation, &input.into());
                if took > MOST {
                    slow.push(format!("{} {place}: {took:?}", operation.name));
                }
            }
        }
    }
    assert!(
        slow.is_empty(),
        "{} are slow:\n{}",
        slow.len(),
        slow.join("\n")
    );
}
