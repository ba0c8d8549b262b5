//! Reading keys, certificates and requests from files.

use super::{Done, Tool, error};
use crate::pki::{self, Certificate, CertificateProblem, KeyProblem, Request, RsaKey, RsaNumbers};
use crate::shell::bytes::to_bytes;
use crate::shell::files;
use crate::text::openssl as words;

impl Tool<'_, '_> {
    /// The text of a file that the real program opens as a store of keys and certificates.
    fn stored(&mut self, name: Option<&str>, what: &str) -> Result<String, String> {
        let Some(name) = name else {
            return Ok(self.context.stdin.clone().unwrap_or_default());
        };
        files::read(self.context, name).map_err(|problem| {
            format!(
                "Could not open file or uri for loading {what} from {name}\n{}{}",
                error("16000069:STORE routines:ossl_store_get0_loader_int:unregistered scheme:../crypto/store/store_register.c:237:scheme=file"),
                error(&format!("80000002:system library:file_open:{problem}:../providers/implementations/storemgmt/file_store.c:266:calling stat({name})")),
            )
        })
    }

    /// The first certificate of a file; with `binary` it is not looked for in PEM blocks.
    pub(super) fn certificate(
        &mut self,
        name: Option<&str>,
        what: &str,
        binary: bool,
    ) -> Done<Certificate> {
        let problem = match self.stored(name, what) {
            Err(problem) => problem,
            Ok(text) => {
                let blocks = pki::read_certificates(&text);
                let found = blocks
                    .into_iter()
                    .next()
                    .filter(|_| !binary)
                    .or_else(|| Certificate::from_der(&to_bytes(&text)));
                match found {
                    Some(certificate) => return Ok(certificate),
                    None => unread(name, what, has_block(&text)),
                }
            }
        };
        self.fail(&format!("{problem}Unable to load {what}\n"))
    }

    /// All certificates of a file that `-trusted` or `-untrusted` names.
    pub(super) fn all_certificates(&mut self, name: &str, what: &str) -> Done<Vec<Certificate>> {
        let problem = match self.stored(Some(name), &format!("certs of {what}")) {
            Err(problem) => problem,
            Ok(text) => {
                let found = pki::read_certificates(&text);
                if !found.is_empty() {
                    return Ok(found);
                }
                unread(Some(name), &format!("any {what}"), has_block(&text))
            }
        };
        self.fail(&problem)
    }

    /// All certificates of a file that verification builds on.
    pub(super) fn certificates(&mut self, name: &str) -> Done<Vec<Certificate>> {
        let problem = match files::read(self.context, name) {
            Ok(text) => {
                let found = pki::read_certificates(&text);
                if !found.is_empty() {
                    return Ok(found);
                }
                if let Some(problem) = damaged(&text, "X509") {
                    problem
                        + &error(
                            "0488000D:PEM routines:PEM_X509_INFO_read_bio_ex:ASN1 lib:../crypto/pem/pem_info.c:170:",
                        )
                        + &error(
                            "05880009:x509 certificate routines:X509_load_cert_crl_file_ex:PEM lib:../crypto/x509/by_file.c:235:",
                        )
                } else {
                    error(
                        "05800088:x509 certificate routines:X509_load_cert_crl_file_ex:no certificate or crl found:../crypto/x509/by_file.c:252:",
                    )
                }
            }
            Err(problem) => {
                missing(name, problem)
                    + &error(
                        "05880002:x509 certificate routines:X509_load_cert_crl_file_ex:system lib:../crypto/x509/by_file.c:229:",
                    )
            }
        };
        self.fail(&format!("Error loading file {name}\n{problem}"))
    }

    /// The private key of a file, to sign with; asks for its pass phrase where none was named.
    pub(super) fn key(
        &mut self,
        name: Option<&str>,
        what: &str,
        phrase: Option<&str>,
    ) -> Done<RsaKey> {
        match self.numbers(name, what, phrase)?.key() {
            Some(key) => Ok(key),
            None => self.fail(&words::unsound_key(name.unwrap_or("<stdin>"))),
        }
    }

    /// The numbers of a private key, whether they belong together or not; asks for its pass phrase where none was named.
    pub(super) fn numbers(
        &mut self,
        name: Option<&str>,
        what: &str,
        phrase: Option<&str>,
    ) -> Done<RsaNumbers> {
        let text = match self.stored(name, what) {
            Ok(text) => text,
            Err(problem) => return self.fail(&problem),
        };
        let shown = name.unwrap_or("<stdin>");
        let mut opened = RsaNumbers::open(&text, phrase.map(str::as_bytes));
        if matches!(opened, Err(KeyProblem::NeedsPhrase)) {
            let phrase = self.ask(&format!("Enter pass phrase for {shown}:"), true)?;
            opened = RsaNumbers::open(&text, Some(phrase.as_bytes()));
        }
        let problem = match opened {
            Ok(key) => return Ok(key),
            Err(KeyProblem::Unsupported) => words::other_key(shown),
            Err(KeyProblem::WrongPhrase) => {
                unread(name, what, true)
                    + &error(
                        "1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt:../providers/implementations/ciphers/ciphercommon_block.c:124:",
                    )
                    + &error(&format!(
                        "11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:../crypto/pkcs12/p12_decr.c:88:{}",
                        if phrase == Some("") {
                            "empty password"
                        } else {
                            "maybe wrong password"
                        }
                    ))
            }
            // A certificate is understood, it is just no key.
            Err(KeyProblem::NoKey | KeyProblem::NeedsPhrase) => unread(
                name,
                what,
                pki::read_certificates(&text).is_empty() && has_block(&text),
            ),
        };
        self.fail(&problem)
    }

    /// The request of a file; `unable` is what the command says when there is none.
    pub(super) fn request(&mut self, name: Option<&str>, unable: &str) -> Done<Request> {
        let text = match name {
            None => self.context.stdin.clone().unwrap_or_default(),
            Some(name) => match files::read(self.context, name) {
                Ok(text) => text,
                Err(problem) => {
                    let missing = missing(name, problem);
                    return self.fail(&format!(
                        "Can't open \"{name}\" for reading, {problem}\n{missing}{unable}\n"
                    ));
                }
            },
        };
        let problem = match pki::read_request(&text) {
            Ok(request) => return Ok(request),
            Err(CertificateProblem::BadBase64) => error(
                "04800064:PEM routines:PEM_read_bio_ex:bad base64 decode:../crypto/pem/pem_lib.c:951:",
            ),
            Err(CertificateProblem::NotX509) => {
                damage(&text, "X509_REQ")
                    + &error(
                        "0488000D:PEM routines:PEM_ASN1_read_bio:ASN1 lib:../crypto/pem/pem_oth.c:33:",
                    )
            }
            Err(_) => error(
                "0480006C:PEM routines:get_name:no start line:../crypto/pem/pem_lib.c:760:Expecting: CERTIFICATE REQUEST",
            ),
        };
        self.fail(&format!("{unable}\n{problem}"))
    }
}

/// What the real program adds about a file that it cannot read.
pub(super) fn missing(name: &str, problem: &str) -> String {
    unopened(name, problem, "r")
}

/// What it adds about a file that it cannot open for reading or writing.
pub(super) fn unopened(name: &str, problem: &str, mode: &str) -> String {
    error(&format!(
        "80000002:system library:BIO_new_file:{problem}:../crypto/bio/bss_file.c:67:calling fopen({name}, {mode})"
    )) + &error("10000080:BIO routines:BIO_new_file:no such file:../crypto/bio/bss_file.c:75:")
}

/// Whether a text has a block that the real program tries to read.
fn has_block(text: &str) -> bool {
    text.contains("-----BEGIN ")
}

/// What the real program says about a certificate whose block is there and does not hold one.
fn damaged(text: &str, kind: &str) -> Option<String> {
    let problem = pki::read_certificate(text).err()?;
    (problem == CertificateProblem::NotX509).then(|| damage(text, kind))
}

fn damage(text: &str, kind: &str) -> String {
    let mut lines = String::new();
    if pki::is_cut_short(text) {
        lines += &error(
            "0680009B:asn1 encoding routines:ASN1_get_object:too long:../crypto/asn1/asn1_lib.c:95:",
        );
        lines += &error(
            "06800066:asn1 encoding routines:asn1_check_tlen:bad object header:../crypto/asn1/tasn_dec.c:1205:",
        );
    }
    lines
        + &error(&format!(
            "0688010A:asn1 encoding routines:asn1_item_embed_d2i:nested asn1 error:../crypto/asn1/tasn_dec.c:375:Type={kind}"
        ))
}

fn unread(name: Option<&str>, what: &str, unsupported: bool) -> String {
    let mut text = format!("Could not read {what} from {}\n", name.unwrap_or("<stdin>"));
    if unsupported {
        text += &error(
            "1608010C:STORE routines:ossl_store_handle_load_result:unsupported:../crypto/store/store_result.c:149:",
        );
    }
    text
}
