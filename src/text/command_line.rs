//! What the help of `aws` says beside names.

/// What the command is.
pub const AWS: &str = "the AWS command line, as AWS CLI v2 prints it, over the simulated account";
/// The other commands of `aws`.
pub const CONFIGURE: &str = "what is configured: credentials are simulated, nothing is needed";
/// What follows the words of a service.
pub const SERVICE_HELP: &str = "`aws <command> <subcommand> help` shows the options of one.";
/// Where the options of every command are listed.
pub const GLOBAL_OPTIONS: &str = "[options of every command: see `aws help`]";
/// An operation that answers nothing.
pub const NO_OUTPUT: &str = "None: the command prints nothing.";
/// What the errors of every operation are not listed for.
pub const ERRORS: &str =
    "Besides what every request can meet. The page Failure catalogue explains each.";
/// A certificate.
pub const CERTIFICATE: &str = "A certificate in PEM: file://customerCA.crt reads it from a file.";
/// A secret.
pub const SECRET: &str = "A secret: never logged or shown.";
/// Bytes.
pub const BLOB: &str = "Base64 text, or the bytes of a file: fileb://name.";
/// Several words.
pub const LIST: &str = "Several are separated by blanks.";
/// `wait`
pub const WAIT: &str = "Waits until something is there; the simulated clock moves meanwhile.";

/// The options of every command: name, value, what it does.
pub const OPTIONS: &[(&str, &str, &str)] = &[
    ("--region", "name", "the Region of the request"),
    (
        "--output",
        "json|text|table|yaml|yaml-stream|off",
        "the form of what is printed",
    ),
    (
        "--query",
        "expression",
        "what of it is printed, in JMESPath (https://jmespath.org)",
    ),
    (
        "--no-paginate",
        "",
        "one request only, however long the list",
    ),
    (
        "--cli-error-format",
        "enhanced|legacy|json|text|table|yaml",
        "how failures are told",
    ),
    (
        "--cli-binary-format",
        "base64|raw-in-base64-out",
        "how bytes are given on the line",
    ),
    ("--endpoint-url", "url", "another address for the request"),
    (
        "--version",
        "",
        "the version of AWS CLI that this resembles",
    ),
];
/// Options that are taken and change nothing.
pub const IGNORED: &str = "taken, but without effect here";

/// Variables that the command reads, and what for.
pub const VARIABLES: &[(&str, &str)] = &[
    ("AWS_REGION", "as --region; also AWS_DEFAULT_REGION"),
    ("AWS_DEFAULT_OUTPUT", "as --output"),
    ("AWS_CLI_ERROR_FORMAT", "as --cli-error-format"),
    (
        "AWS_CONFIG_FILE",
        "a file with [default] and region, output or cli_error_format",
    ),
    (
        "AWS_SHARED_CREDENTIALS_FILE",
        "a file with [default] and aws_access_key_id; without it credentials are simulated",
    ),
];

/// Exit codes and what they mean.
pub const EXITS: &[(&str, &str)] = &[
    ("0", "all is well"),
    ("130", "Ctrl-C"),
    ("252", "the line is wrong: no request was sent"),
    ("253", "no Region or no credentials: no request was sent"),
    ("254", "the service refused"),
    ("255", "anything else"),
];

/// What a flag of the client itself is for; empty for one that stands for a member of the request.
#[must_use]
pub fn flag(name: &str) -> &'static str {
    match name {
        "--starting-token" => "Goes on where --max-items stopped: the NextToken that was printed.",
        "--page-size" => "How many the service answers in one request.",
        "--max-items" => "How many are printed at the most.",
        "--cli-input-json" => {
            "The request as JSON, or as a file: file://request.json. Flags go before its members."
        }
        "--generate-cli-skeleton" => "Prints an empty request for --cli-input-json; sends nothing.",
        "--protocol" => "tcp, udp, icmp, a number, or all.",
        "--port" => "A port, or a range of ports such as 2223-2225.",
        "--cidr" => "A range of addresses.",
        "--source-group" => "A security group, by its id.",
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
        names => format!(". Close to it: {}", names.join(", ")),
    }
}

/// How a waiter asks.
#[must_use]
pub fn waiter(operation: &str, seconds: i64, tries: usize) -> String {
    format!("Asks {operation} every {seconds} s, {tries} times at the most.")
}

/// What `aws configure` says.
#[must_use]
pub fn configure(region: &str) -> String {
    format!(
        "Nothing to configure: the credentials are simulated and the Region of this terminal is {region}. `lab region NAME` moves it, `--region NAME` sends one command elsewhere.\n"
    )
}
