//! What each service and each operation does, in a sentence of our own, for the help of the command line.

/// A service, by its word; empty for an unknown one.
#[must_use]
pub fn service(word: &str) -> &'static str {
    match word {
        "kms" => "keys, aliases, custom key stores, encryption",
        "cloudhsmv2" => "clusters, HSMs, backups",
        "ec2" => "the network: VPCs, subnets, security groups, interfaces",
        "iam" => "the service-linked roles of AWS CloudHSM and AWS KMS",
        "sts" => "who you are",
        "cloudtrail" => "the event history of the account",
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
        "Cancels the deletion of a key; afterwards the key is disabled.",
    ),
    (
        "kms:ConnectCustomKeyStore",
        "Starts connecting a key store to its cluster; this takes minutes.",
    ),
    ("kms:CreateAlias", "Creates an alias for a key."),
    (
        "kms:CreateCustomKeyStore",
        "Creates a key store in an active CloudHSM cluster. Connect it before you use it.",
    ),
    (
        "kms:CreateGrant",
        "Allows a principal to use a key; not simulated here.",
    ),
    (
        "kms:CreateKey",
        "Creates a key; for one in a key store, add --origin AWS_CLOUDHSM and --custom-key-store-id.",
    ),
    (
        "kms:Decapsulate",
        "Decapsulates a shared secret with a key for key encapsulation; no key here is such a key.",
    ),
    ("kms:Decrypt", "Decrypts a ciphertext."),
    ("kms:DeleteAlias", "Deletes an alias; the key stays."),
    (
        "kms:DeleteCustomKeyStore",
        "Deletes a disconnected key store without keys; the cluster stays.",
    ),
    (
        "kms:DeleteImportedKeyMaterial",
        "Deletes imported key material; no key here has imported key material.",
    ),
    (
        "kms:DeriveSharedSecret",
        "Derives a shared secret with a key for key agreement; no key here is such a key.",
    ),
    (
        "kms:DescribeCustomKeyStores",
        "Shows key stores, their connection state, and the code of a failed connection.",
    ),
    (
        "kms:DescribeKey",
        "Shows a key with its state, its origin, and its key store.",
    ),
    (
        "kms:DisableKey",
        "Disables a key; you can manage it but not use it.",
    ),
    (
        "kms:DisableKeyRotation",
        "Turns off the automatic rotation of a key; keys in key stores have none.",
    ),
    (
        "kms:DisconnectCustomKeyStore",
        "Disconnects a key store from its cluster; you can't use its keys until you connect it again.",
    ),
    ("kms:EnableKey", "Enables a disabled key."),
    (
        "kms:EnableKeyRotation",
        "Turns on the automatic rotation of a key; not simulated here, and not possible in a key store.",
    ),
    (
        "kms:Encapsulate",
        "Encapsulates a shared secret with a key for key encapsulation; no key here is such a key.",
    ),
    ("kms:Encrypt", "Encrypts up to 4,096 bytes under a key."),
    (
        "kms:GenerateDataKey",
        "Creates a data key and returns it in plaintext and encrypted under a key.",
    ),
    (
        "kms:GenerateDataKeyPair",
        "Creates a data key pair; not simulated here, and not possible with a key in a key store.",
    ),
    (
        "kms:GenerateDataKeyPairWithoutPlaintext",
        "Creates a data key pair and returns the private key only encrypted; not simulated here.",
    ),
    (
        "kms:GenerateDataKeyWithoutPlaintext",
        "Creates a data key and returns it only encrypted under a key.",
    ),
    (
        "kms:GenerateMac",
        "Creates a message authentication code with an HMAC key; no key here is such a key.",
    ),
    (
        "kms:GenerateRandom",
        "Creates random bytes; with --custom-key-store-id in the HSMs of a key store.",
    ),
    (
        "kms:GetKeyLastUsage",
        "Shows when a key was last used; not simulated here.",
    ),
    ("kms:GetKeyPolicy", "Shows the policy of a key."),
    (
        "kms:GetKeyRotationStatus",
        "Shows whether the automatic rotation of a key is on.",
    ),
    (
        "kms:GetParametersForImport",
        "Prepares the import of key material; no key here accepts any.",
    ),
    (
        "kms:GetPublicKey",
        "Shows the public key of an asymmetric key; no key here is such a key.",
    ),
    (
        "kms:ImportKeyMaterial",
        "Imports key material; no key here accepts any.",
    ),
    (
        "kms:ListAliases",
        "Lists all aliases, or the aliases of a key.",
    ),
    (
        "kms:ListGrants",
        "Lists the grants of a key; grants are not simulated here.",
    ),
    (
        "kms:ListKeyPolicies",
        "Lists the policy names of a key; the only one is `default`.",
    ),
    (
        "kms:ListKeyRotations",
        "Lists the rotations of a key; no key here has any.",
    ),
    (
        "kms:ListKeys",
        "Lists all keys in the Region, in key stores or not.",
    ),
    ("kms:ListResourceTags", "Lists the tags of a key."),
    (
        "kms:ListRetirableGrants",
        "Lists the grants that a principal can retire; grants are not simulated here.",
    ),
    ("kms:PutKeyPolicy", "Replaces the policy of a key."),
    (
        "kms:ReEncrypt",
        "Decrypts a ciphertext and encrypts it under another key; the plaintext never leaves AWS KMS.",
    ),
    (
        "kms:ReplicateKey",
        "Replicates a multi-Region key into another Region; no key here is such a key.",
    ),
    (
        "kms:RetireGrant",
        "Retires a grant; grants are not simulated here.",
    ),
    (
        "kms:RevokeGrant",
        "Revokes a grant; grants are not simulated here.",
    ),
    (
        "kms:RotateKeyOnDemand",
        "Rotates a key now; not simulated here, and not possible in a key store.",
    ),
    (
        "kms:ScheduleKeyDeletion",
        "Deletes a key after a waiting period of 7 to 30 days.",
    ),
    (
        "kms:Sign",
        "Signs with an asymmetric key; no key here is such a key.",
    ),
    (
        "kms:TagResource",
        "Adds tags to a key, or changes their values.",
    ),
    ("kms:UntagResource", "Removes tags from a key."),
    ("kms:UpdateAlias", "Moves an alias to another key."),
    (
        "kms:UpdateCustomKeyStore",
        "Changes the name or the cluster of a key store, or the kmsuser password that AWS KMS has.",
    ),
    (
        "kms:UpdateKeyDescription",
        "Changes the description of a key.",
    ),
    (
        "kms:UpdatePrimaryRegion",
        "Changes the primary Region of a multi-Region key; no key here is such a key.",
    ),
    (
        "kms:Verify",
        "Verifies a signature with an asymmetric key; no key here is such a key.",
    ),
    (
        "kms:VerifyMac",
        "Verifies a message authentication code with an HMAC key; no key here is such a key.",
    ),
    (
        "cloudhsmv2:CopyBackupToRegion",
        "Copies a backup into another Region.",
    ),
    (
        "cloudhsmv2:CreateCluster",
        "Creates a cluster without HSMs in subnets of a VPC, new or from a backup.",
    ),
    (
        "cloudhsmv2:CreateHsm",
        "Adds an HSM to a cluster; this takes minutes.",
    ),
    (
        "cloudhsmv2:DeleteBackup",
        "Deletes a backup; you can restore it for 7 days.",
    ),
    (
        "cloudhsmv2:DeleteCluster",
        "Deletes a cluster without HSMs; its backups stay.",
    ),
    (
        "cloudhsmv2:DeleteHsm",
        "Deletes an HSM by its ID, its network interface, or its IP address.",
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
        "Gives a cluster its signed certificate and the certificate of the CA (certificate authority) that signed it.",
    ),
    (
        "cloudhsmv2:ListTags",
        "Lists the tags of a cluster or a backup.",
    ),
    (
        "cloudhsmv2:ModifyBackupAttributes",
        "Sets whether a backup is kept forever.",
    ),
    (
        "cloudhsmv2:ModifyCluster",
        "Changes how long a cluster's backups are kept, or its HSM type.",
    ),
    (
        "cloudhsmv2:PutResourcePolicy",
        "Sets the policy that shares a backup.",
    ),
    (
        "cloudhsmv2:RestoreBackup",
        "Cancels the deletion of a backup.",
    ),
    (
        "cloudhsmv2:TagResource",
        "Adds tags to a cluster or a backup, or changes their values.",
    ),
    (
        "cloudhsmv2:UntagResource",
        "Removes tags from a cluster or a backup.",
    ),
    (
        "ec2:AssociateRouteTable",
        "Associates a subnet with a route table.",
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
        "Creates an internet gateway that is not attached to a VPC.",
    ),
    (
        "ec2:CreateNetworkAcl",
        "Creates a network ACL in a VPC; it denies all traffic until you add entries.",
    ),
    (
        "ec2:CreateNetworkAclEntry",
        "Adds a numbered entry to a network ACL.",
    ),
    (
        "ec2:CreateNetworkInterface",
        "Creates a network interface in a subnet; it uses one IP address.",
    ),
    ("ec2:CreateRoute", "Adds a route to a route table."),
    ("ec2:CreateRouteTable", "Creates a route table in a VPC."),
    (
        "ec2:CreateSecurityGroup",
        "Creates a security group in a VPC.",
    ),
    (
        "ec2:CreateSubnet",
        "Creates a subnet in an Availability Zone of a VPC.",
    ),
    (
        "ec2:CreateTags",
        "Adds tags to resources, or changes their values.",
    ),
    ("ec2:CreateVpc", "Creates a VPC with a CIDR block."),
    (
        "ec2:DeleteInternetGateway",
        "Deletes an internet gateway that is not attached to a VPC.",
    ),
    (
        "ec2:DeleteNetworkAcl",
        "Deletes a network ACL that has no subnets.",
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
        "Deletes a security group that no interface uses and no rule names.",
    ),
    (
        "ec2:DeleteSubnet",
        "Deletes a subnet without network interfaces.",
    ),
    ("ec2:DeleteTags", "Removes tags from resources."),
    ("ec2:DeleteVpc", "Deletes an empty VPC."),
    (
        "ec2:DescribeAvailabilityZones",
        "Lists the Availability Zones of the Region.",
    ),
    (
        "ec2:DescribeInstances",
        "Shows instances; the only one here is the client host.",
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
        "Shows network interfaces, including those of HSMs and AWS KMS.",
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
        "Shows subnets with their Availability Zone and their free IP addresses.",
    ),
    ("ec2:DescribeVpcs", "Shows VPCs."),
    (
        "ec2:DetachInternetGateway",
        "Detaches an internet gateway from its VPC.",
    ),
    (
        "ec2:DisassociateRouteTable",
        "Disassociates a subnet from its route table; it uses the main one of its VPC again.",
    ),
    (
        "ec2:ModifyInstanceAttribute",
        "Changes the security groups of an instance.",
    ),
    (
        "ec2:ReplaceNetworkAclAssociation",
        "Associates a subnet with another network ACL of its VPC.",
    ),
    (
        "ec2:ReplaceNetworkAclEntry",
        "Replaces a numbered entry of a network ACL.",
    ),
    (
        "ec2:RevokeSecurityGroupEgress",
        "Removes outbound rules from a security group.",
    ),
    (
        "ec2:RevokeSecurityGroupIngress",
        "Removes inbound rules from a security group.",
    ),
    (
        "iam:CreateServiceLinkedRole",
        "Creates the service-linked role of a service; usually the first cluster or key store creates it.",
    ),
    ("iam:GetRole", "Shows a role."),
    (
        "sts:GetCallerIdentity",
        "Shows your user and account. It needs no permission.",
    ),
    (
        "cloudtrail:LookupEvents",
        "Shows the calls that changed something, newest first.",
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
