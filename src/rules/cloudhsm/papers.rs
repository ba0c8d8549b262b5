//! The certificates of an InitializeCluster request, and the subnet of a CreateHsm request, as several rules look at them.

use crate::facts::{ClusterFacts, Facts, NotGiven, SubnetFacts};
use crate::pki::{self, Certificate, CertificateProblem};

/// What stands in a member that should hold a certificate.
pub(super) type Paper = Result<Certificate, CertificateProblem>;

/// The members of the request that hold certificates.
pub(super) const MEMBERS: [&str; 2] = ["SignedCert", "TrustAnchor"];

/// A member read as a certificate.
pub(super) fn paper(facts: &dyn Facts, member: &str) -> Result<Option<Paper>, NotGiven> {
    Ok(facts
        .text(member)
        .given()?
        .map(|text| pki::read_certificate(&text)))
}

/// The trust anchor, where it reads as a certificate.
pub(super) fn anchor(facts: &dyn Facts) -> Result<Option<Certificate>, NotGiven> {
    Ok(paper(facts, "TrustAnchor")?.and_then(Result::ok))
}

/// The signed cluster certificate, where it reads as a certificate.
pub(super) fn signed(facts: &dyn Facts) -> Result<Option<Certificate>, NotGiven> {
    Ok(paper(facts, "SignedCert")?.and_then(Result::ok))
}

/// The subnet that the cluster has in the zone of the request.
pub(super) fn subnet_of_zone(
    facts: &dyn Facts,
) -> Result<Option<(ClusterFacts, SubnetFacts)>, NotGiven> {
    let (Some(zone), Some(cluster)) = (
        facts.text("AvailabilityZone").given()?,
        facts.cluster().given()?,
    ) else {
        return Ok(None);
    };
    let subnet = cluster
        .subnets
        .clone()
        .given()?
        .unwrap_or_default()
        .into_iter()
        .find(|subnet| subnet.zone == zone);
    Ok(subnet.map(|subnet| (cluster, subnet)))
}
