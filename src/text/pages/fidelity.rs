//! How real it is.

pub(crate) const ABOUT: &str = "This page is a simulation in your browser, made from public documentation and public service models. It is not made by AWS, and nothing you do here reaches AWS.";

pub(crate) const REAL: &str = "What is real";
pub(crate) const REAL_LIST: &[&str] = &[
    "Certificates, certificate requests and signatures are real X.509 with RSA keys: the real openssl reads them, and you may sign with your own.",
    "Encrypt and Decrypt use AES-256-GCM; a ciphertext belongs to its key and its encryption context.",
    "Requests are checked by the members, lengths, patterns and allowed words of the public service models.",
    "The order in which a request is checked, and the first failure that wins, follow the documentation where it says so.",
];

pub(crate) const SIMULATED: &str = "What is simulated";
pub(crate) const SIMULATED_LIST: &[&str] = &[
    "AWS KMS with custom key stores in CloudHSM clusters and ordinary symmetric keys beside them; AWS CloudHSM clusters, HSMs, backups and tags.",
    "As much of Amazon EC2 as the road needs: VPCs, subnets, route tables, internet gateways, security groups, network interfaces; and of AWS STS and AWS CloudTrail.",
    "The insides of each HSM: users, logins, keys, and how HSMs of one cluster come to differ.",
    "A client host with a small shell, the aws command, openssl and cloudhsm_mgmt_util.",
];

pub(crate) const MARKS: &str = "What the marks mean";
pub(crate) const MARKS_ABOUT: &str = "Every failure bears a mark that says where its condition and its code come from. AWS publishes the message of few errors; where its wording is ours, the explanation says so.";
pub(crate) const MARK_COLUMNS: &[&str] = &["Mark", "Meaning", "Failures"];

pub(crate) const TIME: &str = "How long things take";
pub(crate) const TIME_ABOUT: &str = "The clock may run faster, and skip. By that clock:";
pub(crate) const TIME_COLUMNS: &[&str] = &["What", "Simulated", "From"];
pub(crate) const CREATE_CLUSTER: &str = "Creating a cluster";
pub(crate) const FIRST_HSM: &str = "The first HSM, with the certificate request";
pub(crate) const NEXT_HSM: &str = "A further HSM";
pub(crate) const INITIALIZE: &str = "Initializing a cluster";
pub(crate) const ACTIVATE: &str = "From the first password change until the cluster is ACTIVE";
pub(crate) const DELETE_HSM: &str = "Deleting an HSM";
pub(crate) const BACKUP: &str = "Making a backup";
pub(crate) const CONNECT: &str = "Connecting a key store";
pub(crate) const DISCONNECT: &str = "Disconnecting a key store";
pub(crate) const MEASURED: &str = "measured by others";
pub(crate) const GUIDE: &str = "the guide, as the most";
pub(crate) const GUESSED: &str = "our guess";

pub(crate) const DIFFERENT: &str = "Where it differs knowingly";
pub(crate) const DIFFERENT_LIST: &[&str] = &[
    "The event history lists calls that change something or try to. CloudTrail records reads too.",
    "In a real account nothing but the HSM tools shows what an HSM holds. The checklist and the page HSM users look into the HSMs for you.",
    "Request rates are not limited, permissions are not taken away, and nothing fails by chance, unless you say so on the page Faults or with lab inject and lab deny.",
    "The roots of the hardware certificates are fictional.",
    "Nothing costs anything.",
];

pub(crate) const REFUSED: &str = "What is refused as not simulated";
pub(crate) const REFUSED_LIST: &[&str] = &[
    "External key stores.",
    "Asymmetric keys and HMAC keys, imported key material, multi-Region keys.",
    "Grants, and key policies beyond the check that you do not lock yourself out.",
    "Other services of AWS. What uses a KMS key there is not shown.",
];
