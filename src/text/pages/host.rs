//! The page of the client host.

pub(crate) const ABOUT: &str = "The HSM tools and the terminal run on this machine. To reach the HSMs, it must be in their VPC and in the cluster's security group.";
pub(crate) const PLACE: &str = "Network";
pub(crate) const INSTANCE: &str = "Instance ID";
pub(crate) const SUBNET: &str = "Subnet";
pub(crate) const ADDRESS: &str = "Private address";
pub(crate) const GROUPS: &str = "Security groups";
pub(crate) const NOWHERE: &str = "The client host is not attached to a network yet.";
pub(crate) const MOVE: &str = "Attach the client host";
pub(crate) const MOVE_ABOUT: &str = "The client host moves to this subnet and to these security groups. If you choose none, it gets the default security group of the VPC.";
pub(crate) const FILES: &str = "Files";
pub(crate) const FILE_COLUMNS: &[&str] = &["File", "Size", ""];
pub(crate) const NO_FILES: &str =
    "No files yet. You see here what you upload and what a command writes with >.";
pub(crate) const UPLOAD: &str = "Upload files";
pub(crate) const VIEW: &str = "View";
pub(crate) const REMOVE: &str = "Delete";
pub(crate) const REMOVE_ABOUT: &str =
    "Tools and commands that need this file will no longer find it.";
pub(crate) const TERMINAL: &str = "Open terminal";

pub(crate) fn bytes(count: usize) -> String {
    match count {
        1 => "1 byte".to_owned(),
        count => format!("{count} bytes"),
    }
}

pub(crate) fn uploaded(name: &str) -> String {
    format!("Uploaded {name} to the home directory")
}

pub(crate) fn view(path: &str) -> String {
    format!("View {path}")
}

/// The host is in another network.
pub(crate) const MOVED: &str = "The client host is now in the subnet";

pub(crate) fn removed(path: &str) -> String {
    format!("Deleted {path}")
}

pub(crate) fn remove(path: &str) -> String {
    format!("Delete {path}")
}
