//! A version 3 trust anchor says that it is a certificate authority, once, and may sign certificates.

use super::INVALID;
use super::papers::anchor;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.anchor-is-authority",
    raises: &[exception("cloudhsmv2:InitializeCluster", 80, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: signed![
        "echo '-----BEGIN CERTIFICATE-----",
        "MIIBCjCBvaADAgECAhQVk+Hw0nkJjI4iYDEAfBUZSbmeWTAFBgMrZXAwDDEKMAgG",
        "A1UEAwwBeDAgFw0yNjExMjQxNTAzMzlaGA8yMTI2MTAzMTE1MDMzOVowDDEKMAgG",
        "A1UEAwwBeDAqMAUGAytlcAMhAMQkmdcFd01KPjz35HFIlJOvng4CCNM2BNlarCMm",
        "dqYKoy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBT1pXGOFrWVBcj2FBS0ktJC",
        "mbZPEjAFBgMrZXADQQDPyVAvGLQVntcIkPfrUm36YDC3gpyDsrcuFNIYEvNBhskg",
        "EQGsiXLlBVNJVQXLRsgHxi8+p6XvNgz8LCT19ZwN",
        "-----END CERTIFICATE-----' > other.crt",
        "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://cluster.crt --trust-anchor file://other.crt",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(anchor) = anchor(facts)? else {
        return holds();
    };
    let found = if anchor.has_duplicate_extension() {
        words::DUPLICATE_EXTENSION
    } else if anchor.version() == 3 && anchor.basic_constraints_ca().is_none() {
        words::NO_BASIC_CONSTRAINTS
    } else if anchor.basic_constraints_ca() == Some(false) {
        words::NO_AUTHORITY
    } else if anchor.may_sign_certificates() == Some(false) {
        words::MAY_NOT_SIGN
    } else {
        return holds();
    };
    broken([
        ("subject", anchor.subject().into()),
        ("found", found.into()),
    ])
}
