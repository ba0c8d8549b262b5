//! The operations that no key of this account can be used for: those of other kinds of keys, which the service refuses, and what is not
//! simulated. They are here so that every operation of the service is known, and their requests are checked like any other; which rule
//! refuses which of them is said by the rules.

use super::shapes::{
    BYPASS, CIPHERTEXT, CONTEXT, DESCRIPTION, DRY_RUN, GRANT_TOKENS, KEY, KEY_ID, LIMIT, MARKER,
    MATERIAL_ID, PLAINTEXT, POLICY, RECIPIENT, TAGS, pages,
};
use crate::api::operation::Pages;
use crate::api::shape::{BLOB, Member, STRING, Shape, TIMESTAMP, member, required};
use crate::api::{Action, Bug, Operation, Service};

/// An operation whose calls would be on the log.
pub(super) const fn write(name: &'static str, input: &'static [Member]) -> Operation {
    refused(
        name,
        input,
        None,
        Action::Write(|_| Err(Bug("nothing refused the call".into()))),
    )
}

/// An operation that would only look.
const fn read(name: &'static str, input: &'static [Member], pages: Option<Pages>) -> Operation {
    refused(
        name,
        input,
        pages,
        Action::Read(|_| Err(Bug("nothing refused the call".into()))),
    )
}

const fn refused(
    name: &'static str,
    input: &'static [Member],
    pages: Option<Pages>,
    action: Action,
) -> Operation {
    Operation {
        service: Service::Kms,
        name,
        input,
        output: &[],
        pages,
        action,
    }
}

const PUBLIC_KEY: Shape = BLOB.within(1, 8_192);
const REGION: Shape = STRING.within(1, 32).matching(r"^([a-z]+-){2,3}\d+$");

// Import of key material.
const WRAPPING: &[Member] = &[
    KEY,
    required(
        "WrappingAlgorithm",
        Shape::words(&[
            "RSAES_PKCS1_V1_5",
            "RSAES_OAEP_SHA_1",
            "RSAES_OAEP_SHA_256",
            "RSA_AES_KEY_WRAP_SHA_1",
            "RSA_AES_KEY_WRAP_SHA_256",
            "SM2PKE",
        ]),
    ),
    required(
        "WrappingKeySpec",
        Shape::words(&["RSA_2048", "RSA_3072", "RSA_4096", "SM2"]),
    ),
];
const MATERIAL: Member = member("KeyMaterialId", MATERIAL_ID);
const IMPORT: &[Member] = &[
    KEY,
    required("ImportToken", CIPHERTEXT),
    required("EncryptedKeyMaterial", CIPHERTEXT),
    member("ValidTo", TIMESTAMP),
    member(
        "ExpirationModel",
        Shape::words(&["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"]),
    ),
    member(
        "ImportType",
        Shape::words(&["NEW_KEY_MATERIAL", "EXISTING_KEY_MATERIAL"]),
    ),
    member(
        "KeyMaterialDescription",
        STRING.within(0, 256).matching(r"^[a-zA-Z0-9:/_\s.-]+$"),
    ),
    MATERIAL,
];

// Asymmetric and HMAC keys.
const PAIR_SPEC: Member = required(
    "KeyPairSpec",
    Shape::words(&[
        "RSA_2048",
        "RSA_3072",
        "RSA_4096",
        "ECC_NIST_P256",
        "ECC_NIST_P384",
        "ECC_NIST_P521",
        "ECC_SECG_P256K1",
        "SM2",
        "ECC_NIST_EDWARDS25519",
        "ML_KEM_512",
        "ML_KEM_768",
        "ML_KEM_1024",
    ]),
);
const PAIR_CONTEXT: Member = member("EncryptionContext", CONTEXT);
const PAIR: &[Member] = &[
    PAIR_CONTEXT,
    KEY,
    PAIR_SPEC,
    GRANT_TOKENS,
    RECIPIENT,
    DRY_RUN,
];
const SEALED_PAIR: &[Member] = &[PAIR_CONTEXT, KEY, PAIR_SPEC, GRANT_TOKENS, DRY_RUN];
const MESSAGE: Member = required("Message", PLAINTEXT);
const MESSAGE_TYPE: Member = member(
    "MessageType",
    Shape::words(&["RAW", "DIGEST", "EXTERNAL_MU"]),
);
const SIGNING: Member = required(
    "SigningAlgorithm",
    Shape::words(&[
        "RSASSA_PSS_SHA_256",
        "RSASSA_PSS_SHA_384",
        "RSASSA_PSS_SHA_512",
        "RSASSA_PKCS1_V1_5_SHA_256",
        "RSASSA_PKCS1_V1_5_SHA_384",
        "RSASSA_PKCS1_V1_5_SHA_512",
        "ECDSA_SHA_256",
        "ECDSA_SHA_384",
        "ECDSA_SHA_512",
        "SM2DSA",
        "ML_DSA_SHAKE_256",
        "ED25519_SHA_512",
        "ED25519_PH_SHA_512",
    ]),
);
const SIGN: &[Member] = &[KEY, MESSAGE, MESSAGE_TYPE, GRANT_TOKENS, SIGNING, DRY_RUN];
const VERIFY: &[Member] = &[
    KEY,
    MESSAGE,
    MESSAGE_TYPE,
    required("Signature", CIPHERTEXT),
    SIGNING,
    GRANT_TOKENS,
    DRY_RUN,
];
const MAC: Member = required(
    "MacAlgorithm",
    Shape::words(&[
        "HMAC_SHA_224",
        "HMAC_SHA_256",
        "HMAC_SHA_384",
        "HMAC_SHA_512",
    ]),
);
const GENERATE_MAC: &[Member] = &[MESSAGE, KEY, MAC, GRANT_TOKENS, DRY_RUN];
const VERIFY_MAC: &[Member] = &[
    MESSAGE,
    KEY,
    MAC,
    required("Mac", CIPHERTEXT),
    GRANT_TOKENS,
    DRY_RUN,
];
const DERIVE: &[Member] = &[
    KEY,
    required("KeyAgreementAlgorithm", Shape::words(&["ECDH"])),
    required("PublicKey", PUBLIC_KEY),
    GRANT_TOKENS,
    DRY_RUN,
    RECIPIENT,
];
const KEM: Member = required("EncapsulationAlgorithm", Shape::words(&["ML_KEM"]));
const DECAPSULATE: &[Member] = &[
    KEY,
    required("SharedSecretCiphertextBlob", CIPHERTEXT),
    KEM,
    GRANT_TOKENS,
    DRY_RUN,
];

// Multi-Region keys.
const REPLICATE: &[Member] = &[
    KEY,
    required("ReplicaRegion", REGION),
    member("Policy", POLICY),
    BYPASS,
    member("Description", DESCRIPTION),
    member("Tags", TAGS),
];

// Grants.
const PRINCIPAL: Shape = STRING.within(1, 256).matching(r"^[\w+=,.@:/-]+$");
const SERVICE: Shape = STRING
    .within(1, 128)
    .matching(r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$");
const GRANT_ID: Shape = STRING.within(1, 128);
const GRANTEE: Member = member("GranteePrincipal", PRINCIPAL);
const GRANTEE_SERVICE: Member = member("GranteeServicePrincipal", SERVICE);
const RETIRING: Member = member("RetiringPrincipal", PRINCIPAL);
const RETIRING_SERVICE: Member = member("RetiringServicePrincipal", SERVICE);
const CREATE_GRANT: &[Member] = &[
    KEY,
    GRANTEE,
    RETIRING,
    required(
        "Operations",
        Shape::list(&Shape::words(&[
            "Decrypt",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "ReEncryptFrom",
            "ReEncryptTo",
            "Sign",
            "Verify",
            "GetPublicKey",
            "CreateGrant",
            "RetireGrant",
            "DescribeKey",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "GenerateMac",
            "VerifyMac",
            "DeriveSharedSecret",
            "Encapsulate",
            "Decapsulate",
        ])),
    ),
    member(
        "Constraints",
        Shape::structure(&[
            member("EncryptionContextSubset", CONTEXT),
            member("EncryptionContextEquals", CONTEXT),
            member(
                "SourceArn",
                STRING
                    .within(20, 512)
                    .matching(r"^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$"),
            ),
        ]),
    ),
    GRANT_TOKENS,
    member("Name", STRING.within(1, 256).matching("^[a-zA-Z0-9:/_-]+$")),
    DRY_RUN,
    GRANTEE_SERVICE,
    RETIRING_SERVICE,
];
const LIST_GRANTS: &[Member] = &[
    LIMIT,
    MARKER,
    KEY,
    member("GrantId", GRANT_ID),
    GRANTEE,
    GRANTEE_SERVICE,
];
const RETIRE: &[Member] = &[
    member("GrantToken", STRING.within(1, 8_192)),
    member("KeyId", KEY_ID),
    member("GrantId", GRANT_ID),
    DRY_RUN,
];

/// The operations.
pub const OPERATIONS: &[&Operation] = &[
    &write("CreateGrant", CREATE_GRANT),
    &write("Decapsulate", DECAPSULATE),
    &write("DeleteImportedKeyMaterial", &[KEY, MATERIAL]),
    &write("DeriveSharedSecret", DERIVE),
    &write("Encapsulate", &[KEY, KEM, GRANT_TOKENS, DRY_RUN]),
    &write("GenerateDataKeyPair", PAIR),
    &write("GenerateDataKeyPairWithoutPlaintext", SEALED_PAIR),
    &write("GenerateMac", GENERATE_MAC),
    &read("GetKeyLastUsage", &[KEY], None),
    &read("GetParametersForImport", WRAPPING, None),
    &read("GetPublicKey", &[KEY, GRANT_TOKENS], None),
    &write("ImportKeyMaterial", IMPORT),
    &read("ListGrants", LIST_GRANTS, Some(pages("Grants", 50))),
    &read(
        "ListRetirableGrants",
        &[LIMIT, MARKER, RETIRING, RETIRING_SERVICE],
        Some(pages("Grants", 50)),
    ),
    &write("ReplicateKey", REPLICATE),
    &write("RetireGrant", RETIRE),
    &write(
        "RevokeGrant",
        &[KEY, required("GrantId", GRANT_ID), DRY_RUN],
    ),
    &write("Sign", SIGN),
    &write(
        "UpdatePrimaryRegion",
        &[KEY, required("PrimaryRegion", REGION)],
    ),
    &write("Verify", VERIFY),
    &write("VerifyMac", VERIFY_MAC),
];
