//! The terminal: a small shell on the client host, and the tools that run in it. It is a door like any other: it reaches the account
//! through [`Door`] alone.

mod aws;
mod commands;
mod door;
mod files;
pub mod hsm_tools;
mod lab;
pub mod program;
mod session;
mod syntax;

pub use door::{Door, Reply};
pub use session::Shell;
