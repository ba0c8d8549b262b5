//! Every documentation link, once.

use std::fmt;

/// A paragraph of the public AWS documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doc {
    /// What the paragraph is about, as a link text.
    pub title: &'static str,
    guide: Guide,
    page: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guide {
    Kms,
    KmsApi,
    CloudHsm,
    CloudHsmApi,
    CloudTrailApi,
    Ec2Api,
    IamApi,
    Vpc,
    Cli,
}

impl Doc {
    const fn new(guide: Guide, page: &'static str, title: &'static str) -> Self {
        Self { title, guide, page }
    }

    /// The address of the paragraph.
    #[must_use]
    pub fn url(&self) -> String {
        let base = match self.guide {
            Guide::Kms => "https://docs.aws.amazon.com/kms/latest/developerguide/",
            Guide::KmsApi => "https://docs.aws.amazon.com/kms/latest/APIReference/",
            Guide::CloudHsm => "https://docs.aws.amazon.com/cloudhsm/latest/userguide/",
            Guide::CloudHsmApi => "https://docs.aws.amazon.com/cloudhsm/latest/APIReference/",
            Guide::CloudTrailApi => {
                "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/"
            }
            Guide::Ec2Api => "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/",
            Guide::IamApi => "https://docs.aws.amazon.com/IAM/latest/APIReference/",
            Guide::Vpc => "https://docs.aws.amazon.com/vpc/latest/userguide/",
            Guide::Cli => "https://docs.aws.amazon.com/cli/latest/userguide/",
        };
        format!("{base}{}", self.page)
    }
}

/// The reference of the AWS command line: the whole, or the page below it such as `kms/create-key.html`.
#[must_use]
pub fn cli_reference(page: &str) -> String {
    format!("https://docs.aws.amazon.com/cli/latest/reference/{page}")
}

/// The page of an operation in the API reference of its service.
#[must_use]
pub fn api_reference(service: &str, operation: &str) -> String {
    let book = match service {
        "cloudhsmv2" => "cloudhsm",
        "cloudtrail" => "awscloudtrail",
        "ec2" => "AWSEC2",
        "iam" => "IAM",
        "sts" => "STS",
        service => service,
    };
    format!("https://docs.aws.amazon.com/{book}/latest/APIReference/API_{operation}.html")
}

impl fmt::Display for Doc {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} <{}>", self.title, self.url())
    }
}

macro_rules! docs {
    ($($(#[$meta:meta])* $name:ident = $guide:ident, $page:literal, $title:literal;)+) => {
        $($(#[$meta])* #[doc = $title] pub const $name: Doc = Doc::new(Guide::$guide, $page, $title);)+
        /// All paragraphs.
        pub const ALL: &[Doc] = &[$($name),+];
    };
}

docs! {
    // AWS KMS developer guide
    PREREQUISITES = Kms, "create-keystore.html#before-keystore", "Assemble the prerequisites of a custom key store";
    CREATE_STORE_CONSOLE = Kms, "create-keystore.html#create-keystore-console", "Create a custom key store (console)";
    CREATE_STORE_API = Kms, "create-keystore.html#create-keystore-api", "Create a custom key store (API)";
    KMSUSER = Kms, "keystore-cloudhsm.html#concept-kmsuser", "The kmsuser crypto user";
    CONNECT_STORE = Kms, "connect-keystore.html", "Connect and disconnect a custom key store";
    UPDATE_STORE = Kms, "update-keystore.html", "Edit a custom key store";
    DELETE_STORE = Kms, "delete-keystore.html", "Delete a custom key store";
    VIEW_STORE = Kms, "view-keystore.html", "View a custom key store";
    FIX_STORE = Kms, "fix-keystore.html", "Troubleshooting a custom key store";
    FIX_UNAVAILABLE_KEYS = Kms, "fix-keystore.html#fix-unavailable-cmks", "How to fix unavailable KMS keys";
    FIX_FAILING_KEY = Kms, "fix-keystore.html#fix-cmk-failed", "How to fix a failing KMS key";
    FIX_CONNECTION = Kms, "fix-keystore.html#fix-keystore-failed", "How to fix a connection failure";
    FIX_PASSWORD = Kms, "fix-keystore.html#fix-keystore-password", "How to fix invalid kmsuser credentials";
    FIX_LOST_MATERIAL = Kms, "fix-keystore.html#fix-keystore-recover-backing-key", "How to recover deleted key material";
    FIX_COMMUNICATION = Kms, "fix-keystore.html#fix-keystore-communication", "How to fix a key store that KMS cannot reach";
    LOGIN_AS_KMSUSER = Kms, "fix-keystore.html#fix-login-as-kmsuser", "How to log in as kmsuser";
    OTHER_ACCOUNTS = Kms, "key-policy-modifying-external-accounts.html", "Allow users in other accounts to use a KMS key";
    KEY_STATES = Kms, "key-state.html#key-state-table", "Key states of KMS keys";
    CREATE_KEY_IN_STORE = Kms, "create-cmk-keystore.html", "Create KMS keys in a custom key store";
    USE_KEY_IN_STORE = Kms, "manage-cmk-keystore.html", "Manage KMS keys in a custom key store";
    KMS_QUOTAS = Kms, "resource-limits.html", "Resource quotas of AWS KMS";
    ENCRYPTION_CONTEXT = Kms, "encrypt_context.html", "Encryption context";
    FIND_KEY_ID = Kms, "find-cmk-id-arn.html", "Find the key ID and key ARN";
    AUTHORIZE_STORE = Kms, "authorize-key-store.html", "Control access to a custom key store";
    REQUEST_QUOTAS = Kms, "requests-per-second.html", "Request quotas of AWS KMS";
    DELETE_KEYS = Kms, "deleting-keys.html", "Delete KMS keys";
    ROTATE_KEYS = Kms, "rotate-keys.html", "Rotate KMS keys";
    TAG_KEYS = Kms, "tagging-keys.html", "Tags of KMS keys";
    ALIASES = Kms, "kms-alias.html", "Aliases of KMS keys";
    IMPORT_MATERIAL = Kms, "importing-keys.html", "Import key material";
    KEY_TYPES = Kms, "symm-asymm-compare.html", "Compare the types of KMS keys";
    MULTI_REGION = Kms, "multi-region-keys-overview.html", "Multi-Region keys";
    GRANTS = Kms, "grants.html", "Grants";
    DEFAULT_KEY_POLICY = Kms, "key-policy-default.html", "Default key policy";

    // AWS KMS API reference
    API_CREATE_STORE = KmsApi, "API_CreateCustomKeyStore.html", "CreateCustomKeyStore";
    API_CONNECT_STORE = KmsApi, "API_ConnectCustomKeyStore.html", "ConnectCustomKeyStore";
    API_DISCONNECT_STORE = KmsApi, "API_DisconnectCustomKeyStore.html", "DisconnectCustomKeyStore";
    API_UPDATE_STORE = KmsApi, "API_UpdateCustomKeyStore.html", "UpdateCustomKeyStore";
    API_DELETE_STORE = KmsApi, "API_DeleteCustomKeyStore.html", "DeleteCustomKeyStore";
    API_DESCRIBE_STORES = KmsApi, "API_DescribeCustomKeyStores.html", "DescribeCustomKeyStores";
    API_CREATE_KEY = KmsApi, "API_CreateKey.html", "CreateKey";
    API_ENCRYPT = KmsApi, "API_Encrypt.html", "Encrypt";
    API_DECRYPT = KmsApi, "API_Decrypt.html", "Decrypt";
    API_GENERATE_DATA_KEY = KmsApi, "API_GenerateDataKey.html", "GenerateDataKey";
    API_CREATE_ALIAS = KmsApi, "API_CreateAlias.html", "CreateAlias";
    API_UPDATE_ALIAS = KmsApi, "API_UpdateAlias.html", "UpdateAlias";
    API_PUT_KEY_POLICY = KmsApi, "API_PutKeyPolicy.html", "PutKeyPolicy";
    API_GENERATE_PAIR = KmsApi, "API_GenerateDataKeyPair.html", "GenerateDataKeyPair";
    KMS_API = KmsApi, "API_Operations.html", "All operations of AWS KMS";
    API_LIST_KEYS = KmsApi, "API_ListKeys.html", "ListKeys";
    API_LIST_ALIASES = KmsApi, "API_ListAliases.html", "ListAliases";
    API_LIST_TAGS = KmsApi, "API_ListResourceTags.html", "ListResourceTags";
    KMS_ERRORS = KmsApi, "CommonErrors.html", "Common errors of AWS KMS";

    // AWS CloudHSM user guide
    HSM_START = CloudHsm, "getting-started.html", "Getting started with AWS CloudHSM";
    CREATE_SUBNETS = CloudHsm, "create-subnets.html", "Create private subnets";
    CREATE_CLUSTER = CloudHsm, "create-cluster.html", "Create a cluster";
    CONFIGURE_SG = CloudHsm, "configure-sg.html", "The security group of a cluster";
    CLIENT_SG = CloudHsm, "configure-sg-client-instance.html", "Connect the client instance to the cluster";
    CREATE_CLUSTER_DENIED = CloudHsm, "troubleshooting-create-cluster.html", "Cluster creation failures";
    CLOUDHSM_PERMISSIONS = CloudHsm, "identity-access-management.html", "Permissions for AWS CloudHSM";
    CREATE_HSM = CloudHsm, "create-hsm.html", "Create the first HSM";
    ADD_REMOVE_HSM = CloudHsm, "add-remove-hsm.html", "Add or remove HSMs";
    INITIALIZE_CLUSTER = CloudHsm, "initialize-cluster.html", "Initialize the cluster";
    SIGN_CSR = CloudHsm, "initialize-cluster.html#sign-csr", "Sign the cluster's certificate request";
    ACTIVATE_CLUSTER = CloudHsm, "activate-cluster.html", "Activate the cluster";
    DELETE_CLUSTER = CloudHsm, "delete-cluster.html", "Delete a cluster";
    BACKUPS = CloudHsm, "manage-backups.html", "Backups of a cluster";
    BACKUP_RETENTION = CloudHsm, "manage-backup-retention.html", "Retention of backups";
    DELETE_BACKUP = CloudHsm, "delete-restore-backup.html", "Delete and restore backups";
    COPY_BACKUP = CloudHsm, "copy-backup-to-region.html", "Copy backups to another Region";
    TAG_CLUSTERS = CloudHsm, "tagging-resources.html", "Tags of clusters";
    CLUSTER_FROM_BACKUP = CloudHsm, "create-cluster-from-backup.html", "Create a cluster from a backup";
    HSM_QUOTAS = CloudHsm, "limits.html", "Quotas of AWS CloudHSM";
    HSM_USERS = CloudHsm, "manage-hsm-users-cmu.html", "Manage HSM users with cloudhsm_mgmt_util";
    CMU_START = CloudHsm, "cloudhsm_mgmt_util-getting-started.html", "Start cloudhsm_mgmt_util";
    CMU_LOGIN = CloudHsm, "cloudhsm_mgmt_util-loginLogout.html", "loginHSM and logoutHSM";
    CMU_CREATE_USER = CloudHsm, "cloudhsm_mgmt_util-createUser.html", "createUser";
    CMU_CHANGE_PASSWORD = CloudHsm, "cloudhsm_mgmt_util-changePswd.html", "changePswd";
    CMU_DELETE_USER = CloudHsm, "cloudhsm_mgmt_util-deleteUser.html", "deleteUser";
    CMU_LIST_USERS = CloudHsm, "cloudhsm_mgmt_util-listUsers.html", "listUsers";
    CMU_SYNC_USER = CloudHsm, "cloudhsm_mgmt_util-syncUser.html", "syncUser";
    USERS_IN_SYNC = CloudHsm, "troubleshooting-keep-hsm-users-in-sync.html", "Keep HSM users in sync across the HSMs";
    LOST_CONNECTION = CloudHsm, "troubleshooting-lost-connection.html", "Lost connection to the cluster";
    CLIENT_ENCRYPTION = CloudHsm, "client-end-to-end-encryption.html", "End-to-end encryption between client and HSM";

    // AWS CloudHSM API reference
    API_CREATE_CLUSTER = CloudHsmApi, "API_CreateCluster.html", "CreateCluster";
    API_CREATE_HSM = CloudHsmApi, "API_CreateHsm.html", "CreateHsm";
    API_DELETE_HSM = CloudHsmApi, "API_DeleteHsm.html", "DeleteHsm";
    API_INITIALIZE_CLUSTER = CloudHsmApi, "API_InitializeCluster.html", "InitializeCluster";
    API_DELETE_CLUSTER = CloudHsmApi, "API_DeleteCluster.html", "DeleteCluster";
    API_DESCRIBE_CLUSTERS = CloudHsmApi, "API_DescribeClusters.html", "DescribeClusters";
    API_DESCRIBE_BACKUPS = CloudHsmApi, "API_DescribeBackups.html", "DescribeBackups";
    API_MODIFY_CLUSTER = CloudHsmApi, "API_ModifyCluster.html", "ModifyCluster";
    API_PUT_POLICY = CloudHsmApi, "API_PutResourcePolicy.html", "PutResourcePolicy";

    // Amazon EC2 and VPC
    EC2_ERRORS = Ec2Api, "errors-overview.html", "Error codes of the Amazon EC2 API";
    SUBNETS = Vpc, "configure-subnets.html", "Subnets of a VPC";
    DELETE_SUBNET = Vpc, "subnet-deleting.html", "Delete a subnet";
    ROUTE_TABLES = Vpc, "VPC_Route_Tables.html", "Route tables";
    SECURITY_GROUPS = Vpc, "vpc-security-groups.html", "Security groups";
    NETWORK_ACLS = Vpc, "vpc-network-acls.html", "Network ACLs";
    VPC_QUOTAS = Vpc, "amazon-vpc-limits.html", "Quotas of Amazon VPC";
    VPC_SIZE = Vpc, "vpc-cidr-blocks.html", "Address ranges of a VPC";

    // AWS IAM API reference
    API_CREATE_LINKED_ROLE = IamApi, "API_CreateServiceLinkedRole.html", "CreateServiceLinkedRole";
    API_GET_ROLE = IamApi, "API_GetRole.html", "GetRole";

    // AWS CloudTrail API reference
    API_LOOKUP_EVENTS = CloudTrailApi, "API_LookupEvents.html", "LookupEvents";

    // AWS Command Line Interface
    CLI_USAGE = Cli, "cli-usage-parameters.html", "Parameters on the command line";
    CLI_FILE = Cli, "cli-usage-parameters-file.html", "Load a parameter from a file";
}
