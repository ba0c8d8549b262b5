//! Against the real openssl, which is what readers use.

mod hostile;
mod listings;

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use super::*;

fn key() -> &'static RsaKey {
    static KEY: OnceLock<RsaKey> = OnceLock::new();
    KEY.get_or_init(|| RsaKey::generate([7; 32]))
}

fn certificate_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/certificates")
        .join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A folder for files that openssl reads and writes, gone when the test is over.
struct Folder(PathBuf);

impl Deref for Folder {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn folder(name: &str) -> Folder {
    let path = std::env::temp_dir().join(format!("pki-{name}-{}", std::process::id()));
    fs::create_dir_all(&path).unwrap();
    Folder(path)
}

fn openssl(folder: &Path, arguments: &str) -> Output {
    Command::new("openssl")
        .args(arguments.split(' '))
        .current_dir(folder)
        .output()
        .expect("openssl is installed")
}

fn papers() -> HsmPapers {
    hsm_papers("hsm-abcdefgh234", "hsm1.medium", key(), 1_767_225_600).unwrap()
}

#[test]
fn a_seed_gives_one_key() {
    assert_eq!(
        key().to_pem(),
        RsaKey::from_pem(&key().to_pem()).unwrap().to_pem()
    );
    assert_eq!(key().to_pem(), RsaKey::generate([7; 32]).to_pem());
}

#[test]
fn openssl_accepts_the_request_and_shows_the_real_form_of_its_subject() {
    let folder = folder("request");
    for (hsm_type, maker) in [
        (
            "hsm1.medium",
            "C = US + ST = CA + O = Cavium + OU = N3FIPS + L = SanJose",
        ),
        (
            "hsm2m.medium",
            "C = US + ST = CA + OU = LS2 + L = SanJose + O = Marvell",
        ),
    ] {
        let papers = hsm_papers("hsm-abcdefgh234", hsm_type, key(), 1_767_225_600).unwrap();
        fs::write(folder.join("a.csr"), &papers.csr).unwrap();
        let output = openssl(
            &folder,
            "req -in a.csr -verify -noout -subject -nameopt oneline",
        );
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(errors.contains("verify OK"), "{errors}");
        // The comma belongs to the name.
        let subject = format!("{maker}, CN = \"HSM:ABCDEFGH234:PARTN:30, for FIPS mode\"");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            format!("subject={subject}\n")
        );
        let output = openssl(&folder, "req -in a.csr -noout -text");
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains("Attributes:\n            (none)"), "{text}");
        let request = read_request(&papers.csr).unwrap();
        assert_eq!(request.subject, subject);
        assert_eq!(request.signature, SignatureCheck::Valid);
        let certificate = read_certificate(&papers.hsm_certificate).unwrap();
        assert_eq!(certificate.subject(), subject);
        assert_eq!(certificate.public_key_der(), request.public_key_der);
    }
}

#[test]
fn what_openssl_signs_belongs_to_its_authority_and_to_the_request() {
    let folder = folder("sign");
    fs::write(folder.join("a.csr"), papers().csr).unwrap();
    for name in ["customerCA.crt", "customerCA.key"] {
        fs::write(folder.join(name), certificate_file(name)).unwrap();
    }
    let output = openssl(
        &folder,
        "x509 -req -days 3652 -in a.csr -CA customerCA.crt -CAkey customerCA.key -CAcreateserial -out a.crt",
    );
    assert!(output.status.success(), "{output:?}");
    let signed = read_certificate(&fs::read_to_string(folder.join("a.crt")).unwrap()).unwrap();
    let anchor = read_certificate(&certificate_file("customerCA.crt")).unwrap();
    // openssl 3.0 writes version 1 here, newer ones version 3: both are read.
    assert!(matches!(signed.version(), 1 | 3));
    assert!(signed.names_as_issuer(&anchor));
    assert_eq!(
        signed.is_signed_by(&anchor.public_key_der()),
        SignatureCheck::Valid
    );
    assert_eq!(signed.public_key_der(), key().public_key_der());
    let twin = read_certificate(&certificate_file("same-subject/customerCA.crt")).unwrap();
    assert!(signed.names_as_issuer(&twin));
    assert_eq!(
        signed.is_signed_by(&twin.public_key_der()),
        SignatureCheck::Invalid
    );
}

#[test]
fn openssl_verifies_what_is_signed_here_and_both_chains_of_the_hardware() {
    let folder = folder("verify");
    let ca_key = RsaKey::from_pem(&certificate_file("customerCA.key")).unwrap();
    let now = 1_767_225_600;
    let ca = self_signed_ca("customerCA", &ca_key, 1, now - 86_400, now + 86_400 * 3_652).unwrap();
    let papers = papers();
    let signed = sign_request(
        &papers.csr,
        &ca,
        &ca_key,
        2,
        now - 86_400,
        now + 86_400 * 3_652,
    )
    .unwrap();
    fs::write(folder.join("ca.crt"), &ca).unwrap();
    fs::write(folder.join("signed.crt"), signed).unwrap();
    fs::write(folder.join("hsm.crt"), &papers.hsm_certificate).unwrap();
    fs::write(
        folder.join("aws.pem"),
        papers.aws_hardware_certificate + AWS_ROOT,
    )
    .unwrap();
    fs::write(
        folder.join("maker.pem"),
        papers.manufacturer_hardware_certificate + MANUFACTURER_ROOT,
    )
    .unwrap();
    for (chain, leaf) in [
        ("ca.crt", "signed.crt"),
        ("aws.pem", "hsm.crt"),
        ("maker.pem", "hsm.crt"),
    ] {
        let output = openssl(
            &folder,
            &format!("verify -attime {} -CAfile {chain} {leaf}", now + 3_600),
        );
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            format!("{leaf}: OK\n"),
            "{output:?}"
        );
    }
    let ca = read_certificate(&ca).unwrap();
    assert_eq!(ca.basic_constraints_ca(), Some(true));
    assert_eq!(
        (ca.version(), ca.subject().as_str()),
        (3, "CN = customerCA")
    );
    assert_eq!(ca.not_before(), now - 86_400);
}

#[test]
fn every_authority_of_the_test_material_is_what_its_name_says() {
    let kind = |name: &str| read_certificate(&certificate_file(name)).unwrap();
    assert_eq!(kind("rsa1024.crt").key(), KeyKind::Rsa { bits: 1024 });
    assert_eq!(kind("rsa4096.crt").key(), KeyKind::Rsa { bits: 4096 });
    assert_eq!(
        kind("ec.crt").key(),
        KeyKind::Ec {
            curve: "P-256".to_owned()
        }
    );
    assert_eq!(kind("sha1.crt").signature(), SignatureKind::RsaSha1);
    assert_eq!(kind("ca-false.crt").basic_constraints_ca(), Some(false));
    assert_eq!(
        kind("no-basic-constraints.crt").basic_constraints_ca(),
        None
    );
    assert_eq!(
        kind("no-cert-sign.crt").may_sign_certificates(),
        Some(false)
    );
    // A file shows one mistake only, so all others are valid through the twenty years from the simulation's start.
    let (start, end) = (1_767_225_600, 2_398_377_600);
    assert!(kind("expired.crt").not_after() < start);
    assert!(kind("not-yet.crt").not_before() > start);
    for name in [
        "customerCA",
        "other/customerCA",
        "same-subject/customerCA",
        "intermediate",
        "ec",
        "rsa1024",
        "rsa3072",
        "rsa4096",
        "sha1",
        "ca-false",
        "no-basic-constraints",
        "no-cert-sign",
    ] {
        let certificate = kind(&format!("{name}.crt"));
        let (first, last) = (certificate.not_before(), certificate.not_after());
        assert!(first < start && end < last, "{name}: {first} to {last}");
        assert_eq!(certificate.version(), 3, "{name}");
    }
    let anchor = kind("customerCA.crt");
    assert!(kind("intermediate.crt").names_as_issuer(&anchor));
    assert_eq!(
        kind("intermediate.crt").is_signed_by(&anchor.public_key_der()),
        SignatureCheck::Valid
    );
    assert!(!kind("intermediate.crt").names_as_issuer(&kind("intermediate.crt")));
    for same in ["crlf.crt", "blank-lines.crt", "text-dump.crt"] {
        assert_eq!(kind(same).der(), kind("customerCA.crt").der(), "{same}");
    }
}

#[test]
fn a_common_name_is_taken_as_it_stands() {
    for (given, shown) in [
        ("customerCA", "CN = customerCA"),
        ("a=b", "CN = a=b"),
        ("a, O=b", "CN = \"a, O=b\""),
        ("a+b\\", "CN = \"a+b\\\\\""),
        ("#04", "CN = \"#04\""),
        ("Zürich", "CN = Zürich"),
        ("red\u{1b}[31m", "CN = red\\1B[31m"),
    ] {
        let pem = self_signed_ca(given, key(), 1, 0, 1).unwrap();
        assert_eq!(read_certificate(&pem).unwrap().subject(), shown);
    }
}

#[test]
fn names_read_as_openssl_prints_them() {
    let folder = folder("names");
    fs::write(folder.join("a.key"), key().to_pem()).unwrap();
    for subject in [
        "/C=US/ST=Washington/O=Example\u{a0}Corp/CN=customerCA",
        "/C=US+ST=CA/CN=HSM:A:PARTN:1,\u{a0}for\u{a0}FIPS\u{a0}mode",
        "/DC=example/serialNumber=7/emailAddress=ca@example.com/CN=a;b",
        "/1.2.3.4=unknown/CN=\"quoted\"",
    ] {
        let made = openssl(
            &folder,
            &format!("req -new -x509 -utf8 -multivalue-rdn -key a.key -out a.crt -subj {subject}"),
        );
        assert!(made.status.success(), "{made:?}");
        let printed = openssl(
            &folder,
            "x509 -in a.crt -noout -subject -nameopt oneline,-esc_msb,utf8",
        );
        let read = read_certificate(&fs::read_to_string(folder.join("a.crt")).unwrap()).unwrap();
        assert_eq!(
            format!("subject={}\n", read.subject()),
            String::from_utf8_lossy(&printed.stdout)
        );
    }
}

#[test]
fn the_length_of_every_rsa_key_is_told() {
    let folder = folder("lengths");
    for bits in [512, 1023, 2024, 2048] {
        let made = openssl(
            &folder,
            &format!("req -x509 -newkey rsa:{bits} -nodes -keyout k -out c -subj /CN=x"),
        );
        assert!(made.status.success(), "{made:?}");
        let read = read_certificate(&fs::read_to_string(folder.join("c")).unwrap()).unwrap();
        assert_eq!(read.key(), KeyKind::Rsa { bits });
    }
}
