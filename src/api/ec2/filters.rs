//! Filters of the Describe operations: every filter must match, by any of its values, in which `*` and `?` stand for any letters.

use serde_json::Value;

use crate::api::shape::{STRING, Shape, member};
use crate::facts::{AccountFacts, Facts, filters};

/// The `Filters` member.
pub(super) const FILTERS: Shape = Shape::list(&Shape::structure(&[
    member("Name", STRING),
    member("Values", Shape::list(&STRING)),
]));

/// Whether a resource, as it is shown, passes the filters of a request.
pub(super) fn pass(facts: &AccountFacts<'_>, shown: &Value) -> bool {
    let known = filters::of(facts.operation());
    facts.input()["Filters"]
        .as_array()
        .into_iter()
        .flatten()
        .all(|filter| {
            let name = filter["Name"].as_str().unwrap_or_default();
            let mut own = Vec::new();
            if filters::of_tags(name) {
                tags(shown, name.strip_prefix("tag:"), &mut own);
            } else if let Some((_, place)) = known.iter().find(|(known, _)| *known == name) {
                values(shown, place, &mut own);
            }
            filter["Values"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .any(|wanted| own.iter().any(|value| fits(wanted, value)))
        })
}

/// The value of the tag with that key; all keys where none is asked for.
fn tags(shown: &Value, key: Option<&str>, found: &mut Vec<String>) {
    // An instance is shown inside its reservation, and interfaces call their tags otherwise.
    for tag in [
        &shown["Tags"],
        &shown["TagSet"],
        &shown["Instances"][0]["Tags"],
    ]
    .into_iter()
    .filter_map(Value::as_array)
    .flatten()
    {
        match key {
            None => values(tag, "Key", found),
            Some(key) if tag["Key"] == key => values(tag, "Value", found),
            Some(_) => {}
        }
    }
}

/// The values at a place, through lists.
fn values(shown: &Value, place: &str, found: &mut Vec<String>) {
    match shown {
        Value::Array(items) => items.iter().for_each(|item| values(item, place, found)),
        Value::Object(_) => {
            let (name, rest) = place.split_once('.').unwrap_or((place, ""));
            values(&shown[name], rest, found);
        }
        Value::Null => {}
        Value::String(text) => found.push(text.clone()),
        other => found.push(other.to_string()),
    }
}

/// Whether a text fits a pattern with `*` for any letters and `?` for one.
fn fits(pattern: &str, text: &str) -> bool {
    let Some(wanted) = pattern.chars().next() else {
        return text.is_empty();
    };
    let rest = &pattern[wanted.len_utf8()..];
    let after = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    match wanted {
        '*' => fits(rest, text) || (!text.is_empty() && fits(pattern, &text[after(text)..])),
        '?' => !text.is_empty() && fits(rest, &text[after(text)..]),
        _ => text
            .strip_prefix(wanted)
            .is_some_and(|text| fits(rest, text)),
    }
}

/// Whether a list member of ids is absent or names this one.
pub(super) fn listed(input: &Value, member: &str, id: &str) -> bool {
    input[member]
        .as_array()
        .is_none_or(|ids| ids.is_empty() || ids.iter().any(|wanted| wanted == id))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::fits;
    use crate::api::{Operation, ec2};
    use crate::facts::filters;
    use crate::playground::{Options, Playground};

    #[test]
    fn stars_and_question_marks_stand_for_letters() {
        for (pattern, text, wanted) in [
            ("private", "private", true),
            ("private", "private-a", false),
            ("private*", "private-a", true),
            ("*a", "private-a", true),
            ("p?ivate", "private", true),
            ("p?ivate", "pivate", false),
            ("*", "", true),
            ("", "a", false),
        ] {
            assert_eq!(fits(pattern, text), wanted, "{pattern} {text}");
        }
    }

    #[test]
    fn every_filter_finds_what_is_shown() {
        let mut playground = Playground::new(Options::default());
        let mut shell = playground.shell();
        for line in [
            "lab scenario initialized",
            "V=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].VpcId' --output text)",
            "G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)",
            "S=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].SubnetId' --output text)",
            "A=$(aws ec2 describe-network-acls --filters Name=vpc-id,Values=$V --query 'NetworkAcls[0].NetworkAclId' --output text)",
            "aws ec2 create-network-acl-entry --network-acl-id $A --rule-number 50 --protocol tcp --port-range From=22,To=22 --cidr-block 10.0.0.0/16 --rule-action allow --egress",
            "aws ec2 authorize-security-group-ingress --group-id $G --protocol tcp --port 22 --cidr 10.0.0.0/16",
            "T=$(aws ec2 create-route-table --vpc-id $V --query RouteTable.RouteTableId --output text)",
            "aws ec2 associate-route-table --route-table-id $T --subnet-id $S",
        ] {
            let reply = shell.run(&mut playground, line);
            assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
        }
        let mut find = |operation: &Operation, name: &str, value: &str| -> usize {
            let input = json!({ "Filters": [{ "Name": name, "Values": [value] }] });
            let answer = playground.call("ec2", operation.name, "us-east-1", input);
            let answer = answer.unwrap();
            answer[operation.output[0].name].as_array().unwrap().len()
        };
        let mut seen = 0;
        for operation in ec2::OPERATIONS {
            for (name, place) in filters::of(&operation.key()) {
                assert_ne!(
                    find(operation, name, "*"),
                    0,
                    "{}: {name} at {place}",
                    operation.name
                );
                assert_eq!(
                    find(operation, name, "nothing"),
                    0,
                    "{}: {name}",
                    operation.name
                );
                seen += 1;
            }
        }
        assert!(seen > 90, "only {seen} filters were tried");
    }
}
