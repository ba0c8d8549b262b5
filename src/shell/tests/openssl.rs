//! `openssl` beside the real program: the same lines must print the same and leave files that both can read.

use std::fs;
use std::path::PathBuf;
use std::process::Command as Process;
use std::sync::OnceLock;

use super::Terminal;
use crate::command::{Command, HostAction};
use crate::model::Timestamp;
use crate::playground::{Options, Playground};
use crate::shell::HOME;

/// A terminal, and a folder in which the real program finds the same files.
struct Both {
    terminal: Terminal,
    folder: PathBuf,
}

impl Drop for Both {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Both {
    fn new(name: &str) -> Self {
        let mut terminal = Terminal::new();
        // The real program signs and verifies at this computer's time.
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap()
            .as_secs();
        terminal.playground = Playground::new(Options {
            start_time: Timestamp(i64::try_from(now).unwrap() * 1_000),
            ..Options::default()
        });
        let folder = std::env::temp_dir().join(format!("openssl-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self { terminal, folder }
    }

    /// A file on both sides.
    fn file(&mut self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).unwrap();
        let region = self.terminal.shell.region().to_owned();
        let action = HostAction::WriteFile {
            path: format!("{HOME}/{name}"),
            text: text.to_owned(),
        };
        self.terminal
            .playground
            .run(Command::Host { region, action })
            .unwrap();
    }

    /// A file of the test material on both sides.
    fn material(&mut self, name: &str) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/certificates/");
        let text = fs::read_to_string(format!("{path}{name}")).unwrap();
        self.file(&name.replace('/', "-"), &text);
    }

    /// Gives the real program the files that ours made.
    fn hand_over(&self) {
        let account = self.terminal.playground.account();
        for (path, text) in &account.region("us-east-1").unwrap().client.files {
            if let Some(name) = path.strip_prefix(&format!("{HOME}/")) {
                fs::write(self.folder.join(name), text).unwrap();
            }
        }
    }

    fn real(&self, line: &str) -> (String, String, i32) {
        let output = Process::new("sh")
            .args(["-c", line])
            .current_dir(&self.folder)
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap();
        (
            plain(&String::from_utf8_lossy(&output.stdout)),
            plain(&String::from_utf8_lossy(&output.stderr)),
            output.status.code().unwrap(),
        )
    }

    fn ours(&mut self, line: &str) -> (String, String, i32) {
        let reply = self.terminal.type_in(line);
        (plain(&reply.stdout), plain(&reply.stderr), reply.exit_code)
    }

    /// Lines that print the same on both sides.
    fn same(&mut self, lines: &[&str]) {
        let mut differ = Vec::new();
        for line in lines {
            let (ours, real) = (self.ours(line), self.real(line));
            if ours != real {
                differ.push(format!("{line}\nours: {ours:?}\nreal: {real:?}\n"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.concat());
    }
}

/// What all releases from 3.0 on print alike: names without blanks at their equal signs, and no lines of the error queue, which name
/// places in the source.
fn plain(text: &str) -> String {
    text.replace(" = ", "=")
        .lines()
        .filter(|line| !line.contains(":error:"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Terminals of one seed make the same keys, each of which costs more than all else.
fn memo() -> &'static std::sync::Mutex<crate::sim::Memo> {
    static MEMO: OnceLock<std::sync::Mutex<crate::sim::Memo>> = OnceLock::new();
    MEMO.get_or_init(std::sync::Mutex::default)
}

#[test]
fn what_is_read_is_shown_as_the_real_program_shows_it() {
    let mut both = Both::new("read");
    for name in [
        "customerCA.crt",
        "customerCA.key",
        "other/customerCA.crt",
        "same-subject/customerCA.crt",
        "intermediate.crt",
        "expired.crt",
        "not-yet.crt",
        "ca-false.crt",
        "no-cert-sign.crt",
        "no-basic-constraints.crt",
        "ec.crt",
        "bundle.crt",
        "truncated.crt",
        "crlf.crt",
        "text-dump.crt",
        "pkcs7.pem",
        "intermediate.key",
    ] {
        both.material(name);
    }
    both.file("chain.pem", &{
        let read = |name: &str| fs::read_to_string(both.folder.join(name)).unwrap();
        read("intermediate.crt") + &read("customerCA.crt")
    });
    both.same(&[
        "openssl x509 -in customerCA.crt",
        "openssl x509 -in customerCA.crt -noout -subject -issuer -dates -serial -fingerprint -modulus -startdate -enddate",
        "openssl x509 -enddate -serial -in customerCA.crt -noout -startdate",
        "openssl x509 -in customerCA.crt -noout -sha256 -fingerprint",
        "openssl x509 -in=customerCA.crt --noout -fingerprint -sha1 -pubkey",
        "openssl x509 -in ec.crt -noout -pubkey -subject",
        "openssl x509 -in crlf.crt -text",
        "openssl x509 -in bundle.crt -noout -subject",
        "openssl x509 -in text-dump.crt -noout -serial",
        "openssl x509 -noout -ext basicConstraints,keyUsage -in intermediate.crt",
        "openssl x509 -noout -ext subjectAltName -in intermediate.crt",
        "openssl x509 -noout -checkend 100 -in customerCA.crt",
        "openssl x509 -noout -checkend 100 -in expired.crt",
        "openssl x509 -noout -subject < customerCA.crt",
        "openssl x509 -outform DER -in customerCA.crt | openssl x509 -noout -fingerprint",
        "openssl x509 -in nope.crt -noout",
        "openssl x509 -in customerCA.key -noout",
        "openssl x509 -in truncated.crt -noout",
        "openssl x509 -in pkcs7.pem -noout",
        "openssl x509 -noout < /dev/null",
        "openssl x509 -in",
        "openssl x509 -in customerCA.crt -noout extra",
        "openssl x509 -in customerCA.crt -days x",
        "openssl x509 -in customerCA.crt -days 0",
        "openssl x509 -in customerCA.crt -out nowhere/x.crt",
        "openssl req -in nope.csr -noout",
        "openssl req -in customerCA.crt -noout",
        "openssl req -foo",
        "openssl rsa -in customerCA.key -check -noout -modulus",
        "openssl rsa -in customerCA.key -check",
        "openssl rsa -in customerCA.key -pubout",
        "openssl rsa -in customerCA.crt",
        "openssl rsa -in nope",
        "openssl rsa -in customerCA.key -foo",
        "openssl rsa -in customerCA.key -out nowhere/x",
        "openssl verify -CAfile customerCA.crt customerCA.crt intermediate.crt",
        "openssl verify -CAfile other-customerCA.crt intermediate.crt customerCA.crt",
        "openssl verify -CAfile same-subject-customerCA.crt intermediate.crt",
        "openssl verify -CAfile bundle.crt intermediate.crt",
        "openssl verify -CAfile customerCA.crt -untrusted intermediate.crt expired.crt intermediate.crt",
        "openssl verify -untrusted chain.pem intermediate.crt",
        "openssl verify -CAfile intermediate.crt intermediate.crt",
        "openssl verify -partial_chain -CAfile intermediate.crt intermediate.crt",
        "openssl verify -CAfile expired.crt expired.crt",
        "openssl verify -CAfile not-yet.crt not-yet.crt",
        "openssl verify expired.crt",
        "openssl verify -CAfile ca-false.crt ca-false.crt",
        "openssl verify customerCA.crt",
        "openssl verify -CAfile nope intermediate.crt",
        "openssl verify -CAfile customerCA.key intermediate.crt",
        "openssl verify -CAfile customerCA.crt nope intermediate.crt",
        "openssl verify -CAfile customerCA.crt customerCA.key",
        "openssl verify -foo",
        "openssl verify -CAfile",
        "openssl bogus",
        "openssl genrsa -foo -out x",
        "openssl genrsa -out",
        "openssl genrsa 10",
        "openssl genrsa abc",
        "openssl genrsa 2048 extra",
        "openssl genrsa -out nowhere/k 2048",
        "openssl genrsa -aes256 -passout foo -out k 2048",
        "openssl genrsa -aes256 -passout foo:bar -out k 2048",
        "openssl genrsa -aes256 -passout file:nope -out k 2048",
        "openssl genrsa -aes256 -passout env:NOPE -out k 2048",
        "openssl x509 -req -in nope.csr -CA customerCA.crt -CAkey customerCA.key -CAcreateserial",
        "openssl x509 -req -in customerCA.crt -CA customerCA.crt -CAkey customerCA.key -CAcreateserial",
    ]);
}

#[test]
fn requests_and_certificates_are_made_as_the_real_program_makes_them() {
    let mut both = Both::new("made");
    both.terminal
        .playground
        .remember(memo().lock().unwrap().clone());
    for name in [
        "customerCA.crt",
        "customerCA.key",
        "intermediate.key",
        "other/customerCA.crt",
    ] {
        both.material(name);
    }
    both.file(
        "v3.ext",
        "basicConstraints = CA:FALSE # no authority\nkeyUsage=critical,digitalSignature\n",
    );
    both.file(
        "named.ext",
        "extensions = v3\n[ v3 ]\nsubjectAltName=@names\n[names]\nDNS.1=a.b\nIP.1=1.2.3.4\n",
    );
    both.file("bad.ext", "foo=bar\n");
    both.same(&[
        // Requests: the signature of RSA is the same whoever makes it.
        "openssl req -new -key intermediate.key -subj /CN=a/O=b",
        "openssl req -new -key intermediate.key -subj '/C=US/ST=CA/O=Example+OU=x/CN=a b' -out a.csr",
        "openssl req -new -key intermediate.key -subj '/CN=a\\/b/O=x\\+y' -text -noout -pubkey -subject",
        "openssl req -new -key intermediate.key -subj /CN=é | openssl req -noout -subject",
        "openssl req -new -utf8 -key intermediate.key -subj /CN=é | openssl req -noout -subject",
        "openssl req -new -key intermediate.key -subj /emailAddress=a@b/CN=x -addext keyUsage=keyCertSign -addext subjectAltName=DNS:a",
        "openssl req -new -batch -key intermediate.key",
        "openssl req -new -key intermediate.key -subj /XX=1/CN=/O=x",
        "openssl req -new -key intermediate.key -subj CN=x",
        "openssl req -new -key intermediate.key -subj /CN",
        "openssl req -new -key intermediate.key -subj /C=USA",
        "openssl req -new -key intermediate.key -subj /C=U",
        "openssl req -new -key nope.key -subj /CN=x",
        "openssl req -new -key customerCA.crt -subj /CN=x",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -days abc",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -days 0",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -addext foo",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -addext foo=bar",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -addext keyUsage=foo",
        "openssl req -new -x509 -key customerCA.key -subj /CN=x -out nowhere/x",
        "openssl req -x509 -newkey foo -noenc -subj /CN=x",
        "openssl req -newkey rsa:500 -nodes -subj /CN=x",
        "openssl req -newkey rsa:foo -nodes -subj /CN=x",
        "openssl req -new -key intermediate.key -subj /CN=x -days 3",
        "openssl req -in a.csr -noout -verify -subject",
        "openssl req -in a.csr -noout -pubkey -modulus",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key > /dev/null; cat customerCA.srl",
        "openssl x509 -req -in a.csr -CA nope.crt -CAkey customerCA.key -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey nope.key -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey intermediate.key -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAcreateserial",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAserial nope.srl -CAkey customerCA.key",
        "openssl x509 -req -in a.csr",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial zz",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -extfile nope",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -extfile bad.ext",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -extfile v3.ext -extensions nope",
        "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -CAcreateserial -out nowhere/x.crt",
    ]);
    // Certificates hold the time at which they were made, to the second, and random numbers: what can be compared is their listing.
    for (line, facts) in [
        (
            "openssl req -new -x509 -days 3652 -key customerCA.key -subj /CN=customerCA -set_serial 7 -out c.crt",
            "-serial -subject -issuer -ext basicConstraints,subjectKeyIdentifier,authorityKeyIdentifier",
        ),
        (
            "openssl req -x509 -key customerCA.key -subj /CN=c -set_serial 0x1f -addext basicConstraints=critical,CA:FALSE -addext keyUsage=digitalSignature -out c.crt",
            "-serial -ext basicConstraints,keyUsage,subjectKeyIdentifier",
        ),
        (
            "openssl x509 -req -days 3652 -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial 300 -out c.crt",
            "-serial -subject -issuer -pubkey",
        ),
        (
            "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial 1 -extfile v3.ext -out c.crt",
            "-ext basicConstraints,keyUsage,subjectKeyIdentifier,authorityKeyIdentifier",
        ),
        (
            "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -set_serial 1 -extfile named.ext -out c.crt",
            "-ext subjectAltName,subjectKeyIdentifier",
        ),
        (
            "openssl x509 -req -in a.csr -signkey intermediate.key -set_serial 1 -out c.crt",
            "-issuer -subject",
        ),
    ] {
        both.same(&[
            line,
            &format!("openssl x509 -in c.crt -noout {facts}"),
            "openssl verify -CAfile customerCA.crt c.crt",
        ]);
    }
}

#[test]
fn serial_numbers_count_up_in_their_file() {
    let mut both = Both::new("serials");
    for name in ["customerCA.crt", "customerCA.key"] {
        both.material(name);
    }
    both.terminal
        .out("openssl req -new -key customerCA.key -subj /CN=a -out a.csr");
    let sign = "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -CAcreateserial -out a.crt";
    assert_eq!(both.terminal.type_in(sign).exit_code, 0);
    let first = both.terminal.out("cat customerCA.srl");
    assert_eq!(
        both.terminal.out("openssl x509 -in a.crt -noout -serial"),
        format!("serial={first}")
    );
    both.hand_over();
    // The real program goes on counting where ours stopped, and the other way round.
    let (_, _, code) = both.real(&sign.replace("-CAcreateserial ", ""));
    assert_eq!(code, 0);
    assert_eq!(
        both.terminal
            .type_in(&sign.replace("-CAcreateserial ", ""))
            .exit_code,
        0
    );
    assert_eq!(
        fs::read_to_string(both.folder.join("customerCA.srl")).unwrap(),
        both.terminal.out("cat customerCA.srl")
    );
    both.file("customerCA.srl", "00FF\n");
    both.same(&["openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key -out a.crt"]);
    both.same(&["cat customerCA.srl; openssl x509 -in a.crt -noout -serial"]);
    both.file("customerCA.srl", "no number\n");
    let line = "openssl x509 -req -in a.csr -CA customerCA.crt -CAkey customerCA.key";
    assert_eq!(both.ours(line).2, both.real(line).2);
}

#[test]
fn pass_phrases_are_asked_for_unseen_and_are_logged_nowhere() {
    let mut both = Both::new("phrases");
    both.terminal
        .playground
        .remember(memo().lock().unwrap().clone());
    let terminal = &mut both.terminal;
    let reply = terminal.type_in("openssl genrsa -aes256 -out ca.key 2048 && echo made; echo done");
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden, reply.stdout.as_str()),
        ("Enter PEM pass phrase:", true, "")
    );
    let reply = terminal.type_in("TopSecret");
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden),
        ("Verifying - Enter PEM pass phrase:", true)
    );
    let reply = terminal.type_in("TopSecret");
    assert_eq!(
        (
            reply.prompt.as_str(),
            reply.stdout.as_str(),
            reply.exit_code
        ),
        ("[ec2-user@client ~]$ ", "made\ndone\n", 0)
    );
    assert!(
        terminal
            .out("cat ca.key")
            .starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    );

    terminal.type_in("openssl genrsa -aes256 -out b.key");
    let reply = terminal.type_in("abc");
    assert!(
        reply
            .stderr
            .contains("You must type in 4 to 1024 characters"),
        "{reply:?}"
    );
    assert_eq!(reply.exit_code, 1);
    terminal.type_in("openssl genrsa -aes256 -out b.key");
    terminal.type_in("abcd");
    let reply = terminal.type_in("abce");
    assert!(reply.stderr.starts_with("Verify failure\n"), "{reply:?}");
    assert_eq!(terminal.type_in("cat b.key").exit_code, 1);

    let reply = terminal.type_in("openssl req -new -x509 -days 3652 -key ca.key -out ca.crt");
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden),
        ("Enter pass phrase for ca.key:", true)
    );
    let reply = terminal.type_in("wrong");
    assert!(
        reply
            .stderr
            .starts_with("Could not read private key from ca.key\n")
            && reply.stderr.contains("bad decrypt"),
        "{reply:?}"
    );
    assert_eq!(reply.exit_code, 1);
    terminal.type_in("openssl req -new -x509 -days 3652 -key ca.key -out ca.crt");
    let reply = terminal.type_in("TopSecret");
    assert!(
        reply
            .stderr
            .starts_with("You are about to be asked to enter"),
        "{reply:?}"
    );
    assert_eq!(
        (reply.prompt.as_str(), reply.hidden),
        ("Country Name (2 letter code) [AU]:", false)
    );
    let reply = terminal.type_in("USA");
    assert_eq!(
        (reply.stderr.as_str(), reply.prompt.as_str()),
        (
            "String too long, must be at most 2 bytes long\n",
            "Country Name (2 letter code) [AU]:"
        )
    );
    for (answer, prompt) in [
        ("US", "State or Province Name (full name) [Some-State]:"),
        (".", "Locality Name (eg, city) []:"),
        (
            "Seattle",
            "Organization Name (eg, company) [Internet Widgits Pty Ltd]:",
        ),
        ("", "Organizational Unit Name (eg, section) []:"),
        ("", "Common Name (e.g. server FQDN or YOUR name) []:"),
        ("customerCA", "Email Address []:"),
    ] {
        assert_eq!(terminal.type_in(answer).prompt, prompt);
    }
    assert_eq!(terminal.type_in("").exit_code, 0);
    assert_eq!(
        terminal.out("openssl x509 -in ca.crt -noout -subject"),
        "subject=C = US, L = Seattle, O = Internet Widgits Pty Ltd, CN = customerCA\n"
    );
    // The real program opens the key and finds that it made the certificate.
    both.hand_over();
    let (out, ..) = both.real("openssl rsa -in ca.key -passin pass:TopSecret -noout -modulus; openssl x509 -in ca.crt -noout -modulus; openssl verify -CAfile ca.crt ca.crt");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!((lines[0], lines[2]), (lines[1], "ca.crt: OK"), "{out}");
    // And ours opens what the real program closed.
    both.real("openssl rsa -in ca.key -passin pass:TopSecret -aes256 -passout pass:Another1 -out theirs.key");
    let theirs = fs::read_to_string(both.folder.join("theirs.key")).unwrap();
    both.file("theirs.key", &theirs);
    both.file("phrase", "Another1\nsecond line\n");
    for source in ["pass:Another1", "file:phrase", "stdin", "env:PHRASE"] {
        let line = format!(
            "PHRASE=Another1 openssl rsa -in theirs.key -passin {source} -noout -check < phrase"
        );
        assert_eq!(both.ours(&line), both.real(&line), "{line}");
    }
    both.same(&["openssl rsa -in theirs.key -passin pass:wrong -noout"]);

    let export = both.terminal.playground.export();
    for secret in ["TopSecret", "abce", "pass:Another1"] {
        assert!(!export.contains(secret), "{secret} is in the log");
    }
    memo()
        .lock()
        .unwrap()
        .absorb(both.terminal.playground.memo().clone());
}

#[test]
fn what_is_random_is_drawn_again_each_time_and_comes_back_on_replay() {
    let mut terminal = Terminal::new();
    terminal.playground.remember(memo().lock().unwrap().clone());
    let first = terminal.out("openssl genrsa");
    assert_ne!(first, terminal.out("openssl genrsa"));
    terminal.out("lab undo; lab undo");
    assert_eq!(first, terminal.out("openssl genrsa"));
    terminal
        .out("openssl genrsa -out a.key 1024; openssl rsa -in a.key -noout -modulus 2> /dev/null");
    let files = terminal.playground.account().clone();
    let copy = Playground::import(&terminal.playground.export()).unwrap();
    assert!(files == *copy.account());
    memo()
        .lock()
        .unwrap()
        .absorb(terminal.playground.memo().clone());
}

#[test]
fn what_is_not_simulated_is_refused_by_its_name() {
    let mut terminal = Terminal::new();
    for (line, name) in [
        ("openssl ecparam -genkey", "openssl ecparam"),
        ("openssl genrsa -des3", "-des3"),
        ("openssl genrsa 8192", "8192 bits"),
        ("openssl x509 -hash", "-hash"),
    ] {
        let (stderr, code) = terminal.err(line);
        assert!(stderr.contains(name) && code == 1, "{line}: {stderr}");
    }
}

#[test]
fn output_of_a_program_that_asks_goes_where_it_was_sent() {
    let mut terminal = Terminal::new();
    terminal.playground.remember(memo().lock().unwrap().clone());
    terminal.type_in("openssl genrsa -aes256 2048 > ca.key && cat ca.key | head -1");
    terminal.type_in("secret");
    assert_eq!(
        terminal.type_in("secret").stdout,
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
    );
    let reply = terminal.type_in("A=$(openssl rsa -in ca.key)");
    assert!(
        reply.stderr.contains("run it as a line of its own") && reply.exit_code != 0,
        "{reply:?}"
    );
    // The pass phrase is asked at the terminal, whatever is piped in.
    let reply = terminal.type_in("cat ca.key | openssl rsa -noout -check");
    assert_eq!(reply.prompt, "Enter pass phrase for <stdin>:");
    assert_eq!(terminal.type_in("secret").stdout, "RSA key ok\n");
}
