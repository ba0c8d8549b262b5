//! AWS IAM: the service-linked roles under which AWS CloudHSM and AWS KMS act in the account. The first call that needs one makes it;
//! a reader looks at it, or makes it first, as the CloudHSM user guide advises where that call may not.

use serde_json::{Value, json};

use super::shape::{INTEGER, Member, STRING, Shape, TIMESTAMP, member, required};
use super::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::AccountFacts;
use crate::model::{Account, LinkedService, Role};
use crate::sim::hex;
use crate::text::service as words;

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[&CREATE, &GET];

const NAME: &str = r"[\w+=,.@-]+";

const CREATE: Operation = Operation {
    service: Service::Iam,
    name: "CreateServiceLinkedRole",
    input: &[
        required("AWSServiceName", STRING.within(1, 128).matching(NAME)),
        member("Description", STRING.at_most(1_000)),
        member("CustomSuffix", STRING.within(1, 64).matching(NAME)),
    ],
    output: &[ROLE],
    pages: None,
    action: Action::Write(create),
};

const GET: Operation = Operation {
    service: Service::Iam,
    name: "GetRole",
    input: &[required("RoleName", STRING.within(1, 64).matching(NAME))],
    output: &[ROLE],
    pages: None,
    action: Action::Read(read),
};

const ROLE: Member = member(
    "Role",
    Shape::structure(&[
        member("Path", STRING),
        member("RoleName", STRING),
        member("RoleId", STRING),
        member("Arn", STRING),
        member("CreateDate", TIMESTAMP),
        // The service sends the policy as a text, which the command line prints as what it says.
        member("AssumeRolePolicyDocument", POLICY),
        member("Description", STRING),
        member("MaxSessionDuration", INTEGER),
        member("RoleLastUsed", Shape::structure(&[])),
    ]),
);

const POLICY: Shape = Shape::structure(&[
    member("Version", STRING),
    member(
        "Statement",
        Shape::list(&Shape::structure(&[
            member("Effect", STRING),
            member("Principal", Shape::map(&STRING)),
            member("Action", STRING),
        ])),
    ),
]);

/// Makes the role of a service, where there is none yet, with the service's own description unless another is given.
pub(super) fn link(call: &mut Call<'_>, service: LinkedService, description: Option<String>) {
    if call.account.roles.of(service).is_some() {
        return;
    }
    let role = Role {
        id: role_id(call, service),
        created: call.now(),
        description: description.unwrap_or_else(|| described(service).to_owned()),
    };
    *call.account.roles.of_mut(service) = Some(role);
}

fn role_id(call: &Call<'_>, service: LinkedService) -> String {
    let bytes = call.entropy.bytes(&format!("role/{}", service.role()));
    format!("AROA{}", hex(&bytes)[..17].to_ascii_uppercase())
}

fn create(call: &mut Call<'_>) -> Applied {
    let name = call.needed("AWSServiceName")?;
    let service =
        LinkedService::of(name).ok_or_else(|| Bug(format!("{name} has no service-linked role")))?;
    let description = call.text("Description").map(str::to_owned);
    link(call, service, description);
    Ok(view(call.account, service))
}

fn read(facts: &AccountFacts<'_>) -> Applied {
    let name = facts.given_text("RoleName").unwrap_or_default();
    let service = LinkedService::of_role(name);
    Ok(service.map_or(Value::Null, |service| view(facts.all(), service)))
}

fn view(account: &Account, service: LinkedService) -> Value {
    let Some(role) = account.roles.of(service) else {
        return Value::Null;
    };
    let mut shown = json!({
        "Path": format!("/aws-service-role/{}/", service.principal()),
        "RoleName": service.role(),
        "RoleId": role.id,
        "Arn": service.arn(&account.id),
        "CreateDate": role.created.epoch_number(),
        "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Allow",
                "Principal": { "Service": service.principal() },
                "Action": "sts:AssumeRole",
            }],
        },
        "MaxSessionDuration": 3_600,
        "RoleLastUsed": {},
    });
    if !role.description.is_empty() {
        shown["Description"] = role.description.as_str().into();
    }
    json!({ "Role": shown })
}

/// What a role says it is for, where that is published (CloudHSM user guide, troubleshooting-create-cluster).
fn described(service: LinkedService) -> &'static str {
    match service {
        LinkedService::CloudHsm => words::ROLE_DESCRIPTION,
        LinkedService::KeyStores => "",
    }
}
