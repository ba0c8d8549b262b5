//! Paging by the client: it walks the pages of a list, and cuts and resumes the walk where the reader asks for it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::flags::{Given, Purpose};
use super::globals::Globals;
use crate::api::{CallError, Operation, Pages};
use crate::shell::lookup::CALL;
use crate::shell::program::Context;

/// The member of a resume token that counts the items of a page that were shown already.
const SHOWN: &str = "boto_truncate_amount";

/// Pages that a walk takes at most: more means a token that never ends.
const MOST_PAGES: usize = 10_000;

/// How an operation is called and walked.
pub(super) struct Plan {
    /// The paging of the operation, unless it is called once only.
    pages: Option<Pages>,
    /// `--max-items`
    pub max_items: Option<usize>,
    /// Items of the first page to leave out.
    skip: usize,
    /// Token of the first page.
    from: Option<String>,
}

/// What the calls answered.
pub(super) struct Fetched {
    /// The pages.
    pub pages: Vec<Value>,
    /// The list, where the client walked it.
    pub items: Option<&'static str>,
    /// The token with which the reader goes on.
    pub resume: Option<String>,
}

impl Plan {
    /// Reads the paging flags.
    ///
    /// # Errors
    /// [`Failure`].
    pub(super) fn of(
        operation: &Operation,
        globals: &Globals,
        given: &[Given],
        input: &mut Map<String, Value>,
    ) -> Result<Self, Failure> {
        let paging: Vec<&Given> = given
            .iter()
            .filter(|given| given.flag.purpose == Purpose::Paging)
            .collect();
        let manual = globals.no_paginate
            || operation.pages.is_none_or(|pages| {
                input.contains_key(pages.limit) || input.contains_key(pages.token_in)
            });
        if manual && !paging.is_empty() {
            let names: Vec<&str> = paging
                .iter()
                .map(|given| given.flag.name.as_str())
                .collect();
            return Err(Failure::Parameter(format!(
                "Cannot specify --no-paginate along with pagination arguments: {}",
                names.join(", ")
            )));
        }
        let mut plan = Self {
            pages: if manual { None } else { operation.pages },
            max_items: None,
            skip: 0,
            from: None,
        };
        for Given { flag, words } in paging {
            let word = words.first().map_or("", String::as_str);
            match flag.name.as_str() {
                "--starting-token" => (plan.from, plan.skip) = resumed(word),
                name => {
                    let number: i64 = word.trim().parse().map_err(|_| {
                        Failure::Usage(format!("argument {name}: invalid int value: '{word}'"))
                    })?;
                    if let (Some(pages), "--page-size") = (plan.pages, name) {
                        input.insert(pages.limit.to_owned(), number.into());
                    } else {
                        plan.max_items = Some(usize::try_from(number).unwrap_or(0));
                    }
                }
            }
        }
        Ok(plan)
    }
}

/// The work of an item of a list.
const ITEM: u64 = 10;

/// Calls the operation as often as the plan wants.
///
/// # Errors
/// The refusal of the service, or a bug of ours.
pub(super) fn fetch(
    context: &mut Context<'_>,
    operation: &'static Operation,
    region: &str,
    input: Map<String, Value>,
    plan: &Plan,
) -> Result<Fetched, Failure> {
    let mut call = |input: Map<String, Value>| -> Result<Value, Failure> {
        context
            .door
            .call(
                operation.service.word(),
                operation.name,
                region,
                Value::Object(input),
            )
            .map_err(|error| match error {
                CallError::Refused(error) => Failure::service(&error, operation),
                CallError::Bug(bug) => bug.into(),
            })
    };
    let Some(pages) = plan.pages else {
        return Ok(Fetched {
            pages: vec![call(input)?],
            items: None,
            resume: None,
        });
    };
    let mut token = plan.from.clone();
    let mut fetched = Fetched {
        pages: Vec::new(),
        items: Some(pages.items),
        resume: None,
    };
    let mut total = 0;
    while fetched.pages.len() < MOST_PAGES {
        let mut input = input.clone();
        if let Some(token) = &token {
            input.insert(pages.token_in.to_owned(), token.as_str().into());
        }
        let mut page = call(input)?;
        let next = page
            .get(pages.token_out)
            .and_then(Value::as_str)
            .map(str::to_owned);
        let skip = if fetched.pages.is_empty() {
            plan.skip
        } else {
            0
        };
        let mut count = 0;
        let mut cut = None;
        if let Some(items) = page.get_mut(pages.items).and_then(Value::as_array_mut) {
            items.drain(..skip.min(items.len()));
            let room = plan.max_items.map_or(usize::MAX, |max| max - total);
            if items.len() > room {
                items.truncate(room);
                cut = Some(room + skip);
            }
            count = items.len();
        }
        fetched.pages.push(page);
        total += count;
        context.budget.spend(CALL + ITEM * count as u64);
        if let Some(shown) = cut {
            fetched.resume = Some(resume(&pages, token.as_deref(), Some(shown)));
            break;
        }
        match next {
            None => break,
            Some(next) if plan.max_items == Some(total) => {
                fetched.resume = Some(resume(&pages, Some(&next), None));
                break;
            }
            Some(next) => token = Some(next),
        }
    }
    Ok(fetched)
}

/// The token with which `--starting-token` goes on.
fn resume(pages: &Pages, token: Option<&str>, shown: Option<usize>) -> String {
    let token = token.map_or_else(|| "null".to_owned(), |token| json!(token).to_string());
    let shown = shown.map_or_else(String::new, |shown| format!(", \"{SHOWN}\": {shown}"));
    STANDARD.encode(format!("{{\"{}\": {token}{shown}}}", pages.token_in))
}

/// The service's token and the number of items shown already; a text that is none of the client's tokens is one of the service's.
fn resumed(text: &str) -> (Option<String>, usize) {
    let members = STANDARD
        .decode(text)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
    match members {
        None => (Some(text.to_owned()), 0),
        Some(members) => {
            let shown = members
                .get(SHOWN)
                .and_then(Value::as_u64)
                .and_then(|shown| usize::try_from(shown).ok())
                .unwrap_or(0);
            let token = members
                .iter()
                .find(|(name, _)| *name != SHOWN)
                .and_then(|(_, token)| token.as_str())
                .map(str::to_owned);
            (token, shown)
        }
    }
}
