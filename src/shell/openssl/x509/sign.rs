//! Signing requests: `openssl x509 -req`.

use super::super::options::Options;
use super::super::{Done, SIGNATURE, Tool, error, req};
use super::DIGESTS;
use super::extfile::extension_lines;
use crate::model::{DAY, SECOND};
use crate::pki::{self, Certificate, Draft, Extension, Keys, SignatureCheck};
use crate::text::openssl as words;

/// Signs the request that the options name.
pub(super) fn request(tool: &mut Tool<'_, '_>, options: &Options<'_>) -> Done<Certificate> {
    let given = DIGESTS.iter().find(|digest| options.has(digest));
    if let Some(digest) = given.filter(|digest| **digest != "sha256") {
        return tool.fail(&words::absent_option(tool.name, digest));
    }
    let phrase = tool.named_phrase(options.value("passin"))?;
    let serial = match options.value("set_serial") {
        Some(number) => Some(tool.given_serial(number)?),
        None => None,
    };
    let own = options.value("signkey").or(options.value("key"));
    if own.is_some() && options.has("CA") {
        return tool.fail("Cannot use both -key/-signkey and -CA option\n");
    }
    let own_key = match own {
        Some(name) => Some(tool.key(Some(name), "private key", phrase.as_deref())?),
        None => None,
    };
    // The extensions are checked before anything else is read.
    let lines = extension_lines(tool, options)?;
    let request = tool.request(
        options.value("in"),
        "Unable to load certificate request input",
    )?;
    match request.signature {
        SignatureCheck::Valid => {}
        SignatureCheck::Invalid => {
            return tool.fail("Certificate request self-signature did not match the contents\n");
        }
        SignatureCheck::Unsupported => {
            return tool.fail(&words::other_signature(&request.name().oneline()));
        }
    }
    tool.err.push_str(&format!(
        "Certificate request self-signature ok\nsubject={}\n",
        request.name().oneline()
    ));
    let authority = match options.value("CA") {
        Some(name) => Some((name, tool.certificate(Some(name), "CA certificate", false)?)),
        None => None,
    };
    if let Some(name) = options.value("out") {
        tool.open(name)?;
    }
    let (issuer, key, serial) = match (authority, own_key) {
        (Some((name, authority)), _) => {
            let serial = match serial {
                Some(serial) => serial,
                None => tool.next_serial(options, name)?,
            };
            let key_file = options.value("CAkey").unwrap_or(name);
            let key = tool.key(Some(key_file), "CA private key", phrase.as_deref())?;
            if key.public_key_der() != authority.public_key_der() {
                return tool.fail(&format!(
                    "CA certificate and CA private key do not match\n{}",
                    error("05800074:x509 certificate routines:X509_check_private_key:key values mismatch:../crypto/x509/x509_cmp.c:403:")
                ));
            }
            (authority.subject_name(), key, serial)
        }
        (None, Some(key)) => {
            let serial = match serial {
                Some(serial) => serial,
                None => tool.random_serial(),
            };
            (request.name(), key, serial)
        }
        // With the key of an authority but no authority it goes on and fails over a certificate that nobody signed.
        (None, None) if options.has("CAkey") => {
            return tool.fail(&format!(
                "Unable to write certificate\n{}{}",
                error("068000DE:asn1 encoding routines:asn1_template_ex_i2d:illegal zero content:../crypto/asn1/tasn_enc.c:373:"),
                error("0488000D:PEM routines:PEM_ASN1_write_bio:ASN1 lib:../crypto/pem/pem_lib.c:343:")
            ));
        }
        (None, None) => {
            return tool.fail(
                "We need a private key to sign with, use -key or -CAkey or -CA with private key\n",
            );
        }
    };
    let issuer_key_der = key.public_key_der();
    // With a key of one's own, that key goes into the certificate.
    let public_key_der = if options.has("CA") {
        request.public_key_der.clone()
    } else {
        issuer_key_der.clone()
    };
    let keys = Keys {
        subject: &public_key_der,
        issuer: &issuer_key_der,
    };
    let mut extensions: Vec<Extension> = lines
        .iter()
        .filter_map(|(name, value)| Extension::parse(name, value, &keys).ok())
        .collect();
    if !extensions.is_empty() {
        let self_signed = public_key_der == issuer_key_der;
        Extension::add_key_ids(&mut extensions, &keys, self_signed);
    }
    let now = tool.context.door.account().now.seconds();
    let days = options.days().unwrap_or(req::USUAL_DAYS);
    let subject = request.name();
    let draft = Draft {
        subject: &subject,
        public_key_der: &public_key_der,
        serial: &serial,
        not_before: now,
        not_after: now.saturating_add(days.saturating_mul(DAY / SECOND)),
        extensions: &extensions,
    };
    tool.context.budget.spend(SIGNATURE);
    let made = pki::issue(&draft, &issuer, &key);
    match made.ok().and_then(|pem| pki::read_certificate(&pem).ok()) {
        Some(certificate) => Ok(certificate),
        // Its end lies beyond what a certificate can say; the real program has no word about it.
        None => tool.fail(""),
    }
}
