//! Keystore Playground: a simulated AWS account in which people rehearse AWS KMS custom key stores on AWS CloudHSM, and meet the
//! failures that the documentation describes.
//!
//! # The map
//!
//! Layers from the bottom; each uses those above it in this list and none below it. `tests/tidy` checks it, over every line.
//!
//! | layer | what it holds |
//! |---|---|
//! | [`model`] | the account as plain data; nothing in it can fail |
//! | [`pki`] | keys, certificate requests and certificates: real X.509, pure functions |
//! | [`docs`], [`text`] | every documentation link; every sentence for people, told in plain values |
//! | [`sim`] | seeded bytes, sealed secrets, ciphertexts, the memo of RSA keys |
//! | [`facts`] | the read-only picture that rules look at; every fact is known, absent, or was not given |
//! | [`rules`] | one file for each failure: when it happens, what it raises, how to cure it, how to make it happen |
//! | [`api`], [`hsm`] | what changes the account: one file for each AWS operation, and the wire protocol; what the HSM tools do to the HSMs |
//! | [`command`] | everything that can be done, as data, with its secrets sealed |
//! | [`lab`] | what changes the account besides AWS and the HSM tools: the client host, faults, permissions, quotas, other accounts |
//! | [`shell`] | the terminal: a small bash with its files, the look-alikes of `aws` and `openssl`, the HSM tools, `lab` |
//! | [`ports`] | the few traits to the outside, with versions in memory |
//! | [`playground`] | the facade: run, handle, undo, redo, the clock, the log and the events made from it, saving, named scenarios |
//! | `web` | the browser, in no other build |
//! | `ui` | the page in it |
//!
//! # What must stay true
//!
//! - **One door.** Everything that changes the account is a [`command::Command`], and [`playground::Playground::run`] is the only way to
//!   run one: command in, outcome out, one entry on the log. Reads leave no entry.
//! - **Only [`sim`], [`api`], [`hsm`] and [`lab`] change the account.** The facade hands it to them, and puts another one in its place.
//! - **The account is a pure function of the seed and the log.** Undo, saving and tests are replay. Ids, keys and certificates come from
//!   (seed, number of accepted commands, purpose), so a refused call shifts nothing after it.
//! - **Nothing below `web` touches the browser**, a clock or the system's randomness. Time, entropy and seed are arguments.
//! - **A refusal of the simulated world is an outcome** ([`api::AwsError`]), never a panic. What cannot be is a [`api::Bug`] of ours; it
//!   leaves account and log as they were.
//! - **A refused call changes nothing** but the log, the event history made from it, and the counters that the guides describe: requests in
//!   a second, failed logins. The tests hold every refused line of `tests/matrix/` and every random one to it.
//! - **Nobody reads a secret.** Passwords and plaintexts are kept as keyed hashes ([`model::Secret`]); a private key given where a
//!   certificate belongs is emptied before anything else sees it.

pub mod api;
pub mod command;
pub mod docs;
pub mod facts;
pub mod hsm;
pub mod lab;
pub mod model;
pub mod pki;
pub mod playground;
pub mod ports;
pub mod rules;
pub mod shell;
pub mod sim;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod web;
