//! An account that was shared as a link.

pub(crate) const TITLE: &str = "Shared account";
pub(crate) const ABOUT: &str = "This link holds an account that somebody shared. It opens as a new sandbox beside yours, which stay as they are.";
pub(crate) const CONTENT: &str = "What it holds";
pub(crate) const COMMANDS: &str = "Commands";
pub(crate) const CLOCK: &str = "Simulated clock";
pub(crate) const OLDER: &str = "An earlier version of the playground created this link. What its commands do may have changed since.";
pub(crate) const OPEN: &str = "Open as a new sandbox";
pub(crate) const LEAVE: &str = "Do not open it";
pub(crate) const BACK: &str = "Go to the overview";
pub(crate) const NAME: &str = "Shared sandbox";
pub(crate) const SHARE: &str = "Share";
pub(crate) const SHARE_QUESTION: &str = "Share this account as a link?";
pub(crate) const SHARE_WARNING: &str = "Whoever has the link can read every command and every file of the client host, private keys included. Passwords are in it as hashes only, but a short one can be guessed from its hash.";
pub(crate) const COPY_LINK: &str = "Copy the link";
pub(crate) const COPIED: &str = "The link is in the clipboard.";
pub(crate) const NOT_COPIED: &str =
    "The browser does not give access to the clipboard. This is the link:";
pub(crate) const LINE: &str = "lab share";

pub(crate) fn too_long(length: usize) -> String {
    format!(
        "A link to this account would have {length} characters, more than mail and browsers let through. Export it and send the file."
    )
}

pub(crate) fn not_opened(why: &str) -> String {
    format!("The link cannot be opened: {why}. Nothing was changed.")
}
