//! CreateAlias, UpdateAlias, DeleteAlias and ListAliases.

use serde_json::{Value, json};

use super::key_view;
use super::shapes::{KEY_ID, LIMIT, MARKER, listed, pages};
use crate::api::operation::Pages;
use crate::api::shape::{Member, STRING, Shape, TIMESTAMP, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service, paged};
use crate::facts::AccountFacts;
use crate::model::{Account, Alias, Key, Region};

const NAME: Member = required(
    "AliasName",
    STRING.within(1, 256).matching("^[a-zA-Z0-9:/_-]+$"),
);

/// CreateAlias.
pub(super) const CREATE: Operation = Operation {
    service: Service::Kms,
    name: "CreateAlias",
    input: &[NAME, required("TargetKeyId", KEY_ID)],
    output: &[],
    pages: None,
    action: Action::Write(set),
};

/// UpdateAlias.
pub(super) const UPDATE: Operation = Operation {
    service: Service::Kms,
    name: "UpdateAlias",
    input: &[NAME, required("TargetKeyId", KEY_ID)],
    output: &[],
    pages: None,
    action: Action::Write(set),
};

/// DeleteAlias.
pub(super) const DELETE: Operation = Operation {
    service: Service::Kms,
    name: "DeleteAlias",
    input: &[NAME],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let name = call.needed("AliasName")?.to_owned();
        call.here_mut()?.keys.remove_alias(&name);
        Ok(json!({}))
    }),
};

/// ListAliases.
pub(super) const LIST: Operation = Operation {
    service: Service::Kms,
    name: "ListAliases",
    input: &[member("KeyId", KEY_ID), LIMIT, MARKER],
    output: &listed(
        "Aliases",
        &Shape::structure(&[
            member("AliasName", STRING),
            member("AliasArn", STRING),
            member("TargetKeyId", STRING),
            member("CreationDate", TIMESTAMP),
            member("LastUpdatedDate", TIMESTAMP),
        ]),
    ),
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = pages("Aliases", 50);

/// Gives the alias to the key: a new alias, or one that another key had.
fn set(call: &mut Call<'_>) -> Applied {
    let name = call.needed("AliasName")?.to_owned();
    let key = key_view::id(call)?;
    let now = call.now();
    call.here_mut()?.keys.set_alias(&name, &key, now);
    Ok(json!({}))
}

fn read(facts: &AccountFacts<'_>) -> Applied {
    let region = facts
        .here()
        .ok_or_else(|| Bug("the Region was not checked".into()))?;
    let show = |name: &String| {
        let named = region.keys.alias(name);
        named.map_or(Value::Null, |(key, alias)| {
            shown(facts.all(), region, key, alias)
        })
    };
    Ok(match facts.key_in("KeyId") {
        Some(found) => {
            let key = found.key.and_then(|key| region.keys.get(&key.id));
            let names = key.map_or(&[][..], |key| &key.aliases).iter();
            paged(&PAGES, facts, names, |alias| show(&alias.name), json!({}))
        }
        None => {
            let names = region.keys.aliases();
            paged(&PAGES, facts, names, |(name, _)| show(name), json!({}))
        }
    })
}

fn shown(account: &Account, region: &Region, key: &Key, alias: &Alias) -> Value {
    json!({
        "AliasName": alias.name,
        "AliasArn": format!("arn:aws:kms:{}:{}:{}", region.name, account.id, alias.name),
        "TargetKeyId": key.id,
        "CreationDate": alias.created.epoch_number(),
        "LastUpdatedDate": alias.updated.epoch_number(),
    })
}
