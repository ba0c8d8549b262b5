//! The page of the client host.

pub(crate) const ABOUT: &str = "The machine on which the HSM tools and the terminal run. It reaches the HSMs only from inside their network, with the security group of the cluster.";
pub(crate) const PLACE: &str = "Network";
pub(crate) const INSTANCE: &str = "Instance ID";
pub(crate) const SUBNET: &str = "Subnet";
pub(crate) const ADDRESS: &str = "Private address";
pub(crate) const GROUPS: &str = "Security groups";
pub(crate) const NOWHERE: &str = "The client host is in no network yet.";
pub(crate) const MOVE: &str = "Put the client in this network";
pub(crate) const MOVE_ABOUT: &str = "Its interface moves into the subnet and carries these groups, the default group of the VPC where you choose none.";
pub(crate) const FILES: &str = "Files";
pub(crate) const FILE_COLUMNS: &[&str] = &["File", "Size", ""];
pub(crate) const NO_FILES: &str =
    "No files yet. What a command writes with > lands here, and what you upload.";
pub(crate) const UPLOAD: &str = "Upload files";
pub(crate) const VIEW: &str = "View";
pub(crate) const REMOVE: &str = "Delete";
pub(crate) const REMOVE_ABOUT: &str = "Tools and commands that name this file no longer find it.";
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
pub(crate) const MOVED: &str = "The client host is in the subnet now";

pub(crate) fn removed(path: &str) -> String {
    format!("Deleted {path}")
}

pub(crate) fn remove(path: &str) -> String {
    format!("Delete {path}")
}
