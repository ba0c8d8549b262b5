//! Accounts of any size, and ways to keep them busy, for a script that holds the stopwatch.

#[cfg(target_arch = "wasm32")]
mod busy;
#[cfg(target_arch = "wasm32")]
mod large;
#[cfg(target_arch = "wasm32")]
mod saving;

#[cfg(target_arch = "wasm32")]
mod bench {
    use keystore_playground::playground::Playground;
    use keystore_playground::sim::Memo;
    use wasm_bindgen::prelude::*;

    use super::busy;
    use super::saving::Sandbox;

    /// An account that is kept busy.
    #[wasm_bindgen]
    pub struct Busy(busy::Busy);

    #[wasm_bindgen]
    impl Busy {
        /// As [`busy::Busy::small`]. RSA keys are taken over from another one, where there is one.
        #[wasm_bindgen(constructor)]
        pub fn new(keys: u32, other: Option<Busy>) -> Result<Busy, JsError> {
            let memo = other.map_or_else(Memo::default, |other| other.0.playground.memo().clone());
            busy::Busy::small(keys, memo).map(Self).map_err(said)
        }

        /// As [`busy::Busy::large`].
        pub fn large(stores: usize, keys: usize) -> Result<Busy, JsError> {
            busy::Busy::large(stores, keys, Memo::default())
                .map(Self)
                .map_err(said)
        }

        /// Number of commands on the log.
        pub fn commands(&self) -> usize {
            self.0.playground.log().len()
        }

        /// The account's save.
        pub fn export(&self) -> String {
            self.0.playground.export()
        }

        /// Takes so many commands back, one after the other.
        pub fn undo(&mut self, times: u32) -> Result<(), JsError> {
            for _ in 0..times {
                self.0.playground.undo().map_err(|bug| said(bug.0))?;
            }
            Ok(())
        }

        /// Keeps the account in the browser's storage, so many commands in a transaction each.
        pub async fn keep(mut self, commands: u32) -> Result<Kept, JsError> {
            let mut sandbox = Sandbox::create(&mut self.0.playground).await?;
            // The first transaction also opens the store.
            self.run("EnableKey", 1)?;
            sandbox.commit(&mut self.0.playground).await?;
            let (mut bytes, mut millis) = (0, 0.0);
            for _ in 0..commands {
                self.run("EnableKey", 1)?;
                let (written, time) = sandbox.commit(&mut self.0.playground).await?;
                bytes += written;
                millis += time;
            }
            let start = sandbox.start(&self.0.playground).await?;
            Ok(Kept {
                bytes: bytes as f64 / f64::from(commands),
                millis: millis / f64::from(commands),
                start,
                snapshot: sandbox.snapshot() as f64,
                busy: Some(self),
            })
        }

        /// Carries an operation out so many times.
        pub fn run(&mut self, operation: &str, times: u32) -> Result<(), JsError> {
            for _ in 0..times {
                self.0.once(operation).map_err(said)?;
            }
            Ok(())
        }

        /// Fills the log up to so many commands of all kinds, and answers the account's save.
        pub fn save_of(&mut self, commands: usize) -> Result<String, JsError> {
            self.0.fill(commands).map_err(said)?;
            Ok(self.export())
        }
    }

    /// What keeping an account cost.
    #[wasm_bindgen]
    pub struct Kept {
        /// Bytes of keys and texts that one command wrote.
        pub bytes: f64,
        /// Milliseconds of the transaction of one command.
        pub millis: f64,
        /// Milliseconds in which the account was opened again from its snapshot.
        pub start: f64,
        /// Bytes of its snapshot.
        pub snapshot: f64,
        busy: Option<Busy>,
    }

    #[wasm_bindgen]
    impl Kept {
        /// The account.
        pub fn account(&mut self) -> Option<Busy> {
            self.busy.take()
        }
    }

    /// The operations that are measured.
    #[wasm_bindgen]
    pub fn operations() -> Vec<String> {
        busy::OPERATIONS
            .iter()
            .map(|name| (*name).to_owned())
            .collect()
    }

    /// Makes an account from its save; answers how many commands that replayed.
    #[wasm_bindgen]
    pub fn replay(save: &str) -> Result<usize, JsError> {
        Playground::import(save)
            .map(|playground| playground.log().len())
            .map_err(|problem| said(format!("{problem:?}")))
    }

    fn said(problem: String) -> JsError {
        JsError::new(&problem)
    }
}

/// Says that the exports are ready, by taking the loading shell away.
fn main() {
    #[cfg(target_arch = "wasm32")]
    if let Some(root) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
    {
        root.set_text_content(None);
    }
}
