//! Seeded mutations of what comes from outside: terminal lines, PEM files, wire bodies and saves. Nothing of it may panic, and what a
//! line does must replay. Each runs for two seconds, or for `MUTATE_SECONDS`; what once failed stands in `tests/corpus/` and is tried
//! first. A failure prints its seed and its input.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use keystore_playground::api::wire::Request;
use keystore_playground::command::{Command, HostAction};
use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::shell::Shell;

/// Pieces that mean something to one of the readers.
const PIECES: &[&str] = &[
    "'",
    "\"",
    "\\",
    "$(",
    ")",
    "${",
    "}",
    "`",
    "|",
    ">",
    ">>",
    "&&",
    ";",
    "<",
    "*",
    "[",
    "{",
    "\n",
    "\r",
    "\0",
    "é",
    "--",
    "=",
    "file://",
    "-----BEGIN CERTIFICATE-----",
    "-----END",
    "null",
    "[]",
    "{}",
    "1e999",
    "-1",
    "\\u0000",
    "\"__type\"",
    "0",
];

/// Numbers from a seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }

    fn mutated(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(3) {
            let at = self.below(letters.len() + 1);
            let to = (at + self.below(9)).min(letters.len());
            match self.below(4) {
                0 => drop(letters.drain(at..to)),
                1 => {
                    let again: Vec<char> = letters[at..to].to_vec();
                    letters.splice(at..at, again);
                }
                2 => {
                    let piece = PIECES[self.below(PIECES.len())];
                    letters.splice(at..at, piece.chars());
                }
                _ => {
                    let piece = PIECES[self.below(PIECES.len())];
                    letters.splice(at..to, piece.chars());
                }
            }
        }
        letters.into_iter().collect()
    }
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn playground() -> (Playground, Shell) {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    shell.run(&mut playground, "lab scenario network");
    (playground, shell)
}

/// Tries the corpus of a kind and then mutations of its beginnings until the time is over.
fn mutate(kind: &str, beginnings: &[String], mut check: impl FnMut(&str)) {
    let mut tried = |seed: u64, input: &str| {
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| check(input)));
        assert!(outcome.is_ok(), "{kind}: seed {seed}: {input:?}");
    };
    let corpus = tests().join("corpus").join(kind);
    for entry in fs::read_dir(&corpus).unwrap() {
        tried(0, &fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    let seconds = std::env::var("MUTATE_SECONDS").map_or(2, |text| text.parse().unwrap());
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut seed: u64 = 1;
    while Instant::now() < end {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let beginning = &beginnings[dice.below(beginnings.len())];
        let input = dice.mutated(beginning);
        tried(seed, &input);
        seed += 1;
    }
    assert!(seed > 20, "{kind}: only {seed} inputs were tried");
}

/// The lines of the acceptance rows.
fn lines() -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(tests().join("matrix/rows")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let lines = text.lines().filter_map(|line| line.strip_prefix("do "));
        found.extend(
            lines
                .filter(|line| !line.starts_with("lab scenario"))
                .map(str::to_owned),
        );
    }
    found
}

#[test]
fn mutated_lines_do_not_panic_and_replay() {
    let (mut host, mut shell) = playground();
    let mut count = 0;
    mutate("lines", &lines(), |line| {
        count += 1;
        if count % 100 == 0 {
            let again = Playground::import(&host.export()).ok().unwrap();
            assert!(
                again.account() == host.account(),
                "the log gives another account"
            );
            (host, shell) = playground();
        }
        shell.run(&mut host, line);
        shell.interrupt();
    });
}

#[test]
fn mutated_certificates_do_not_panic() {
    let mut files = Vec::new();
    for entry in fs::read_dir(tests().join("certificates")).unwrap() {
        let path = entry.unwrap().path();
        let wanted = ["crt", "key", "pem"].map(Some);
        if wanted.contains(&path.extension().and_then(|ending| ending.to_str())) {
            files.push(fs::read_to_string(path).unwrap());
        }
    }
    let (mut host, mut shell) = playground();
    mutate("certificates", &files, |text| {
        host.run(Command::Host {
            region: "us-east-1".to_owned(),
            action: HostAction::WriteFile {
                path: "/home/ec2-user/a.pem".to_owned(),
                text: text.to_owned(),
            },
        })
        .unwrap();
        for line in [
            "openssl x509 -in a.pem -noout -text",
            "openssl req -in a.pem -noout -text",
            "openssl rsa -in a.pem -noout -text",
            "openssl verify -CAfile a.pem a.pem",
        ] {
            shell.run(&mut host, line);
            shell.interrupt();
        }
    });
}

#[test]
fn mutated_wire_bodies_do_not_panic() {
    let bodies = [
        r#"{"CustomKeyStoreName":"A","CloudHsmClusterId":"cluster-abcdefgh234","TrustAnchorCertificate":"x","KeyStorePassword":"kmsPswd"}"#,
        r#"{"KeyId":"alias/a","Plaintext":"aGVsbG8=","EncryptionContext":{"a":"b"}}"#,
        r#"{"Tags":[{"TagKey":"a","TagValue":"b"}],"Origin":"AWS_KMS","Description":"x"}"#,
        r#"{"Limit":3,"Marker":"x"}"#,
    ]
    .map(str::to_owned);
    let operations = [
        "CreateCustomKeyStore",
        "Encrypt",
        "CreateKey",
        "ListKeys",
        "DescribeCustomKeyStores",
    ];
    let (mut host, _) = playground();
    let mut turn = 0;
    mutate("bodies", &bodies, |body| {
        turn += 1;
        let target = format!("TrentService.{}", operations[turn % operations.len()]);
        let authorization = "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/kms/aws4_request, SignedHeaders=host, Signature=00";
        let headers = [
            ("content-type", "application/x-amz-json-1.1"),
            ("x-amz-target", target.as_str()),
            ("authorization", authorization),
        ];
        let request = Request {
            method: "POST".to_owned(),
            url: "https://kms.us-east-1.amazonaws.com/".to_owned(),
            headers: headers
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .to_vec(),
            body: body.as_bytes().to_vec(),
        };
        let response = host.handle(&request).unwrap();
        assert!(
            response.status == 200 || response.status == 400,
            "{}",
            response.status
        );
        if turn % 200 == 0 {
            (host, _) = playground();
        }
    });
}

#[test]
fn mutated_saves_are_refused_or_are_accounts() {
    let (mut host, mut shell) = playground();
    for line in [
        "aws kms create-key",
        "aws kms create-key --policy x",
        "echo a > b",
        "lab advance 1h",
    ] {
        shell.run(&mut host, line);
    }
    mutate("saves", &[host.export()], |text| {
        if let Ok(mut read) = Playground::import(text) {
            while read.undo().unwrap() {}
        }
    });
}
