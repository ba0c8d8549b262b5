//! Texts that are not what they should be, and damaged ones.

use super::*;

#[test]
fn what_is_no_certificate_is_named() {
    let problem = |text: &str| read_certificate(text).unwrap_err();
    let label = |label: &str| CertificateProblem::WrongLabel {
        label: label.to_owned(),
    };
    assert_eq!(problem("customerCA.crt"), CertificateProblem::NoPemBlock);
    assert_eq!(problem(""), CertificateProblem::NoPemBlock);
    assert_eq!(problem(&papers().csr), label("CERTIFICATE REQUEST"));
    assert_eq!(
        problem(&certificate_file("customerCA.key")),
        label("PRIVATE KEY")
    );
    assert_eq!(
        problem("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n"),
        label("PRIVATE KEY")
    );
    assert_eq!(problem(&certificate_file("pkcs7.pem")), label("PKCS7"));
    assert_eq!(
        problem(&certificate_file("bundle.crt")),
        CertificateProblem::SeveralBlocks { count: 2 }
    );
    assert!(matches!(
        problem(&certificate_file("truncated.crt")),
        CertificateProblem::NotX509 | CertificateProblem::BadBase64
    ));
    assert_eq!(
        problem("-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----\n"),
        CertificateProblem::BadBase64
    );
}

/// Whether numbers belong together takes long to say, so it is asked at every so many bytes only.
const CHECKED: usize = 16;

#[test]
fn no_damage_makes_the_reader_panic() {
    let certificate = read_certificate(&certificate_file("rsa1024.crt")).unwrap();
    let request = pem::parse(papers().csr).unwrap().into_contents();
    let key = pem::parse(certificate_file("rsa1024.key")).unwrap();
    for good in [certificate.der(), &request, key.contents()] {
        for at in 0..good.len() {
            look_at(&good[..at]);
            for value in [0, 0x80, 0xff, good[at] ^ 1, good[at] ^ 0x5a] {
                let mut damaged = good.to_vec();
                damaged[at] = value;
                look_at(&damaged);
            }
            if at % CHECKED == 0 {
                let open = request::to_pem("PRIVATE KEY", good[..at].to_vec());
                let _ = RsaNumbers::open(&open, None).map(|numbers| numbers.faults());
                let mut damaged = good.to_vec();
                damaged[at] ^= 0x5a;
                let open = request::to_pem("PRIVATE KEY", damaged);
                let _ = RsaNumbers::open(&open, None).map(|numbers| numbers.faults());
            }
        }
    }
}

/// Asks everything that callers ask of a text they were given, whatever it claims to be.
fn look_at(der: &[u8]) {
    if let Some(certificate) = Certificate::from_der(der) {
        let _ = (certificate.subject(), certificate.issuer());
        let _ = (certificate.key(), certificate.signature());
        let _ = (certificate.not_before(), certificate.not_after());
        let _ = certificate.basic_constraints_ca();
        let _ = certificate.may_sign_certificates();
        let _ = certificate.has_duplicate_extension();
        let _ = (certificate.text(), certificate.path_length());
        let _ = (certificate.subject_key_id(), certificate.authority_key_id());
        let _ = (certificate.authority_paper(), certificate.is_proxy());
        let _ = certificate.has_readable_extensions();
        let _ = certificate.has_unhandled_extension();
        // Verified with its own key, as anchors are: a damaged key must not upset the arithmetic either.
        let _ = certificate.is_signed_by(&certificate.public_key_der());
    }
    let _ = Request::from_der(der).map(|request| request.text());
    let closed = request::to_pem("ENCRYPTED PRIVATE KEY", der.to_vec());
    let _ = RsaKey::open(&closed, Some(b"secret"));
    let open = request::to_pem("PRIVATE KEY", der.to_vec());
    if let Ok(numbers) = RsaNumbers::open(&open, None) {
        let _ = numbers.public_key_der();
    }
    if let Ok(key) = RsaKey::from_pem(&open) {
        let _ = self_signed_ca("customerCA", &key, 1, 0, 1);
    }
}

#[test]
fn damage_to_what_was_signed_is_found() {
    let anchor = read_certificate(&certificate_file("customerCA.crt")).unwrap();
    let request = pem::parse(papers().csr).unwrap().into_contents();
    let name = |der: &[u8], text: &str| {
        let text = text.as_bytes();
        der.windows(text.len()).position(|at| at == text).unwrap()
    };
    let mut other = anchor.der().to_vec();
    let at = name(&other, "Seattle");
    other[at] = b'B';
    let other = Certificate::from_der(&other).unwrap();
    assert_eq!(
        other.is_signed_by(&anchor.public_key_der()),
        SignatureCheck::Invalid
    );
    let mut other = request.clone();
    let at = name(&other, "PARTN");
    other[at] = b'B';
    assert_eq!(
        Request::from_der(&other).unwrap().signature,
        SignatureCheck::Invalid
    );
}

#[test]
fn an_extension_that_occurs_twice_is_found() {
    let anchor = read_certificate(&certificate_file("customerCA.crt")).unwrap();
    assert!(!anchor.has_duplicate_extension());
    let mut der = anchor.der().to_vec();
    let (key_identifier, constraints) = ([0x55, 0x1d, 0x0e], [0x55, 0x1d, 0x13]);
    let at = der.windows(3).position(|at| at == key_identifier).unwrap();
    der[at..at + 3].copy_from_slice(&constraints);
    assert!(
        Certificate::from_der(&der)
            .unwrap()
            .has_duplicate_extension()
    );
}

#[test]
fn a_certificate_is_read_however_it_was_pasted() {
    let pem = certificate_file("customerCA.crt");
    let der = read_certificate(&pem).unwrap().der().to_vec();
    for (form, text) in [
        ("byte order mark", format!("\u{feff}{pem}")),
        ("lone carriage returns", pem.replace('\n', "\r")),
        ("line breaks lost", pem.replace('\n', "")),
        ("line breaks turned into blanks", pem.replace('\n', " ")),
        ("trailing blanks", pem.replace('\n', "  \n")),
        ("blank lines", pem.replace('\n', "\n\n")),
        ("indented", pem.replace('\n', "\n    ")),
        ("text around it", format!("My authority:\n{pem}Bye.\n")),
    ] {
        let read = read_certificate(&text).map(|read| read.der().to_vec());
        assert_eq!(read.as_ref(), Ok(&der), "{form}");
    }
}

#[test]
fn a_label_never_carries_what_is_inside_the_block() {
    let private = certificate_file("customerCA.key");
    for text in [
        private.clone(),
        private.replace('\n', ""),
        private.replace('\n', " "),
        private.replace('\n', "\r"),
        format!("\u{feff}{private}"),
    ] {
        assert_eq!(labels(&text), ["PRIVATE KEY"]);
    }
    assert!(labels(&private.replacen("KEY-----", "KEY", 1)).is_empty());
    // What `cat` makes of files without a line end.
    let joined = private.trim_end().to_owned() + &certificate_file("customerCA.crt");
    assert_eq!(labels(&joined), ["PRIVATE KEY", "CERTIFICATE"]);
}

#[test]
fn a_block_cut_short_is_damaged() {
    let pem = certificate_file("customerCA.crt");
    let (body, _) = pem.split_once("-----END").unwrap();
    for text in [
        body.to_owned(),
        format!("{body}-----END PRIVATE KEY-----\n"),
    ] {
        assert_eq!(read_certificate(&text), Err(CertificateProblem::BadBase64));
    }
}
