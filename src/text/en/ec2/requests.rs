//! Words about requests as such: ids, permissions, filters, pages and tags.

use crate::text::Words;
use crate::text::words::ours;

/// The words about an id whose form is wrong; they are the same for every kind.
const fn form(rule: &'static str) -> Words {
    Words {
        rule,
        message: "Invalid id: \"{id}\" (expecting \"{prefix}...\")",
        ours: false,
        what: "`{id}` has not the form of such an id: `{prefix}` and 8 to 17 hexadecimal digits.",
        why: "Every kind of resource has ids with a prefix of its own.",
        todo: "Copy the id from where the resource is listed.",
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
        what: "The caller lacks the permission `{action}`.",
        why: "A cluster stands in a network of Amazon EC2, whose operations need permissions of their own.",
        todo: "Let the administrator of the account allow the action in an IAM policy of the caller.",
    },
    Words {
        rule: "ec2.dry-run",
        message: "Request would have succeeded, but DryRun flag is set.",
        ours: false,
        what: "This was a dry run: the request would have succeeded.",
        why: "A dry run checks permissions and parameters and changes nothing.",
        todo: "Repeat the command without `--dry-run`.",
    },
    Words {
        rule: "ec2.filter-known",
        message: "The filter '{filter}' is invalid",
        ours: false,
        what: "`{filter}` is no filter of this operation; besides tags these are: {known}.",
        why: "A filter with another name would hide everything without a word.",
        todo: "Correct the name of the filter.",
    },
    Words {
        rule: "ec2.parameters-given",
        message: "The request must contain the parameter {parameter}",
        ours: false,
        what: "The parameter {parameter} is missing.",
        why: "Without it the request does not say what is meant.",
        todo: "Give the parameter.",
    },
    ours(
        "ec2.tagged-exists",
        "The ID '{id}' is not valid",
        "There is nothing with the id `{id}` in this Region that can be tagged.",
        "Tags belong to a resource that is there.",
        "Copy the id from where the resource is listed.",
    ),
    Words {
        rule: "ec2.tag-keys",
        message: "{message}",
        ours: true,
        what: "The tag `{tag}` cannot be: {message}.",
        why: "A key stands for one value, and keys that begin with aws: are made by AWS services.",
        todo: "Choose another key, or a shorter one.",
    },
    ours(
        "ec2.tags-count",
        "The maximum number of tags on the resource {resource} has been reached.",
        "With these, {resource} would have {have} tags; {most} are possible.",
        "Tags that are there already stay unless they are overwritten.",
        "Delete tags that are not needed first.",
    ),
    ours(
        "ec2.tag-specifications",
        "{message}",
        "The tags are not given to what the request makes, a `{made}`: {message}",
        "Each specification names the kind of what it tags, and at least one tag.",
        "Write ResourceType={made} and the tags.",
    ),
    ours(
        "ec2.max-results",
        "Value ( {limit} ) for parameter maxResults is invalid. Expecting a value between 5 and {most}.",
        "A page of {limit} items was asked for; from 5 to {most} are possible.",
        "Long lists come page by page.",
        "Leave the number away, or give one from 5 to {most}.",
    ),
    ours(
        "ec2.next-token",
        "The specified token is not valid.",
        "`{token}` does not continue this list.",
        "A token belongs to the request whose answer it came with.",
        "Begin the list again, without a token.",
    ),
    ours(
        "ec2.results-or-ids",
        "The parameter instancesSet cannot be used with the parameter maxResults",
        "Instances were named, and a page was asked for.",
        "Who names instances gets them all at once.",
        "Leave the number or the ids away.",
    ),
];
