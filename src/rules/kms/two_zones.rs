//! The cluster is configured with subnets of fewer than two Availability Zones. Its subnets cannot be changed.

use super::cluster_active;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "CloudHsmClusterInvalidConfigurationException";

pub(super) const RULE: Rule = Rule {
    id: "kms.two-zones",
    raises: &[
        exception("kms:CreateCustomKeyStore", 100, CODE),
        exception("kms:ConnectCustomKeyStore", 50, CODE),
        exception("kms:UpdateCustomKeyStore", 70, CODE),
    ],
    docs: &[docs::PREREQUISITES, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private Name=availability-zone,Values=us-east-1a --query 'Subnets[0].SubnetId' --output text)
C=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $S --query Cluster.ClusterId --output text)
lab settle
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a
lab settle
aws cloudhsmv2 describe-clusters --query 'Clusters[0].Certificates.ClusterCsr' --output text > cluster.csr
lab sign cluster.csr
aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://cluster.crt --trust-anchor file://customerCA.crt
lab settle
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
lab client attach $S --security-groups $G
cp customerCA.crt /opt/cloudhsm/etc/customerCA.crt
I=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].EniIp' --output text)
sudo /opt/cloudhsm/bin/configure --cmu $I
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM PRECO admin password
changePswd PRECO admin adminPswd
y
quit
lab settle
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = cluster_active::named(facts)? else {
        return holds();
    };
    let zones: Vec<String> = cluster
        .subnets
        .given()?
        .unwrap_or_default()
        .into_iter()
        .map(|subnet| subnet.zone)
        .collect();
    if zones.len() >= 2 {
        return holds();
    }
    broken([("cluster", cluster.id.into()), ("zones", zones.into())])
}
