//! A cluster or backup has at most 50 tags.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.tags-count",
    raises: &[exception(
        "cloudhsmv2:TagResource",
        40,
        "CloudHsmResourceLimitExceededException",
    )],
    docs: &[docs::TAG_CLUSTERS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario uninitialized
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 tag-resource --resource-id $C --tag-list Key=k0,Value=v Key=k1,Value=v Key=k2,Value=v Key=k3,Value=v Key=k4,Value=v Key=k5,Value=v Key=k6,Value=v Key=k7,Value=v Key=k8,Value=v Key=k9,Value=v Key=k10,Value=v Key=k11,Value=v Key=k12,Value=v Key=k13,Value=v Key=k14,Value=v Key=k15,Value=v Key=k16,Value=v Key=k17,Value=v Key=k18,Value=v Key=k19,Value=v Key=k20,Value=v Key=k21,Value=v Key=k22,Value=v Key=k23,Value=v Key=k24,Value=v Key=k25,Value=v
aws cloudhsmv2 tag-resource --resource-id $C --tag-list Key=k26,Value=v Key=k27,Value=v Key=k28,Value=v Key=k29,Value=v Key=k30,Value=v Key=k31,Value=v Key=k32,Value=v Key=k33,Value=v Key=k34,Value=v Key=k35,Value=v Key=k36,Value=v Key=k37,Value=v Key=k38,Value=v Key=k39,Value=v Key=k40,Value=v Key=k41,Value=v Key=k42,Value=v Key=k43,Value=v Key=k44,Value=v Key=k45,Value=v Key=k46,Value=v Key=k47,Value=v Key=k48,Value=v Key=k49,Value=v Key=k50,Value=v",
};

/// Tags of one resource.
const MOST: usize = 50;

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (facts.text("ResourceId").given()?, facts.region().given()?)
    else {
        return holds();
    };
    let cluster = region.clusters.get(&id).map(|cluster| &cluster.tags);
    let Some(tags) = cluster.or_else(|| region.backups.get(&id).map(|backup| &backup.tags)) else {
        return holds();
    };
    let given = facts.member("TagList").given()?.unwrap_or_default();
    let new = given
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|tag| tag["Key"].as_str())
        .filter(|key| !tags.contains_key(*key))
        .count();
    let have = tags.len() + new;
    if have > MOST {
        broken([
            ("resource", id.into()),
            ("have", have.into()),
            ("most", MOST.into()),
        ])
    } else {
        holds()
    }
}
