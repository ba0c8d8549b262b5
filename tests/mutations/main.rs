//! Seeded mutations: whatever is typed, uploaded, sent, imported, opened from a link or found in the storage is answered, and answered
//! soon, in little memory, without a panic and without a bug of ours; what is refused changes nothing.
//!
//! `tests/corpus/<kind>/` holds the inputs that mutations start from. `MUTATE_SECONDS=20` mutates for longer, `SEED=7` in another way, and
//! with `MUTATE_GROW=1` an input that comes to something new is put into the corpus. The input that ends the process itself, as an
//! exhausted stack does, lies in `target/tmp/mutation-<kind>`.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod json;
mod kinds;
mod mutate;
#[path = "../random/mod.rs"]
mod random;
#[path = "../stopwatch/mod.rs"]
mod stopwatch;
mod stored;
mod watch;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use random::{Random, setting};
use watch::Watch;

/// What takes longer hangs.
const HANGS: Duration = Duration::from_secs(15);
/// The longest time that anything takes. What runs here without optimisation takes several times as long as in the page.
const LONGEST: Duration = Duration::from_secs(2 * SLOWER as u64);
/// The longest time for which a line of the terminal does not look whether the reader has interrupted it.
const DEAF: Duration = Duration::from_millis(200 * SLOWER as u64);
/// How many times as long it takes here, at least.
const SLOWER: u32 = if cfg!(debug_assertions) { 3 } else { 1 };
/// Tries, of which the fastest counts.
const TRIES: usize = 3;
/// The most memory that an input may take, in bytes.
const MEMORY: u64 = 256 << 20;

/// Tries an input; what came of it, without names and numbers, or what is wrong with it.
type Try = Box<dyn FnMut(&[u8], &Watch) -> Result<String, String>>;

/// A kind of input.
struct Kind {
    name: &'static str,
    begin: fn() -> Try,
    /// What to begin with beside the corpus.
    seeds: fn() -> Vec<Vec<u8>>,
    /// A mutation of an input and of another one.
    mutate: fn(&mut Random, &[u8], &[u8]) -> Vec<u8>,
}

#[test]
fn lines_of_the_terminal() {
    run(Kind {
        name: "shell",
        begin: kinds::shell,
        seeds: Vec::new,
        mutate: mutate::line,
    });
}

#[test]
fn certificates_requests_and_keys() {
    run(Kind {
        name: "pem",
        begin: kinds::pem,
        seeds: Vec::new,
        mutate: mutate::mutate,
    });
}

#[test]
fn bodies_on_the_wire() {
    run(Kind {
        name: "wire",
        begin: kinds::wire,
        seeds: Vec::new,
        mutate: mutate::mutate,
    });
}

#[test]
fn imported_logs() {
    run(Kind {
        name: "log",
        begin: stored::exports,
        seeds: stored::exported,
        mutate: json::mutate,
    });
}

#[test]
fn links() {
    run(Kind {
        name: "link",
        begin: stored::links,
        seeds: stored::linked,
        mutate: json::mutate,
    });
}

#[test]
fn rows_of_the_storage() {
    run(Kind {
        name: "rows",
        begin: stored::rows,
        seeds: stored::kept,
        mutate: json::mutate,
    });
}

fn run(kind: Kind) {
    let name = kind.name;
    let seed = setting("SEED", 1);
    let watch = Arc::new(Watch::default());
    let trying = Arc::clone(&watch);
    let worker = thread::spawn(move || work(&kind, seed, &trying));
    loop {
        let ended = worker.is_finished();
        match watch.trying(if ended { Duration::ZERO } else { HANGS }) {
            // The worker takes its input away when it has come to its end.
            Some(input) => {
                let path = folder(name).join(file_name(&input));
                let problem = if ended {
                    worker.join().err().map_or_else(String::new, |panic| {
                        let text = panic.downcast_ref::<String>().cloned();
                        text.or_else(|| panic.downcast_ref::<&str>().map(|&text| text.to_owned()))
                            .unwrap_or_default()
                    })
                } else {
                    "it hangs".to_owned()
                };
                let kept = failed(name);
                fs::write(&kept, &input).unwrap();
                panic!(
                    "{name}, SEED={seed}: {problem}\nThe input lies in {}, and belongs into the corpus as {} once it is mended:\n{}",
                    kept.display(),
                    path.display(),
                    String::from_utf8_lossy(&input[..input.len().min(2_000)]).escape_debug()
                );
            }
            None if ended => return worker.join().unwrap(),
            None => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Tries the corpus, and then mutations of it until the time is over.
fn work(kind: &Kind, seed: u64, watch: &Watch) {
    let mut tries = (kind.begin)();
    let mut seen = BTreeSet::new();
    let mut once = |input: &[u8]| {
        fs::write(failed(kind.name), input).unwrap();
        let (mut fastest, mut deaf) = (Duration::MAX, Duration::MAX);
        let mut found = String::new();
        for _ in 0..TRIES {
            watch.begin(input);
            let mut came = Ok(String::new());
            let memory = allocation_counter::measure(|| came = tries(input, watch)).bytes_max;
            found = came.unwrap_or_else(|problem| panic!("{problem}"));
            assert!(memory <= MEMORY, "it takes {} MiB", memory >> 20);
            let took = watch.slowest();
            (fastest, deaf) = (fastest.min(took.0), deaf.min(took.1));
            if fastest <= LONGEST && deaf <= DEAF {
                break;
            }
        }
        assert!(fastest <= LONGEST, "it takes {fastest:?}");
        assert!(deaf <= DEAF, "nobody can interrupt it for {deaf:?}");
        watch.end();
        seen.insert(found)
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
        let input = (kind.mutate)(&mut random, input, other);
        count += 1;
        if once(&input) {
            if setting("MUTATE_GROW", 0) == 1 {
                fs::create_dir_all(folder(kind.name)).unwrap();
                fs::write(folder(kind.name).join(file_name(&input)), &input).unwrap();
            }
            // What came to something new is worth mutating further.
            corpus.push(input);
        }
    }
    println!(
        "{}, SEED={seed}: {known} inputs, {count} mutations of them, {} outcomes",
        kind.name,
        seen.len()
    );
}

/// Where the input lies that is being tried.
fn failed(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutation-{kind}"))
}

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(kind)
}

/// The name of an input that was found.
fn file_name(input: &[u8]) -> String {
    use sha2::Digest;
    keystore_playground::sim::hex(&sha2::Sha256::digest(input)[..6])
}

fn corpus(kind: &Kind) -> Vec<Vec<u8>> {
    // A kind of which nothing was found yet has no folder.
    let mut paths: Vec<PathBuf> = fs::read_dir(folder(kind.name))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let kept = paths.iter().map(|path| fs::read(path).unwrap());
    let corpus: Vec<Vec<u8>> = kept.chain((kind.seeds)()).collect();
    assert!(!corpus.is_empty(), "the corpus of {} is empty", kind.name);
    corpus
}
