//! What is being tried, and how long its pieces take.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::stopwatch::Stopwatch;

/// After so much time nobody waits for the rest of an input.
const PATIENCE: Duration = Duration::from_secs(4);

/// What takes less time disturbs nobody.
pub const GLANCE: Duration = Duration::from_millis(20);

/// Looks at the clock while an input is tried.
#[derive(Default)]
pub struct Watch(Mutex<Option<Trying>>);

struct Trying {
    input: Vec<u8>,
    begun: Instant,
    /// When the piece began that is going on.
    piece: Instant,
    slowest: Duration,
    /// The longest time for which nobody could interrupt it.
    deaf: Duration,
}

impl Watch {
    /// An input is tried.
    pub fn begin(&self, input: &[u8]) {
        let now = Instant::now();
        *self.0.lock().unwrap() = Some(Trying {
            input: input.to_vec(),
            begun: now,
            piece: now,
            slowest: Duration::ZERO,
            deaf: Duration::ZERO,
        });
    }

    /// It has come to its end.
    pub fn end(&self) {
        *self.0.lock().unwrap() = None;
    }

    /// Does a piece of it, which a reader waits for.
    pub fn piece<T>(&self, work: impl FnOnce() -> T) -> T {
        self.goes_on();
        let stopwatch = Stopwatch::start();
        let done = work();
        self.took(stopwatch.elapsed());
        done
    }

    /// A piece took so long.
    pub fn took(&self, time: Duration) {
        self.with(|trying| {
            trying.slowest = trying.slowest.max(time);
            trying.piece = Instant::now();
        });
    }

    /// It does not hang.
    pub fn goes_on(&self) {
        self.with(|trying| trying.piece = Instant::now());
    }

    /// Nobody could interrupt it for so long.
    pub fn was_deaf(&self, time: Duration) {
        self.with(|trying| trying.deaf = trying.deaf.max(time));
    }

    /// Whether nobody waits for the rest any more.
    pub fn is_over(&self) -> bool {
        let mut over = false;
        self.with(|trying| over = trying.begun.elapsed() > PATIENCE);
        over
    }

    /// The time of the slowest piece, and the longest for which nobody could interrupt it.
    pub fn slowest(&self) -> (Duration, Duration) {
        let mut slowest = Default::default();
        self.with(|trying| slowest = (trying.slowest, trying.deaf));
        slowest
    }

    /// The input whose piece goes on for longer than that.
    pub fn trying(&self, longer: Duration) -> Option<Vec<u8>> {
        let trying = self.0.lock().unwrap();
        let trying = trying.as_ref()?;
        (trying.piece.elapsed() >= longer).then(|| trying.input.clone())
    }

    fn with(&self, change: impl FnOnce(&mut Trying)) {
        if let Some(trying) = self.0.lock().unwrap().as_mut() {
            change(trying);
        }
    }
}
