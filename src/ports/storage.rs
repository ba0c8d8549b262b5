//! Where the account is kept between two visits.

/// A place for one save. It may refuse: private windows and embedded frames often have no storage.
pub trait Storage {
    /// The save, if there is one and we may look.
    fn load(&self) -> Option<String>;
    /// Keeps a save in place of the one before; answers whether it was taken.
    fn save(&mut self, text: &str) -> bool;
    /// Keeps a save that cannot be read apart, so that the next one does not overwrite it; answers whether it was taken.
    fn put_aside(&mut self, text: &str) -> bool;
}

/// Storage in memory, which can be told to refuse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStorage {
    /// The save.
    pub kept: Option<String>,
    /// The save that was put aside.
    pub aside: Option<String>,
    /// Whether everything is refused.
    pub denied: bool,
}

impl Storage for MemoryStorage {
    fn load(&self) -> Option<String> {
        self.kept.clone().filter(|_| !self.denied)
    }

    fn save(&mut self, text: &str) -> bool {
        if !self.denied {
            self.kept = Some(text.to_owned());
        }
        !self.denied
    }

    fn put_aside(&mut self, text: &str) -> bool {
        if !self.denied {
            self.aside = Some(text.to_owned());
        }
        !self.denied
    }
}
