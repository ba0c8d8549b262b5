//! Paging as the command line does it: it walks all pages and shows the list alone, unless it is told otherwise.

use base64::Engine;
use serde_json::{Map, Value, json};

use super::Failure;
use super::arguments::Problem;
use crate::api::{Operation, Pages};

/// Options of operations that page.
#[derive(Default)]
pub(super) struct Paging {
    max_items: Option<usize>,
    page_size: Option<i64>,
    starting_token: Option<String>,
}

impl Paging {
    /// Whether a flag is a paging option of the operation.
    pub(super) fn knows(operation: &Operation, flag: &str) -> bool {
        operation.pages.is_some()
            && ["--max-items", "--page-size", "--starting-token"].contains(&flag)
    }

    /// Takes the value of a paging option.
    pub(super) fn set(&mut self, flag: &str, value: &str) -> Result<(), Problem> {
        let number = || {
            value.parse::<usize>().map_err(|_| {
                Problem::Usage(format!("argument {flag}: invalid int value: '{value}'"))
            })
        };
        match flag {
            "--max-items" => self.max_items = Some(number()?),
            "--page-size" => self.page_size = Some(i64::try_from(number()?).unwrap_or(i64::MAX)),
            _ => self.starting_token = Some(value.to_owned()),
        }
        Ok(())
    }

    fn used(&self) -> Vec<&'static str> {
        [
            ("--max-items", self.max_items.is_some()),
            ("--page-size", self.page_size.is_some()),
            ("--starting-token", self.starting_token.is_some()),
        ]
        .into_iter()
        .filter_map(|(flag, used)| used.then_some(flag))
        .collect()
    }
}

/// Calls an operation once or page by page. `None` when the operation has no answer to print.
pub(super) fn call(
    paging: &Paging,
    operation: &Operation,
    mut input: Value,
    no_paginate: bool,
    once: &mut dyn FnMut(Value) -> Result<Value, Failure>,
) -> Result<Option<Value>, Failure> {
    let by_hand = operation
        .pages
        .filter(|pages| input.get(pages.limit).is_some() || input.get(pages.token_in).is_some());
    let used = paging.used();
    if (by_hand.is_some() || no_paginate) && !used.is_empty() {
        return Err(Failure::from(Problem::Parameters(format!(
            "Cannot specify --no-paginate along with pagination arguments: {}",
            used.join(", ")
        ))));
    }
    let walk = match operation.pages {
        Some(pages) if by_hand.is_none() && !no_paginate => pages,
        _ => {
            let answer = once(input)?;
            return Ok((!operation.output.is_empty()).then_some(answer));
        }
    };
    if let Some(size) = paging.page_size {
        input[walk.limit] = size.into();
    }
    let (token, skip) = match &paging.starting_token {
        Some(token) => read_token(token)?,
        None => (None, 0),
    };
    collect(&walk, paging, input, token, skip, once).map(Some)
}

fn collect(
    pages: &Pages,
    paging: &Paging,
    input: Value,
    mut token: Option<String>,
    mut skip: usize,
    once: &mut dyn FnMut(Value) -> Result<Value, Failure>,
) -> Result<Value, Failure> {
    let mut items: Vec<Value> = Vec::new();
    let mut answer = Map::new();
    loop {
        let mut input = input.clone();
        if let Some(token) = &token {
            input[pages.token_in] = token.clone().into();
        }
        let page = once(input)?;
        let found = page[pages.items].as_array().cloned().unwrap_or_default();
        let start = skip.min(found.len());
        for (index, item) in found.into_iter().enumerate().skip(start) {
            if paging.max_items.is_some_and(|max| items.len() >= max) {
                answer.insert(pages.items.to_owned(), items.into());
                answer.insert(
                    "NextToken".to_owned(),
                    write_token(pages, token.as_deref(), index).into(),
                );
                return Ok(answer.into());
            }
            items.push(item);
        }
        skip = 0;
        token = page[pages.token_out].as_str().map(str::to_owned);
        if token.is_none() {
            answer.insert(pages.items.to_owned(), items.into());
            return Ok(answer.into());
        }
    }
}

/// The command line's own token: the service's token and how many items of that page were shown.
fn write_token(pages: &Pages, token: Option<&str>, shown: usize) -> String {
    let token = token.map_or_else(|| "null".to_owned(), |token| json!(token).to_string());
    let text = format!(
        "{{\"{}\": {token}, \"boto_truncate_amount\": {shown}}}",
        pages.token_in
    );
    base64::engine::general_purpose::STANDARD.encode(text)
}

fn read_token(text: &str) -> Result<(Option<String>, usize), Failure> {
    let read = || {
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(text)
            .ok()?;
        let value: Value = serde_json::from_slice(&bytes).ok()?;
        let object = value.as_object()?;
        let skip = object["boto_truncate_amount"].as_u64()?;
        let token = object
            .iter()
            .find(|(name, _)| *name != "boto_truncate_amount")
            .and_then(|(_, token)| token.as_str().map(str::to_owned));
        Some((token, usize::try_from(skip).ok()?))
    };
    read().ok_or_else(|| Failure::from(Problem::Client(format!("Bad starting token: {text}"))))
}
