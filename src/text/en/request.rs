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
        message: "User: {user} is not authorized to perform: {action} on resource: {resource} because no identity-based policy allows the {action} action",
        ours: false,
        what: "The caller lacks the permission `{action}`.",
        why: "Every operation needs a permission of its own, and some need others besides: creating a key store needs cloudhsm:DescribeClusters and, for the first key store of an account, iam:CreateServiceLinkedRole; creating something with tags needs the permission to tag.",
        todo: "Let the administrator of the account allow the action in an IAM policy of the caller.",
    },
    Words {
        rule: "request.throttled",
        message: "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
        ours: false,
        what: "This second has seen {spent} requests of yours and {others} of others for {bucket}; AWS KMS takes {rate} in a second.",
        why: "AWS KMS limits how often an account calls each operation, and how much is computed with the keys of one custom key store. Generating data keys and random bytes in a key store costs about three times as much as encrypting.",
        todo: "Wait and try again, each time a little longer, or spread the load over several key stores.",
    },
    Words {
        rule: "request.unknown-operation",
        message: "",
        ours: false,
        what: "The header X-Amz-Target says `{target}`, which is no operation of the service here.",
        why: "The header names the service and the operation, such as TrentService.CreateKey; nothing else tells the service what is asked.",
        todo: "Name an operation as the API reference spells it.",
    },
    Words {
        rule: "request.unreadable",
        message: "{message}",
        ours: true,
        what: "The service cannot read the body of the request. {message}.",
        why: "The body is one JSON object that holds the members of the request.",
        todo: "Send well-formed JSON.",
    },
    Words {
        rule: "request.unsigned",
        message: "Missing Authentication Token",
        ours: false,
        what: "The request has no Authorization header.",
        why: "AWS takes signed requests only. Here any signature will do, but the header has to be there: its credential scope says which Region is meant.",
        todo: "Sign the request, with any access key.",
    },
    Words {
        rule: "request.scope",
        message: "{message}",
        ours: false,
        what: "The credentials of the request are for {service} in {region}. {message}",
        why: "The credential scope in the Authorization header names the service that the request goes to, and a Region; the playground simulates some of the Regions.",
        todo: "Sign the request for the service that it goes to and for a Region of the playground.",
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
