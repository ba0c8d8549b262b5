//! Words about requests as such: ids, permissions, filters, pages and tags.

use crate::text::Words;
use crate::text::words::ours;

/// The words about an id whose form is wrong; they are the same for every kind.
const fn form(rule: &'static str) -> Words {
    Words {
        rule,
        message: "Invalid id: \"{id}\" (expecting \"{prefix}...\")",
        ours: false,
        what: "`{id}` is not a valid ID. A valid one is `{prefix}` and 8 to 17 hexadecimal digits.",
        why: "The IDs of each resource type have their own prefix.",
        todo: "Copy the ID from the list of the resources.",
    }
}

/// The words.
pub const RULES: &[Words] = &[
    form("ec2.vpc-id"),
    form("ec2.subnet-id"),
    form("ec2.group-id"),
    form("ec2.route-table-id"),
    form("ec2.gateway-id"),
    form("ec2.interface-id"),
    form("ec2.instance-id"),
    form("ec2.acl-id"),
    form("ec2.rule-id"),
    Words {
        rule: "ec2.denied",
        message: "You are not authorized to perform this operation. User: {user} is not authorized to perform: {action} because no identity-based policy allows the {action} action",
        ours: false,
        what: "You don't have the permission `{action}`.",
        why: "A cluster is in a network of Amazon EC2. The EC2 operations need their own permissions.",
        todo: "Ask the administrator of the account to allow the action in your IAM policy.",
    },
    Words {
        rule: "ec2.dry-run",
        message: "Request would have succeeded, but DryRun flag is set.",
        ours: false,
        what: "This was a dry run. The request would have succeeded.",
        why: "A dry run checks permissions and parameters and changes nothing.",
        todo: "Repeat the command without `--dry-run`.",
    },
    Words {
        rule: "ec2.filter-known",
        message: "The filter '{filter}' is invalid",
        ours: false,
        what: "`{filter}` is not a filter of this operation. Use a tag or one of: {known}.",
        why: "A mistyped filter would match nothing without telling you.",
        todo: "Correct the name of the filter.",
    },
    Words {
        rule: "ec2.parameters-given",
        message: "The request must contain the parameter {parameter}",
        ours: false,
        what: "The parameter {parameter} is missing.",
        why: "The operation can't run without this parameter.",
        todo: "Give the parameter.",
    },
    ours(
        "ec2.tagged-exists",
        "The ID '{id}' is not valid",
        "No taggable resource in this Region has the ID `{id}`.",
        "You can tag only a resource that exists.",
        "Copy the ID from the list of the resources.",
    ),
    Words {
        rule: "ec2.tag-keys",
        message: "{message}",
        ours: true,
        what: "The tag[[ `{tag}`]] is not valid. The error message says why.",
        why: "Each tag key has one value. Tag keys that begin with aws: are reserved for AWS services.",
        todo: "Choose another tag key, or a shorter one.",
    },
    ours(
        "ec2.tags-count",
        "The maximum number of tags on the resource {resource} has been reached.",
        "With these tags, {resource} would have {have} tags. The maximum is {most}.",
        "Existing tags stay, unless you overwrite them.",
        "Delete tags that you don't need first.",
    ),
    ours(
        "ec2.tag-specifications",
        "{message}",
        "The request creates a `{made}`, and its tag specification is not valid. The error message says why.",
        "Each tag specification gives a resource type and at least one tag.",
        "Give ResourceType={made} and the tags.",
    ),
    ours(
        "ec2.max-results",
        "Value ( {limit} ) for parameter maxResults is invalid. Expecting a value between 5 and {most}.",
        "You asked for {limit} items per page. It must be 5 to {most}.",
        "AWS returns long lists in pages.",
        "Leave out the number, or give one in this range.",
    ),
    ours(
        "ec2.next-token",
        "The specified token is not valid.",
        "`{token}` does not continue this list.",
        "A token works only with the request that returned it.",
        "Start the list again, without a token.",
    ),
    ours(
        "ec2.results-or-ids",
        "The parameter instancesSet cannot be used with the parameter maxResults",
        "The request gives both instance IDs and a page size.",
        "If you give instance IDs, the response contains all of them at once.",
        "Leave out the page size or the IDs.",
    ),
];
