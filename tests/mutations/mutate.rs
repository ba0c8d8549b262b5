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

/// Commands that may need much of something, for lines of the terminal.
const GREEDY: &[&str] = &[
    "a=$a$a",
    "a=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa$a$a$a$a",
    "b=${a}b$a",
    "a1=a0+a0; a2=a1+a1; a3=a2+a2; a4=a3+a3; echo $((a4))",
    "i=$((i+1))",
    "i=$((i*i+99999999999))",
    "cat f f > g",
    "cat g g g > f",
    "cat f >> f",
    "echo $a > f",
    "echo $a$a $a >> g",
    "tee f g h",
    "cat f | base64 > g",
    "base64 -d g > f",
    "base64 f",
    "cat *",
    "echo * */* /*/*/* ????*",
    "ls -l * /etc /opt/*/*",
    "echo [a-z]*[!a]*",
    "echo $(cat f) $(cat g)",
    "grep -E '(a*)*(a{0,60}){0,60}b' f",
    "grep -c -v -i aaaa f g",
    "diff f g",
    "wc f g *",
    "head -c 100000 f | tail -n 99999",
    "printf '%s\\n' $a $b",
    "printf '%099999d' 1",
    "cp f g",
    "mv g f",
    "touch a$i",
    "mkdir -p d$i/e",
    "lab advance 7300d",
    "lab advance 1h",
    "sleep 7300d",
    "lab settle",
    "lab export > f",
    "lab export",
    "lab share",
    "lab undo",
    "lab redo",
    "lab reset",
    "lab scenario store-with-key",
    "lab scenario active",
    "lab account 444455556666",
    "lab jobs",
    "lab why",
    "lab fix",
    "lab help",
    "lab region eu-west-1",
    "lab request kms ListKeys \"$a\"",
    "read x",
    "aws kms create-key --description $a",
    "aws kms create-key",
    "aws kms list-keys --query '[@,@,@,@]|[@,@,@,@]|[@,@,@,@]'",
    "aws kms list-keys --query 'Keys[].[KeyId,KeyArn,[@,@]][][]'",
    "aws kms list-keys --query 'sort_by(Keys,&KeyId)|join(`,`,[].KeyArn)'",
    "aws kms list-keys --query \"map(&[@,@],\\`$a\\`)\"",
    "aws ec2 describe-vpcs --output table",
    "aws cloudtrail lookup-events --output yaml",
    "aws cloudtrail lookup-events --max-results 1 --page-size 1",
    "aws cloudhsmv2 describe-backups",
    "aws cloudhsmv2 describe-clusters --output text",
    "aws kms help",
    "openssl genrsa -out k.key 1024",
    "openssl req -new -x509 -key k.key -subj /CN=$a -out c.crt",
    "openssl x509 -in c.crt -noout -text",
    "openssl verify -CAfile c.crt c.crt",
    "openssl genrsa 4096",
];

/// What a whole line may stand in.
const AROUND: &[(&str, &str)] = &[
    ("while true; do ", "; done"),
    ("until false; do ", "; done"),
    ("for i in 1 2 3 4 5 6 7 8 9 10; do ", "; done"),
    ("for i in $a $a; do ", "; done"),
    ("for i in *; do ", "; done"),
    ("x=$(", ")"),
    ("echo $(", ")"),
    ("a=\"$(", ")\""),
    ("{ ", "; } > f"),
    ("{ ", "; } | cat >> f"),
    ("( ", " )"),
    ("if ", "; then a=$a$a; else b=$a; fi"),
    ("! ", ""),
    ("cat <<END\n", "\nEND"),
    ("x=1 ", " 2>&1 | grep -c x"),
    ("", " | tee f | base64"),
    ("aws kms list-keys --query '", "'"),
];

/// A line with something done to it.
pub fn line(random: &mut Random, input: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..random.below(5) {
        let (start, end) = match random.below(6) {
            0 | 1 => *random.pick(AROUND),
            2 => ("", "; "),
            3 => ("", " | "),
            4 => ("", "\n"),
            _ => ("", " && "),
        };
        bytes.splice(0..0, start.bytes());
        bytes.extend(end.bytes());
        if random.one_in(2) {
            bytes.extend(random.pick(GREEDY).bytes());
        } else if end.ends_with(' ') {
            bytes.extend(other);
        }
        if random.one_in(4) {
            bytes = random.pick(GREEDY).as_bytes().to_vec();
        }
    }
    if random.one_in(3) {
        bytes = mutate(random, &bytes, other);
    }
    bytes.truncate(MOST);
    bytes
}

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
