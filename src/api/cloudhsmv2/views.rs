//! How the service shows a cluster, an HSM and a backup.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::{Account, Backup, Cluster, ClusterState, Hsm, HsmState};

/// A cluster as DescribeClusters shows it.
pub(super) fn cluster(cluster: &Cluster) -> Value {
    let hsms: Vec<Value> = cluster.hsms.iter().map(|unit| hsm(cluster, unit)).collect();
    let mut shown = object(json!({
        "BackupPolicy": "DEFAULT",
        "BackupRetentionPolicy": { "Type": "DAYS", "Value": cluster.retention_days.to_string() },
        "ClusterId": cluster.id,
        "CreateTimestamp": cluster.created.epoch_number(),
        "Hsms": hsms,
        "HsmType": cluster.hsm_type,
        "State": cluster.state.word(),
        "SubnetMapping": cluster.subnet_mapping,
        "VpcId": cluster.vpc_id,
        "NetworkType": "IPV4",
        "Certificates": certificates(cluster),
        "TagList": tags(&cluster.tags),
        "Mode": cluster.mode,
    }));
    // The group is made together with the cluster, and answers name it once it stands.
    if cluster.state != ClusterState::CreateInProgress {
        set(&mut shown, "SecurityGroup", cluster.security_group.as_ref());
    }
    set(&mut shown, "SourceBackupId", cluster.source_backup.as_ref());
    set(&mut shown, "StateMessage", cluster.state_message.as_ref());
    if let Some(rollback) = &cluster.rollback {
        let until = rollback.until.epoch_number();
        shown.insert("HsmTypeRollbackExpiration".to_owned(), until);
    }
    Value::Object(shown)
}

/// An HSM. The interface is named once the HSM is up.
pub(super) fn hsm(cluster: &Cluster, hsm: &Hsm) -> Value {
    let mut shown = object(json!({
        "AvailabilityZone": hsm.zone,
        "ClusterId": cluster.id,
        "SubnetId": hsm.subnet_id,
        "HsmId": hsm.id,
        "HsmType": cluster.hsm_type,
        "State": hsm.state.word(),
    }));
    if hsm.state != HsmState::CreateInProgress {
        shown.insert("EniId".to_owned(), hsm.eni_id.clone().into());
        shown.insert("EniIp".to_owned(), hsm.ip.clone().into());
    }
    Value::Object(shown)
}

/// A backup.
pub(super) fn backup(account: &Account, region: &str, backup: &Backup) -> Value {
    let mut shown = object(json!({
        "BackupId": backup.id,
        "BackupArn": format!("arn:aws:cloudhsm:{region}:{}:backup/{}", account.id, backup.id),
        "BackupState": backup.state.word(),
        "ClusterId": backup.cluster_id,
        "CreateTimestamp": backup.created.epoch_number(),
        "NeverExpires": backup.never_expires,
        "TagList": tags(&backup.tags),
        "HsmType": backup.hsm_type,
        "Mode": backup.mode,
    }));
    if let Some(at) = backup.delete_at {
        shown.insert("DeleteTimestamp".to_owned(), at.epoch_number());
    }
    if let Some(source) = &backup.copy_of {
        shown.insert("CopyTimestamp".to_owned(), source.copied.epoch_number());
        set(&mut shown, "SourceRegion", Some(&source.region));
        set(&mut shown, "SourceBackup", Some(&source.backup));
        set(&mut shown, "SourceCluster", Some(&source.cluster));
    }
    Value::Object(shown)
}

fn certificates(cluster: &Cluster) -> Value {
    let kept = &cluster.certificates;
    let mut shown = Map::new();
    set(&mut shown, "ClusterCsr", kept.csr.as_ref());
    set(&mut shown, "HsmCertificate", kept.hsm.as_ref());
    set(
        &mut shown,
        "AwsHardwareCertificate",
        kept.aws_hardware.as_ref(),
    );
    set(
        &mut shown,
        "ManufacturerHardwareCertificate",
        kept.manufacturer_hardware.as_ref(),
    );
    // Between the request and the certificate nothing is shown.
    if cluster.state != ClusterState::InitializeInProgress {
        set(&mut shown, "ClusterCertificate", kept.cluster.as_ref());
    }
    Value::Object(shown)
}

/// Tags in the order of their keys.
pub(super) fn tags(tags: &BTreeMap<String, String>) -> Vec<Value> {
    tags.iter()
        .map(|(key, value)| json!({ "Key": key, "Value": value }))
        .collect()
}

fn set(shown: &mut Map<String, Value>, name: &str, value: Option<&String>) {
    if let Some(value) = value {
        shown.insert(name.to_owned(), value.clone().into());
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
