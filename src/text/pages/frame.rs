//! The frame: names of places, navigation, and what every page shares.

pub(crate) const OVERVIEW: &str = "Overview";
pub(crate) const TERMINAL: &str = "Terminal";
pub(crate) const STORES: &str = "Custom key stores";
pub(crate) const CREATE_STORE: &str = "Create key store";
pub(crate) const STORE: &str = "Custom key store";
pub(crate) const EDIT_STORE: &str = "Edit";
pub(crate) const KEYS: &str = "Customer managed keys";
pub(crate) const CREATE_KEY: &str = "Create key";
pub(crate) const KEY: &str = "Customer managed key";
pub(crate) const CLUSTERS: &str = "Clusters";
pub(crate) const CREATE_CLUSTER: &str = "Create cluster";
pub(crate) const CLUSTER: &str = "Cluster";
pub(crate) const INITIALIZE: &str = "Initialize cluster";
pub(crate) const USERS: &str = "HSM users";
pub(crate) const BACKUPS: &str = "Backups";
pub(crate) const BACKUP: &str = "Backup";
pub(crate) const RESTORE: &str = "Restore cluster";
pub(crate) const VPCS: &str = "Your VPCs";
pub(crate) const CREATE_VPC: &str = "Create VPC";
pub(crate) const SUBNETS: &str = "Subnets";
pub(crate) const CREATE_SUBNET: &str = "Create subnet";
pub(crate) const ROUTE_TABLES: &str = "Route tables";
pub(crate) const ROUTE_TABLE: &str = "Route table";
pub(crate) const ACLS: &str = "Network ACLs";
pub(crate) const ACL: &str = "Network ACL";
pub(crate) const GROUPS: &str = "Security groups";
pub(crate) const CREATE_GROUP: &str = "Create security group";
pub(crate) const GROUP: &str = "Security group";
pub(crate) const HOST: &str = "Client host";
pub(crate) const EVENTS: &str = "Event history";
pub(crate) const FAILURES: &str = "Failure catalogue";
pub(crate) const FAILURE: &str = "Failure";
pub(crate) const FAULTS: &str = "Faults";
pub(crate) const FIDELITY: &str = "How real is it?";
pub(crate) const FOOT: &str = "A simulation, not made by AWS.";
pub(crate) const LICENSES: &str = "Licenses";
/// The file that the build writes beside the page.
pub(crate) const LICENSES_FILE: &str = "third-party.txt";
pub(crate) const SANDBOXES: &str = "Sandboxes";
pub(crate) const MISSING: &str = "Nothing here";

pub(crate) const KMS: &str = "Key Management Service";
pub(crate) const CLOUDHSM: &str = "CloudHSM";
pub(crate) const VPC: &str = "VPC";
pub(crate) const PLAYGROUND: &str = "Playground";

pub(crate) const WORKING: &str = "Working. Creating keys takes a few seconds.";

pub(crate) const SKIP_TO_MAIN: &str = "Skip to main content";
pub(crate) const NAVIGATION: &str = "Navigation";
pub(crate) const BREADCRUMBS: &str = "Breadcrumbs";
pub(crate) const MESSAGES: &str = "Messages";
pub(crate) const MISSING_TEXT: &str =
    "This page does not exist. The address is wrong or from another version.";
pub(crate) const GONE: &str = "This resource does not exist in this Region. It may have been deleted or undone, or it is in another Region or sandbox.";

pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const LEAVE_QUESTION: &str = "Leave the form?";
pub(crate) const LEAVE_WARNING: &str = "If you leave, what you entered is lost.";
pub(crate) const LEAVE: &str = "Leave";
pub(crate) const STAY: &str = "Stay";
pub(crate) const WAIT: &str = "Wait for this";
pub(crate) const WHY_IT_FAILED: &str = "Why it failed and how to fix it";
pub(crate) const SAME_LINE: &str = "The same on the command line";
pub(crate) const TRANSCRIPT: &str = "Commands and their output";
pub(crate) const SHOWN: &str = "Output of the commands";
pub(crate) const FAILED: &str = "A command failed";
pub(crate) const OPTIONAL: &str = "optional";
pub(crate) const ERROR: &str = "Error: ";
pub(crate) const UPLOAD_FILE: &str = "Upload file";
pub(crate) const DROP_OR_PASTE: &str = "Or drop the file here, or paste its text.";
pub(crate) const PRIVATE_KEY: &str =
    "This is your private key. Never upload it. It was not saved. Give the certificate instead.";
pub(crate) const SHOW_PASSWORD: &str = "Show";
pub(crate) const CHOOSE: &str = "Choose…";
pub(crate) const FIND: &str = "Find";
pub(crate) const CLEAR_FILTER: &str = "Clear filter";
pub(crate) const NO_MATCH: &str = "No matches in this table.";
pub(crate) const PREVIOUS_PAGE: &str = "Previous page";
pub(crate) const NEXT_PAGE: &str = "Next page";
pub(crate) const NONE: &str = "–";
pub(crate) const LOADING: &str = "Loading…";
pub(crate) const NOT_ARRIVED: &str = "Part of the page did not load. Check your connection, and that nothing blocks files of this site. If the site was updated, reload the page. Your saved work is not lost.";
pub(crate) const TRY_AGAIN: &str = "Try again";
pub(crate) const NOT_YET: &str =
    "The page is still loading. Nothing was done. Try again in a moment.";
pub(crate) const BROKE: &str = "The playground has a bug. Nothing was changed.";

pub(crate) fn copy(what: &str) -> String {
    format!("Copy {what}")
}

pub(crate) fn use_of_host(file: &str) -> String {
    format!("Use {file} from the client host")
}

pub(crate) fn chosen(file: &str) -> String {
    format!("Chosen: {file}")
}

pub(crate) fn matches(count: usize) -> String {
    match count {
        1 => "1 match".to_owned(),
        count => format!("{count} matches"),
    }
}

pub(crate) fn page_of(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}

pub(crate) fn filter(table: &str) -> String {
    format!("Find in {table}")
}

pub(crate) fn to_confirm(word: &str) -> String {
    format!("To confirm, type {word} in the field.")
}

pub(crate) fn enter(label: &str) -> String {
    format!("{label} is empty. Enter a value.")
}

pub(crate) fn choose(label: &str) -> String {
    format!("Select a value for {label}.")
}

pub(crate) fn give_file(label: &str) -> String {
    format!("{label} is empty. Upload a file or paste its text.")
}

pub(crate) fn ready_in(length: &str) -> String {
    format!("Result in {length}.")
}

/// An operation was refused, such as `kms:CreateKey`.
pub(crate) fn refused(operation: &str) -> String {
    let (_, name) = operation.split_once(':').unwrap_or(("", operation));
    format!("{name} was refused")
}

/// The question before something is done to what has that name.
pub(crate) fn question(action: &str, name: &str) -> String {
    format!("{action} {name}?")
}

pub(crate) fn dismiss(what: &str) -> String {
    format!("Dismiss: {what}")
}

pub(crate) fn undoes(deed: &str) -> String {
    format!("Undo: {deed}")
}

pub(crate) fn redoes(deed: &str) -> String {
    format!("Redo: {deed}")
}

pub(crate) fn undone(command: &str) -> String {
    format!("Undone: {command}")
}

pub(crate) fn redone(command: &str) -> String {
    format!("Redone: {command}")
}
