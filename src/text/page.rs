//! What the page says.

/// The name.
pub const TITLE: &str = "Keystore Playground";
/// Below the name.
pub const SUBTITLE: &str = "A simulated AWS account. Nothing here reaches AWS.";
/// Who calls, where there are several accounts.
#[must_use]
pub fn account(id: &str) -> String {
    format!("Account {id}")
}

/// Label of the Region selector.
pub const REGION: &str = "Region";

// The clock.

/// Name of the clock with its controls.
pub const CLOCK: &str = "Simulated clock";
/// The clock stands.
pub const PAUSED: &str = "Paused";
/// The clock runs as the real one does.
pub const RUNNING: &str = "Running";
/// The clock runs sixty times as fast.
pub const RUNNING_FAST: &str = "Running ×60";
/// Stops the clock.
pub const PAUSE: &str = "Pause";
/// Runs the clock as the real one.
pub const SPEED_1: &str = "×1";
/// A minute in a second.
pub const SPEED_60: &str = "×60";
/// Moves the clock to the next thing that is in progress.
pub const SKIP: &str = "Skip to next event";
/// What that does.
pub const SKIP_ABOUT: &str =
    "Moves the clock to the next moment at which something becomes ready or fails.";
/// Moves the clock until nothing is in progress.
pub const SETTLE: &str = "Wait for all";
/// What that does.
pub const SETTLE_ABOUT: &str = "Moves the clock until nothing is in progress any more.";
/// Why the clock has nothing to skip to.
pub const NOTHING_UNDER_WAY: &str = "Nothing is in progress.";

// The account.

/// Takes the last command back.
pub const UNDO: &str = "Undo";
/// Why undo is not offered.
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo.";
/// Brings back what undo took back.
pub const REDO: &str = "Redo";
/// Why redo is not offered.
pub const NOTHING_TO_REDO: &str = "There is nothing to redo.";
/// Saves the account as a file.
pub const EXPORT: &str = "Export";
/// Loads the account from a file.
pub const IMPORT: &str = "Import";

// Notices.

/// Removes a notice.
pub const DISMISS: &str = "Dismiss";
/// The browser could not offer a file.
pub const NO_DOWNLOAD: &str = "The browser did not allow the download.";
// The terminal.

/// Name of the terminal.
pub const TERMINAL: &str = "Terminal";
/// Name of what it printed.
pub const TERMINAL_OUTPUT: &str = "Terminal output";
/// How the keys of its input line work, so that nobody is caught in it.
pub const TERMINAL_KEYS: &str = "Tab completes a word, and Tab twice lists the choices. To leave the line, press Escape or Shift+Tab, or Tab while it is empty.";
/// Name of the edge of the docked terminal, which can be moved.
pub const TERMINAL_HEIGHT: &str = "Height of the terminal";
/// A line has been running for so many seconds.
#[must_use]
pub fn running(seconds: i64) -> String {
    format!("Running for {seconds} s. Ctrl-C stops it.")
}
/// Name of the keys that keyboards on a screen lack.
pub const TOUCH_KEYS: &str = "Keys";
/// One of them.
pub const KEY_TAB: &str = "Tab: complete the word";
/// One of them.
pub const KEY_UP: &str = "Earlier line";
/// One of them.
pub const KEY_DOWN: &str = "Later line";
/// One of them.
pub const KEY_INTERRUPT: &str = "Ctrl-C: interrupt";
/// Completions that are not shown.
#[must_use]
pub fn more(count: usize) -> String {
    format!("and {count} more")
}

/// Name of the list of what a word may become.
pub const COMPLETIONS: &str = "Completions";
/// Puts a file into the home directory of the client host.
pub const TERMINAL_UPLOAD: &str = "Upload to ~";

/// Pasted lines that wait until something hidden was typed.
#[must_use]
pub fn pasted_wait(lines: usize) -> String {
    let (lines, wait) = match lines {
        1 => ("1 pasted line".to_owned(), "waits"),
        lines => (format!("{lines} pasted lines"), "wait"),
    };
    format!("{lines} {wait} until you enter the secret. Ctrl-C discards them.")
}

/// Name of its input line.
pub const COMMAND_LINE: &str = "Command line";
/// What the terminal says first.
pub const WELCOME: &str = "This is the client host of a simulated AWS account. Type `help` to begin, or load a scenario:\n  lab scenario ready-cluster     a cluster that is ready for a key store\n  lab scenario store-failed      a key store that failed to connect; `lab why` explains it\n";
/// Where a line was interrupted.
pub const INTERRUPTED: &str = "^C";

// The explanation of a refusal.

/// Its heading.
pub const WHAT_HAPPENED: &str = "What happened";
/// Before the reason.
pub const WHY: &str = "Why it matters";
/// Before the advice.
pub const WHAT_TO_DO: &str = "What to do";
/// Before the links.
pub const READ_MORE: &str = "Documentation";
/// The message is not AWS's.
pub const OUR_WORDING: &str = "AWS does not publish this message, so the wording is ours.";
/// Before the command lines.
pub const CURE: &str = "How to fix this";
/// Before command lines that only show something.
pub const LOOK: &str = "How to find out";
/// Runs them.
pub const LOOK_UP: &str = "Show me";
/// What the reader has to fill in before the command lines can run.
pub const FILL_IN: &str = "Enter the passwords. They are not shown or saved in clear text.";
/// Above a single password.
pub const FILL_IN_ONE: &str = "Enter the password. It is not shown or saved in clear text.";
/// Runs the command lines.
pub const FIX: &str = "Fix it";
/// Before the id of a rule.
pub const RULE: &str = "Rule";
/// Copies a text.
pub const COPY: &str = "Copy";
/// A text was copied.
pub const COPIED: &str = "Copied";
/// A text was not copied.
pub const NOT_COPIED: &str = "Not copied";

// The views.

/// Name of the column of views.
pub const VIEWS: &str = "Resources";
/// Heading.
pub const DUE: &str = "In progress";
/// Heading.
pub const CLUSTERS: &str = "CloudHSM clusters";
/// Heading.
pub const STORES: &str = "Custom key stores";
/// Heading.
pub const KEYS: &str = "KMS keys";
/// Heading.
pub const NETWORK: &str = "Network";
/// Heading.
pub const VPCS: &str = "VPCs";
/// Heading.
pub const SUBNETS: &str = "Subnets";
/// Heading.
pub const GROUPS: &str = "Security groups";
/// Heading.
pub const FILES: &str = "Files on the client host";
/// Heading.
pub const EVENTS: &str = "Events";

/// Columns of what is due.
pub const DUE_COLUMNS: &[&str] = &["When", "What", "Resource", "Region"];
/// Columns of the clusters.
pub const CLUSTER_COLUMNS: &[&str] = &["Cluster", "HSMs", "Certificates"];
/// Columns of the key stores.
pub const STORE_COLUMNS: &[&str] = &["Key store", "Connection", "Cluster"];
/// Columns of the keys.
pub const KEY_COLUMNS: &[&str] = &["Key", "State", "Material in", "Description"];
/// Columns of the VPCs.
pub const VPC_COLUMNS: &[&str] = &["VPC", "CIDR block", "Subnets"];
/// Columns of the subnets.
pub const SUBNET_COLUMNS: &[&str] = &["Subnet", "Availability Zone and CIDR block", "Addresses"];
/// Columns of the security groups.
pub const GROUP_COLUMNS: &[&str] = &["Group", "Inbound", "Outbound"];
/// Columns of the files; the last one holds buttons.
pub const FILE_COLUMNS: &[&str] = &["File", "Size", "Download"];
/// Columns of the log.
pub const EVENT_COLUMNS: &[&str] = &["Time", "Event", "Result"];

/// Nothing in a table.
pub const NO_JOBS: &str = "Nothing is in progress.";
/// Nothing in a table.
pub const NO_CLUSTERS: &str = "No clusters in this Region.";
/// Nothing in a cell.
pub const NO_HSMS: &str = "No HSMs";
/// Nothing in a cell.
pub const NO_CERTIFICATES: &str = "None yet";
/// Nothing in a table.
pub const NO_STORES: &str = "No custom key stores in this Region.";
/// Nothing in a table.
pub const NO_KEYS: &str = "No KMS keys in this Region.";
/// Nothing in a table.
pub const NO_VPCS: &str = "No VPCs in this Region.";
/// Nothing in a table.
pub const NO_SUBNETS: &str = "No subnets in this Region.";
/// Nothing in a table.
pub const NO_GROUPS: &str = "No security groups in this Region.";
/// Nothing in a cell.
pub const NO_RULES: &str = "No rules";
/// Nothing in a table.
pub const NO_FILES: &str = "No files on the client host.";
/// Nothing in a table.
pub const NO_EVENTS: &str = "No events yet.";

/// A certificate of a cluster.
pub const CSR: &str = "Certificate request";
/// A certificate of a cluster.
pub const HSM_CERTIFICATE: &str = "HSM certificate";
/// A certificate of a cluster.
pub const AWS_CERTIFICATE: &str = "AWS hardware certificate";
/// A certificate of a cluster.
pub const MANUFACTURER_CERTIFICATE: &str = "Manufacturer hardware certificate";
/// A certificate of a cluster.
pub const CLUSTER_CERTIFICATE: &str = "Cluster certificate";
/// Asks why a connection failed.
pub const ASK_WHY: &str = "Why?";
/// Where ordinary keys have their material.
pub const AWS_KMS: &str = "AWS KMS";
/// Mark of the default VPC.
pub const DEFAULT: &str = "default";
/// A subnet with a way to the internet.
pub const PUBLIC: &str = "public";
/// A subnet without one.
pub const PRIVATE: &str = "private";
/// A rule for every protocol.
pub const ALL_TRAFFIC: &str = "all traffic";
/// The group itself as the other side of a rule.
pub const THIS_GROUP: &str = "this group";
/// The client host is nowhere.
pub const CLIENT_NOWHERE: &str = "The client host is not attached to a network yet.";
/// Saves a file of the client host on the reader's computer.
pub const DOWNLOAD: &str = "Download";
/// Brings files to the client host.
pub const UPLOAD: &str = "Upload files";
/// A command was accepted.
pub const DONE: &str = "done";

/// A command was refused.
pub const REFUSED: &str = "refused";

/// How long something takes yet.
#[must_use]
pub fn wait(length: &str) -> String {
    format!("in {length}")
}

/// Saves one file of the client host on the reader's computer.
#[must_use]
pub fn download(path: &str) -> String {
    format!("{DOWNLOAD} {path}")
}

/// How many addresses a subnet has left.
#[must_use]
pub fn free_addresses(count: usize) -> String {
    format!("{count}\u{a0}free")
}

/// How large a file is.
#[must_use]
pub fn size(bytes: usize) -> String {
    format!("{bytes}\u{a0}bytes")
}

/// Where the client host is.
#[must_use]
pub fn client_host(instance: &str, subnet: &str, ip: &str) -> String {
    format!("The client host {instance} is in {subnet} with the IP address {ip}.")
}

/// How many events there are beyond those shown.
#[must_use]
pub fn more_events(count: usize) -> String {
    format!("{count} earlier events are not shown.")
}

/// Name of the browser's tab.
#[must_use]
pub fn tab_title(page: &str) -> String {
    format!("{page} – {TITLE}")
}

/// Name of the card, so that cards can be told apart.
#[must_use]
pub fn explanation(rule: &str) -> String {
    format!("Explanation of {rule}")
}

/// A file is not text.
#[must_use]
pub fn not_text(name: &str) -> String {
    format!(
        "{name} is not a text file, so it was not read. Upload certificates and certificate requests in PEM format."
    )
}

/// A file is too large.
#[must_use]
pub fn too_large(name: &str, most: usize) -> String {
    format!("{name} is larger than {most} bytes, so it was not read.")
}

/// A file could not be read by the browser.
#[must_use]
pub fn not_readable(name: &str) -> String {
    format!("The browser could not read {name}.")
}

/// A save cannot be read, and why.
#[must_use]
pub fn import_failed(why: &str) -> String {
    format!("The account could not be read: {why}. Nothing was changed.")
}
