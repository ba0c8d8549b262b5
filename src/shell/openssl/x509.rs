//! `openssl x509`: tells about certificates, and signs requests.

use super::options::{Options, Table, Takes, unknown_digest};
use super::{Done, Tool, error, req};
use crate::model::{DAY, SECOND};
use crate::pki::{self, Certificate, Draft, Extension, ExtensionProblem, Keys, SignatureCheck};
use crate::shell::bytes::from_bytes;
use crate::shell::files;
use crate::text::openssl as words;

pub(super) const OPTIONS: Table = &[
    ("in", Takes::Value),
    ("out", Takes::Value),
    ("outform", Takes::Value),
    ("inform", Takes::Value),
    ("req", Takes::Nothing),
    ("CA", Takes::Value),
    ("CAkey", Takes::Value),
    ("CAserial", Takes::Value),
    ("CAcreateserial", Takes::Nothing),
    ("set_serial", Takes::Value),
    ("signkey", Takes::Value),
    ("key", Takes::Value),
    ("passin", Takes::Value),
    ("days", Takes::Number),
    ("extfile", Takes::Value),
    ("extensions", Takes::Value),
    ("text", Takes::Nothing),
    ("noout", Takes::Nothing),
    ("pubkey", Takes::Nothing),
    ("subject", Takes::Nothing),
    ("issuer", Takes::Nothing),
    ("dates", Takes::Nothing),
    ("startdate", Takes::Nothing),
    ("enddate", Takes::Nothing),
    ("serial", Takes::Nothing),
    ("fingerprint", Takes::Nothing),
    ("modulus", Takes::Nothing),
    ("ext", Takes::Value),
    ("checkend", Takes::Number),
    ("sha1", Takes::Nothing),
    ("sha256", Takes::Nothing),
    ("sha384", Takes::Nothing),
    ("sha512", Takes::Nothing),
    ("copy_extensions", Takes::Absent),
    ("email", Takes::Absent),
    ("hash", Takes::Absent),
    ("nameopt", Takes::Absent),
    ("new", Takes::Absent),
    ("purpose", Takes::Absent),
    ("subject_hash", Takes::Absent),
    ("x509toreq", Takes::Absent),
];

const DIGESTS: &[&str] = &["sha1", "sha256", "sha384", "sha512"];

pub(super) fn run(tool: &mut Tool<'_, '_>, arguments: &[String]) -> Done<()> {
    let options = tool.options(OPTIONS, arguments, unknown_digest)?;
    if !options.rest.is_empty() {
        return tool.misused("");
    }
    let certificate = if options.has("req") {
        sign(tool, &options)?
    } else {
        let signs = ["CA", "signkey", "key"]
            .iter()
            .find(|name| options.has(name));
        if let Some(name) = signs {
            return tool.fail(&words::only_requests(name));
        }
        tool.certificate(options.value("in"), "certificate")?
    };
    show(tool, &options, &certificate)
}

/// Signs a request.
fn sign(tool: &mut Tool<'_, '_>, options: &Options<'_>) -> Done<Certificate> {
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
    let own_key = match own {
        Some(name) => Some(tool.key(Some(name), "private key", phrase.as_deref())?),
        None => None,
    };
    if options.has("CAkey") && !options.has("CA") {
        tool.err
            .push_str("Warning: ignoring -CAkey option since -CA option is not given\n");
    }
    // The extensions are checked before anything else is read.
    let lines = extension_lines(tool, options)?;
    let request = tool.request(
        options.value("in"),
        "Unable to load certificate request input",
    )?;
    if request.signature != SignatureCheck::Valid {
        return tool.fail("Certificate request self-signature did not match the contents\n");
    }
    tool.err.push_str(&format!(
        "Certificate request self-signature ok\nsubject={}\n",
        request.name().oneline()
    ));
    if let Some(name) = options.value("out") {
        tool.writable(name)?;
    }
    let (issuer, key, serial) = match (options.value("CA"), own_key) {
        (Some(name), _) => {
            let authority = tool.certificate(Some(name), "CA certificate")?;
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
        (None, None) => {
            return tool.fail(
                "We need a private key to sign with, use -key or -CAkey or -CA with private key\n",
            );
        }
    };
    let issuer_key_der = key.public_key_der();
    // The one who signs with a key of his own puts it into the certificate.
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
    let days = options.number("days").unwrap_or(req::USUAL_DAYS);
    let subject = request.name();
    let draft = Draft {
        subject: &subject,
        public_key_der: &public_key_der,
        serial: &serial,
        not_before: now,
        not_after: now.saturating_add(days.saturating_mul(DAY / SECOND)),
        extensions: &extensions,
    };
    let made = pki::issue(&draft, &issuer, &key);
    match made.ok().and_then(|pem| pki::read_certificate(&pem).ok()) {
        Some(certificate) => Ok(certificate),
        None => tool.fail("Unable to write certificate\n"),
    }
}

/// Prints what was asked, in the order in which it was asked, and writes the certificate.
fn show(tool: &mut Tool<'_, '_>, options: &Options<'_>, certificate: &Certificate) -> Done<()> {
    let mut shown = String::new();
    for name in facts(options) {
        shown += &match name {
            "text" => certificate.text(),
            "subject" => format!("subject={}\n", certificate.subject_name().oneline()),
            "issuer" => format!("issuer={}\n", certificate.issuer_name().oneline()),
            "serial" => format!("serial={}\n", pki::digits(certificate.serial())),
            "pubkey" => pki::to_pem("PUBLIC KEY", certificate.public_key_der()),
            "startdate" => format!("notBefore={}\n", pki::date(certificate.not_before())),
            "enddate" => format!("notAfter={}\n", pki::date(certificate.not_after())),
            "modulus" => {
                let modulus = pki::modulus(&certificate.public_key_der());
                format!(
                    "Modulus={}\n",
                    modulus
                        .as_deref()
                        .unwrap_or("No modulus for this public key type")
                )
            }
            "fingerprint" => {
                // A digest that was named is shown as it was named.
                let named = DIGESTS.iter().find(|digest| options.has(digest));
                let title = named.copied().unwrap_or("SHA1");
                let digest = pki::digest(&title.to_lowercase(), certificate.der());
                format!("{title} Fingerprint={}\n", digest.unwrap_or_default())
            }
            "ext" => {
                let words = options.value("ext").unwrap_or_default();
                let words: Vec<&str> = words.split(',').map(str::trim).collect();
                let text = certificate.extensions_text(&words);
                if text.is_empty() {
                    tool.err.push_str("No extensions in certificate\n");
                }
                text
            }
            _ => String::new(),
        };
    }
    if let Some(seconds) = options.number("checkend") {
        let now = tool.context.door.account().now.seconds();
        if certificate.not_after() < now.saturating_add(seconds) {
            shown += "Certificate will expire\n";
            tool.write(options.value("out"), shown)?;
            return Err(super::Halt::Failed(1));
        }
        shown += "Certificate will not expire\n";
    }
    if !options.has("noout") {
        let der = certificate.der();
        shown += &if options
            .value("outform")
            .is_some_and(|form| form.eq_ignore_ascii_case("DER"))
        {
            from_bytes(der)
        } else {
            pki::to_pem("CERTIFICATE", der.to_vec())
        };
    }
    tool.write(options.value("out"), shown)
}

/// What is to be printed: each fact once, where it was named last.
fn facts(options: &Options<'_>) -> Vec<&'static str> {
    let mut facts: Vec<&'static str> = Vec::new();
    for (name, _) in &options.given {
        let named: &[&'static str] = match *name {
            "dates" => &["startdate", "enddate"],
            _ => std::slice::from_ref(name),
        };
        facts.retain(|fact| !named.contains(fact));
        facts.extend(named);
    }
    facts
}

/// The lines of `-extfile` that describe extensions: of the section that `-extensions` names, or of the beginning.
fn extension_lines(tool: &mut Tool<'_, '_>, options: &Options<'_>) -> Done<Vec<(String, String)>> {
    let Some(name) = options.value("extfile") else {
        return Ok(Vec::new());
    };
    let text = match files::read(tool.context, name) {
        Ok(text) => text,
        Err(problem) => {
            let missing = super::load::missing(name, problem);
            return tool.fail(&format!(
                "Can't open \"{name}\" for reading, {problem}\n{missing}"
            ));
        }
    };
    let sections = sections(&text);
    let of = |wanted: &str| {
        sections
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, lines)| lines.clone())
    };
    let named = options.value("extensions").map(str::to_owned).or_else(|| {
        let beginning = of("default")?;
        beginning
            .into_iter()
            .find(|(name, _)| name == "extensions")
            .map(|(_, value)| value)
    });
    let section = named.as_deref().unwrap_or("default");
    let Some(mut lines) = of(section) else {
        return tool.fail(&format!("Error checking extension section {section}\n"));
    };
    for (name, value) in &mut lines {
        // Alternative names may stand in a section of their own.
        if let Some(names) = value.strip_prefix('@').and_then(of) {
            let names: Vec<String> = names
                .iter()
                .map(|(kind, value)| format!("{}:{value}", kind.split('.').next().unwrap_or(kind)))
                .collect();
            *value = names.join(",");
        }
        let no_keys = Keys {
            subject: &[],
            issuer: &[],
        };
        if let Err(problem) = Extension::parse(name, value, &no_keys) {
            let shown = extension_problem(&problem, section, name, value);
            return tool.fail(&format!(
                "Error checking extension section {section}\n{shown}"
            ));
        }
    }
    Ok(lines)
}

type Section = (String, Vec<(String, String)>);

/// The sections of a configuration; what stands before the first is `default`.
fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = vec![("default".to_owned(), Vec::new())];
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            sections.push((name.trim().to_owned(), Vec::new()));
        } else if let Some((name, value)) = line.split_once('=')
            && let Some((_, lines)) = sections.last_mut()
        {
            lines.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    sections
}

/// What the real program says about words that make no extension.
pub(super) fn extension_problem(
    problem: &ExtensionProblem,
    section: &str,
    name: &str,
    value: &str,
) -> String {
    let first = match problem {
        ExtensionProblem::UnknownName(_) => {
            "11000082:X509 V3 routines:do_ext_nconf:unknown extension name:../crypto/x509/v3_conf.c:88:".to_owned()
        }
        ExtensionProblem::UnknownWord(word) => format!(
            "1100006F:X509 V3 routines:v2i_ASN1_BIT_STRING:unknown bit string argument:../crypto/x509/v3_bitst.c:82:{word}"
        ),
    };
    error(&first)
        + &error(&format!(
            "11000080:X509 V3 routines:X509V3_EXT_nconf_int:error in extension:../crypto/x509/v3_conf.c:48:section={section}, name={name}, value={value}"
        ))
}

impl Tool<'_, '_> {
    /// A serial number as `-set_serial` has it: decimal, or hexadecimal after `0x`.
    pub(super) fn given_serial(&mut self, text: &str) -> Done<Vec<u8>> {
        let number = match text.strip_prefix("0x") {
            Some(digits) => hexadecimal(digits),
            None => text
                .parse::<u128>()
                .ok()
                .map(|number| number.to_be_bytes().to_vec()),
        };
        match number {
            Some(number) => Ok(number),
            None => {
                let problem = error(
                    "11000064:X509 V3 routines:s2i_ASN1_INTEGER:bn dec2bn error:../crypto/x509/v3_utl.c:231:",
                );
                let name = self.name;
                self.fail(&format!("{name}: Use -help for summary.\n{problem}"))
            }
        }
    }

    /// A random serial number of 159 bits.
    pub(super) fn random_serial(&mut self) -> Vec<u8> {
        let mut serial: [u8; 20] = self.draw("openssl/serial");
        serial[0] &= 0x7f;
        serial.to_vec()
    }

    /// The next serial number of an authority, from the file that keeps the last one.
    fn next_serial(&mut self, options: &Options<'_>, authority: &str) -> Done<Vec<u8>> {
        let beside = match authority.rfind('.') {
            Some(dot) => format!("{}.srl", &authority[..dot]),
            None => format!("{authority}.srl"),
        };
        let name = options.value("CAserial").unwrap_or(&beside);
        let serial = match files::read(self.context, name) {
            Ok(text) => match hexadecimal(text.trim()) {
                Some(mut number) => {
                    increase(&mut number);
                    number
                }
                None => {
                    return self.fail(&format!("unable to load number from {name}\n"));
                }
            },
            Err(_) if options.has("CAcreateserial") => self.random_serial(),
            // Without a word about serial numbers one is drawn and written down nowhere.
            Err(_) if !options.has("CAserial") => return Ok(self.random_serial()),
            Err(problem) => {
                let missing = super::load::missing(name, problem);
                return self.fail(&format!("{name}: {problem}\n{missing}"));
            }
        };
        self.write(Some(name), format!("{}\n", pki::digits(&serial)))?;
        Ok(serial)
    }
}

fn hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let padded = if digits.len() % 2 == 1 {
        format!("0{digits}")
    } else {
        digits.to_owned()
    };
    crate::sim::unhex(&padded).filter(|number| !number.is_empty() && number.len() <= 20)
}

/// Adds one to big-endian digits.
fn increase(number: &mut Vec<u8>) {
    for digit in number.iter_mut().rev() {
        *digit = digit.wrapping_add(1);
        if *digit != 0 {
            return;
        }
    }
    number.insert(0, 1);
}
