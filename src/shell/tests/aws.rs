//! What AWS CLI v2 prints, beyond the rows of `tests/transcripts/`.

use super::Terminal;

const USAGE: &str = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n  aws help\n  aws <command> help\n  aws <command> <subcommand> help\n";

/// A line that the client refuses, and how: with the usage text behind the message.
fn usage_error(line: &str, message: &str) {
    let expected =
        format!("\naws: [ERROR]: An error occurred (ParamValidation): {message}\n\n{USAGE}");
    assert_eq!(Terminal::new().err(line), (expected, 252), "{line}");
}

/// A line whose parameters the client refuses.
fn parameter_error(line: &str, message: &str) {
    let expected = format!("\naws: [ERROR]: An error occurred (ParamValidation): {message}\n");
    assert_eq!(Terminal::new().err(line), (expected, 252), "{line}");
}

/// A line that fails in the client for another reason.
fn other_error(line: &str, message: &str) {
    let expected = format!("\naws: [ERROR]: {message}\n");
    assert_eq!(Terminal::new().err(line), (expected, 255), "{line}");
}

#[test]
fn usage_errors() {
    for (line, message) in [
        ("aws", "the following arguments are required: command"),
        ("aws kms", "the following arguments are required: operation"),
        (
            "aws cloudhsmv2 describe-clusters --max-items abc",
            "argument --max-items: invalid int value: 'abc'",
        ),
        (
            "aws cloudhsmv2 create-hsm",
            "the following arguments are required: --cluster-id, --availability-zone",
        ),
    ] {
        usage_error(line, message);
    }
}

#[test]
fn unknown_options_come_after_the_usage() {
    let line = "aws cloudhsmv2 describe-clusters --filters clusterIds=a,b states=ACTIVE";
    let expected = format!("\n{USAGE}\n\naws: [ERROR]: Unknown options: states=ACTIVE\n");
    assert_eq!(Terminal::new().err(line), (expected, 252));
}

#[test]
fn parameters_are_checked_for_presence_type_and_least_length() {
    let failed = "Parameter validation failed:\n";
    for (line, fault) in [
        (
            "aws cloudhsmv2 create-cluster --hsm-type a --subnet-ids s --tag-list Key=a",
            "Missing required parameter in TagList[0]: \"Value\"",
        ),
        (
            "aws cloudhsmv2 create-cluster --hsm-type a --subnet-ids s --tag-list Key=,Value=x",
            "Invalid length for parameter TagList[0].Key, value: 0, valid min length: 1",
        ),
        (
            "aws cloudhsmv2 create-cluster --hsm-type a --subnet-ids s --backup-retention-policy Days=1",
            "Unknown parameter in BackupRetentionPolicy: \"Days\", must be one of: Type, Value",
        ),
        (
            "aws cloudhsmv2 create-cluster --hsm-type a --subnet-ids",
            "Invalid length for parameter SubnetIds, value: 0, valid min length: 1",
        ),
        (
            "aws cloudhsmv2 create-cluster --hsm-type a --subnet-ids s --tag-list Key=a,Value",
            "Missing required parameter in TagList[0]: \"Value\"\nInvalid type for parameter TagList[0].Key, value: ['a', 'Value'], type: <class 'list'>, valid types: <class 'str'>",
        ),
        (
            "aws cloudhsmv2 describe-clusters --page-size 0",
            "Invalid value for parameter MaxResults, value: 0, valid min value: 1",
        ),
        (
            "aws kms connect-custom-key-store --cli-input-json '{\"Foo\":1}'",
            "Missing required parameter in input: \"CustomKeyStoreId\"\nUnknown parameter in input: \"Foo\", must be one of: CustomKeyStoreId",
        ),
        (
            "aws kms connect-custom-key-store --cli-input-json '{\"CustomKeyStoreId\":1}'",
            "Invalid type for parameter CustomKeyStoreId, value: 1, type: <class 'int'>, valid types: <class 'str'>",
        ),
    ] {
        parameter_error(line, &format!("{failed}{fault}"));
    }
}

#[test]
fn parameters_that_cannot_be_read() {
    for (line, message) in [
        (
            "aws kms describe-custom-key-stores --limit 1 --page-size 1",
            "Cannot specify --no-paginate along with pagination arguments: --page-size",
        ),
        (
            "aws cloudhsmv2 describe-clusters --filters x",
            "Error parsing parameter '--filters': Expected: '=', received: 'EOF' for input:\n x\n ^",
        ),
        (
            "aws cloudhsmv2 create-cluster --hsm-type a --subnet-ids '[\"a\"'",
            "Error parsing parameter '--subnet-ids': Invalid JSON: Expecting ',' delimiter: line 1 column 5 (char 4)\nJSON received: [\"a\"",
        ),
        (
            "aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port abc --cidr 1.2.3.4/32",
            "port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)",
        ),
    ] {
        parameter_error(line, message);
    }
    other_error(
        "aws kms describe-custom-key-stores --region xx-1",
        "Could not connect to the endpoint URL: \"https://kms.xx-1.amazonaws.com/\"",
    );
}

#[test]
fn lists_are_walked_and_printed() {
    let mut terminal = Terminal::new();
    assert_eq!(
        terminal.out("aws kms describe-custom-key-stores"),
        "{\n    \"CustomKeyStores\": []\n}\n"
    );
    assert_eq!(
        terminal.out("aws kms describe-custom-key-stores --no-paginate"),
        "{\n    \"CustomKeyStores\": [],\n    \"Truncated\": false\n}\n"
    );
    assert_eq!(
        terminal.out("aws sts get-caller-identity --query '{B:Account,A:Arn}' --output text"),
        "arn:aws:iam::111122223333:user/reader\t111122223333\n"
    );
    assert_eq!(
        terminal.out("aws sts get-caller-identity --query '{B:Account,A:Arn}'"),
        "{\n    \"B\": \"111122223333\",\n    \"A\": \"arn:aws:iam::111122223333:user/reader\"\n}\n"
    );
}

#[test]
fn queries_and_forms() {
    let mut terminal = Terminal::new();
    let subnets = "aws ec2 describe-subnets --query";
    for (query, text) in [
        ("'length(Subnets)' --output text", "6\n"),
        ("Nope", "null\n"),
        ("Nope --output text", "None\n"),
        (
            "'Subnets[?AvailabilityZone==`us-east-1b`].[AvailabilityZone,Nope]' --output text",
            "us-east-1b\tNone\n",
        ),
        (
            "'sort_by(Subnets,&AvailabilityZone)[:2].{Zone:AvailabilityZone,Own:DefaultForAz}' --output table",
            "------------------------\n|    DescribeSubnets   |\n+-------+--------------+\n|  Own  |    Zone      |\n+-------+--------------+\n|  True |  us-east-1a  |\n|  True |  us-east-1b  |\n+-------+--------------+\n",
        ),
        (
            "'sort_by(Subnets,&AvailabilityZone)[:1].{Zone:AvailabilityZone,Number:`\"7\"`}' --output yaml",
            "- Number: '7'\n  Zone: us-east-1a\n",
        ),
    ] {
        assert_eq!(terminal.out(&format!("{subnets} {query}")), text, "{query}");
    }
}

#[test]
fn a_walk_is_cut_and_resumed() {
    let mut terminal = Terminal::new();
    terminal.out("S=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)");
    for _ in 0..3 {
        terminal.out("aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $S");
    }
    let ids = "aws cloudhsmv2 describe-clusters --query 'Clusters[].ClusterId' --output text";
    let all: Vec<String> = terminal
        .out(&format!("{ids} --no-paginate"))
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    assert_eq!(all.len(), 3);
    // One page a line.
    assert_eq!(
        terminal.out(&format!("{ids} --page-size 1")),
        all.join("\n") + "\n"
    );
    let token = "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==";
    let whole = terminal.out("aws cloudhsmv2 describe-clusters --max-items 2");
    assert!(
        whole.ends_with(&format!("    ],\n    \"NextToken\": \"{token}\"\n}}\n")),
        "{whole}"
    );
    // In text form the token is a page of its own, in which the query finds nothing.
    assert_eq!(
        terminal.out(&format!("{ids} --max-items 2")),
        format!("{}\t{}\nNone\n", all[0], all[1])
    );
    assert_eq!(
        terminal.out(&format!("{ids} --starting-token {token}")),
        format!("{}\n", all[2])
    );
}

#[test]
fn a_subnet_moves_from_one_route_table_to_another() {
    let mut terminal = Terminal::new();
    terminal
        .out("V=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)");
    terminal.out("S=$(aws ec2 create-subnet --vpc-id $V --cidr-block 10.0.1.0/28 --query Subnet.SubnetId --output text)");
    let create =
        "aws ec2 create-route-table --vpc-id $V --query RouteTable.RouteTableId --output text";
    terminal.out(&format!("ONE=$({create})"));
    terminal.out(&format!("TWO=$({create})"));
    let associate = "aws ec2 associate-route-table --subnet-id $S --query AssociationId --output text --route-table-id";
    terminal.out(&format!("A=$({associate} $ONE)"));
    let refused = terminal.type_in("aws ec2 delete-route-table --route-table-id $ONE");
    assert!(
        refused.stderr.contains("(DependencyViolation)"),
        "{refused:?}"
    );
    let refused = terminal.type_in(&format!("{associate} $TWO"));
    let fix = refused.refused.unwrap().fix;
    assert_eq!(fix.len(), 2, "{fix:?}");
    for line in &fix {
        terminal.out(line);
    }
    let table = "aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=$S --query 'RouteTables[].RouteTableId' --output text";
    assert_eq!(terminal.out(table), terminal.out("echo $TWO"));
    terminal.out("aws ec2 delete-route-table --route-table-id $ONE");
}

#[test]
fn conveniences_of_ec2_become_permissions() {
    let mut terminal = Terminal::new();
    terminal.out("V=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)");
    terminal.out("G=$(aws ec2 create-security-group --group-name g --description d --vpc-id $V --query GroupId --output text)");
    terminal.out("aws ec2 authorize-security-group-ingress --group-id $G --protocol tcp --port 2223-2225 --source-group $G");
    assert_eq!(
        terminal.out("aws ec2 describe-security-groups --group-ids $G --query 'SecurityGroups[0].IpPermissions[0].[IpProtocol,FromPort,ToPort]' --output text"),
        "tcp\t2223\t2225\n"
    );
}

#[test]
fn the_guides_example_fails_as_in_bash_and_its_correction_is_offered() {
    let mut terminal = Terminal::new();
    terminal.out("echo x > customerCA.crt");
    let pasted = "aws kms create-custom-key-store\n        --custom-key-store-name ExampleKeyStore \\\n        --cloud-hsm-cluster-id cluster-1a23b4cdefg \\\n        --key-store-password kmsPswd \\\n        --trust-anchor-certificate file://customerCA.crt";
    let reply = terminal.type_in(pasted);
    assert_eq!(reply.exit_code, 127);
    assert!(
        reply
            .stderr
            .contains("the following arguments are required: --custom-key-store-name")
    );
    assert!(
        reply
            .stderr
            .contains("bash: --custom-key-store-name: command not found\n")
    );
    let (_, meant) = reply.stderr.split_once("as one command:\n").unwrap();
    assert!(meant.contains("--key-store-password \"$KMSUSER_PASSWORD\""));
    terminal.out("KMSUSER_PASSWORD=kmsPswd");
    let corrected = terminal.type_in(meant);
    assert_eq!(corrected.exit_code, 254);
    assert!(
        corrected.stderr.contains("cluster-[2-7a-zA-Z]{11,16}"),
        "{}",
        corrected.stderr
    );

    let placeholder = pasted.replace("file://customerCA.crt", "<certificate-goes-here>");
    let reply = terminal.type_in(&placeholder);
    assert_eq!(reply.exit_code, 2);
    assert!(
        reply
            .stderr
            .contains("bash: syntax error near unexpected token `newline'\n")
    );
    assert!(reply.stderr.ends_with(meant), "{}", reply.stderr);
}

#[test]
fn keys_and_bytes() {
    for (line, fault) in [
        (
            "aws kms encrypt --key-id k --plaintext aGVsbG8= --encryption-context a=b,c",
            "Invalid type for parameter EncryptionContext.a, value: ['b', 'c'], type: <class 'list'>, valid types: <class 'str'>",
        ),
        (
            "aws kms schedule-key-deletion --key-id ''",
            "Invalid length for parameter KeyId, value: 0, valid min length: 1",
        ),
    ] {
        parameter_error(line, &format!("Parameter validation failed:\n{fault}"));
    }
    let mut terminal = Terminal::new();
    terminal.out("K=$(aws kms create-key --query KeyMetadata.KeyId --output text)");
    // The guide's own way: the ciphertext lies in a file of bytes.
    terminal.out("printf 'hello é' > text; aws kms encrypt --key-id $K --plaintext fileb://text --query CiphertextBlob --output text | base64 --decode > bytes");
    assert_eq!(
        terminal.out("aws kms decrypt --ciphertext-blob fileb://bytes --query Plaintext --output text | base64 -d"),
        "hello é"
    );
    let created = terminal.out("aws kms describe-key --key-id $K --query KeyMetadata.CreationDate");
    assert_eq!(created, "\"2026-01-01T00:00:00+00:00\"\n");
}
