//! The few doors to the outside, as traits: the browser implements them in `web`, tests use the versions that live in memory.

mod rows;

pub use rows::{Answer, Expected, MemoryRows, Problem, Row, Rows, Write};
