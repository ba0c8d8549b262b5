//! A key has at most 50 tags.

use super::shared::{again, tag_keys};
use crate::docs;
use crate::facts::Facts;
use crate::model::set_of;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

/// Tags of one key (KMS developer guide, tagging-keys).
const MOST: usize = 50;

const CODE: &str = "TagException";

pub(super) const RULE: Rule = Rule {
    id: "keys.tags-count",
    raises: &[
        exception("kms:CreateKey", 42, CODE),
        exception("kms:TagResource", 45, CODE),
    ],
    docs: &[docs::TAG_KEYS, docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: |facts| again(facts, &[("Tags", "\"$TAGS\"")], &[]),
    break_it: "aws kms create-key --tags TagKey=k0,TagValue=v TagKey=k1,TagValue=v TagKey=k2,TagValue=v TagKey=k3,TagValue=v TagKey=k4,TagValue=v TagKey=k5,TagValue=v TagKey=k6,TagValue=v TagKey=k7,TagValue=v TagKey=k8,TagValue=v TagKey=k9,TagValue=v TagKey=k10,TagValue=v TagKey=k11,TagValue=v TagKey=k12,TagValue=v TagKey=k13,TagValue=v TagKey=k14,TagValue=v TagKey=k15,TagValue=v TagKey=k16,TagValue=v TagKey=k17,TagValue=v TagKey=k18,TagValue=v TagKey=k19,TagValue=v TagKey=k20,TagValue=v TagKey=k21,TagValue=v TagKey=k22,TagValue=v TagKey=k23,TagValue=v TagKey=k24,TagValue=v TagKey=k25,TagValue=v TagKey=k26,TagValue=v TagKey=k27,TagValue=v TagKey=k28,TagValue=v TagKey=k29,TagValue=v TagKey=k30,TagValue=v TagKey=k31,TagValue=v TagKey=k32,TagValue=v TagKey=k33,TagValue=v TagKey=k34,TagValue=v TagKey=k35,TagValue=v TagKey=k36,TagValue=v TagKey=k37,TagValue=v TagKey=k38,TagValue=v TagKey=k39,TagValue=v TagKey=k40,TagValue=v TagKey=k41,TagValue=v TagKey=k42,TagValue=v TagKey=k43,TagValue=v TagKey=k44,TagValue=v TagKey=k45,TagValue=v TagKey=k46,TagValue=v TagKey=k47,TagValue=v TagKey=k48,TagValue=v TagKey=k49,TagValue=v TagKey=k50,TagValue=v",
};

fn check(facts: &dyn Facts) -> Check {
    let given = set_of(tag_keys(facts)?);
    let key = facts.key().given()?.and_then(|found| found.key);
    let had = key.map_or(0, |key| {
        let kept = key.tags.keys().filter(|name| !given.contains(*name));
        kept.count()
    });
    let count = given.len() + had;
    if count > MOST {
        broken([("count", count.into()), ("most", MOST.into())])
    } else {
        holds()
    }
}
