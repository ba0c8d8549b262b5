//! What openssl lists and writes, line by line.

use super::*;

/// Certificates of the test material that are read as one.
const CERTIFICATES: &[&str] = &[
    "customerCA.crt",
    "other/customerCA.crt",
    "rsa1024.crt",
    "rsa3072.crt",
    "rsa4096.crt",
    "ec.crt",
    "sha1.crt",
    "expired.crt",
    "not-yet.crt",
    "ca-false.crt",
    "no-basic-constraints.crt",
    "no-cert-sign.crt",
    "intermediate.crt",
];

/// What openssl prints, its names in the form that all versions from 3.0 can print.
fn listed(folder: &Path, arguments: &str) -> String {
    let printed = openssl(folder, &format!("{arguments} -nameopt oneline"));
    assert!(printed.status.success(), "{arguments}: {printed:?}");
    String::from_utf8(printed.stdout).unwrap()
}

fn lists_certificate(folder: &Path, name: &str, pem: &str) {
    fs::write(folder.join("listed.crt"), pem).unwrap();
    let certificate = read_certificate(pem).unwrap();
    assert_eq!(
        certificate.text(),
        listed(folder, "x509 -in listed.crt -noout -text"),
        "{name}"
    );
    let modulus = modulus(&certificate.public_key_der());
    let modulus = modulus.unwrap_or_else(|| "Wrong Algorithm type".to_owned());
    let facts = format!(
        "serial={}\nnotBefore={}\nnotAfter={}\nModulus={modulus}\nSHA1 Fingerprint={}\n",
        digits(certificate.serial()),
        date(certificate.not_before()),
        date(certificate.not_after()),
        digest("sha1", certificate.der()).unwrap()
    );
    if modulus.starts_with("Wrong") {
        return;
    }
    assert_eq!(
        facts,
        listed(
            folder,
            "x509 -in listed.crt -noout -serial -dates -modulus -fingerprint"
        ),
        "{name}"
    );
}

#[test]
fn certificates_are_listed_as_openssl_lists_them() {
    let folder = folder("listed");
    for name in CERTIFICATES {
        lists_certificate(&folder, name, &certificate_file(name));
    }
    let papers = papers();
    for (name, pem) in [
        ("HSM", papers.hsm_certificate.as_str()),
        ("card", &papers.aws_hardware_certificate),
        ("maker's card", &papers.manufacturer_hardware_certificate),
        ("root", AWS_ROOT),
        ("maker's root", MANUFACTURER_ROOT),
    ] {
        lists_certificate(&folder, name, pem);
    }
    let subject = Subject::new(&[
        vec![(AttributeKind::find("C").unwrap(), "DE".to_owned())],
        vec![
            (
                AttributeKind::find("CN").unwrap(),
                "Z\u{fc}rich, \"x\"".to_owned(),
            ),
            (AttributeKind::find("O").unwrap(), " a".to_owned()),
        ],
        vec![(
            AttributeKind::find("emailAddress").unwrap(),
            "a@b".to_owned(),
        )],
    ])
    .unwrap();
    let public_key_der = key().public_key_der();
    let keys = Keys {
        subject: &public_key_der,
        issuer: &public_key_der,
    };
    let mut extensions = Vec::new();
    for (name, value) in [
        ("basicConstraints", "critical,CA:TRUE,pathlen:0"),
        (
            "keyUsage",
            "critical, digitalSignature, keyCertSign, decipherOnly",
        ),
        ("extendedKeyUsage", "serverAuth,OCSPSigning"),
        ("subjectAltName", "DNS:a.b,IP:1.2.3.4,email:a@b,URI:x:y"),
    ] {
        extensions.push(Extension::parse(name, value, &keys).unwrap());
    }
    Extension::add_key_ids(&mut extensions, &keys, false);
    for (serial, extensions, not_after) in [
        (&[0x7f, 1, 2, 3, 4, 5, 6, 7][..], &extensions[..], 1),
        (&[0x80, 1, 2, 3, 4, 5, 6, 7], &extensions, 2_524_607_999),
        (&[0, 0, 255], &[], 2_524_608_000),
    ] {
        let draft = Draft {
            subject: &subject,
            public_key_der: &public_key_der,
            serial,
            not_before: 0,
            not_after,
            extensions,
        };
        let pem = issue(&draft, &subject, key()).unwrap();
        lists_certificate(&folder, &format!("{serial:?}"), &pem);
    }
}

#[test]
fn requests_are_listed_as_openssl_lists_them() {
    let folder = folder("requests");
    let name = |text: &str| vec![(AttributeKind::find("CN").unwrap(), text.to_owned())];
    let subject = Subject::new(&[name("a")]).unwrap();
    let public_key_der = key().public_key_der();
    let keys = Keys {
        subject: &public_key_der,
        issuer: &public_key_der,
    };
    let usage = Extension::parse("keyUsage", "keyCertSign", &keys).unwrap();
    let wishes = Wishes {
        challenge: Some("secret".to_owned()),
        company: Some("Example".to_owned()),
        extensions: vec![usage],
    };
    for pem in [
        papers().csr,
        request(&subject, key(), &Wishes::default()).unwrap(),
        request(&subject, key(), &wishes).unwrap(),
        request(&Subject::new(&[]).unwrap(), key(), &Wishes::default()).unwrap(),
    ] {
        fs::write(folder.join("a.csr"), &pem).unwrap();
        let read = read_request(&pem).unwrap();
        assert_eq!(read.signature, SignatureCheck::Valid);
        // Versions differ in whether they name extensions that are not there.
        let without = |text: String| {
            if read.extensions().is_empty() {
                text.replace("            Requested Extensions:\n", "")
            } else {
                text
            }
        };
        assert_eq!(
            without(read.text()).trim_end(),
            without(listed(&folder, "req -in a.csr -noout -text")).trim_end()
        );
    }
}

#[test]
fn openssl_opens_what_is_closed_here_and_the_other_way_round() {
    let folder = folder("closed");
    let long =
        "a pass phrase that is longer than one block of the hash function under it, to be sure";
    for phrase in ["secret", long] {
        let closed = key()
            .numbers()
            .to_encrypted_pem(phrase.as_bytes(), [1; 8], [2; 16]);
        fs::write(folder.join("ours.key"), &closed).unwrap();
        fs::write(folder.join("phrase"), phrase).unwrap();
        let opened = openssl(
            &folder,
            "rsa -in ours.key -passin file:phrase -out open.key",
        );
        assert!(opened.status.success(), "{opened:?}");
        let read = fs::read_to_string(folder.join("open.key")).unwrap();
        assert_eq!(RsaKey::from_pem(&read).unwrap().to_pem(), key().to_pem());
        let closed = openssl(
            &folder,
            "rsa -in open.key -aes256 -passout file:phrase -out theirs.key",
        );
        assert!(closed.status.success(), "{closed:?}");
        let closed = fs::read_to_string(folder.join("theirs.key")).unwrap();
        let open = |phrase: Option<&[u8]>| RsaKey::open(&closed, phrase).map(|key| key.to_pem());
        assert_eq!(open(Some(phrase.as_bytes())), Ok(key().to_pem()));
        assert_eq!(open(Some(b"wrong")), Err(KeyProblem::WrongPhrase));
        assert_eq!(open(None), Err(KeyProblem::NeedsPhrase));
    }
}
