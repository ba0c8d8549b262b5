//! What readers do in several steps: a few terminal lines each, in which `@CLUSTER` and the like stand for what the account holds when
//! the line is typed. `second` types into a second terminal.

/// Plans, the likely ones more than once.
pub const PLANS: &[&str] = &[
    CONNECT,
    CONNECT,
    "aws kms connect-custom-key-store --custom-key-store-id @STORE",
    DISCONNECT,
    DISCONNECT,
    "aws kms disconnect-custom-key-store --custom-key-store-id @STORE",
    CREATE_KEY,
    CREATE_KEY,
    CREATE_KEY,
    USE_KEY,
    USE_KEY,
    "aws kms generate-data-key --key-id @KEY --key-spec AES_256",
    "aws kms create-key --description Ordinary",
    "aws kms create-alias --alias-name alias/@NAME --target-key-id @KEY",
    "aws kms disable-key --key-id @KEY",
    "aws kms enable-key --key-id @KEY",
    DELETE_KEY,
    DELETE_KEY,
    "aws kms schedule-key-deletion --key-id @KEY\naws kms cancel-key-deletion --key-id @KEY",
    CREATE_STORE,
    CREATE_STORE,
    REPAIR,
    REPAIR,
    "aws kms update-custom-key-store --custom-key-store-id @STORE --key-store-password @PASSWORD",
    "aws kms delete-custom-key-store --custom-key-store-id @STORE",
    MAKE_USER,
    MAKE_USER,
    CHANGE_PASSWORD,
    CHANGE_PASSWORD,
    DELETE_USER,
    MISTYPE,
    ACTIVATE,
    ACTIVATE,
    STAY,
    "second quit",
    INITIALIZE,
    INITIALIZE,
    ADD_HSM,
    ADD_HSM,
    "aws cloudhsmv2 delete-hsm --cluster-id @CLUSTER --hsm-id @HSM",
    "aws cloudhsmv2 delete-hsm --cluster-id @CLUSTER --hsm-id @HSM\nlab settle",
    CREATE_CLUSTER,
    RESTORE_CLUSTER,
    "aws cloudhsmv2 delete-cluster --cluster-id @CLUSTER\nlab settle",
    "aws cloudhsmv2 modify-cluster --cluster-id @CLUSTER --hsm-type hsm2m.medium",
    "aws cloudhsmv2 delete-backup --backup-id @BACKUP",
    "aws cloudhsmv2 restore-backup --backup-id @BACKUP",
    CLOSE_GROUP,
    OPEN_GROUP,
    OPEN_GROUP,
    BREAK_NETWORK,
    FAIL,
    DENY,
    FULL,
];

const CONNECT: &str = "\
aws kms connect-custom-key-store --custom-key-store-id @STORE
lab settle";

const DISCONNECT: &str = "\
aws kms disconnect-custom-key-store --custom-key-store-id @STORE
lab settle";

const CREATE_KEY: &str =
    "aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id @STORE --description Stored";

const USE_KEY: &str = "\
aws kms encrypt --key-id @KEY --plaintext aGVsbG8= --query CiphertextBlob --output text > blob
aws kms decrypt --ciphertext-blob $(cat blob)
aws kms re-encrypt --ciphertext-blob $(cat blob) --destination-key-id @KEY";

const DELETE_KEY: &str = "\
aws kms schedule-key-deletion --key-id @KEY --pending-window-in-days 7
lab advance 8d";

const CREATE_STORE: &str = "aws kms create-custom-key-store --custom-key-store-name @NAME --cloud-hsm-cluster-id @CLUSTER --key-store-password @PASSWORD --trust-anchor-certificate file://customerCA.crt";

const REPAIR: &str = "\
ADMIN_PASSWORD=adminPswd
KMSUSER_PASSWORD=@PASSWORD
lab fix @STORE";

const MAKE_USER: &str = "\
sudo /opt/cloudhsm/bin/configure --cmu @ADDRESS
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
createUser CU @NAME @PASSWORD
y
logoutHSM
quit";

const CHANGE_PASSWORD: &str = "\
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
changePswd CU @NAME @PASSWORD
y
quit";

const DELETE_USER: &str = "\
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CO admin adminPswd
deleteUser CU @NAME
A
quit";

const MISTYPE: &str = "\
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CU @NAME wrongPswd
loginHSM CU @NAME wrongPswd
loginHSM CU @NAME wrongPswd
loginHSM CU @NAME wrongPswd
loginHSM CU @NAME wrongPswd
quit";

const ACTIVATE: &str = "\
sudo /opt/cloudhsm/bin/configure --cmu @ADDRESS
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM PRECO admin password
changePswd PRECO admin adminPswd
y
quit";

const STAY: &str = "\
second /opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
second loginHSM CU @NAME @PASSWORD";

const INITIALIZE: &str = "\
aws cloudhsmv2 describe-clusters --filters clusterIds=@CLUSTER --query 'Clusters[].Certificates.ClusterCsr' --output text > a.csr
lab sign a.csr
aws cloudhsmv2 initialize-cluster --cluster-id @CLUSTER --signed-cert file://a.crt --trust-anchor file://customerCA.crt
lab settle";

const ADD_HSM: &str = "\
aws cloudhsmv2 create-hsm --cluster-id @CLUSTER --availability-zone @ZONE
lab settle";

const CREATE_CLUSTER: &str = "\
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
lab settle";

const RESTORE_CLUSTER: &str = "\
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --source-backup-id @BACKUP --subnet-ids $(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
lab settle
aws kms update-custom-key-store --custom-key-store-id @STORE --cloud-hsm-cluster-id @CLUSTER";

const CLOSE_GROUP: &str = "aws ec2 revoke-security-group-ingress --group-id @CLUSTERGROUP --protocol tcp --port 2223-2225 --source-group @CLUSTERGROUP";

const OPEN_GROUP: &str = "aws ec2 authorize-security-group-ingress --group-id @CLUSTERGROUP --protocol tcp --port 2223-2225 --source-group @CLUSTERGROUP";

const BREAK_NETWORK: &str = "\
aws ec2 create-network-interface --subnet-id @SUBNET --secondary-private-ip-address-count 8
aws kms connect-custom-key-store --custom-key-store-id @STORE
lab settle";

const FAIL: &str = "\
lab inject network-errors
aws kms connect-custom-key-store --custom-key-store-id @STORE
lab settle
lab inject network-errors --off";

const DENY: &str = "\
lab deny kms:CreateKey
aws kms create-key --tags TagKey=a,TagValue=b
lab deny cloudhsm:*
aws cloudhsmv2 describe-clusters
lab allow";

const FULL: &str = "\
lab inject hsm-full
aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id @STORE
lab inject hsm-full --off";
