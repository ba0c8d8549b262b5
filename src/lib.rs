//! Keystore Playground: a simulated AWS account in which people rehearse AWS KMS custom key stores on AWS CloudHSM.

pub mod api;
pub mod command;
pub mod docs;
pub mod facts;
pub mod hsm;
pub mod model;
pub mod pki;
pub mod playground;
pub mod rules;
pub mod shell;
pub mod sim;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod web;
