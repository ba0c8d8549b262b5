//! What is done to an input.

use super::random::Random;

/// Bytes of the longest input.
const MOST: usize = 64 * 1024;

/// What some parser finds special.
const TOKENS: &[&str] = &[
    "$(",
    ")",
    "\"",
    "'",
    "\\",
    "|",
    "&&",
    ";",
    "\n",
    ">",
    "<",
    "*",
    "${",
    "}",
    "{",
    "[",
    "]",
    ":",
    ",",
    "null",
    "true",
    "-1",
    "\0",
    "é",
    "\u{f705}",
    "-----BEGIN CERTIFICATE-----",
    "-----END CERTIFICATE-----",
    "file://",
    "--query",
    "`",
    "=",
    "%s",
    "0x",
    "\\u",
    "\\ud800",
    "\"\"",
    "1e999",
    "$?",
    "~",
    "..",
    "/",
];

const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "65536",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551616",
    "253402300800000",
    "99999999999999999999999999999999",
    "1e308",
    "0.5",
];

const NESTED: &[&[u8]] = &[
    b"[",
    b"{\"a\":",
    b"$(",
    b"(",
    b"\"",
    b"\\",
    b"\x30\x82\x7f\x7f",
    b"\x30\x80",
    b"{",
    b"[[",
    b"a=b,",
];

/// An input with one to four things done to it.
pub fn mutate(random: &mut Random, input: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=random.below(4) {
        let (from, to) = span(random, bytes.len());
        match random.below(11) {
            0 if !bytes.is_empty() => {
                let at = random.below(bytes.len());
                bytes[at] ^= 1 << random.below(8);
            }
            1 if !bytes.is_empty() => {
                let at = random.below(bytes.len());
                bytes[at] = random.next().to_le_bytes()[0];
            }
            2 => drop(bytes.drain(from..to)),
            3 => bytes.truncate(from),
            4 => {
                let piece = bytes[from..to].to_vec();
                let times = 1 + random.below(3);
                bytes.splice(from..from, piece.repeat(times));
            }
            5 => {
                let (first, last) = span(random, other.len());
                bytes.splice(from..to, other[first..last].iter().copied());
            }
            6 => put(&mut bytes, from, random.pick(TOKENS).as_bytes()),
            7 => number(random, &mut bytes),
            8 if random.one_in(4) => {
                let times = 1 + random.below(5_000);
                put(&mut bytes, from, &random.pick(NESTED).repeat(times));
            }
            9 => swap(random, &mut bytes, b' '),
            10 => swap(random, &mut bytes, b'"'),
            _ => put(&mut bytes, from, &random.next().to_le_bytes()[..1]),
        }
        bytes.truncate(MOST);
    }
    bytes
}

/// A short stretch more often than a long one.
fn span(random: &mut Random, length: usize) -> (usize, usize) {
    let from = random.below(length + 1);
    let most = if random.one_in(4) { length } else { 16 };
    (from, (from + random.below(most + 1)).min(length))
}

fn put(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}

/// Another number in the place of one.
fn number(random: &mut Random, bytes: &mut Vec<u8>) {
    let starts: Vec<usize> = (0..bytes.len())
        .filter(|&at| bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit()))
        .collect();
    if !starts.is_empty() {
        let from = *random.pick(&starts);
        let digits = bytes[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        let to = from + digits.count();
        bytes.splice(from..to, random.pick(NUMBERS).bytes());
    }
}

/// Two of the pieces between separators change places.
fn swap(random: &mut Random, bytes: &mut Vec<u8>, separator: u8) {
    let mut pieces: Vec<&[u8]> = bytes.split(|&byte| byte == separator).collect();
    let (one, other) = (random.below(pieces.len()), random.below(pieces.len()));
    pieces.swap(one, other);
    *bytes = pieces.join(&separator);
}
