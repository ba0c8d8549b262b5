//! Shapes shared by the operations of CloudHSM v2.

use crate::api::shape::{BOOLEAN, Member, STRING, Shape, TIMESTAMP, member, required};

pub(super) const CLUSTER_ID: Shape = STRING.matching("cluster-[2-7a-zA-Z]{11,16}");
pub(super) const HSM_ID: Shape = STRING.matching("hsm-[2-7a-zA-Z]{11,16}");
pub(super) const SUBNET_ID: Shape = STRING.matching("subnet-[0-9a-fA-F]{8,17}");
pub(super) const ENI_ID: Shape = STRING.matching("eni-[0-9a-fA-F]{8,17}");
pub(super) const IP_ADDRESS: Shape = STRING.matching(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}");
pub(super) const ZONE: Shape =
    STRING.matching(r"[a-z]{2}(-(gov))?-(east|west|north|south|central){1,2}-\d[a-z]");
pub(super) const HSM_TYPE: Shape = STRING
    .at_most(32)
    .matching(r"((p|)hsm[0-9][a-z.]*\.[a-zA-Z]+)");
/// `+-/` is a range: it admits `+ , - . /`.
pub(super) const CERTIFICATE: Shape = STRING.at_most(20_000).matching(r"[a-zA-Z0-9+-/=\s]*").pem();
pub(super) const NEXT_TOKEN: Shape = STRING.at_most(256).matching(".*");
pub(super) const MODE: Shape = Shape::words(&["FIPS", "NON_FIPS"]);
pub(super) const NETWORK_TYPE: Shape = Shape::words(&["IPV4", "DUALSTACK"]);
pub(super) const BACKUP_ID: Shape = STRING.matching("backup-[2-7a-zA-Z]{11,16}");
pub(super) const BACKUP_ARN: Shape = STRING.matching(
    "(arn:aws(-(us-gov))?:cloudhsm:([a-z]{2}(-(gov|isob|iso))?-(east|west|north|south|central){1,2}-[0-9]{1}):[0-9]{12}:backup/)?backup-[2-7a-zA-Z]{11,16}",
);
pub(super) const ARN: Shape = STRING.matching(
    "arn:aws(-(us-gov))?:cloudhsm:([a-z]{2}(-(gov|isob|iso))?-(east|west|north|south|central){1,2}-[0-9]{1}):[0-9]{12}:(backup/backup|cluster/cluster|hsm/hsm)-[2-7a-zA-Z]{11,16}",
);
pub(super) const POLICY: Shape = STRING.within(1, 20_000);
pub(super) const REGION: Shape =
    STRING.matching(r"[a-z]{2}(-(gov))?-(east|west|north|south|central){1,2}-\d");
pub(super) const RESOURCE_ID: Shape = STRING.matching("(?:cluster|backup)-[2-7a-zA-Z]{11,16}");
const TAG_TEXT: &str = r"[^\x00-\x1f!\x22#$%&'()*,;<>?\[\\\]^`{|}~]*";
pub(super) const TAG_KEY: Shape = STRING.within(1, 128).matching(TAG_TEXT);
pub(super) const TAGS: Shape = Shape::list(&Shape::structure(&[
    required("Key", TAG_KEY),
    required("Value", STRING.within(0, 256).matching(TAG_TEXT)),
]))
.within(1, 50);
pub(super) const FILTERS: Shape = Shape::map(&Shape::list(&STRING)).at_most(30);
pub(super) const RETENTION: Shape = Shape::structure(&[
    member("Type", Shape::words(&["DAYS"])),
    member("Value", STRING.within(1, 3).matching("[0-9]+")),
]);

pub(super) const HSM: &[Member] = &[
    member("AvailabilityZone", STRING),
    member("ClusterId", STRING),
    member("SubnetId", STRING),
    member("EniId", STRING),
    member("EniIp", STRING),
    required("HsmId", STRING),
    member("HsmType", STRING),
    member("State", STRING),
    member("StateMessage", STRING),
];

pub(super) const CLUSTER: &[Member] = &[
    member("BackupPolicy", STRING),
    member("BackupRetentionPolicy", RETENTION),
    member("ClusterId", STRING),
    member("CreateTimestamp", TIMESTAMP),
    member("Hsms", Shape::list(&Shape::structure(HSM))),
    member("HsmType", STRING),
    member("HsmTypeRollbackExpiration", TIMESTAMP),
    member("SecurityGroup", STRING),
    member("SourceBackupId", STRING),
    member("State", STRING),
    member("StateMessage", STRING),
    member("SubnetMapping", Shape::map(&STRING)),
    member("VpcId", STRING),
    member("NetworkType", STRING),
    member(
        "Certificates",
        Shape::structure(&[
            member("ClusterCsr", STRING),
            member("HsmCertificate", STRING),
            member("AwsHardwareCertificate", STRING),
            member("ManufacturerHardwareCertificate", STRING),
            member("ClusterCertificate", STRING),
        ]),
    ),
    member("TagList", TAGS),
    member("Mode", STRING),
];

pub(super) const BACKUP: &[Member] = &[
    required("BackupId", STRING),
    member("BackupArn", STRING),
    member("BackupState", STRING),
    member("ClusterId", STRING),
    member("CreateTimestamp", TIMESTAMP),
    member("CopyTimestamp", TIMESTAMP),
    member("NeverExpires", BOOLEAN),
    member("SourceRegion", STRING),
    member("SourceBackup", STRING),
    member("SourceCluster", STRING),
    member("DeleteTimestamp", TIMESTAMP),
    member("TagList", TAGS),
    member("HsmType", STRING),
    member("Mode", STRING),
];
