//! The acceptance rows as text: `tests/matrix/*.txt` and, one case or more for each row of the matrices, `tests/matrix/rows/*.txt`.
//! Each case is a few terminal lines with what must come of them. `cargo test --test matrix -- A12 NET` runs the cases whose id or
//! file begins so.
//!
//! ```text
//! == id  title            in rows/ the id is the row's, `A12`; further cases of the row are `A12.password`
//! given <scenario>        the account to start from; afterwards $CLUSTER, $GROUP, $HSM1, $HSM2, $ADDRESS1, $ADDRESS2, $ZONE1,
//!                         $SUBNET1, $STORE and $KEY name what it holds
//! clock now               before `given`: the simulation begins at this computer's time, for what the real openssl signs
//! do <line>               a terminal line; without an `expect` behind it, it must succeed
//! second <line>           a line of a second terminal, which stays open; judged like any other
//! host <command>          a command of this computer, run beside copies of the client host's files
//! upload <file> [<name>]  a file of tests/certificates
//! repeat <number>         what stands up to `end` is done so often; $TURN counts from 1
//! expect error <code>     the line before it was refused with this code, changed nothing and explains itself
//! expect rule <id>        ... by this rule
//! expect text <words>     ... its output holds these words
//! expect no text <words>  ... and does not hold these
//! expect out <words>      ... its standard output is this and nothing else
//! expect exit <number>    ... and this was its exit code
//! expect unchanged        ... and no resource of the account changed
//! expect store <STATE> [<code>]   of the key store that was made last
//! fix [NAME=value …]      what the explanation offers is done, and must succeed; then the refused line is run again, and must succeed
//! fix [NAME=value …] <store>      what the explanation of a failed connection offers; the key store must be connected afterwards
//! cured by <line>         after a `fix`: this line must succeed, instead of the refused one
//! ```
//!
//! Whatever a case expects, a line of which everything was refused must leave the account as it was, but for the counters of requests and
//! of failed logins. `rows/index.txt` names every row with what must come of it. A row without a case fails, and so does a case that does
//! not ask for the code of its row, or that asks for a refusal without naming the rule that refuses, and a refusing row none of whose cases
//! shows a cure.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail loudly"
)]

#[path = "../before/mod.rs"]
mod before;
mod book;
mod case;
mod claims;
#[path = "../common/mod.rs"]
mod common;
mod cure;
mod index;
#[path = "../common/words.rs"]
mod words;

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use book::Told;
use index::Index;

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let told = book::all();
    let index = Index::read();
    let mut problems = index.problems(&told);
    let chosen: Vec<&Told> = told.iter().filter(|told| told.is_one_of(&wanted)).collect();
    let failures = run(&chosen);
    let failed: Vec<&str> = failures.keys().map(String::as_str).collect();
    problems.extend(index.passes_too_early(&chosen, &failed));
    for (id, message) in &failures {
        println!("---- {id}\n{message}\n");
    }
    println!("{}", index.report(&told, &chosen, &failed));
    if wanted.is_empty() || !failures.is_empty() {
        for problem in &problems {
            println!("{problem}");
        }
    }
    if failures.is_empty() && (problems.is_empty() || !wanted.is_empty()) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs cases on all cores; gives the ids of those that failed, with the reason.
fn run(cases: &[&Told]) -> BTreeMap<String, String> {
    panic::set_hook(Box::new(|_| {}));
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(BTreeMap::new());
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(told) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = panic::catch_unwind(AssertUnwindSafe(|| case::run(told)));
                    if let Err(reason) = outcome {
                        let said = reason
                            .downcast_ref::<String>()
                            .cloned()
                            .or_else(|| reason.downcast_ref::<&str>().map(|&said| said.into()))
                            .unwrap_or_default();
                        failures.lock().unwrap().insert(told.id.clone(), said);
                    }
                }
            });
        }
    });
    let _ = panic::take_hook();
    failures.into_inner().unwrap()
}
