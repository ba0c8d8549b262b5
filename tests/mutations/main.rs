//! Seeded mutations: whatever is typed, uploaded, sent or imported is answered, and answered soon, without a panic and without a bug of
//! ours; what is refused changes nothing.
//!
//! `tests/corpus/<kind>/` holds the inputs that mutations start from. `MUTATE_SECONDS=20` mutates for longer, `SEED=7` in another way, and
//! with `MUTATE_GROW=1` an input that comes to something new is put into the corpus. The input that ends the process itself, as an
//! exhausted stack does, lies in `target/tmp/mutation-<kind>`.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod kinds;
mod mutate;
#[path = "../random/mod.rs"]
mod random;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use random::{Random, setting};

/// What takes longer hangs: nothing here needs a tenth of it on a slow machine.
const BOUND: Duration = Duration::from_secs(15);

/// Tries an input; what came of it, without names and numbers, or what is wrong with it.
type Try = Box<dyn FnMut(&[u8]) -> Result<String, String>>;

/// What is being tried since when.
type Current = Arc<Mutex<Option<(Instant, Vec<u8>)>>>;

#[test]
fn lines_of_the_terminal() {
    run("shell", kinds::shell);
}

#[test]
fn certificates_requests_and_keys() {
    run("pem", kinds::pem);
}

#[test]
fn bodies_on_the_wire() {
    run("wire", kinds::wire);
}

#[test]
fn imported_logs() {
    run("log", kinds::log);
}

fn run(kind: &'static str, begin: fn() -> Try) {
    let seed = setting("SEED", 1);
    let current = Current::default();
    let trying = Arc::clone(&current);
    let worker = thread::spawn(move || work(kind, seed, begin(), &trying));
    loop {
        let ended = worker.is_finished();
        let hangs = |(since, _): &(Instant, Vec<u8>)| since.elapsed() > BOUND;
        let now = current
            .lock()
            .unwrap()
            .clone()
            .filter(|now| ended || hangs(now));
        match now {
            // The worker takes its input away when it has come to its end.
            Some((_, input)) => {
                let path = folder(kind).join(name(&input));
                let problem = if ended {
                    worker.join().err().map_or_else(String::new, |panic| {
                        let text = panic.downcast_ref::<String>().cloned();
                        text.or_else(|| panic.downcast_ref::<&str>().map(|&text| text.to_owned()))
                            .unwrap_or_default()
                    })
                } else {
                    "it hangs".to_owned()
                };
                panic!(
                    "{kind}, SEED={seed}: {problem}\nThe input, which belongs into the corpus as {} once it is mended:\n{}",
                    path.display(),
                    String::from_utf8_lossy(&input).escape_debug()
                );
            }
            None if ended => return worker.join().unwrap(),
            None => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Tries the corpus, and then mutations of it until the time is over.
fn work(kind: &str, seed: u64, mut tries: Try, current: &Current) {
    let trace = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutation-{kind}"));
    let mut seen = BTreeSet::new();
    let mut once = |input: &[u8]| {
        fs::write(&trace, input).unwrap();
        *current.lock().unwrap() = Some((Instant::now(), input.to_vec()));
        let class = tries(input).unwrap_or_else(|problem| panic!("{problem}"));
        *current.lock().unwrap() = None;
        seen.insert(class)
    };
    let mut corpus = corpus(kind);
    for input in &corpus {
        once(input);
    }
    let known = corpus.len();
    let mut random = Random::new(seed);
    let end = Instant::now() + Duration::from_secs(setting("MUTATE_SECONDS", 1));
    let mut count = 0;
    while Instant::now() < end {
        let (input, other) = (random.pick(&corpus), random.pick(&corpus));
        let input = mutate::mutate(&mut random, input, other);
        count += 1;
        if once(&input) {
            if setting("MUTATE_GROW", 0) == 1 {
                fs::write(folder(kind).join(name(&input)), &input).unwrap();
            }
            // What came to something new is worth mutating further.
            corpus.push(input);
        }
    }
    println!(
        "{kind}, SEED={seed}: {known} inputs, {count} mutations of them, {} outcomes",
        seen.len()
    );
}

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(kind)
}

/// The name of an input that was found.
fn name(input: &[u8]) -> String {
    use sha2::Digest;
    keystore_playground::sim::hex(&sha2::Sha256::digest(input)[..6])
}

fn corpus(kind: &str) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder(kind))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "the corpus of {kind} is empty");
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}
