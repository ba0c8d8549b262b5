//! What is done next, with values that the account holds, and now and then with wrong ones.

use keystore_playground::api::operations;
use keystore_playground::api::shape::{Kind, Shape};
use keystore_playground::model::{Account, Cluster, Hsm, Region};
use serde_json::{Map, Value};

use super::plans::PLANS;
use super::random::Random;

/// Something to do.
#[derive(Clone, Debug)]
pub enum Doing {
    /// Service, operation and input, through any door that speaks of them.
    Call(&'static str, &'static str, Value),
    /// A line of the terminal.
    Line(String),
}

/// Lines that are typed by themselves.
const LINES: &[&str] = &[
    "lab advance 5m",
    "lab advance 20m",
    "lab advance 8d",
    "lab advance 40d",
    "lab settle",
    "lab settle",
    "lab undo",
    "lab redo",
    "lab fix",
    "lab why @STORE",
    "lab allow",
    "lab quota hsms 2",
    "lab quota hsms 20",
    "lab inject hsm-full --off",
    "lab inject hsm-degraded @HSM",
    "lab inject mtls @CLUSTER",
    "lab inject mtls @CLUSTER --off",
    "lab inject throttle CreateKey=4",
    "lab inject cluster-state @CLUSTER=DEGRADED",
    "lab inject cluster-state @CLUSTER=ACTIVE",
    "lab client attach @SUBNET --security-groups @GROUP",
    "echo one > file.txt; cat file.txt | wc -c",
    "openssl x509 -in customerCA.crt -noout -subject",
    "sudo service cloudhsm-client start",
    "quit",
];

/// Users of the HSMs, aliases and key stores.
const NAMES: &[&str] = &["kmsuser", "kmsuser", "other"];

/// Passwords of kmsuser and of key stores.
const PASSWORDS: &[&str] = &["kmsPswd", "kmsPswd", "nextPswd"];

/// Chooses what is done next: one thing, or a plan of several.
pub fn choose(random: &mut Random, account: &Account) -> Vec<Doing> {
    match random.below(20) {
        0..12 => {
            let plan = random.pick(PLANS).lines();
            plan.map(|line| Doing::Line(line.to_owned())).collect()
        }
        12..15 => vec![Doing::Line((*random.pick(LINES)).to_owned())],
        _ => vec![call(random, account.region("us-east-1").unwrap())],
    }
}

/// Any operation, with values that may fit.
fn call(random: &mut Random, region: &Region) -> Doing {
    let all: Vec<_> = operations().collect();
    let operation = random.pick(&all);
    // A member too many is a mistake that readers make; most of them leave out what can be left out.
    let generous = random.one_in(3);
    let mut input = Map::new();
    for member in operation.input {
        let given = if member.required {
            !random.one_in(30)
        } else {
            random.one_in(if generous { 3 } else { 12 })
        };
        if given && member.name != "DryRun" {
            input.insert(
                member.name.to_owned(),
                value(random, region, member.name, &member.shape),
            );
        }
    }
    Doing::Call(
        operation.service.word(),
        operation.name,
        Value::Object(input),
    )
}

/// A line with what the account holds now.
pub fn filled(random: &mut Random, region: &Region, line: &str) -> String {
    let clusters: Vec<&Cluster> = region.clusters.values().collect();
    let cluster = (!clusters.is_empty()).then(|| *random.pick(&clusters));
    let hsms: Vec<&Hsm> = cluster.iter().flat_map(|cluster| &cluster.hsms).collect();
    let hsm = (!hsms.is_empty()).then(|| *random.pick(&hsms));
    let zones: Vec<&String> = cluster
        .iter()
        .flat_map(|cluster| cluster.subnet_mapping.keys())
        .collect();
    let zone = (!zones.is_empty()).then(|| *random.pick(&zones));
    let keys: Vec<&String> = region.keys.keys().collect();
    let key = (!keys.is_empty()).then(|| *random.pick(&keys));
    let group = cluster.and_then(|cluster| cluster.security_group.as_ref());
    let text = |found: Option<&String>| found.cloned().unwrap_or_else(|| "none".to_owned());
    line.replace("@CLUSTERGROUP", &text(group))
        .replace("@CLUSTER", &text(cluster.map(|cluster| &cluster.id)))
        .replace("@STORE", &one(random, region, "cks-"))
        .replace("@BACKUP", &one(random, region, "backup-"))
        .replace("@SUBNET", &one(random, region, "subnet-"))
        .replace("@GROUP", &one(random, region, "sg-"))
        .replace("@KEY", &text(key))
        .replace("@ZONE", &text(zone))
        .replace("@HSM", &text(hsm.map(|hsm| &hsm.id)))
        .replace("@ADDRESS", &text(hsm.map(|hsm| &hsm.ip)))
        .replace("@NAME", NAMES[random.below(NAMES.len())])
        .replace("@PASSWORD", PASSWORDS[random.below(PASSWORDS.len())])
}

/// Every id of the Region that begins so.
fn ids(region: &Region, prefix: &str) -> Vec<String> {
    let network = &region.network;
    let mut all: Vec<&String> = Vec::new();
    all.extend(region.clusters.keys().chain(region.backups.keys()));
    all.extend(region.key_stores.keys().chain(network.vpcs.keys()));
    all.extend(network.subnets.keys().chain(network.security_groups.keys()));
    all.extend(
        network
            .route_tables
            .keys()
            .chain(network.internet_gateways.keys()),
    );
    all.extend(network.interfaces.keys().chain(network.acls.keys()));
    for cluster in region.clusters.values() {
        all.extend(cluster.hsms.iter().map(|hsm| &hsm.id));
    }
    all.retain(|id| id.starts_with(prefix));
    all.into_iter().cloned().collect()
}

fn one(random: &mut Random, region: &Region, prefix: &str) -> String {
    let all = ids(region, prefix);
    if all.is_empty() || random.one_in(30) {
        return "none".to_owned();
    }
    random.pick(&all).clone()
}

/// What the name of a member says of its values.
fn named(random: &mut Random, region: &Region, name: &str) -> Option<String> {
    let prefix = match name {
        "ClusterId" | "CloudHsmClusterId" => "cluster-",
        "CustomKeyStoreId" => "cks-",
        "HsmId" => "hsm-",
        "BackupId" | "SourceBackupId" => "backup-",
        "SubnetIds" | "SubnetId" => "subnet-",
        "VpcId" => "vpc-",
        "GroupId" | "Groups" | "GroupIds" => "sg-",
        "RouteTableId" => "rtb-",
        "GatewayId" | "InternetGatewayId" => "igw-",
        "NetworkInterfaceId" => "eni-",
        "NetworkAclId" => "acl-",
        "ResourceId" | "Resources" | "ResourceArn" => "",
        "KeyId" | "TargetKeyId" | "SourceKeyId" | "DestinationKeyId" => {
            let mut keys: Vec<&String> = region.keys.keys().collect();
            keys.extend(region.keys.aliases().map(|(name, _)| name));
            return (!keys.is_empty()).then(|| (*random.pick(&keys)).clone());
        }
        "AvailabilityZone" => return Some(format!("us-east-1{}", random.pick(&["a", "b", "e"]))),
        "CidrBlock" | "DestinationCidrBlock" | "CidrIp" => {
            let range = [
                "10.0.0.0/16",
                "10.0.7.0/28",
                "0.0.0.0/0",
                "10.0.1.0/24",
                "1.2.3.4/33",
            ];
            return Some((*random.pick(&range)).to_owned());
        }
        "AliasName" => return Some(format!("alias/{}", random.pick(&["one", "two", "three"]))),
        "HsmType" => return Some((*random.pick(&["hsm1.medium", "hsm2m.medium"])).to_owned()),
        "DestinationRegion" => return Some("us-west-2".to_owned()),
        "KeyStorePassword" => return Some((*random.pick(&["kmsPswd", "nextPswd"])).to_owned()),
        "IpProtocol" => return Some((*random.pick(&["tcp", "-1", "udp"])).to_owned()),
        "TrustAnchorCertificate" | "SignedCert" | "TrustAnchor" => {
            let mut files = region.client.files.iter();
            return files
                .find(|(path, _)| path.ends_with("/customerCA.crt"))
                .map(|(_, text)| text.clone());
        }
        _ => return None,
    };
    Some(one(random, region, prefix))
}

fn value(random: &mut Random, region: &Region, name: &str, shape: &Shape) -> Value {
    match shape.kind {
        Kind::String | Kind::Blob => {
            if random.one_in(40) {
                return Value::from(*random.pick(&["", " ", "é", "x", "9999999999999999999999"]));
            }
            if let Some(text) = named(random, region, name) {
                return Value::from(text);
            }
            if !shape.words.is_empty() {
                return Value::from(*random.pick(shape.words));
            }
            Value::from(*random.pick(&["default", "Example", "aGVsbG8=", "one", "two"]))
        }
        Kind::Integer => {
            Value::from(*random.pick(&[1, 7, 30, 2223, 2225, 0, -1, 16, 1_000_000_000_000_i64]))
        }
        Kind::Timestamp => Value::from(*random.pick(&[0_i64, 1_767_225_600, 1_800_000_000])),
        Kind::Boolean => Value::from(random.one_in(2)),
        Kind::List(item) => (0..random.below(3))
            .map(|_| value(random, region, name, item))
            .collect(),
        Kind::Map(item) => Value::Object(Map::from_iter([(
            "a".to_owned(),
            value(random, region, name, item),
        )])),
        Kind::Structure(members) => {
            let mut found = Map::new();
            for member in members {
                if member.required || random.one_in(2) {
                    found.insert(
                        member.name.to_owned(),
                        value(random, region, member.name, &member.shape),
                    );
                }
            }
            Value::Object(found)
        }
    }
}
