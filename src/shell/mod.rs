//! The terminal: a small shell like bash on the client host, and the tools that run in it. It is a door like any other: it reaches the
//! account through [`Door`] alone.

mod aws;
mod builtins;
mod bytes;
mod complete;
mod door;
mod expand;
mod files;
mod foreground;
mod glob;
mod hint;
pub mod hsm_tools;
mod lab;
mod lexer;
mod mask;
mod openssl;
pub mod program;
mod session;
mod streams;
mod syntax;
#[cfg(test)]
mod tests;

pub use aws::command_line;
pub use complete::Completion;
pub use door::{Door, Reply};
pub use lab::holes;
pub use mask::masked;
pub use program::Offered;
pub use session::{HOME, Shell, USER};
