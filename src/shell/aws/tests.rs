//! The line that makes a call, read by the shell itself, makes that call.

use serde_json::{Map, Value, json};

use super::{client, command_line};
use crate::api::shape::{Kind, Member, Shape};
use crate::api::wire::{Request, Response};
use crate::api::{self, Bug, CallError, Explanation};
use crate::command::{Command, Outcome};
use crate::model::{Account, Secret, Timestamp};
use crate::pki::RsaKey;
use crate::playground::{Options, Playground};
use crate::shell::{Door, Needed, Shell};

const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----\n";
const PASSWORD: &str = "kmsPswd1";
const CLUSTER: &str = "cluster-abcdefghijk";
/// The base64 form of what the file `plaintext` holds.
const PLAINTEXT: &str = "c2VjcmV0";

/// Texts that a shell, the client or shorthand could take for something else.
const TEXTS: &[&str] = &[
    "a",
    "",
    "two words",
    " blanks ",
    "it's",
    "\"quoted\"",
    "back\\slash",
    "back\\\\\"'$HOME`ls`$(ls)",
    "a=b",
    "a,b",
    "a\\,b",
    "[a]",
    "{a}",
    "[",
    "{",
    "-",
    "-x",
    "--debug",
    "--query",
    "--region",
    "-5",
    "help",
    "true",
    "7",
    "file://x",
    "fileb://x",
    "~",
    "~/x",
    "#x",
    "!",
    "*",
    "a;b|c&d>e<f(g)",
    "line\nbreak",
    "carriage\r\nreturn",
    "\r",
    "\\\n",
    "tab\t",
    "é—漢",
    "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "10.0.0.0/16",
    "{\"Version\": \"2012-10-17\"}",
];

/// A door that answers every call with nothing and remembers it.
struct Recorder {
    playground: Playground,
    called: Vec<(String, String, String, Value)>,
}

impl Door for Recorder {
    fn run(&mut self, command: Command) -> Result<Outcome, Bug> {
        self.playground.run(command)
    }
    fn call(
        &mut self,
        service: &str,
        operation: &str,
        region: &str,
        input: Value,
    ) -> Result<Value, CallError> {
        let call = (service.into(), operation.into(), region.into(), input);
        self.called.push(call);
        Ok(json!({}))
    }
    fn handle(&mut self, request: &Request) -> Result<Response, Bug> {
        self.playground.handle(request)
    }
    fn pass(&mut self, seconds: i64) -> Result<(), Bug> {
        Door::pass(&mut self.playground, seconds)
    }
    fn passed(&mut self, since: Timestamp) -> Result<(), Bug> {
        self.playground.passed(since)
    }
    fn seal(&mut self, clear: &[u8]) -> Secret {
        self.playground.seal(clear)
    }
    fn draw(&self, purpose: &str) -> [u8; 32] {
        Door::draw(&self.playground, purpose)
    }
    fn rsa(&mut self, bits: usize) -> RsaKey {
        Door::rsa(&mut self.playground, bits)
    }
    fn make(&mut self, needed: &Needed, pause: &mut dyn FnMut() -> bool) -> bool {
        Door::make(&mut self.playground, needed, pause)
    }
    fn has(&self, needed: &Needed) -> bool {
        Door::has(&self.playground, needed)
    }
    fn account(&self) -> &Account {
        self.playground.account()
    }
    fn last_refusal(&self) -> Option<&Explanation> {
        None
    }
    fn explain(&mut self, _: Explanation) {}
    fn refusals(&self) -> u64 {
        0
    }
    fn undo(&mut self) -> Result<bool, Bug> {
        Ok(false)
    }
    fn redo(&mut self) -> Result<bool, Bug> {
        Ok(false)
    }
    fn reset(&mut self) {}
    fn scenarios(&self) -> Vec<&'static str> {
        Vec::new()
    }
    fn share(&self) -> Result<String, usize> {
        Err(0)
    }
    fn export(&self, _: usize) -> Result<String, usize> {
        Ok(String::new())
    }
}

/// A client host with the files and the variable that lines name.
fn host() -> (Recorder, Shell) {
    let playground = Playground::new(Options::default());
    let mut shell = playground.shell();
    let mut door = Recorder {
        playground,
        called: Vec::new(),
    };
    for line in [
        format!("echo '{}' > customerCA.crt", CERTIFICATE.trim_end()),
        format!("cp customerCA.crt {CLUSTER}_CustomerHsmCertificate.crt"),
        "printf secret > plaintext; cp plaintext message".to_owned(),
        format!("KMSUSER_PASSWORD={PASSWORD}"),
    ] {
        assert_eq!(shell.run(&mut door, &line).exit_code, 0, "{line}");
    }
    (door, shell)
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    fn text(&mut self) -> String {
        TEXTS[self.below(TEXTS.len())].to_owned()
    }

    fn structure(&mut self, members: &[Member]) -> Map<String, Value> {
        let mut given = Map::new();
        for member in members {
            if member.required || self.below(2) == 0 {
                given.insert(member.name.to_owned(), self.value(member));
            }
        }
        given
    }

    fn value(&mut self, member: &Member) -> Value {
        let shape = &member.shape;
        match (member.name, shape.kind) {
            ("ClusterId", _) => CLUSTER.into(),
            (_, Kind::Blob) if shape.sensitive => PLAINTEXT.into(),
            _ if shape.sensitive => PASSWORD.into(),
            _ if shape.certificate => CERTIFICATE.into(),
            _ => self.shaped(shape),
        }
    }

    fn shaped(&mut self, shape: &Shape) -> Value {
        match shape.kind {
            Kind::String => self.text().into(),
            Kind::Blob => ["AAEC", "", "/+==", "aGVsbG8gd29ybGQ="][self.below(4)].into(),
            Kind::Integer | Kind::Timestamp => [-5, 0, 1, 2_225][self.below(4)].into(),
            Kind::Boolean => (self.below(2) == 0).into(),
            Kind::List(item) => (0..self.below(4)).map(|_| self.shaped(item)).collect(),
            Kind::Map(item) => (0..self.below(4))
                .map(|_| (self.text(), self.shaped(item)))
                .collect::<Map<_, _>>()
                .into(),
            Kind::Structure(members) => self.structure(members).into(),
        }
    }
}

#[test]
fn a_line_makes_the_call_that_it_was_made_from() {
    let (mut door, mut shell) = host();
    let mut dice = Dice(1);
    for operation in api::operations() {
        let mut seen = 0;
        for _ in 0..4_000 {
            if seen == 200 {
                break;
            }
            let input = Value::Object(dice.structure(operation.input));
            // The client sends nothing that lacks a member or is too short.
            if !client::faults(operation.input, &input).is_empty() {
                continue;
            }
            seen += 1;
            let region = ["us-east-1", "eu-west-1"][dice.below(2)];
            let service = operation.service.word();
            let line = command_line(service, operation.name, region, &input, shell.region());
            door.called.clear();
            let reply = shell.run(&mut door, &line);
            assert_eq!(reply.stderr, "", "{line}");
            // IAM has no Regions.
            let there = if service == "iam" {
                "us-east-1"
            } else {
                region
            };
            let call = (service.into(), operation.name.into(), there.into(), input);
            assert_eq!(door.called, [call], "{line}");
        }
        assert!(
            seen > 20,
            "{}: only {seen} inputs were tried",
            operation.key()
        );
    }
}

#[test]
fn secrets_and_certificates_are_members_of_the_request_itself() {
    fn hides(shape: &Shape) -> bool {
        shape.sensitive
            || shape.certificate
            || match shape.kind {
                Kind::List(item) | Kind::Map(item) => hides(item),
                Kind::Structure(members) => members.iter().any(|member| hides(&member.shape)),
                _ => false,
            }
    }
    for operation in api::operations() {
        for Member { name, shape, .. } in operation.input {
            let own = shape.sensitive || shape.certificate;
            assert!(
                own || !hides(shape),
                "{}: a secret deep in {name} would be printed",
                operation.key()
            );
        }
    }
}

#[test]
fn lines_look_as_the_guides_write_them() {
    let line = |service, operation, input| {
        command_line(service, operation, "us-east-1", &input, "us-east-1")
    };
    assert_eq!(
        line(
            "kms",
            "ConnectCustomKeyStore",
            json!({"CustomKeyStoreId": "cks-1234567890abcdef0"})
        ),
        "aws kms connect-custom-key-store --custom-key-store-id cks-1234567890abcdef0"
    );
    assert_eq!(
        line(
            "kms",
            "CreateCustomKeyStore",
            json!({"TrustAnchorCertificate": CERTIFICATE, "KeyStorePassword": {"mac": "x"}, "CustomKeyStoreName": "Example Store", "CloudHsmClusterId": CLUSTER})
        ),
        "aws kms create-custom-key-store \\
    --custom-key-store-name 'Example Store' \\
    --cloud-hsm-cluster-id cluster-abcdefghijk \\
    --trust-anchor-certificate file://customerCA.crt \\
    --key-store-password \"$KMSUSER_PASSWORD\""
    );
    assert_eq!(
        line(
            "cloudhsmv2",
            "InitializeCluster",
            json!({"ClusterId": CLUSTER, "SignedCert": CERTIFICATE, "TrustAnchor": CERTIFICATE})
        ),
        "aws cloudhsmv2 initialize-cluster \\
    --cluster-id cluster-abcdefghijk \\
    --signed-cert file://cluster-abcdefghijk_CustomerHsmCertificate.crt \\
    --trust-anchor file://customerCA.crt"
    );
    assert_eq!(
        line(
            "ec2",
            "AuthorizeSecurityGroupIngress",
            json!({"GroupId": "sg-1", "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 2223, "ToPort": 2225, "UserIdGroupPairs": [{"GroupId": "sg-1"}]}]})
        ),
        "aws ec2 authorize-security-group-ingress \\
    --group-id sg-1 \\
    --ip-permissions 'IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{GroupId=sg-1}]'"
    );
    assert_eq!(
        line(
            "cloudhsmv2",
            "DescribeBackups",
            json!({"Filters": {"clusterIds": [CLUSTER], "states": ["READY", "DELETED"]}, "SortAscending": false})
        ),
        "aws cloudhsmv2 describe-backups \\
    --filters clusterIds=cluster-abcdefghijk,states=READY,DELETED \\
    --no-sort-ascending"
    );
    assert_eq!(
        line(
            "kms",
            "Encrypt",
            json!({"KeyId": "alias/a", "Plaintext": PLAINTEXT})
        ),
        "aws kms encrypt --key-id alias/a --plaintext fileb://plaintext"
    );
    assert_eq!(
        command_line(
            "sts",
            "GetCallerIdentity",
            "eu-west-1",
            &json!({}),
            "us-east-1"
        ),
        "aws sts get-caller-identity --region eu-west-1"
    );
}
