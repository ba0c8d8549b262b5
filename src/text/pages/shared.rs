//! An account that was shared as a link.

pub(crate) const TITLE: &str = "Shared account";
pub(crate) const ABOUT: &str = "Somebody shared this account with you. It opens as a new sandbox. Your own sandboxes do not change.";
pub(crate) const CONTENT: &str = "Content";
pub(crate) const COMMANDS: &str = "Commands";
pub(crate) const CLOCK: &str = "Simulated clock";
pub(crate) const OLDER: &str = "An earlier version of the playground created this link. What its commands do may have changed since.";
pub(crate) const OPEN: &str = "Open as a new sandbox";
pub(crate) const LEAVE: &str = "Cancel";
pub(crate) const BACK: &str = "Go to the overview";
pub(crate) const NAME: &str = "Shared sandbox";
pub(crate) const SHARE: &str = "Share";
pub(crate) const SHARE_QUESTION: &str = "Share this account as a link?";
pub(crate) const SHARE_WARNING: &str = "Anyone with the link can read every command and every file of the client host, including private keys. The link contains passwords only as hashes, but a short password can be guessed.";
pub(crate) const COPY_LINK: &str = "Copy the link";
pub(crate) const COPIED: &str = "The link was copied.";
pub(crate) const NOT_COPIED: &str =
    "The browser does not allow access to the clipboard. Copy the link here:";

pub(crate) fn too_long(length: usize) -> String {
    format!(
        "A link to this account would have about {length} characters, which is too long for mail programs and browsers. Export the account and send the file."
    )
}

pub(crate) fn not_opened(why: &str) -> String {
    format!("The link can't be opened: {why}. Nothing was changed.")
}
