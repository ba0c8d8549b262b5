//! The form of EC2's ids, which is looked at before anything else.

use crate::facts::{Facts, NotGiven};
use crate::rules::{Check, broken, holds};

/// Whether all ids that the request gives in these members have the form of their kind: its prefix and 8 to 17 hexadecimal digits.
pub(super) fn check(facts: &dyn Facts, prefix: &str, members: &[&str]) -> Check {
    for member in members {
        // Groups that the rules of a request name lie deeper.
        let ids = match *member {
            PEERS => peers(facts)?,
            member => facts.texts(member).given()?.unwrap_or_default(),
        };
        for id in ids {
            let digits = id.strip_prefix(prefix).unwrap_or_default();
            let fits =
                (8..=17).contains(&digits.len()) && digits.chars().all(|it| it.is_ascii_hexdigit());
            if !fits {
                return broken([("id", id.into()), ("prefix", prefix.into())]);
            }
        }
    }
    holds()
}

/// What stands among the members for the groups of `IpPermissions`.
pub(super) const PEERS: &str = "IpPermissions";

fn peers(facts: &dyn Facts) -> Result<Vec<String>, NotGiven> {
    let permissions = facts.member(PEERS).given()?.unwrap_or_default();
    Ok(permissions
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|permission| permission["UserIdGroupPairs"].as_array())
        .flatten()
        .filter_map(|pair| pair["GroupId"].as_str().map(str::to_owned))
        .collect())
}

/// The rule about the ids of one kind.
macro_rules! form {
    ($id:literal, $order:literal, $code:literal, $prefix:literal, $members:expr, $break_it:literal) => {
        pub(super) const RULE: crate::rules::Rule = crate::rules::Rule {
            id: $id,
            raises: &[crate::rules::exception("ec2:*", $order, $code)],
            docs: &[crate::docs::EC2_ERRORS],
            origin: crate::rules::Origin::Documented,
            check: |facts| super::ids::check(facts, $prefix, $members),
            fix: crate::rules::no_command,
            break_it: $break_it,
        };
    };
}
pub(super) use form;
