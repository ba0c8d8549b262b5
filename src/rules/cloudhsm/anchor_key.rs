//! Certificates of a cluster have RSA keys of 2048 or 4096 bits (3072 was seen to work) and SHA-2 signatures.

use super::INVALID;
use super::papers::{MEMBERS, paper};
use crate::docs;
use crate::facts::Facts;
use crate::pki::{KeyKind, SignatureKind};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.anchor-key",
    raises: &[exception("cloudhsmv2:InitializeCluster", 90, INVALID)],
    docs: &[docs::SIGN_CSR, docs::INITIALIZE_CLUSTER],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: signed![
        "echo '-----BEGIN CERTIFICATE-----",
        "MIIBDTCBwKADAgECAhQ6eUtL2GAbKxD3uAE5azhzI3yqbTAFBgMrZXAwDDEKMAgG",
        "A1UEAwwBeDAgFw0yNjExMjQxNTAzMzlaGA8yMTI2MTAzMTE1MDMzOVowDDEKMAgG",
        "A1UEAwwBeDAqMAUGAytlcAMhAOK/ggz/Wow6y1JynWrqRswiCUTqWDK58fk2aB7B",
        "FFtUozIwMDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQkl2Na3MkxeLyKzxrT",
        "F6QgK4+zYjAFBgMrZXADQQD64ftdmWDRRtz/aiq8gdpilekhD1beFsVs+4hBfJCI",
        "W1Ris5NRR+FvXDABSSWht3Xwb0F2nP8i1mi9LMvI62ML",
        "-----END CERTIFICATE-----' > other.crt",
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://cluster.crt --trust-anchor file://other.crt",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    for member in MEMBERS {
        let Some(Ok(certificate)) = paper(facts, member)? else {
            continue;
        };
        let key = match certificate.key() {
            KeyKind::Rsa {
                bits: 2048 | 3072 | 4096,
            } => None,
            KeyKind::Rsa { bits } => Some(words::rsa_key(bits)),
            KeyKind::Ec { curve } => Some(words::ec_key(&curve)),
            KeyKind::Ed25519 => Some(words::ED25519.to_owned()),
            KeyKind::Other { oid } => Some(words::other_key(&oid)),
        };
        let signature = match certificate.signature() {
            SignatureKind::RsaSha256 | SignatureKind::RsaSha384 | SignatureKind::RsaSha512 => None,
            SignatureKind::RsaSha1 => Some(words::SHA1.to_owned()),
            SignatureKind::Other { oid } => Some(words::other_signature(&oid)),
        };
        if let Some(found) = key.or(signature) {
            return broken([("member", member.into()), ("found", found.into())]);
        }
    }
    holds()
}
