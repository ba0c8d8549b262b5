//! What the help of `aws` says beside names.

/// What `aws --version` prints.
pub const VERSION: &str = "aws-cli/2.38.5 (Keystore Playground, simulated)\n";
/// What the command is.
pub const AWS: &str = "the AWS command line (like AWS CLI v2) for the simulated account";
/// The other commands of `aws`.
pub const CONFIGURE: &str = "the configuration: credentials are simulated, you need none";
/// What follows the words of a service.
pub const SERVICE_HELP: &str =
    "`aws <command> <subcommand> help` shows the options of a subcommand.";
/// Where the options of every command are listed.
pub const GLOBAL_OPTIONS: &str = "[global options: see `aws help`]";
/// An operation without output.
pub const NO_OUTPUT: &str = "None: the command prints nothing.";
/// Why the errors of every request are not listed.
pub const ERRORS: &str =
    "Without the errors of every request. The page Failure catalogue explains each error.";
/// A certificate.
pub const CERTIFICATE: &str = "A PEM certificate. To read a file: file://customerCA.crt.";
/// A secret.
pub const SECRET: &str = "A secret. It is never logged or shown.";
/// Bytes.
pub const BLOB: &str = "Base64 text. To read the bytes of a file: fileb://name.";
/// Several words.
pub const LIST: &str = "Separate several values with spaces.";
/// `wait`
pub const WAIT: &str = "Waits until a resource exists. The simulated clock moves forward.";

/// The options of every command: name, value, what it does.
pub const OPTIONS: &[(&str, &str, &str)] = &[
    ("--region", "name", "the Region of the request"),
    (
        "--output",
        "json|text|table|yaml|yaml-stream|off",
        "the output format",
    ),
    (
        "--query",
        "expression",
        "the part of the output to print, in JMESPath (https://jmespath.org)",
    ),
    (
        "--no-paginate",
        "",
        "sends only one request, even for a long list",
    ),
    (
        "--cli-error-format",
        "enhanced|legacy|json|text|table|yaml",
        "the format of errors",
    ),
    (
        "--cli-binary-format",
        "base64|raw-in-base64-out",
        "the format of bytes on the command line",
    ),
    ("--endpoint-url", "url", "another address for the request"),
    (
        "--version",
        "",
        "the version of AWS CLI that this resembles",
    ),
];
/// Options that are accepted and change nothing.
pub const IGNORED: &str = "accepted, but without effect here";

/// Variables that the command reads, and what for.
pub const VARIABLES: &[(&str, &str)] = &[
    ("AWS_REGION", "like --region; also AWS_DEFAULT_REGION"),
    ("AWS_DEFAULT_OUTPUT", "like --output"),
    ("AWS_CLI_ERROR_FORMAT", "like --cli-error-format"),
    (
        "AWS_CONFIG_FILE",
        "a file with [default] and region, output or cli_error_format",
    ),
    (
        "AWS_SHARED_CREDENTIALS_FILE",
        "a file with [default] and aws_access_key_id; without it, credentials are simulated",
    ),
];

/// Exit codes and what they mean.
pub const EXITS: &[(&str, &str)] = &[
    ("0", "success"),
    ("130", "Ctrl-C"),
    ("252", "the command is not valid; no request was sent"),
    ("253", "no Region or no credentials; no request was sent"),
    ("254", "the service returned an error"),
    ("255", "anything else"),
];

/// What a flag of the client itself is for; empty for one that stands for a member of the request.
#[must_use]
pub fn flag(name: &str) -> &'static str {
    match name {
        "--starting-token" => "Continues where --max-items stopped: the NextToken of the output.",
        "--page-size" => "How many items the service returns per request.",
        "--max-items" => "How many items are printed at most.",
        "--cli-input-json" => {
            "The request as JSON, or as a file: file://request.json. Options override its members."
        }
        "--generate-cli-skeleton" => "Prints an empty request for --cli-input-json; sends nothing.",
        "--protocol" => "tcp, udp, icmp, a number, or all.",
        "--port" => "A port, or a range of ports such as 2223-2225.",
        "--cidr" => "A CIDR block, such as 10.0.0.0/16.",
        "--source-group" => "The ID of a security group.",
        "--group-owner" => "The account of the other security group.",
        _ => "",
    }
}

/// Bounds of a length, a count or a value.
#[must_use]
pub fn bounds(what: &str, min: Option<i64>, max: Option<i64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => format!("{what}: {min}."),
        (Some(min), Some(max)) => format!("{what}: {min} to {max}."),
        (Some(min), None) => format!("{what}: at least {min}."),
        (None, Some(max)) => format!("{what}: at most {max}."),
        (None, None) => String::new(),
    }
}

/// The words of an enumeration.
#[must_use]
pub fn one_of(words: &[&str]) -> String {
    format!("One of: {}.", words.join(", "))
}

/// A pattern.
#[must_use]
pub fn pattern(pattern: &str) -> String {
    format!("Pattern: {pattern}")
}

/// Shorthand of a structure.
#[must_use]
pub fn shorthand(syntax: &str) -> String {
    format!("Shorthand: {syntax}")
}

/// JSON of a structure.
#[must_use]
pub fn json(syntax: &str) -> String {
    format!("JSON: {syntax}")
}

/// Names that are close to what was written; empty where there are none.
#[must_use]
pub fn close_to(names: &[String]) -> String {
    match names {
        [] => String::new(),
        names => format!(". Similar: {}", names.join(", ")),
    }
}

/// How a waiter asks.
#[must_use]
pub fn waiter(operation: &str, seconds: i64, tries: usize) -> String {
    format!("Calls {operation} every {seconds} s, at most {tries} times.")
}

/// What `aws configure` says.
#[must_use]
pub fn configure(region: &str) -> String {
    format!(
        "You don't need to configure anything. The credentials are simulated, and the Region of this terminal is {region}. To change it, use `lab region NAME`, or `--region NAME` for one command.\n"
    )
}
