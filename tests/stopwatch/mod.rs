//! How long this thread works at something.

use std::fs;
use std::time::{Duration, Instant};

/// The time for which this thread has worked, where the system tells; otherwise none.
fn worked() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanos = text.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanos))
}

/// Measures time: what other programs take of the machine does not count, where the system tells.
pub struct Stopwatch(Instant, Option<Duration>);

impl Stopwatch {
    pub fn start() -> Self {
        Self(Instant::now(), worked())
    }

    pub fn elapsed(&self) -> Duration {
        let worked = worked().zip(self.1).map(|(now, before)| now - before);
        worked.unwrap_or_else(|| self.0.elapsed())
    }
}
