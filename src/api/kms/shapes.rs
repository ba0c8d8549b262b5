//! Shapes that several operations share.

use crate::api::operation::Pages;
use crate::api::shape::{
    BLOB, BOOLEAN, INTEGER, Member, STRING, Shape, TIMESTAMP, member, required,
};

pub(super) const STORE_ID: Shape = STRING.within(1, 64);
pub(super) const STORE_NAME: Shape = STRING.within(1, 256);
pub(super) const CLUSTER_ID: Shape = STRING.within(19, 24).matching("cluster-[2-7a-zA-Z]{11,16}");
pub(super) const PASSWORD: Shape = STRING.within(7, 32).secret();
pub(super) const ANCHOR: Shape = STRING.within(1, 5_000).pem();
pub(super) const STORE_TYPE: Shape = Shape::words(&["AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]);

pub(super) const STORE: &[Member] = &[
    member("CustomKeyStoreId", STRING),
    member("CustomKeyStoreName", STRING),
    member("CloudHsmClusterId", STRING),
    member("TrustAnchorCertificate", STRING),
    member("ConnectionState", STRING),
    member("ConnectionErrorCode", STRING),
    member("CreationDate", TIMESTAMP),
    member("CustomKeyStoreType", STRING),
];

// Members of external key stores.
pub(super) const XKS_ENDPOINT: Member = member(
    "XksProxyUriEndpoint",
    STRING.within(10, 128).matching("^https://[a-zA-Z0-9.-]+$"),
);
pub(super) const XKS_PATH: Member = member(
    "XksProxyUriPath",
    STRING
        .within(10, 128)
        .matching(r"^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$"),
);
pub(super) const XKS_SERVICE: Member = member(
    "XksProxyVpcEndpointServiceName",
    STRING
        .within(20, 64)
        .matching(r"^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$"),
);
pub(super) const XKS_OWNER: Member = member(
    "XksProxyVpcEndpointServiceOwner",
    STRING.within(12, 12).matching("[0-9]{12}"),
);
pub(super) const XKS_CREDENTIAL: Member = member(
    "XksProxyAuthenticationCredential",
    Shape::structure(&[
        required(
            "AccessKeyId",
            STRING.within(20, 30).matching("^[A-Z2-7]+$").secret(),
        ),
        required(
            "RawSecretAccessKey",
            STRING
                .within(43, 64)
                .matching(r"^[a-zA-Z0-9\/+=]+$")
                .secret(),
        ),
    ])
    .secret(),
);
pub(super) const XKS_CONNECTIVITY: Member = member(
    "XksProxyConnectivity",
    Shape::words(&["PUBLIC_ENDPOINT", "VPC_ENDPOINT_SERVICE"]),
);

pub(super) const KEY_ID: Shape = STRING.within(1, 2_048);
/// The key of most operations.
pub(super) const KEY: Member = required("KeyId", KEY_ID);
pub(super) const CONTEXT: Shape = Shape::map(&STRING);
pub(super) const GRANT_TOKENS: Member = member(
    "GrantTokens",
    Shape::list(&STRING.within(1, 8_192)).within(0, 10),
);
pub(super) const DRY_RUN: Member = member("DryRun", BOOLEAN);
pub(super) const DRY_RUN_MODIFIERS: Member = member(
    "DryRunModifiers",
    Shape::list(&Shape::words(&["IGNORE_CIPHERTEXT"])),
);
/// Who is to read the answer inside a Nitro enclave.
pub(super) const RECIPIENT: Member = member(
    "Recipient",
    Shape::structure(&[
        member(
            "KeyEncryptionAlgorithm",
            Shape::words(&["RSAES_OAEP_SHA_256"]),
        ),
        member("AttestationDocument", BLOB.within(1, 262_144)),
    ]),
);
pub(super) const CIPHERTEXT: Shape = BLOB.within(1, 6_144);
pub(super) const PLAINTEXT: Shape = BLOB.within(1, 4_096).secret();
pub(super) const MATERIAL_ID: Shape = STRING.within(64, 64).matching("^[a-f0-9]+$");

pub(super) const DESCRIPTION: Shape = STRING.within(0, 8_192);
pub(super) const POLICY: Shape = STRING
    .within(1, 131_072)
    .matching(r"[\u0009\u000A\u000D\u0020-\u00FF]+");
pub(super) const BYPASS: Member = member("BypassPolicyLockoutSafetyCheck", BOOLEAN);
pub(super) const TAG_KEY: Shape = STRING.within(1, 128);
pub(super) const TAGS: Shape = Shape::list(&Shape::structure(&[
    required("TagKey", TAG_KEY),
    required("TagValue", STRING.within(0, 256)),
]));

/// How many items a page may have, and where to go on.
pub(super) const LIMIT: Member = member("Limit", INTEGER.within(1, 1_000));
pub(super) const MARKER: Member = member(
    "Marker",
    STRING.within(1, 1_024).matching(r"[\u0020-\u00FF]*"),
);

/// The output of a list.
pub(super) const fn listed(items: &'static str, item: &'static Shape) -> [Member; 3] {
    [
        member(items, Shape::list(item)),
        member("NextMarker", STRING),
        member("Truncated", BOOLEAN),
    ]
}

/// How the operations of the service page.
pub(super) const fn pages(items: &'static str, default: usize) -> Pages {
    Pages {
        items,
        limit: "Limit",
        token_in: "Marker",
        token_out: "NextMarker",
        more: Some("Truncated"),
        default,
    }
}
