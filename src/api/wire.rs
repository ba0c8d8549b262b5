//! The AWS JSON 1.1 wire protocol, below any network: a request as it comes from any AWS client becomes a call, and its answer becomes a
//! response. Amazon EC2 and AWS STS speak another protocol, which is not simulated.

use serde_json::{Map, Value};

use super::shape::{Kind, Member, Shape};
use super::validate::{Malformed, validate};
use super::{AwsError, Bug, CallError, Operation, Service};
use crate::model::REGIONS;
use crate::rules::Evidence;
use crate::text::service as words;

/// A request as it comes over the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// HTTP method.
    pub method: String,
    /// The whole address: its host may say the Region, and its path is that of the protocol, which has no other.
    pub url: String,
    /// Header fields, their names in any case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// What goes back over the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Header fields, their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body; empty where the operation has no output at all.
    pub body: Vec<u8>,
}

/// What a request asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The operation.
    pub operation: &'static Operation,
    /// The Region.
    pub region: String,
    /// The input; it holds no member that the operation does not know.
    pub input: Value,
}

/// The services that speak the protocol, each with the beginning of its targets.
const TARGETS: &[(Service, &str)] = &[
    (Service::Kms, "TrentService"),
    (Service::CloudHsm, "BaldrApiService"),
    (
        Service::CloudTrail,
        "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
    ),
];

/// Bytes of the longest body that is read: far more than any operation has use for.
const MOST: usize = 1 << 20;

/// Operations whose model has no output: they answer with an empty body (KMS API reference). Others answer at least `{}`.
const WITHOUT_OUTPUT: &[&str] = &[
    "CreateAlias",
    "DeleteAlias",
    "DisableKey",
    "DisableKeyRotation",
    "EnableKey",
    "EnableKeyRotation",
    "PutKeyPolicy",
    "TagResource",
    "UntagResource",
    "UpdateAlias",
    "UpdateKeyDescription",
];

/// The service of that word and the header X-Amz-Target of one of its operations; `None` where it speaks another protocol.
#[must_use]
pub fn target(service: &str, operation: &str) -> Option<(Service, String)> {
    let (service, start) = TARGETS.iter().find(|(known, _)| known.word() == service)?;
    Some((*service, format!("{start}.{operation}")))
}

impl Request {
    /// A field of the header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let field = self
            .headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(&field.1)
    }

    /// The target's service and the name of the operation that it asks for, which may not exist.
    fn target(&self) -> Option<(Service, &str)> {
        let (start, operation) = self.header("x-amz-target")?.rsplit_once('.')?;
        let (service, _) = TARGETS.iter().find(|(_, known)| {
            *known == start
                || known
                    .strip_suffix(start)
                    .is_some_and(|rest| rest.ends_with('.'))
        })?;
        Some((*service, operation))
    }

    /// The signature, where there is one: AWS accepts no other proof of who is calling.
    fn signature(&self) -> Option<&str> {
        self.header("authorization")
            .filter(|text| text.starts_with("AWS4-"))
    }

    /// Whether it goes to the one path of the protocol.
    fn is_at_the_root(&self) -> bool {
        let (_, rest) = self.url.split_once("://").unwrap_or(("", &self.url));
        let address = rest.split(['?', '#']).next().unwrap_or_default();
        address
            .split_once('/')
            .is_none_or(|(_, path)| path.is_empty())
    }

    /// Whether its body is said to be of the protocol's type; what stands behind a semicolon does not count.
    fn speaks_the_protocol(&self) -> bool {
        let kind = self.header("content-type").unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case(CONTENT_TYPE)
    }

    /// The parts of the credential: `Credential=<key>/<date>/<region>/<service>/aws4_request`. A signature that holds in every Region
    /// names none.
    fn credential(&self) -> Option<Vec<&str>> {
        let (_, credential) = self.signature()?.split_once("Credential=")?;
        Some(credential.split([',', ' ']).next()?.split('/').collect())
    }

    /// The Region that the host names.
    fn host_region(&self) -> Option<&'static str> {
        let (_, rest) = self.url.split_once("://")?;
        let host = rest.split(['/', ':', '?']).next()?;
        let known = |label: &str| REGIONS.iter().find(|(name, ..)| *name == label);
        host.split('.').find_map(known).map(|(name, ..)| *name)
    }
}

/// Reads a request; `default` is the Region of one that names none.
///
/// # Errors
/// What the service answers to a request that it cannot read, or a bug of ours.
pub fn read(request: &Request, default: &str) -> Result<Asked, CallError> {
    asked(request, default).map_err(|(rule, code, evidence)| {
        AwsError::at_the_door(rule, code, &evidence)
            .map_or_else(|| Bug(format!("no rule {rule}")).into(), CallError::from)
    })
}

/// Rule, code and evidence of a refusal.
type Refusal = (&'static str, &'static str, Evidence);

fn refusal<const N: usize>(
    rule: &'static str,
    code: &'static str,
    evidence: [(&str, &str); N],
) -> Refusal {
    let evidence = evidence
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into()));
    (rule, code, evidence.collect())
}

fn asked(request: &Request, default: &str) -> Result<Asked, Refusal> {
    let unknown = || {
        let target = request.header("x-amz-target").unwrap_or_default();
        refusal(
            "request.unknown-operation",
            "UnknownOperationException",
            [
                ("target", target),
                (
                    "content",
                    request.header("content-type").unwrap_or_default(),
                ),
            ],
        )
    };
    let (service, name) = request
        .target()
        .filter(|_| {
            request.method.eq_ignore_ascii_case("POST")
                && request.is_at_the_root()
                && request.speaks_the_protocol()
        })
        .ok_or_else(unknown)?;
    let operation = super::operation(service.word(), name).ok_or_else(unknown)?;
    let mut input = object(&request.body)
        .map_err(|message| refusal("request.unreadable", SERIALIZATION, [("message", message)]))?;
    if request.signature().is_none() {
        let code = "MissingAuthenticationTokenException";
        return Err(refusal("request.unsigned", code, []));
    }
    let region = region(request, service, default)?;
    tidy(operation.input, &mut input);
    let input = Value::Object(input);
    if let Err(problem @ Malformed::Type(_)) = validate(operation.input, &input) {
        let message = problem.to_string();
        return Err(refusal(
            "request.type",
            SERIALIZATION,
            [("message", &message)],
        ));
    }
    Ok(Asked {
        operation,
        region,
        input,
    })
}

/// The type of the bodies of the protocol.
const CONTENT_TYPE: &str = "application/x-amz-json-1.1";
/// What ends a credential scope.
const TERMINATOR: &str = "aws4_request";
const INCOMPLETE: &str = "IncompleteSignatureException";
const INVALID: &str = "InvalidSignatureException";
const SERIALIZATION: &str = "SerializationException";

/// The members of a body; nothing at all counts as none.
fn object(body: &[u8]) -> Result<Map<String, Value>, &'static str> {
    if body.len() > MOST {
        return Err(words::LONG_BODY);
    }
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    let read = std::str::from_utf8(body).ok();
    match read.and_then(|text| serde_json::from_str(text).ok()) {
        Some(Value::Object(members)) => Ok(members),
        Some(_) => Err(words::NO_OBJECT),
        None => Err(words::NO_JSON),
    }
}

/// The Region of a request: its credential scope says it; where it is signed for every Region, its host does.
fn region(request: &Request, service: Service, default: &str) -> Result<String, Refusal> {
    let parts = request.credential();
    let wrong = |code, message: &str| {
        let credential = parts.as_ref().map(|parts| parts.join("/"));
        let evidence = [
            ("message", message),
            ("credential", credential.as_deref().unwrap_or_default()),
        ];
        refusal("request.scope", code, evidence)
    };
    let everywhere = request
        .signature()
        .is_some_and(|text| text.starts_with("AWS4-ECDSA"));
    let (key, region, signed_for, end) = match parts.as_deref() {
        None => {
            return Err(wrong(INCOMPLETE, words::NO_CREDENTIAL));
        }
        Some([key, _, region, service, end]) => (*key, Some(*region), *service, *end),
        Some([key, _, service, end]) if everywhere => (*key, None, *service, *end),
        Some(parts) => {
            let message = words::other_credential(&parts.join("/"));
            return Err(wrong(INCOMPLETE, &message));
        }
    };
    if key.is_empty() {
        return Err(wrong("UnrecognizedClientException", words::NO_ACCESS_KEY));
    }
    if signed_for != service.signing_name() {
        return Err(wrong(
            INVALID,
            &words::other_service(service.signing_name()),
        ));
    }
    if end != TERMINATOR {
        return Err(wrong(INVALID, &words::other_end(TERMINATOR, end)));
    }
    let Some(region) = region else {
        return Ok(request.host_region().unwrap_or(default).to_owned());
    };
    if !REGIONS.iter().any(|(known, ..)| *known == region) {
        return Err(wrong(INVALID, words::NO_REGION));
    }
    Ok(region.to_owned())
}

/// Removes members that the operation does not know, as the services do: a misspelled member may hold a secret. Only the playground itself puts
/// sealed secrets into requests, so where a text belongs nothing else stays that could be taken for one.
fn tidy(members: &[Member], given: &mut Map<String, Value>) {
    given.retain(|name, _| members.iter().any(|member| member.name == name));
    for member in members {
        if let Some(value) = given.get_mut(member.name) {
            tidy_value(&member.shape, value);
        }
    }
}

fn tidy_value(shape: &Shape, value: &mut Value) {
    match (shape.kind, value) {
        (Kind::Structure(members), Value::Object(given)) => tidy(members, given),
        (Kind::List(item), Value::Array(items)) => {
            items.iter_mut().for_each(|value| tidy_value(item, value));
        }
        (Kind::Map(item), Value::Object(given)) => {
            given.values_mut().for_each(|value| tidy_value(item, value));
        }
        (Kind::String | Kind::Blob, Value::Object(given)) => given.clear(),
        _ => {}
    }
}

/// The response to a request: what the operation answered, or the error. `id` is the id of the request.
#[must_use]
pub fn respond(request: &Request, id: &str, answer: Result<&Value, &AwsError>) -> Response {
    let target = request.target();
    let (status, body) = match answer {
        Ok(_) if target.is_some_and(|(service, name)| is_without_output(service, name)) => {
            (200, Vec::new())
        }
        Ok(answer) => (200, text(answer)),
        Err(error) => (
            error.status,
            text(&error_body(target.map(|(service, _)| service), error)),
        ),
    };
    let fields = [
        ("x-amzn-requestid", id.to_owned()),
        ("content-type", CONTENT_TYPE.to_owned()),
        ("content-length", body.len().to_string()),
    ];
    let is_head = request.method.eq_ignore_ascii_case("HEAD");
    Response {
        status,
        headers: fields
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text))
            .collect(),
        // It asks how long the body would be.
        body: if is_head { Vec::new() } else { body },
    }
}

fn text(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

fn is_without_output(service: Service, name: &str) -> bool {
    service == Service::Kms && WITHOUT_OUTPUT.contains(&name)
}

/// The body of an error. KMS writes `message`, except where access is denied; CloudHSM always writes `Message`. No text, no member.
fn error_body(service: Option<Service>, error: &AwsError) -> Value {
    let mut body = Map::new();
    body.insert("__type".to_owned(), error.code.as_str().into());
    if !error.message.is_empty() {
        let capital = service == Some(Service::CloudHsm) || error.code == "AccessDeniedException";
        let name = if capital { "Message" } else { "message" };
        body.insert(name.to_owned(), error.message.as_str().into());
    }
    body.into()
}
