//! Ways to type a password.

/// Lines with a password.
pub struct Way {
    /// The lines, one after the other.
    pub lines: &'static [&'static str],
    /// The password.
    pub secret: &'static str,
    /// Where it may stand, as the reader put it there on purpose.
    pub may: &'static [&'static str],
}

const fn way(lines: &'static [&'static str]) -> Way {
    Way {
        lines,
        secret: "hunter2hunter2",
        may: &[],
    }
}

/// A file keeps what is written into it: that is what it is for.
const FILES: &[&str] = &["export", "log", "share link", "storage"];

const fn into_file(lines: &'static [&'static str]) -> Way {
    Way {
        lines,
        secret: "hunter2hunter2",
        may: FILES,
    }
}

const TOOL: &str = "/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg";

/// The ways.
pub const WAYS: &[Way] = &[
    // The flag, and how else the client takes it.
    way(&[
        "aws kms create-custom-key-store --custom-key-store-name A --key-store-password hunter2hunter2",
    ]),
    way(&["aws kms create-custom-key-store --key-store-password=hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-passwor hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-p=hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-password 'hunter2hunter2'"]),
    way(&["aws kms create-custom-key-store --key-store-password \"hunter2hunter2\""]),
    way(&["aws kms create-custom-key-store \"--key-store-password=hunter2hunter2\""]),
    way(&["aws kms create-custom-key-store '--key-store-password' hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-pass\"word\" hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-\\password hunter2hunter2"]),
    way(&[
        "aws kms update-custom-key-store --custom-key-store-id cks-1234567890abcdef0 --key-store-password hunter2hunter2",
    ]),
    way(&[
        "aws --region us-east-1 kms create-custom-key-store --key-store-password hunter2hunter2",
    ]),
    way(&["aws kms --output json create-custom-key-store --key-store-password hunter2hunter2"]),
    way(&["aws kms --key-store-password hunter2hunter2 create-custom-key-store"]),
    way(&["sudo aws kms create-custom-key-store --key-store-password hunter2hunter2"]),
    // Over several lines.
    way(&[
        "aws kms create-custom-key-store --key-store-password \\",
        "hunter2hunter2 \\",
        "--custom-key-store-name A",
    ]),
    way(&[
        "aws kms create-custom-key-store \\",
        "--key-store-password hunter2hunter2 \\",
        "--custom-key-store-name A",
    ]),
    way(&[
        "aws kms create-custom-key-store --key-store-password 'hunter2hunter2",
        "more'",
    ]),
    way(&[
        "aws kms create-custom-key-store --key-store-password '",
        "hunter2hunter2'",
    ]),
    way(&[
        "aws kms create-custom-key-store --custom-key-store-name A",
        "--key-store-password hunter2hunter2",
    ]),
    way(&[
        "aws kms create-custom-key-store --key-store-password hunter2hunter2",
        "--custom-key-store-name A",
    ]),
    // Mistyped.
    way(&["aws kms create-custom-key-store --key-store-pasword hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-pasword=hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --custom-key-store-name A --password hunter2hunter2"]),
    way(&["aws kms create-custom-key-store -p hunter2hunter2"]),
    way(&["aws kms create-custom-key-store -key-store-password hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-password --hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-password -hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-password = hunter2hunter2"]),
    way(&["aws kms create-custom-key-store hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --custom-key-store-name A B hunter2hunter2"]),
    way(&["aws kms create-custom-keystore --key-store-password hunter2hunter2"]),
    way(&["aws kmz create-custom-key-store --key-store-password hunter2hunter2"]),
    way(&["asw kms create-custom-key-store --key-store-password hunter2hunter2"]),
    way(&["kms create-custom-key-store --key-store-password hunter2hunter2"]),
    way(&["aws kms list-keys --key-store-password hunter2hunter2"]),
    way(&["aws cloudhsmv2 create-hsm --password hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-password <hunter2hunter2>"]),
    way(&["hunter2hunter2"]),
    way(&["P= hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-password x; hunter2hunter2"]),
    way(&["aws kms create-custom-key-store ( hunter2hunter2"]),
    // Requests as JSON.
    way(&[
        "aws kms create-custom-key-store --cli-input-json '{\"KeyStorePassword\":\"hunter2hunter2\"}'",
    ]),
    way(&[
        "aws kms create-custom-key-store --cli-input-j \"{\\\"KeyStorePassword\\\": \\\"hunter2hunter2\\\"}\"",
    ]),
    way(&[
        "aws kms create-custom-key-store --cli-input-json '{\"keyStorePassword\":\"hunter2hunter2\"}'",
    ]),
    way(&[
        "aws kms create-custom-key-store --cli-input-json '{\"KeyStorePassword\":\"hunter2hunter2'",
    ]),
    way(&["aws kms create-custom-key-store --cli-input-json KeyStorePassword=hunter2hunter2"]),
    way(&["lab request kms CreateCustomKeyStore '{\"KeyStorePassword\":\"hunter2hunter2\"}'"]),
    way(&["lab request kms CreateCustomKeyStore '{\"KeyStorePassword\":[\"hunter2hunter2\"]}'"]),
    way(&[
        "lab request kms CreateCustomKeyStore '{\"KeyStorePassword\":{\"a\":\"hunter2hunter2\"}}'",
    ]),
    way(&["lab request kms CreateCustomKeyStore '{\"KeyStorePassword\":{\"hunter2hunter2\":1}}'"]),
    way(&[
        "lab request kms CreateCustomKeyStore '{\"KeyStoreP\\u0061ssword\":\"hunter2hunter2\"}'",
    ]),
    way(&["lab request kms CreateCustomKeyStore '{\"KeyStorePasword\":\"hunter2hunter2\"}'"]),
    way(&["lab request kms CreateCustomKeyStore '{\"CustomKeyStoreName\":[\"hunter2hunter2\"]}'"]),
    way(&["lab request kms CreateCustomKeyStore '{KeyStorePassword:hunter2hunter2}'"]),
    way(&["lab request kms CreateCustomKeyStore hunter2hunter2"]),
    way(&[
        "lab request kms TrentService.CreateCustomKeyStore '{\"KeyStorePassword\" : \"hunter2hunter2\"}'",
    ]),
    way(&["lab request kms CreateStore '{\"KeyStorePassword\":\"hunter2hunter2\"}'"]),
    way(&["lab request kms Encrypt '{\"KeyId\":\"k\",\"Plaintext\":\"hunter2hunter2\"}'"]),
    way(&["lab requst kms CreateCustomKeyStore hunter2hunter2"]),
    way(&["aws kms encrypt --key-id k --plaintext hunter2hunter2"]),
    way(&[
        "aws kms create-custom-key-store --xks-proxy-authentication-credential AccessKeyId=AAAAAAAAAAAAAAAAAAAA,RawSecretAccessKey=hunter2hunter2",
    ]),
    // Variables.
    way(&["P=hunter2hunter2"]),
    way(&["KMSUSER_PASSWORD=hunter2hunter2"]),
    way(&["P='hunter2hunter2' Q=1"]),
    way(&["P=hunter2hunter2; aws kms create-custom-key-store --key-store-password $P"]),
    way(&["P=hunter2hunter2 aws kms create-custom-key-store --key-store-password x"]),
    way(&["P=$(echo hunter2hunter2)"]),
    way(&["P=`echo hunter2hunter2`"]),
    way(&["P=$(printf %s hunter2hunter2)"]),
    way(&["P=$(cat <<< hunter2hunter2)"]),
    way(&["export P=hunter2hunter2"]),
    way(&["export P='hunter2hunter2'"]),
    way(&["env P=hunter2hunter2 aws kms list-keys"]),
    way(&["declare P=hunter2hunter2"]),
    way(&["P=hunter2hunter2", "$P"]),
    way(&[
        "P=hunter2hunter2",
        "aws kms create-custom-key-store --key-store-pasword $P",
    ]),
    way(&[
        "P=hunter2hunter2",
        "aws kms create-custom-key-store --cli-input-json \"$P\"",
    ]),
    way(&[
        "for P in hunter2hunter2; do aws kms create-custom-key-store --key-store-password $P; done",
    ]),
    way(&["read -s P", "hunter2hunter2"]),
    way(&["read -p Password: P", "hunter2hunter2"]),
    way(&["read -s P <<< hunter2hunter2"]),
    way(&["echo hunter2hunter2 | read -s P"]),
    way(&["aws kms create-custom-key-store --key-store-password $(echo hunter2hunter2)"]),
    way(&["aws kms create-custom-key-store --key-store-password $(echo hunter2hunter2"]),
    way(&["aws kms create-custom-key-store --key-store-password ${P:-hunter2hunter2}"]),
    way(&["true && aws kms create-custom-key-store --key-store-password hunter2hunter2 || false"]),
    way(&["if true; then aws kms create-custom-key-store --key-store-password hunter2hunter2; fi"]),
    way(&[
        "while true; do aws kms create-custom-key-store --key-store-password hunter2hunter2; break; done",
    ]),
    way(&["{ aws kms create-custom-key-store --key-store-password hunter2hunter2; } 2> /dev/null"]),
    // Texts that are written and read.
    into_file(&["echo hunter2hunter2 > pw"]),
    into_file(&["printf hunter2hunter2 > pw"]),
    into_file(&["cat > pw <<END", "hunter2hunter2", "END"]),
    into_file(&[
        "cat > request.json <<'END'",
        "{\"KeyStorePassword\": \"hunter2hunter2\"}",
        "END",
    ]),
    into_file(&[
        "cat > openssl.cnf <<END",
        "[req]",
        "output_password = hunter2hunter2",
        "END",
    ]),
    into_file(&[
        "cat > road.sh <<END",
        "aws kms create-custom-key-store --key-store-password hunter2hunter2",
        "END",
    ]),
    into_file(&["echo hunter2hunter2 | tee pw > /dev/null"]),
    way(&["aws kms encrypt --key-id k --plaintext fileb:///dev/stdin <<< hunter2hunter2"]),
    // Pass phrases of openssl.
    way(&["openssl genrsa -aes256 -passout pass:hunter2hunter2 1024"]),
    way(&["openssl genrsa -aes256 -passout=pass:hunter2hunter2 1024"]),
    way(&["openssl genrsa -aes256 -passout \"pass:hunter2hunter2\" 1024"]),
    way(&["openssl genrsa -aes256 -passout hunter2hunter2 1024"]),
    way(&["openssl genrsa -aes256 -passout word:hunter2hunter2 1024"]),
    way(&["openssl genrsa -aes256 -passou pass:hunter2hunter2 1024"]),
    way(&["openssl genrsa -aes256 hunter2hunter2"]),
    way(&["openssl rsa -in a.key -passin pass:hunter2hunter2"]),
    way(&["openssl rsa -in a.key --passin pass:hunter2hunter2"]),
    way(&["openssl pkcs8 -in a.key -passin pass:hunter2hunter2"]),
    way(&["openssl passwd hunter2hunter2"]),
    way(&["openssl enc -aes-256-cbc -k hunter2hunter2"]),
    way(&["opensl rsa -in a.key -passin pass:hunter2hunter2"]),
    way(&["echo hunter2hunter2 | openssl rsa -in a.key -passin stdin"]),
    way(&[
        "echo hunter2hunter2 \\",
        "| openssl rsa -in a.key -passin stdin",
    ]),
    way(&["openssl rsa -in a.key -passin stdin <<< hunter2hunter2"]),
    way(&[
        "openssl rsa -in a.key -passin stdin <<END",
        "hunter2hunter2",
        "END",
    ]),
    way(&[
        "openssl genrsa -aes256 1024",
        "hunter2hunter2",
        "hunter2hunter3",
    ]),
    // The tool for the HSMs, at its own prompt and where the shell waits.
    way(&[TOOL, "loginHSM CO admin hunter2hunter2"]),
    way(&[TOOL, "login CO admin hunter2hunter2"]),
    way(&[TOOL, "LOGINHSM CO admin hunter2hunter2"]),
    way(&[TOOL, "logniHSM CO admin hunter2hunter2"]),
    way(&[TOOL, "loginHSM CO hunter2hunter2"]),
    way(&[TOOL, "loginHSM hunter2hunter2"]),
    way(&[TOOL, "loginHSM CO admin x hunter2hunter2"]),
    way(&[TOOL, "loginHSM -u CO -s admin -p hunter2hunter2"]),
    way(&[TOOL, "loginHSM CO admin -hpswd", "hunter2hunter2"]),
    way(&[TOOL, "hunter2hunter2"]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "createUser hunter2hunter2 CU u9",
        "y",
        "A",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "createUser kmsuser hunter2hunter2 CU",
        "y",
        "A",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "createUser CU u9 hunter2hunter2",
        "y",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "createUs CU u9 hunter2hunter2",
        "n",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "changePswd CO admin x hunter2hunter2",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "changePswd CO admin hunter2hunter2",
        "hunter2hunter2",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "deleteUser hunter2hunter2 u9",
        "B",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "deleteUser CU u9 hunter2hunter2",
    ]),
    way(&[
        TOOL,
        "loginHSM CO admin adminPswd",
        "listUsers hunter2hunter2",
    ]),
    way(&["loginHSM CO admin hunter2hunter2"]),
    way(&["createUser CU kmsuser hunter2hunter2 2FA"]),
    way(&[
        "cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg <<END",
        "loginHSM CO admin hunter2hunter2",
        "quit",
        "END",
    ]),
    way(&[
        "echo loginHSM CO admin hunter2hunter2 | cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
    ]),
    way(&[
        "printf 'loginHSM CO admin hunter2hunter2\\nquit\\n' | cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
    ]),
    way(&["cloudhsm_mgmt_util singlecmd loginHSM -u CO -s admin -p hunter2hunter2"]),
    way(&["key_mgmt_util singlecmd loginHSM -u CU -s kmsuser -p hunter2hunter2"]),
    way(&["cloudhsm-cli login --username admin --role admin --password hunter2hunter2"]),
    way(&["configure -a hunter2hunter2"]),
    way(&["mysql -phunter2hunter2"]),
    way(&["[ \"$P\" = hunter2hunter2 ]"]),
    way(&["true # the password is hunter2hunter2"]),
];

/// Lines in which nothing is a password.
pub const HARMLESS: &[&[&str]] = &[
    &["aws kms list-keys --limit 5"],
    &["aws kms create-key --description 'my first key' --tags TagKey=Project,TagValue=Alpha"],
    &[
        "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id cluster-1a23b4cdefg --key-store-password \"$KMSUSER_PASSWORD\" --trust-anchor-certificate file://customerCA.crt",
    ],
    &["aws kms encrypt --plaintext fileb://text --key-id alias/mine"],
    &["aws kms encrypt --key-id k --encryption-context Department=Treasury --plaintext fileb://x"],
    &[
        "aws ec2 describe-subnets --filters Name=vpc-id,Values=vpc-1234567890abcdef0 --query 'Subnets[].SubnetId' --output text",
    ],
    &["aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $SUBNETS"],
    &["V=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)"],
    &[
        "CLUSTER=cluster-1a23b4cdefg; aws cloudhsmv2 describe-clusters --filters clusterIds=$CLUSTER",
    ],
    &["for i in 1 2 3; do echo round $i; done"],
    &["echo  two  blanks"],
    &[
        "openssl req -new -x509 -days 3652 -key customerCA.key -out customerCA.crt -subj '/C=DE/O=Example Corp/CN=Root'",
    ],
    &["openssl genrsa -aes256 -passout env:P -out customerCA.key 2048"],
    &["openssl x509 -in customerCA.crt -noout -text"],
    &["openssl verify -CAfile customerCA.crt leaf.crt"],
    &["lab scenario ready-cluster", "lab advance 20m", "lab why"],
    &["lab request kms ListKeys '{\"Limit\": 5}'"],
    &["cat customerCA.crt | grep -c BEGIN"],
    &[
        "cat > policy.json <<'END'",
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"kms:*\"}]}",
        "END",
    ],
    &["changePswd CU kmsuser -hpswd"],
    &["createUser CU kmsuser \"$KMSUSER_PASSWORD\""],
    &["terraform -help"],
    &[""],
];
