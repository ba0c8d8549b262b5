//! `fix`: what the explanation offers is done, and must cure.

use super::case::Case;

/// A fix that has been run, and what must succeed because of it.
pub struct Cure {
    refused: String,
}

impl Case {
    /// Runs what the explanation of the last refusal, or of a key store's failed connection, offers.
    pub fn fix(&mut self, settings: &str) {
        let (settings, stores): (Vec<&str>, Vec<&str>) = settings
            .split_whitespace()
            .partition(|word| word.contains('='));
        for setting in settings {
            self.run(setting);
        }
        self.settle_last();
        let line = match stores.first() {
            Some(store) => format!("lab fix {store}"),
            None => "lab fix".to_owned(),
        };
        self.run(&line);
        // A line of it may be refused and answered, as where a user is there on one HSM and made on the other.
        self.expect("exit 0");
        if stores.is_empty() {
            let refused = self
                .refused
                .clone()
                .expect("a line was refused before its fix");
            self.cure = Some(Cure { refused });
        } else {
            self.expect("store CONNECTED");
        }
    }

    /// Runs the refused line again when its fix is done, unless the case goes on with it, or with another, by itself.
    pub fn prove_cure(&mut self, next: Option<&str>) {
        let looks = next.is_some_and(|step| step.starts_with("expect "));
        if looks {
            return;
        }
        if let Some(Cure { refused }) = self.cure.take() {
            let goes_on = next
                .and_then(|step| step.split_once(' '))
                .is_some_and(|(word, rest)| word == "cured" || rest.trim() == refused);
            if !goes_on {
                self.run(&refused);
                self.settle_last();
            }
        }
    }
}
