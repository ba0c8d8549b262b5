//! The terminal: a small shell like bash on the client host, and the tools that run in it. It is a door like any other: it reaches the
//! account through [`Door`] alone.

mod arithmetic;
mod aws;
mod budget;
mod builtins;
mod bytes;
mod complete;
mod conditions;
mod door;
mod execute;
mod expand;
mod files;
mod foreground;
mod glob;
mod here;
mod hint;
mod holes;
pub mod hsm_tools;
mod lab;
mod lexer;
mod looks;
mod lookup;
mod mask;
mod openssl;
pub mod program;
mod reader;
mod session;
mod sleep;
mod steps;
mod streams;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod variables;
mod word;

pub use aws::command_line;
pub use complete::Completion;
pub use door::{Door, Needed, Reply};
pub use foreground::WAY_OUT;
pub use holes::{filled, holes, pasteable};
pub use looks::only_look;
pub use mask::masked;
pub use program::Offered;
pub use session::{HOME, Shell, USER};
