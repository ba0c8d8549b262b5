//! LookupEvents: the events of the last 90 days, the newest first.

use serde_json::{Value, json};

use super::Happening;
use crate::api::operation::Pages;
use crate::api::page::paged;
use crate::api::shape::{INTEGER, STRING, Shape, TIMESTAMP, member, required};
use crate::api::{Action, Applied, Operation, Service};
use crate::facts::AccountFacts;
use crate::model::{Account, DAY, Timestamp};

/// LookupEvents.
pub(super) const OPERATION: Operation = Operation {
    service: Service::CloudTrail,
    name: "LookupEvents",
    input: &[
        member(
            "LookupAttributes",
            Shape::list(&Shape::structure(&[
                required("AttributeKey", Shape::words(ATTRIBUTES)),
                required("AttributeValue", STRING.within(1, 2_000)),
            ])),
        ),
        member("StartTime", TIMESTAMP),
        member("EndTime", TIMESTAMP),
        member("EventCategory", Shape::words(&["insight"])),
        member("MaxResults", INTEGER.within(1, 50)),
        member("NextToken", STRING),
    ],
    output: &[
        member(
            "Events",
            Shape::list(&Shape::structure(&[
                member("EventId", STRING),
                member("EventName", STRING),
                member("ReadOnly", STRING),
                member("AccessKeyId", STRING),
                member("EventTime", TIMESTAMP),
                member("EventSource", STRING),
                member("Username", STRING),
                member(
                    "Resources",
                    Shape::list(&Shape::structure(&[
                        member("ResourceType", STRING),
                        member("ResourceName", STRING),
                    ])),
                ),
                member("CloudTrailEvent", STRING),
            ])),
        ),
        member("NextToken", STRING),
    ],
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = Pages {
    items: "Events",
    limit: "MaxResults",
    token_in: "NextToken",
    token_out: "NextToken",
    more: None,
    default: 50,
};

/// What events can be looked up by.
const ATTRIBUTES: &[&str] = &[
    "EventId",
    "EventName",
    "ReadOnly",
    "Username",
    "ResourceType",
    "ResourceName",
    "EventSource",
    "AccessKeyId",
];

/// How far the event history reaches back (CloudTrail user guide).
const KEPT: i64 = 90 * DAY;

fn read(facts: &AccountFacts<'_>) -> Applied {
    let input = facts.input();
    let account = facts.all();
    // Of insights, which nobody has switched on, there are none.
    let wanted = input["EventCategory"].is_null();
    let since = moment(&input["StartTime"])
        .unwrap_or_default()
        .max(account.now.plus(-KEPT));
    let until = moment(&input["EndTime"]).unwrap_or(account.now);
    let events = happenings(facts)
        .filter(|_| wanted)
        .take_while(|event| event.at() >= since)
        .filter(|event| event.at() <= until && matches(event, &input["LookupAttributes"]));
    let show = |event: Happening<'_>| event.listed(account);
    Ok(paged(&PAGES, facts, events, show, json!({})))
}

/// What happened in the Region of the request, the newest first.
pub fn happenings<'a>(facts: &AccountFacts<'a>) -> impl Iterator<Item = Happening<'a>> + use<'a> {
    let (account, name): (&'a Account, &'a str) = (facts.all(), facts.region_of_call());
    let history = facts.history();
    let seed = history.map_or(0, |history| history.seed());
    let mut calls = history
        .into_iter()
        .flat_map(|history| history.calls(name))
        .map(move |call| Happening::Call { call, seed })
        .peekable();
    let mut deletions = account
        .region(name)
        .into_iter()
        .flat_map(|region| region.deletions.iter().rev())
        .map(move |deletion| Happening::Deletion {
            deletion,
            region: name,
            seed,
        })
        .peekable();
    std::iter::from_fn(move || {
        // What was called at the moment of a deletion was called after it.
        let called = match (calls.peek(), deletions.peek()) {
            (Some(call), Some(deletion)) => call.at() >= deletion.at(),
            (call, _) => call.is_some(),
        };
        if called {
            calls.next()
        } else {
            deletions.next()
        }
    })
}

fn moment(value: &Value) -> Option<Timestamp> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a moment beyond all times is cut to the last there is"
    )]
    value
        .as_f64()
        .map(|seconds| Timestamp((seconds * 1_000.0) as i64))
}

fn matches(event: &Happening<'_>, attributes: &Value) -> bool {
    let Some(attribute) = attributes.get(0) else {
        return true;
    };
    let wanted = attribute["AttributeValue"].as_str().unwrap_or_default();
    match attribute["AttributeKey"].as_str().unwrap_or_default() {
        "EventId" => event.id() == wanted,
        "EventName" => event.name() == wanted,
        "ReadOnly" => event.read_only().to_string() == wanted,
        "Username" => event.user() == wanted,
        "EventSource" => event.source() == wanted,
        "AccessKeyId" => event.access_key() == wanted,
        "ResourceType" => event.resources().iter().any(|(kind, _)| *kind == wanted),
        _ => event.resources().iter().any(|(_, name)| name == wanted),
    }
}
