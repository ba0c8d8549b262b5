//! What each service and each operation does, in a sentence of our own, for the help of the command line.

/// A service, by its word; empty for an unknown one.
#[must_use]
pub fn service(word: &str) -> &'static str {
    match word {
        "kms" => "keys, aliases, custom key stores, encryption",
        "cloudhsmv2" => "clusters, HSMs, backups",
        "ec2" => "the network: VPCs, subnets, security groups, interfaces",
        "iam" => "the roles under which AWS CloudHSM and AWS KMS act",
        "sts" => "who is calling",
        "cloudtrail" => "the account's calls",
        _ => "",
    }
}

/// An operation, by its key such as `kms:CreateKey`; a test finds those that lack a sentence.
#[must_use]
pub fn summary(key: &str) -> &'static str {
    SUMMARIES
        .iter()
        .find(|(of, _)| *of == key)
        .map_or("", |(_, summary)| summary)
}

const SUMMARIES: &[(&str, &str)] = &[
    (
        "kms:CancelKeyDeletion",
        "Takes back the deletion of a key; the key is disabled then.",
    ),
    (
        "kms:ConnectCustomKeyStore",
        "Connects a key store to its cluster: the answer comes at once, the connection minutes later.",
    ),
    ("kms:CreateAlias", "Gives a key an alias."),
    (
        "kms:CreateCustomKeyStore",
        "Makes a key store of an active CloudHSM cluster. Connect it before you use it.",
    ),
    (
        "kms:CreateGrant",
        "Grants a principal the use of a key; not simulated here.",
    ),
    (
        "kms:CreateKey",
        "Makes a key, in a key store with --origin AWS_CLOUDHSM and --custom-key-store-id.",
    ),
    (
        "kms:Decapsulate",
        "Takes a shared secret out with a key for key encapsulation; no key here is one.",
    ),
    ("kms:Decrypt", "Turns a ciphertext back into its plaintext."),
    ("kms:DeleteAlias", "Deletes an alias; the key stays."),
    (
        "kms:DeleteCustomKeyStore",
        "Deletes a disconnected key store that holds no keys; the cluster stays.",
    ),
    (
        "kms:DeleteImportedKeyMaterial",
        "Deletes imported key material; no key here has any.",
    ),
    (
        "kms:DeriveSharedSecret",
        "Derives a shared secret with a key for key agreement; no key here is one.",
    ),
    (
        "kms:DescribeCustomKeyStores",
        "Shows key stores with their connection state and, where a connection failed, why.",
    ),
    (
        "kms:DescribeKey",
        "Shows a key: its state, its origin, its key store.",
    ),
    (
        "kms:DisableKey",
        "Disables a key: it can be managed but not used.",
    ),
    (
        "kms:DisableKeyRotation",
        "Ends the automatic rotation of a key; keys in key stores have none.",
    ),
    (
        "kms:DisconnectCustomKeyStore",
        "Disconnects a key store from its cluster; its keys cannot be used meanwhile.",
    ),
    ("kms:EnableKey", "Enables a disabled key."),
    (
        "kms:EnableKeyRotation",
        "Begins the automatic rotation of a key; not simulated here, and never possible in a key store.",
    ),
    (
        "kms:Encapsulate",
        "Makes a shared secret with a key for key encapsulation; no key here is one.",
    ),
    ("kms:Encrypt", "Encrypts up to 4,096 bytes under a key."),
    (
        "kms:GenerateDataKey",
        "Makes a data key, in clear and encrypted under a key.",
    ),
    (
        "kms:GenerateDataKeyPair",
        "Makes a pair of data keys; not simulated here, and never possible with a key of a key store.",
    ),
    (
        "kms:GenerateDataKeyPairWithoutPlaintext",
        "Makes a pair of data keys, the private one encrypted only; not simulated here.",
    ),
    (
        "kms:GenerateDataKeyWithoutPlaintext",
        "Makes a data key, encrypted under a key only.",
    ),
    (
        "kms:GenerateMac",
        "Makes an authentication code with an HMAC key; no key here is one.",
    ),
    (
        "kms:GenerateRandom",
        "Draws random bytes, with --custom-key-store-id in the HSMs of a key store.",
    ),
    (
        "kms:GetKeyLastUsage",
        "Says when a key was used last; not simulated here.",
    ),
    ("kms:GetKeyPolicy", "Shows the policy of a key."),
    (
        "kms:GetKeyRotationStatus",
        "Says whether a key is rotated automatically.",
    ),
    (
        "kms:GetParametersForImport",
        "Prepares the import of key material; no key here takes any.",
    ),
    (
        "kms:GetPublicKey",
        "Shows the public key of an asymmetric key; no key here is one.",
    ),
    (
        "kms:ImportKeyMaterial",
        "Imports key material; no key here takes any.",
    ),
    (
        "kms:ListAliases",
        "Lists the aliases, all of them or those of a key.",
    ),
    (
        "kms:ListGrants",
        "Lists the grants of a key; grants are not simulated here.",
    ),
    (
        "kms:ListKeyPolicies",
        "Lists the names of a key's policies: there is one, `default`.",
    ),
    (
        "kms:ListKeyRotations",
        "Lists when a key was rotated; no key here was.",
    ),
    (
        "kms:ListKeys",
        "Lists the keys of the Region, whatever their key store.",
    ),
    ("kms:ListResourceTags", "Lists the tags of a key."),
    (
        "kms:ListRetirableGrants",
        "Lists the grants that a principal may retire; grants are not simulated here.",
    ),
    ("kms:PutKeyPolicy", "Replaces the policy of a key."),
    (
        "kms:ReEncrypt",
        "Decrypts a ciphertext and encrypts it under another key; the plaintext does not leave the service.",
    ),
    (
        "kms:ReplicateKey",
        "Copies a multi-Region key into another Region; no key here is one.",
    ),
    (
        "kms:RetireGrant",
        "Gives a grant back; grants are not simulated here.",
    ),
    (
        "kms:RevokeGrant",
        "Takes a grant away; grants are not simulated here.",
    ),
    (
        "kms:RotateKeyOnDemand",
        "Rotates a key at once; not simulated here, and never possible in a key store.",
    ),
    (
        "kms:ScheduleKeyDeletion",
        "Deletes a key after a waiting period of 7 to 30 days.",
    ),
    (
        "kms:Sign",
        "Signs with an asymmetric key; no key here is one.",
    ),
    (
        "kms:TagResource",
        "Gives a key tags, or other values to those that it has.",
    ),
    ("kms:UntagResource", "Takes tags of a key away."),
    ("kms:UpdateAlias", "Lets an alias stand for another key."),
    (
        "kms:UpdateCustomKeyStore",
        "Changes a key store: its name, its cluster, or the password of kmsuser that KMS knows.",
    ),
    (
        "kms:UpdateKeyDescription",
        "Changes the description of a key.",
    ),
    (
        "kms:UpdatePrimaryRegion",
        "Changes the primary Region of a multi-Region key; no key here is one.",
    ),
    (
        "kms:Verify",
        "Verifies a signature with an asymmetric key; no key here is one.",
    ),
    (
        "kms:VerifyMac",
        "Verifies an authentication code with an HMAC key; no key here is one.",
    ),
    (
        "cloudhsmv2:CopyBackupToRegion",
        "Copies a backup into another Region.",
    ),
    (
        "cloudhsmv2:CreateCluster",
        "Makes a cluster in subnets of a VPC, new or from a backup; it has no HSM yet.",
    ),
    (
        "cloudhsmv2:CreateHsm",
        "Adds an HSM to a cluster; it takes minutes to become active.",
    ),
    (
        "cloudhsmv2:DeleteBackup",
        "Deletes a backup; for 7 days it can be restored.",
    ),
    (
        "cloudhsmv2:DeleteCluster",
        "Deletes a cluster that has no HSM; its backups stay.",
    ),
    (
        "cloudhsmv2:DeleteHsm",
        "Deletes an HSM, named by its id, its interface or its address.",
    ),
    (
        "cloudhsmv2:DeleteResourcePolicy",
        "Deletes the policy that shares a backup.",
    ),
    ("cloudhsmv2:DescribeBackups", "Shows backups."),
    (
        "cloudhsmv2:DescribeClusters",
        "Shows clusters with their HSMs and certificates.",
    ),
    (
        "cloudhsmv2:GetResourcePolicy",
        "Shows the policy that shares a backup.",
    ),
    (
        "cloudhsmv2:InitializeCluster",
        "Hands a cluster its signed certificate and the certificate of the CA that signed it.",
    ),
    (
        "cloudhsmv2:ListTags",
        "Lists the tags of a cluster or a backup.",
    ),
    (
        "cloudhsmv2:ModifyBackupAttributes",
        "Says whether a backup is kept for ever.",
    ),
    (
        "cloudhsmv2:ModifyCluster",
        "Changes how long a cluster's backups are kept, or its type of HSM.",
    ),
    (
        "cloudhsmv2:PutResourcePolicy",
        "Shares a backup by a policy.",
    ),
    (
        "cloudhsmv2:RestoreBackup",
        "Takes back the deletion of a backup.",
    ),
    (
        "cloudhsmv2:TagResource",
        "Gives a cluster or a backup tags, or other values to those that it has.",
    ),
    (
        "cloudhsmv2:UntagResource",
        "Takes tags of a cluster or a backup away.",
    ),
    (
        "ec2:AssociateRouteTable",
        "Lets a subnet use a route table.",
    ),
    (
        "ec2:AttachInternetGateway",
        "Attaches an internet gateway to a VPC.",
    ),
    (
        "ec2:AuthorizeSecurityGroupEgress",
        "Adds outbound rules to a security group.",
    ),
    (
        "ec2:AuthorizeSecurityGroupIngress",
        "Adds inbound rules to a security group.",
    ),
    (
        "ec2:CreateInternetGateway",
        "Makes an internet gateway; it is attached to no VPC yet.",
    ),
    (
        "ec2:CreateNetworkAcl",
        "Creates a network ACL in a VPC, which lets nothing through until it has entries.",
    ),
    (
        "ec2:CreateNetworkAclEntry",
        "Adds a numbered entry to a network ACL.",
    ),
    (
        "ec2:CreateNetworkInterface",
        "Makes a network interface in a subnet, which takes an address of it.",
    ),
    ("ec2:CreateRoute", "Adds a route to a route table."),
    ("ec2:CreateRouteTable", "Makes a route table in a VPC."),
    (
        "ec2:CreateSecurityGroup",
        "Makes a security group in a VPC.",
    ),
    (
        "ec2:CreateSubnet",
        "Makes a subnet in a VPC and an Availability Zone.",
    ),
    (
        "ec2:CreateTags",
        "Gives resources tags, or other values to those that they have.",
    ),
    ("ec2:CreateVpc", "Makes a VPC with a range of addresses."),
    (
        "ec2:DeleteInternetGateway",
        "Deletes an internet gateway that is attached to no VPC.",
    ),
    (
        "ec2:DeleteNetworkAcl",
        "Deletes a network ACL that guards no subnet.",
    ),
    (
        "ec2:DeleteNetworkAclEntry",
        "Deletes a numbered entry of a network ACL.",
    ),
    (
        "ec2:DeleteNetworkInterface",
        "Deletes a network interface that nothing uses.",
    ),
    ("ec2:DeleteRoute", "Deletes a route of a route table."),
    (
        "ec2:DeleteRouteTable",
        "Deletes a route table that no subnet uses.",
    ),
    (
        "ec2:DeleteSecurityGroup",
        "Deletes a security group that nothing uses or names.",
    ),
    ("ec2:DeleteSubnet", "Deletes a subnet without interfaces."),
    ("ec2:DeleteTags", "Takes tags of resources away."),
    (
        "ec2:DeleteVpc",
        "Deletes a VPC that holds nothing any more.",
    ),
    (
        "ec2:DescribeAvailabilityZones",
        "Lists the Availability Zones of the Region.",
    ),
    (
        "ec2:DescribeInstances",
        "Shows instances: here there is one, the client host.",
    ),
    (
        "ec2:DescribeInternetGateways",
        "Shows internet gateways and what they are attached to.",
    ),
    (
        "ec2:DescribeNetworkAcls",
        "Shows network ACLs with their entries and subnets.",
    ),
    (
        "ec2:DescribeNetworkInterfaces",
        "Shows network interfaces, those of HSMs and of KMS among them.",
    ),
    (
        "ec2:DescribeRouteTables",
        "Shows route tables with their routes and subnets.",
    ),
    (
        "ec2:DescribeSecurityGroupRules",
        "Shows the rules of security groups one by one.",
    ),
    (
        "ec2:DescribeSecurityGroups",
        "Shows security groups with their rules.",
    ),
    (
        "ec2:DescribeSubnets",
        "Shows subnets with their zone and their free addresses.",
    ),
    ("ec2:DescribeVpcs", "Shows VPCs."),
    (
        "ec2:DetachInternetGateway",
        "Detaches an internet gateway from its VPC.",
    ),
    (
        "ec2:DisassociateRouteTable",
        "Lets a subnet use the main route table of its VPC again.",
    ),
    (
        "ec2:ModifyInstanceAttribute",
        "Changes the security groups of an instance.",
    ),
    (
        "ec2:ReplaceNetworkAclAssociation",
        "Gives a subnet to another network ACL of its VPC.",
    ),
    (
        "ec2:ReplaceNetworkAclEntry",
        "Replaces a numbered entry of a network ACL.",
    ),
    (
        "ec2:RevokeSecurityGroupEgress",
        "Removes outbound rules of a security group.",
    ),
    (
        "ec2:RevokeSecurityGroupIngress",
        "Removes inbound rules of a security group.",
    ),
    (
        "iam:CreateServiceLinkedRole",
        "Makes the role of a service; the first cluster or key store makes it otherwise.",
    ),
    ("iam:GetRole", "Shows a role."),
    (
        "sts:GetCallerIdentity",
        "Says who is calling: user and account. Nobody can be kept from it.",
    ),
    (
        "cloudtrail:LookupEvents",
        "Shows the calls that changed something, the newest first.",
    ),
];

#[cfg(test)]
mod tests {
    use super::SUMMARIES;
    use crate::api;

    #[test]
    fn every_operation_has_one_sentence() {
        let keys: Vec<String> = api::operations().map(api::Operation::key).collect();
        for key in &keys {
            let own = SUMMARIES.iter().filter(|(of, _)| of == key);
            assert_eq!(own.count(), 1, "{key}");
        }
        assert_eq!(SUMMARIES.len(), keys.len(), "a sentence of no operation");
        for (key, summary) in SUMMARIES {
            let last = summary.find(". ").map_or(summary.len() - 1, |at| at);
            assert!(summary.ends_with('.') && last > 0, "{key}: {summary}");
        }
    }
}
