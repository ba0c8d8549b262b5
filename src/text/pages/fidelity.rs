//! How real it is.

pub(crate) const ABOUT: &str = "This page is a simulation in your browser, based on public documentation and public service models. AWS did not make it, and nothing you do here reaches AWS.";

pub(crate) const REAL: &str = "What is real";
pub(crate) const REAL_LIST: &[&str] = &[
    "Certificates, certificate requests, and signatures are real X.509 with RSA keys. The real openssl can read them, and you can sign with your own.",
    "Encrypt and Decrypt use AES-256-GCM. You can decrypt a ciphertext only with its key and its encryption context.",
    "Requests are checked against the members, lengths, patterns, and allowed values of the public service models.",
    "A request is checked in the documented order, where the order is documented. The first failure wins.",
];

pub(crate) const SIMULATED: &str = "What is simulated";
pub(crate) const SIMULATED_LIST: &[&str] = &[
    "AWS KMS with custom key stores in CloudHSM clusters, and other symmetric keys. AWS CloudHSM clusters, HSMs, backups, and tags.",
    "Of Amazon EC2 only what a key store needs: VPCs, subnets, route tables, internet gateways, security groups, network ACLs, and network interfaces. Some of AWS IAM, AWS STS, and AWS CloudTrail.",
    "The inside of each HSM: users, logins, keys, and how the HSMs of one cluster can differ.",
    "A client host with a small shell, the aws command, openssl, and cloudhsm_mgmt_util.",
];

pub(crate) const MARKS: &str = "What the marks mean";
pub(crate) const MARKS_ABOUT: &str = "Every failure has a mark. It says where its condition and its error code come from. AWS publishes few error messages. If the playground words the message itself, the explanation says so.";
pub(crate) const MARK_COLUMNS: &[&str] = &["Mark", "Meaning", "Failures"];

pub(crate) const TIME: &str = "How long things take";
pub(crate) const TIME_ABOUT: &str =
    "You can speed up the simulated clock and skip waiting times. On the simulated clock:";
pub(crate) const TIME_COLUMNS: &[&str] = &["What", "Simulated", "From"];
pub(crate) const CREATE_CLUSTER: &str = "Creating a cluster";
pub(crate) const FIRST_HSM: &str = "The first HSM, with the certificate request";
pub(crate) const NEXT_HSM: &str = "Another HSM";
pub(crate) const INITIALIZE: &str = "Initializing a cluster";
pub(crate) const ACTIVATE: &str = "From the first password change until the cluster is ACTIVE";
pub(crate) const DELETE_HSM: &str = "Deleting an HSM";
pub(crate) const BACKUP: &str = "Creating a backup";
pub(crate) const CONNECT: &str = "Connecting a key store";
pub(crate) const DISCONNECT: &str = "Disconnecting a key store";
pub(crate) const MEASURED: &str = "published measurements";
pub(crate) const GUIDE: &str = "the maximum in the guide";
pub(crate) const GUESSED: &str = "our guess";

pub(crate) const DIFFERENT: &str = "Known differences";
pub(crate) const DIFFERENT_LIST: &[&str] = &[
    "The event history lists only calls that change something or try to. CloudTrail records reads too.",
    "In a real account, only the HSM tools show what is in an HSM. Here, the checklist and the page HSM users show it too.",
    "Request rates are not limited, you have all permissions, and nothing fails by chance. You can change this on the page Faults, or with lab inject and lab deny.",
    "For new clusters, AWS now offers hsm2m.medium and the CloudHSM CLI. The HSM tool here is cloudhsm_mgmt_util, which in the real service works only with hsm1.medium.",
    "The root certificates of the HSM hardware are fictional.",
    "Everything is free.",
];

pub(crate) const REFUSED: &str = "What is not simulated";
pub(crate) const REFUSED_LIST: &[&str] = &[
    "External key stores.",
    "Asymmetric keys, HMAC keys, imported key material, and multi-Region keys.",
    "Grants. Key policies are saved and shown, but they allow and deny nothing. Only one check is simulated: you can't lock yourself out.",
    "Other AWS services and how they use KMS keys.",
];
