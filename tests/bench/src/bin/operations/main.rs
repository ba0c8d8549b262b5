//! Accounts of any size, and ways to keep them busy, for a script that holds the stopwatch.

#[cfg(target_arch = "wasm32")]
mod large;
#[cfg(target_arch = "wasm32")]
mod saving;

#[cfg(target_arch = "wasm32")]
mod bench {
    use keystore_playground::playground::{Options, Playground};
    use keystore_playground::sim::Memo;
    use serde_json::{Value, json};
    use wasm_bindgen::prelude::*;

    use super::saving::Sandbox;

    const REGION: &str = "us-east-1";

    /// An account with a connected key store and so many keys, every other one in the store.
    #[wasm_bindgen]
    pub struct Busy {
        playground: Playground,
        store: String,
        cluster: String,
        anchor: String,
        /// A key in the store, and one in KMS itself.
        keys: [String; 2],
    }

    #[wasm_bindgen]
    impl Busy {
        /// Makes the account. RSA keys are taken over from another one, where there is one.
        #[wasm_bindgen(constructor)]
        pub fn new(keys: u32, other: Option<Busy>) -> Result<Busy, JsError> {
            let mut playground = Playground::new(Options::default());
            if let Some(other) = other {
                playground.remember(other.playground.memo().clone());
            }
            let reply = playground
                .shell()
                .run(&mut playground, "lab scenario store-connected");
            if reply.exit_code != 0 {
                return Err(JsError::new(&reply.stderr));
            }
            let mut busy = Self::of(playground)?;
            for number in 0..keys {
                busy.keys[usize::from(number % 2 == 1)] = busy.create(number % 2 == 0)?;
            }
            Ok(busy)
        }

        /// Makes an account with so many key stores in each of four Regions, and so many keys in each; one more key is in KMS itself.
        pub fn large(stores: usize, keys: usize) -> Result<Busy, JsError> {
            let playground = super::large::account(stores, keys, Memo::default())
                .map_err(|failed| JsError::new(&failed))?;
            let mut busy = Self::of(playground)?;
            for in_store in [true, false] {
                busy.keys[usize::from(!in_store)] = busy.create(in_store)?;
            }
            Ok(busy)
        }

        fn of(playground: Playground) -> Result<Self, JsError> {
            let region = playground.account().region(REGION).ok_or_else(missing)?;
            let store = region.key_stores.values().next().ok_or_else(missing)?;
            Ok(Self {
                store: store.id.clone(),
                cluster: store.cluster_id.clone(),
                anchor: store.trust_anchor.clone(),
                keys: [const { String::new() }; 2],
                playground,
            })
        }

        /// Number of commands on the log.
        pub fn commands(&self) -> usize {
            self.playground.log().len()
        }

        /// The account's save.
        pub fn export(&self) -> String {
            self.playground.export()
        }

        /// Takes so many commands back, one after the other.
        pub fn undo(&mut self, times: u32) -> Result<(), JsError> {
            for _ in 0..times {
                self.playground.undo().map_err(|bug| JsError::new(&bug.0))?;
            }
            Ok(())
        }

        /// Keeps the account in the browser's storage, so many commands in a transaction each. Answers the bytes that a command wrote.
        pub async fn keep(mut self, commands: u32) -> Result<Kept, JsError> {
            let mut sandbox = Sandbox::create(&mut self.playground).await?;
            // The first transaction also opens the store.
            self.once("EnableKey")?;
            sandbox.commit(&mut self.playground).await?;
            let (mut bytes, mut millis) = (0, 0.0);
            for _ in 0..commands {
                self.once("EnableKey")?;
                let (written, time) = sandbox.commit(&mut self.playground).await?;
                bytes += written;
                millis += time;
            }
            let start = sandbox.start(&self.playground).await?;
            Ok(Kept {
                bytes: bytes as f64 / f64::from(commands),
                millis: millis / f64::from(commands),
                start,
                busy: Some(self),
            })
        }

        /// Carries an operation out so many times.
        pub fn run(&mut self, operation: &str, times: u32) -> Result<(), JsError> {
            for _ in 0..times {
                self.once(operation)?;
            }
            Ok(())
        }

        /// Fills the log up to so many commands of all kinds, and answers the account's save.
        pub fn save_of(&mut self, commands: usize) -> Result<String, JsError> {
            const WORK: &[&str] = &[
                "CreateKey",
                "CreateKey in a store",
                "Encrypt",
                "CreateCustomKeyStore, refused",
                "DisableKey",
                "EnableKey",
                "CreateSecurityGroup",
            ];
            let mut work = WORK.iter().cycle();
            while self.playground.log().len() < commands {
                work.next()
                    .map_or(Ok(()), |operation| self.once(operation))?;
            }
            Ok(self.playground.export())
        }

        fn once(&mut self, operation: &str) -> Result<(), JsError> {
            let [in_store, in_kms] = &self.keys;
            match operation {
                "CreateKey" => self.create(false).map(|_| ()),
                "CreateKey in a store" => self.create(true).map(|_| ()),
                "DescribeKey" | "EnableKey" | "DisableKey" => {
                    let key = if operation == "DescribeKey" {
                        in_store
                    } else {
                        in_kms
                    };
                    let input = json!({ "KeyId": key });
                    self.call("kms", operation, input).map(|_| ())
                }
                "Encrypt" => {
                    let input = json!({ "KeyId": in_store, "Plaintext": "aGVsbG8=" });
                    self.call("kms", operation, input).map(|_| ())
                }
                "ListKeys, 10 of them" => self
                    .call("kms", "ListKeys", json!({ "Limit": 10 }))
                    .map(|_| ()),
                "DescribeClusters" => self.call("cloudhsmv2", operation, json!({})).map(|_| ()),
                "CreateSecurityGroup" => {
                    let name = format!("group {}", self.playground.log().len());
                    let input = json!({ "GroupName": name, "Description": "one of many" });
                    self.call("ec2", operation, input).map(|_| ())
                }
                "CreateCustomKeyStore, refused" => {
                    let input = json!({
                        "CustomKeyStoreName": "another",
                        "CloudHsmClusterId": self.cluster,
                        "TrustAnchorCertificate": self.anchor,
                        "KeyStorePassword": "kmsPswd",
                    });
                    match self.answer("kms", "CreateCustomKeyStore", input)? {
                        Ok(_) => Err(JsError::new("the key store was not refused")),
                        Err(code) if code == "CloudHsmClusterInUseException" => Ok(()),
                        Err(code) => Err(JsError::new(&code)),
                    }
                }
                _ => Err(JsError::new(&format!("no operation {operation}"))),
            }
        }

        /// Creates a key; answers its id.
        fn create(&mut self, in_store: bool) -> Result<String, JsError> {
            let input = if in_store {
                json!({ "Origin": "AWS_CLOUDHSM", "CustomKeyStoreId": self.store })
            } else {
                json!({})
            };
            let answer = self.call("kms", "CreateKey", input)?;
            Ok(answer["KeyMetadata"]["KeyId"]
                .as_str()
                .unwrap_or_default()
                .to_owned())
        }

        fn call(&mut self, service: &str, name: &str, input: Value) -> Result<Value, JsError> {
            self.answer(service, name, input)?
                .map_err(|code| JsError::new(&format!("{name} was refused: {code}")))
        }

        fn answer(
            &mut self,
            service: &str,
            name: &str,
            input: Value,
        ) -> Result<Result<Value, String>, JsError> {
            self.playground
                .call(service, name, REGION, input)
                .map(|answer| answer.map_err(|error| error.code))
                .map_err(|bug| JsError::new(&bug.0))
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
        busy: Option<Busy>,
    }

    #[wasm_bindgen]
    impl Kept {
        /// The account.
        pub fn account(&mut self) -> Option<Busy> {
            self.busy.take()
        }
    }

    /// Makes an account from its save; answers how many commands that replayed.
    #[wasm_bindgen]
    pub fn replay(save: &str) -> Result<usize, JsError> {
        Playground::import(save)
            .map(|playground| playground.log().len())
            .map_err(|problem| JsError::new(&format!("{problem:?}")))
    }

    fn missing() -> JsError {
        JsError::new("the scenario has no key store")
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
