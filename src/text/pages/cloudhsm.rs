//! Pages of CloudHSM.

pub(crate) const CLUSTERS_ABOUT: &str = "A cluster is a group of hardware security modules (HSMs) with the same users and keys. Only you have its passwords.";
pub(crate) const CLUSTER_COLUMNS: &[&str] = &["Cluster ID", "State", "HSMs", "VPC", "Created"];
pub(crate) const NO_CLUSTERS: &str = "No clusters in this Region.";
pub(crate) const NO_CLUSTERS_NEXT: &str =
    "A cluster for a key store needs private subnets in at least two Availability Zones.";

pub(crate) const VPC: &str = "VPC";
pub(crate) const VPC_ABOUT: &str = "The network of the HSMs. Choose a VPC with private subnets in at least two Availability Zones.";
pub(crate) const SUBNETS: &str = "Subnets";
pub(crate) const SUBNETS_ABOUT: &str = "Choose one subnet in each Availability Zone where you want HSMs. You can't change the subnets later.";
pub(crate) const SUBNETS_OF_VPC: &str = "Choose a VPC first.";
pub(crate) const NO_SUBNETS: &str = "This VPC has no subnets.";
pub(crate) const CREATE_SUBNET: &str = "Create a subnet";
pub(crate) const HSM_TYPE: &str = "HSM type";
pub(crate) const HSM_TYPE_HINT: &str = "hsm1.medium is the older type. AWS offers hsm2m.medium for new clusters, but in the real service cloudhsm_mgmt_util, the HSM tool used here, works only with hsm1.medium.";
pub(crate) const NO_SUBNET_SELECTED: &str = "Select subnets in at least two Availability Zones.";
pub(crate) const MODE: &str = "Mode";
pub(crate) const FIPS: &str = "Only keys and algorithms that the FIPS standard allows.";
pub(crate) const NON_FIPS: &str = "Also other keys and algorithms. Only with hsm2m.medium.";
pub(crate) const RETENTION: &str = "Backup retention period";
pub(crate) const RETENTION_HINT: &str = "7 to 379 days. If you leave it empty, 90 days.";
pub(crate) const CREATE_CLUSTER_ABOUT: &str =
    "You pay for each HSM by the hour. A cluster without HSMs costs nothing.";

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
pub(crate) const DELETE_WARNING: &str = "The cluster and everything in its HSMs are permanently deleted. Its backups stay. If a key store uses the cluster, you can no longer use its KMS keys.";

pub(crate) const HSMS: &str = "HSMs";
pub(crate) const HSM_COLUMNS: &[&str] = &[
    "HSM ID",
    "State",
    "Availability Zone",
    "Private address",
    "Network interface",
    "",
];
pub(crate) const NO_HSMS: &str = "You pay only for HSMs. Create one to initialize the cluster.";
pub(crate) const ZONE: &str = "Availability Zone";
pub(crate) const CREATE_HSM: &str = "Create HSM";
pub(crate) const DELETE_HSM: &str = "Delete";
pub(crate) const DELETE_HSM_WARNING: &str = "The HSM and everything that is only in this HSM are deleted. A key store needs two active HSMs to create keys, and one to use them.";
pub(crate) const NOT_WHILE_CREATING: &str =
    "The cluster is being created. You can create an HSM when the cluster is UNINITIALIZED.";
pub(crate) const CLUSTER_IS_GONE: &str = "The cluster is deleted or being deleted.";

pub(crate) const CERTIFICATES: &str = "Certificates";
pub(crate) const CERTIFICATES_ABOUT: &str = "The cluster's certificates (PEM). The certificate request and the hardware certificates disappear when you initialize the cluster.";
pub(crate) const CERTIFICATE_COLUMNS: &[&str] = &["File", ""];
pub(crate) const NO_CERTIFICATES: &str = "None yet. The first HSM creates them.";
pub(crate) const CSR_ABOUT: &str = "Certificate request (CSR) of the cluster. You sign it.";
pub(crate) const HSM_CERTIFICATE_ABOUT: &str = "Certificate of the HSM, issued by its hardware";
pub(crate) const AWS_HARDWARE_ABOUT: &str = "Hardware certificate, issued by AWS (fictional here)";
pub(crate) const MAKER_HARDWARE_ABOUT: &str =
    "Hardware certificate, issued by the manufacturer (fictional here)";
pub(crate) const CLUSTER_CERTIFICATE_ABOUT: &str = "The signed certificate that you uploaded";
pub(crate) const ANCHOR_ABOUT: &str = "The trust anchor that you uploaded";
pub(crate) const DOWNLOAD: &str = "Download";

pub(crate) const CLIENT: &str = "Client host";
pub(crate) const OPEN_CLIENT: &str = "Open its page";
pub(crate) const CLIENT_HERE: &str = "The client host is in this VPC and has the cluster's security group. The HSM tools can reach the HSMs.";
pub(crate) const CLIENT_OUTSIDE: &str =
    "The client host can't reach the HSMs: attach it to this VPC and the cluster's security group.";
pub(crate) const PUT_CLIENT: &str = "Attach the client host";
pub(crate) const NO_NETWORK_YET: &str = "The cluster has no security group yet.";

pub(crate) const INITIALIZE_ABOUT: &str = "You claim the cluster by signing its certificate request. In the real service, keep the private key of your certificate authority safe. If you lose it, nobody can restore it.";
pub(crate) const STEP_CSR: &str = "1. Download the certificate request";
pub(crate) const STEP_SIGN: &str = "2. Sign it";
pub(crate) const STEP_UPLOAD: &str = "3. Upload the certificates";
pub(crate) const DOWNLOAD_CSR: &str = "Download cluster CSR";
pub(crate) const SIGN_ABOUT: &str =
    "Run these commands on your own computer, in the download folder:";
pub(crate) const SIGN_HERE: &str = "Sign it here";
pub(crate) const SIGN_HERE_ABOUT: &str = "If you have no openssl, the client host can create the certificate authority and sign the request. You can choose the files in the form below, or download them.";
pub(crate) const SIGNED: &str = "Cluster certificate";
pub(crate) const SIGNED_ABOUT: &str =
    "The certificate that your certificate authority issued for this cluster's request.";
pub(crate) const ANCHOR: &str = "Issuing certificate";
pub(crate) const ANCHOR_FIELD_ABOUT: &str = "The certificate of your certificate authority, customerCA.crt. You need the same file to create a key store.";
pub(crate) const UPLOAD_AND_INITIALIZE: &str = "Upload and initialize";
pub(crate) const NO_CSR: &str = "The cluster has no certificate request now. The first HSM creates it, and it disappears when you initialize the cluster.";
pub(crate) const NO_CSR_YET: &str =
    "The first HSM creates the certificate request. You can download it when the HSM is ACTIVE.";
pub(crate) const NOT_UNINITIALIZED: &str =
    "You can initialize only an UNINITIALIZED cluster with an active HSM.";

pub(crate) const BACKUPS_ABOUT: &str = "CloudHSM backs up a cluster once a day, and when you create or delete an HSM. A backup contains all users, keys, and certificates of that moment.";
pub(crate) const BACKUP_COLUMNS: &[&str] = &["Backup ID", "State", "Cluster ID", "Created", ""];
pub(crate) const NO_BACKUPS: &str =
    "No backups yet. CloudHSM creates the first one when you initialize a cluster.";
pub(crate) const RESTORE: &str = "Restore";
pub(crate) const RESTORE_ABOUT: &str = "Create a new cluster with the users, keys, and certificates of this backup. The new cluster and the old one share a backup history.";
pub(crate) const NOT_READY: &str = "You can restore only a READY backup.";

pub(crate) const BACKUP_ID: &str = "Backup ID";
pub(crate) const EXPIRES: &str = "Expires";
pub(crate) const NEVER: &str = "never";
pub(crate) const BY_RETENTION: &str = "after the retention period of its cluster";
pub(crate) const DELETED_ON: &str = "Permanently deleted on";
pub(crate) const COPY_OF: &str = "Copy of";
pub(crate) const COPIED: &str = "Copied";
pub(crate) const COPY: &str = "Copy to another Region";
pub(crate) const REGION: &str = "Region";
pub(crate) const KEEP: &str = "Keep forever";
pub(crate) const KEEP_ABOUT: &str =
    "CloudHSM no longer deletes the backup after the retention period.";
pub(crate) const LET_EXPIRE: &str = "Let it expire";
pub(crate) const LET_EXPIRE_ABOUT: &str = "CloudHSM deletes the backup after the retention period of its cluster. It always keeps the newest backup.";
pub(crate) const UNDELETE: &str = "Cancel deletion";
pub(crate) const DELETE_BACKUP: &str = "Delete backup";
pub(crate) const DELETE_BACKUP_WARNING: &str =
    "You can cancel the deletion for seven days. After that, the backup is permanently deleted.";

pub(crate) const TAGS: &str = "Tags";
pub(crate) const TAG_COLUMNS: &[&str] = &["Key", "Value", ""];
pub(crate) const NO_TAGS: &str = "No tags.";
pub(crate) const ADD_TAG: &str = "Add tag";
pub(crate) const REMOVE_TAG: &str = "Remove";
pub(crate) const REMOVE_TAG_WARNING: &str = "Only the tag is removed.";
pub(crate) const TAG_KEY: &str = "Key";
pub(crate) const TAG_KEY_HINT: &str = "If the key already exists, its value changes.";
pub(crate) const TAG_VALUE: &str = "Value";

pub(crate) const CHANGE_RETENTION: &str = "Change retention";
pub(crate) const DAYS_HINT: &str = "7 to 379 days.";

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
    format!("Changed the backup retention period of {id}")
}

pub(crate) fn subnet(id: &str, name: Option<&str>, zone: &str, cidr: &str, public: bool) -> String {
    let kind = if public { "public" } else { "private" };
    // A subnet is often named after what it is.
    let name = name.filter(|name| *name != kind);
    let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
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
pub(crate) const SIGNED_HERE: &str =
    "Certificate request (CSR) signed. Two files were saved on the client host";

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
