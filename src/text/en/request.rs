//! Words of the rules that every request meets.

use crate::text::Words;

/// The words.
pub const RULES: &[Words] = &[
    Words {
        rule: "request.constraints",
        message: "{message}",
        ours: false,
        what: "The request breaks a limit of the service model: {message}.",
        why: "The service checks lengths, patterns and words of every member before anything else; the command line checks only what is missing or too short, so the rest is refused here.",
        todo: "Correct the members that the message names and send the request again.",
    },
    Words {
        rule: "request.denied",
        message: "User: arn:aws:iam::{account}:user/reader is not authorized to perform: {action} on resource: * because no identity-based policy allows the {action} action",
        ours: false,
        what: "The caller lacks the permission `{action}`.",
        why: "Creating a key store needs permissions of three services: AWS KMS, AWS CloudHSM and, for the first key store of an account, IAM.",
        todo: "Let the administrator of the account allow the action in an IAM policy of the caller.",
    },
    Words {
        rule: "request.type",
        message: "{message}",
        ours: true,
        what: "A member of the request has the wrong type. {message}.",
        why: "The service could not read the request at all.",
        todo: "Give the member in the type that the API reference names.",
    },
    Words {
        rule: "request.stopped-by-client",
        message: "",
        ours: false,
        what: "The command line stopped the request before it was sent: {message}",
        why: "The client itself checks which parameters are there, their types, and least lengths and values. Greatest lengths, patterns and allowed words are checked by the service alone.",
        todo: "Correct the parameter and run the command again. `help` behind the command lists its parameters.",
    },
    Words {
        rule: "request.sample-id",
        message: "",
        ours: true,
        what: "`{id}` is the fictitious id that the guides use in their examples.",
        why: "No real resource can have it: it does not match the pattern of the service's own ids, which use the letters and the digits 2 to 7 only.",
        todo: "List your own resources and use the id that is printed there.",
    },
];
