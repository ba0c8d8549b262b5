//! Pages of CloudHSM.

pub(crate) const CLUSTERS_ABOUT: &str = "A cluster is a group of hardware security modules (HSMs) that keep the same users and keys. You own it: only you have its passwords.";
pub(crate) const CLUSTER_COLUMNS: &[&str] = &["Cluster ID", "State", "HSMs", "VPC", "Created"];
pub(crate) const NO_CLUSTERS: &str = "No clusters in this Region.";
pub(crate) const NO_CLUSTERS_NEXT: &str =
    "A cluster needs private subnets in two Availability Zones or more.";

pub(crate) const VPC: &str = "VPC";
pub(crate) const VPC_ABOUT: &str = "The network in which the HSMs get their addresses. Choose one with private subnets in at least two Availability Zones.";
pub(crate) const SUBNETS: &str = "Subnets";
pub(crate) const SUBNETS_ABOUT: &str = "One for each Availability Zone in which the cluster may have HSMs. They cannot be changed later.";
pub(crate) const SUBNETS_OF_VPC: &str = "Choose a VPC first.";
pub(crate) const NO_SUBNETS: &str = "This VPC has no subnets.";
pub(crate) const CREATE_SUBNET: &str = "Create a subnet";
pub(crate) const HSM_TYPE: &str = "HSM type";
pub(crate) const MODE: &str = "Mode";
pub(crate) const FIPS: &str = "Keys and algorithms that FIPS allows.";
pub(crate) const NON_FIPS: &str = "Also others; only with hsm2m.medium.";
pub(crate) const RETENTION: &str = "Backup retention period";
pub(crate) const RETENTION_HINT: &str = "Days, 7 to 379. 90 if you leave it empty.";
pub(crate) const CREATE_CLUSTER_ABOUT: &str =
    "An empty cluster costs nothing; each of its HSMs costs by the hour from its creation on.";

pub(crate) const CONFIGURATION: &str = "General configuration";
pub(crate) const CLUSTER_ID: &str = "Cluster ID";
pub(crate) const STATE: &str = "State";
pub(crate) const SECURITY_GROUP: &str = "Security group";
pub(crate) const SOURCE_BACKUP: &str = "Restored from";
pub(crate) const CREATED: &str = "Created";
pub(crate) const KEY_STORE: &str = "Custom key store";
pub(crate) const NO_KEY_STORE: &str = "none";
pub(crate) const USERS: &str = "HSM users";
pub(crate) const DELETE: &str = "Delete cluster";
pub(crate) const DELETE_WARNING: &str = "The cluster goes for good with all that its HSMs hold. Its backups stay. KMS keys of a key store that uses it cannot be used any more.";

pub(crate) const HSMS: &str = "HSMs";
pub(crate) const HSM_COLUMNS: &[&str] = &[
    "HSM ID",
    "State",
    "Availability Zone",
    "Private address",
    "Network interface",
    "",
];
pub(crate) const NO_HSMS: &str =
    "No HSMs yet. Only an HSM costs, and only with one can the cluster be initialized.";
pub(crate) const ZONE: &str = "Availability Zone";
pub(crate) const CREATE_HSM: &str = "Create HSM";
pub(crate) const DELETE_HSM: &str = "Delete";
pub(crate) const DELETE_HSM_WARNING: &str = "The HSM goes with all that only it holds. A key store needs two active HSMs to make keys, and one to use them.";
pub(crate) const NOT_WHILE_CREATING: &str =
    "The cluster is being created. An HSM can be added when it is UNINITIALIZED.";
pub(crate) const CLUSTER_IS_GONE: &str = "The cluster is deleted or being deleted.";

pub(crate) const CERTIFICATES: &str = "Certificates";
pub(crate) const CERTIFICATES_ABOUT: &str = "What the cluster shows of itself, as PEM files. The request and the hardware certificates are there until the cluster is initialized.";
pub(crate) const CERTIFICATE_COLUMNS: &[&str] = &["File", ""];
pub(crate) const NO_CERTIFICATES: &str = "None yet: they come with the first HSM.";
pub(crate) const CSR_ABOUT: &str = "Certificate request of the cluster, to be signed by you";
pub(crate) const HSM_CERTIFICATE_ABOUT: &str = "Certificate of the HSM, issued by its hardware";
pub(crate) const AWS_HARDWARE_ABOUT: &str =
    "Hardware certificate under the AWS root (a fictional one here)";
pub(crate) const MAKER_HARDWARE_ABOUT: &str =
    "Hardware certificate under the manufacturer's root (a fictional one here)";
pub(crate) const CLUSTER_CERTIFICATE_ABOUT: &str = "The signed certificate that you uploaded";
pub(crate) const ANCHOR_ABOUT: &str = "The trust anchor that you uploaded";
pub(crate) const DOWNLOAD: &str = "Download";

pub(crate) const CLIENT: &str = "Client host";
pub(crate) const CLIENT_HERE: &str = "The client host is in the network of this cluster and has its security group: the HSM tools reach the HSMs.";
pub(crate) const CLIENT_OUTSIDE: &str = "The client host is not in this network with the cluster's security group, so the HSM tools reach no HSM.";
pub(crate) const PUT_CLIENT: &str = "Put the client in this network";
pub(crate) const NO_NETWORK_YET: &str = "The cluster has no security group yet.";

pub(crate) const INITIALIZE_ABOUT: &str = "Whoever signs the cluster's certificate request owns the cluster. Keep the key of that authority safe: in the real service nobody can replace it.";
pub(crate) const STEP_CSR: &str = "1. Download the certificate request";
pub(crate) const STEP_SIGN: &str = "2. Sign it";
pub(crate) const STEP_UPLOAD: &str = "3. Upload the certificates";
pub(crate) const DOWNLOAD_CSR: &str = "Download cluster CSR";
pub(crate) const SIGN_ABOUT: &str =
    "With openssl on your own computer, in the folder of the download:";
pub(crate) const SIGN_HERE: &str = "Sign it here";
pub(crate) const SIGN_HERE_ABOUT: &str = "Without openssl: the client host of the playground makes the authority, signs the request, and keeps the files. The form below offers them, and you may download them.";
pub(crate) const SIGNED: &str = "Cluster certificate";
pub(crate) const SIGNED_ABOUT: &str =
    "The certificate that your authority issued for the request of this cluster.";
pub(crate) const ANCHOR: &str = "Issuing certificate";
pub(crate) const ANCHOR_FIELD_ABOUT: &str =
    "customerCA.crt, the certificate of your authority. A key store asks for the same file.";
pub(crate) const UPLOAD_AND_INITIALIZE: &str = "Upload and initialize";
pub(crate) const NO_CSR: &str = "The cluster has no certificate request now. It comes with the first HSM and is there until the cluster is initialized.";
pub(crate) const NOT_UNINITIALIZED: &str =
    "Only a cluster in state UNINITIALIZED with an active HSM can be initialized.";

pub(crate) const BACKUPS_ABOUT: &str = "CloudHSM backs up a cluster once a day, and whenever HSMs come or go. A backup holds the users, keys and certificates of one moment.";
pub(crate) const BACKUP_COLUMNS: &[&str] = &["Backup ID", "State", "Cluster ID", "Created", ""];
pub(crate) const NO_BACKUPS: &str =
    "No backups yet. The first one is taken when a cluster is initialized.";
pub(crate) const RESTORE: &str = "Restore";
pub(crate) const RESTORE_ABOUT: &str = "A new cluster with the users, keys and certificates of this backup. It shares its backup history with the cluster that the backup was taken of.";
pub(crate) const NOT_READY: &str = "Only a backup in state READY can be restored.";

pub(crate) const BACKUP_ID: &str = "Backup ID";
pub(crate) const EXPIRES: &str = "Expires";
pub(crate) const NEVER: &str = "never";
pub(crate) const BY_RETENTION: &str = "with the retention of its cluster";
pub(crate) const DELETED_ON: &str = "Deleted for good on";
pub(crate) const COPY_OF: &str = "Copy of";
pub(crate) const COPIED: &str = "Copied";
pub(crate) const COPY: &str = "Copy to another Region";
pub(crate) const REGION: &str = "Region";
pub(crate) const KEEP: &str = "Keep for ever";
pub(crate) const KEEP_ABOUT: &str = "The retention of its cluster spares the backup from now on.";
pub(crate) const LET_EXPIRE: &str = "Let it expire";
pub(crate) const LET_EXPIRE_ABOUT: &str = "The backup goes by itself when it is older than the retention of its cluster. The last backup of a cluster always stays.";
pub(crate) const UNDELETE: &str = "Take the deletion back";
pub(crate) const DELETE_BACKUP: &str = "Delete backup";
pub(crate) const DELETE_BACKUP_WARNING: &str =
    "For seven days the deletion can be taken back. After that the backup is gone for good.";

pub(crate) const TAGS: &str = "Tags";
pub(crate) const TAG_COLUMNS: &[&str] = &["Key", "Value", ""];
pub(crate) const NO_TAGS: &str = "No tags.";
pub(crate) const ADD_TAG: &str = "Add tag";
pub(crate) const REMOVE_TAG: &str = "Remove";
pub(crate) const REMOVE_TAG_WARNING: &str = "The tag goes; nothing else changes.";
pub(crate) const TAG_KEY: &str = "Key";
pub(crate) const TAG_KEY_HINT: &str = "A key that is there already gets the new value.";
pub(crate) const TAG_VALUE: &str = "Value";

pub(crate) const CHANGE_RETENTION: &str = "Change retention";
pub(crate) const DAYS_HINT: &str = "Days, 7 to 379.";

pub(crate) fn copied_from(backup: &str, region: &str) -> String {
    format!("{backup} in {region}")
}

pub(crate) fn copying(id: &str) -> String {
    format!("Copying {id}")
}

pub(crate) fn backup_changed(id: &str) -> String {
    format!("Changed {id}")
}

pub(crate) fn tags_changed(id: &str) -> String {
    format!("Changed the tags of {id}")
}

pub(crate) fn retention_changed(id: &str) -> String {
    format!("Changed how long backups of {id} are kept")
}

pub(crate) fn subnet(id: &str, name: Option<&str>, zone: &str, cidr: &str, public: bool) -> String {
    let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
    let kind = if public { "public" } else { "private" };
    format!("{zone} – {id}{name}, {cidr}, {kind}")
}

pub(crate) fn vpc(id: &str, name: Option<&str>, cidr: &str, default: bool) -> String {
    let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
    let default = if default { ", default" } else { "" };
    format!("{id}{name}, {cidr}{default}")
}

pub(crate) fn active_of(active: usize, all: usize) -> String {
    format!("{active} active of {all}")
}

pub(crate) fn creating(id: &str) -> String {
    format!("Creating cluster {id}")
}

pub(crate) fn deleting(id: &str) -> String {
    format!("Deleting {id}")
}

pub(crate) fn deleted(id: &str) -> String {
    format!("Deleted {id}")
}

pub(crate) fn cluster_ready(id: &str) -> String {
    format!("Cluster {id} is ready for its first HSM")
}

pub(crate) fn hsm_ready(id: &str) -> String {
    format!("{id} is ready")
}

pub(crate) fn initialized(id: &str) -> String {
    format!("Cluster {id} is initialized")
}

/// Before a cluster is made in one Availability Zone.
pub(crate) const ONE_ZONE: &str = "A key store needs subnets in at least two Availability Zones. You can't change the subnets of a cluster later.";

/// The playground has signed the certificate request.
pub(crate) const SIGNED_HERE: &str = "CSR signed; 2 files saved on the client host";

pub(crate) fn creating_hsm(id: &str) -> String {
    format!("Creating {id}")
}

pub(crate) fn initializing(id: &str) -> String {
    format!("Initializing cluster {id}")
}

pub(crate) fn download(name: &str) -> String {
    format!("Download {name}")
}

pub(crate) fn days(count: u16) -> String {
    format!("{count} days")
}
