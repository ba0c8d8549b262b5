//! A dry run that would have succeeded says so by an error.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.dry-run",
    // After everything else: whatever is wrong comes first.
    raises: &[exception("ec2:*", 1_000, "DryRunOperation")],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "aws ec2 create-vpc --cidr-block 10.0.0.0/16 --dry-run",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.member("DryRun").given()? == Some(true.into()) {
        broken([])
    } else {
        holds()
    }
}
