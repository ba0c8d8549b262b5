//! `openssl` beside the real program: the same lines must print the same and leave files that both can read.

use std::fs;
use std::path::PathBuf;
use std::process::Command as Process;
use std::sync::OnceLock;

mod made;
mod odd;
mod phrases;

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
        let (stdout, stderr, code) = self.raw(line);
        (plain(&stdout), plain(&stderr), code)
    }

    fn raw(&self, line: &str) -> (String, String, i32) {
        let output = Process::new("sh")
            .args(["-c", line])
            .current_dir(&self.folder)
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap();
        (
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
            output.status.code().unwrap(),
        )
    }

    fn ours(&mut self, line: &str) -> (String, String, i32) {
        let reply = self.terminal.type_in(line);
        (plain(&reply.stdout), plain(&reply.stderr), reply.exit_code)
    }

    /// Lines that print the same on both sides.
    fn same(&mut self, lines: &[&str]) {
        self.compare(lines, plain);
    }

    /// Lines that print the same on both sides, with the lines of the error queue where the real program is of the release that ours
    /// follows.
    fn exactly_the_same(&mut self, lines: &[&str]) {
        let version = "openssl version";
        let same_release = self.terminal.type_in(version).stdout == self.raw(version).0;
        self.compare(lines, if same_release { queued } else { plain });
    }

    fn compare(&mut self, lines: &[&str], shown: fn(&str) -> String) {
        let mut differ = Vec::new();
        for line in lines {
            let reply = self.terminal.type_in(line);
            let ours = (shown(&reply.stdout), shown(&reply.stderr), reply.exit_code);
            let (stdout, stderr, code) = self.raw(line);
            let real = (shown(&stdout), shown(&stderr), code);
            if ours != real {
                differ.push(format!("{line}\nours: {ours:?}\nreal: {real:?}\n"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.concat());
    }
}

/// What is printed, without the identity of the thread in the lines of the error queue.
fn queued(text: &str) -> String {
    text.replace(" = ", "=")
        .lines()
        .map(|line| match line.split_once(":error:") {
            Some((_, problem)) => format!("error:{problem}\n"),
            None => format!("{line}\n"),
        })
        .collect()
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
        "openssl genrsa 0x40",
        "openssl genrsa 0999",
        "openssl genrsa -- -5",
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
    let mut both = Both::new("absent");
    for name in ["customerCA.crt", "limited.crt"] {
        both.material(name);
    }
    let (_, stderr, code) = both.ours("openssl verify -CAfile customerCA.crt limited.crt");
    let told = "limits on the names or addresses in other certificates are not simulated here";
    assert!(stderr.contains(told) && code == 2, "{stderr}");
}
