//! The few doors to the outside, as traits: the browser implements them in `web`, tests use the versions that live in memory.

mod storage;

pub use storage::{MemoryStorage, Storage};
