//! Sentences of the terminal that no real tool prints.

use crate::api::Bug;

/// A program whose session undo took away.
pub(super) const PROGRAM_GONE: &str = "playground: the session of this program is gone: what had started it was undone. Start it again.\n";

/// A bug of ours, which is not a failure of the simulated world.
pub(super) fn bug(bug: &Bug) -> String {
    format!(
        "playground: this is a fault of the playground itself, not of AWS: {}. The account is as it was before the command.\n",
        bug.0
    )
}
