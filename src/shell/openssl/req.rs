//! `openssl req`: makes certificate requests and self-signed certificates, and tells about requests.

use super::options::{Options, Table, Takes, unfetched, unknown_digest};
use super::{Done, SIGNATURE, Tool, genrsa};
use crate::model::{DAY, SECOND};
use crate::pki::{
    self, Draft, Extension, Keys, Request, RsaKey, SignatureCheck, Subject, Wishes, authority,
};
use crate::text::openssl as words;

pub(super) const OPTIONS: Table = &[
    ("new", Takes::Nothing),
    ("x509", Takes::Nothing),
    ("in", Takes::Value),
    ("out", Takes::Value),
    ("key", Takes::Value),
    ("keyout", Takes::Value),
    ("newkey", Takes::Value),
    ("nodes", Takes::Nothing),
    ("noenc", Takes::Nothing),
    ("passin", Takes::Value),
    ("passout", Takes::Value),
    ("subj", Takes::Value),
    ("days", Takes::Count),
    ("addext", Takes::Value),
    ("set_serial", Takes::Value),
    ("batch", Takes::Nothing),
    ("utf8", Takes::Nothing),
    ("multivalue-rdn", Takes::Nothing),
    ("sha256", Takes::Nothing),
    ("verify", Takes::Nothing),
    ("pubkey", Takes::Nothing),
    ("text", Takes::Nothing),
    ("subject", Takes::Nothing),
    ("modulus", Takes::Nothing),
    ("noout", Takes::Nothing),
    ("CA", Takes::Absent),
    ("CAkey", Takes::Absent),
    ("config", Takes::Absent),
    ("extensions", Takes::Absent),
    ("inform", Takes::Absent),
    ("nameopt", Takes::Absent),
    ("outform", Takes::Absent),
    ("reqexts", Takes::Absent),
    ("section", Takes::Absent),
    ("md5", Takes::Absent),
    ("sha1", Takes::Absent),
    ("sha224", Takes::Absent),
    ("sha384", Takes::Absent),
    ("sha512", Takes::Absent),
];

/// Days that a certificate is valid unless told otherwise.
pub(super) const USUAL_DAYS: i64 = 30;
/// Where a new key goes unless told otherwise.
const KEY_FILE: &str = "privkey.pem";

/// What a run made or read.
enum Paper {
    Request(Box<Request>),
    Certificate(Box<pki::Certificate>),
}

pub(super) fn run(tool: &mut Tool<'_, '_>, arguments: &[String]) -> Done<()> {
    let options = tool.options(OPTIONS, arguments, unknown_digest)?;
    if !options.rest.is_empty() {
        return tool.misused("");
    }
    let certificate = options.has("x509");
    let makes = options.has("new") || options.has("newkey") || (certificate && !options.has("in"));
    if options.has("days") && !certificate {
        tool.err
            .push_str("Ignoring -days without -x509; not generating a certificate\n");
    }
    let additions = additions(tool, &options)?;
    let phrase = tool.named_phrase(options.value("passin"))?;
    let new_phrase = tool.named_phrase(options.value("passout"))?;
    let mut key = match options.value("key") {
        Some(name) => Some(tool.key(Some(name), "private key", phrase.as_deref())?),
        None => None,
    };
    if makes && key.is_none() {
        key = Some(new_key(tool, &options, new_phrase)?);
    }
    let paper = match (&key, makes, certificate) {
        (Some(key), true, true) => {
            let subject = subject(tool, &options)?;
            let public_key_der = key.public_key_der();
            self_signed(tool, &options, &subject, &public_key_der, key, &additions)?
        }
        (Some(key), true, false) => request(tool, &options, key, &additions)?,
        (key, _, signs) => {
            let read = tool.request(options.value("in"), "Unable to load X509 request")?;
            if signs && key.is_none() {
                return tool
                    .fail("Must provide a signature key using -key or provide -CA / -CAkey\n");
            }
            match key {
                Some(key) if signs => {
                    let subject = read.name();
                    self_signed(
                        tool,
                        &options,
                        &subject,
                        &read.public_key_der,
                        key,
                        &additions,
                    )?
                }
                _ => Paper::Request(Box::new(read)),
            }
        }
    };
    show(tool, &options, &paper)
}

/// What `-addext` adds, checked.
fn additions<'a>(tool: &mut Tool<'_, '_>, options: &Options<'a>) -> Done<Vec<(&'a str, &'a str)>> {
    let mut additions: Vec<(&str, &str)> = Vec::new();
    let given = options.given.iter().filter(|(name, _)| *name == "addext");
    for (_, text) in given {
        let (name, value) = match text.split_once('=') {
            Some((name, value)) => (name.trim(), value.trim()),
            None => (*text, ""),
        };
        if value.is_empty() || additions.iter().any(|(there, _)| *there == name) {
            return tool.misused(&format!("Duplicate extension: {text}\n"));
        }
        let no_keys = Keys {
            subject: &[],
            issuer: &[],
        };
        if let Err(problem) = Extension::parse(name, value, &no_keys) {
            let shown = super::x509::extension_problem(&problem, "default", name, value);
            return tool.fail(&format!(
                "Error checking extensions defined using -addext\n{shown}"
            ));
        }
        additions.push((name, value));
    }
    Ok(additions)
}

/// Makes a key and writes it.
fn new_key(tool: &mut Tool<'_, '_>, options: &Options<'_>, phrase: Option<String>) -> Done<RsaKey> {
    let kind = options.value("newkey").unwrap_or("rsa");
    let bits = match kind.strip_prefix("rsa") {
        Some("") => genrsa::USUAL,
        Some(length) => match length
            .strip_prefix(':')
            .and_then(|length| length.parse().ok())
        {
            Some(bits) => bits,
            None => {
                let length = length.trim_start_matches(':');
                let missing = super::load::missing(length, "No such file or directory");
                return tool.fail(&format!("Cannot open parameter file {length}\n{missing}"));
            }
        },
        None => {
            let kind = kind.split(':').next().unwrap_or(kind);
            return tool.fail(&format!(
                "Error allocating keygen context\n{}",
                unfetched(kind)
            ));
        }
    };
    tool.length_allowed(bits, "Error setting keysize")?;
    let open = options.has("nodes") || options.has("noenc");
    let phrase = match phrase {
        _ if open => None,
        Some(phrase) => Some(phrase),
        None => Some(tool.new_phrase("Enter PEM pass phrase:")?),
    };
    let key = tool.new_key(bits);
    let text = tool.closed(&key.numbers(), phrase.as_deref());
    tool.write(Some(options.value("keyout").unwrap_or(KEY_FILE)), text)?;
    tool.err.push_str("-----\n");
    Ok(key)
}

fn subject(tool: &mut Tool<'_, '_>, options: &Options<'_>) -> Done<Subject> {
    match options.value("subj") {
        Some(text) => tool.spelled_subject(text, options.has("utf8")),
        None => tool.asked_subject(options.has("batch")),
    }
}

fn request(
    tool: &mut Tool<'_, '_>,
    options: &Options<'_>,
    key: &RsaKey,
    additions: &[(&str, &str)],
) -> Done<Paper> {
    let subject = subject(tool, options)?;
    let public_key_der = key.public_key_der();
    let keys = Keys {
        subject: &public_key_der,
        issuer: &public_key_der,
    };
    let mut wishes = Wishes {
        extensions: additions
            .iter()
            .filter_map(|(name, value)| Extension::parse(name, value, &keys).ok())
            .collect(),
        ..Wishes::default()
    };
    if !options.has("subj") && !options.has("batch") {
        (wishes.challenge, wishes.company) = tool.asked_extras()?;
    }
    tool.context.budget.spend(SIGNATURE);
    let made = pki::request(&subject, key, &wishes);
    let read = made.ok().and_then(|pem| pki::read_request(&pem).ok());
    match read {
        Some(request) => Ok(Paper::Request(Box::new(request))),
        None => tool.fail("Error making certificate request\n"),
    }
}

fn self_signed(
    tool: &mut Tool<'_, '_>,
    options: &Options<'_>,
    subject: &Subject,
    public_key_der: &[u8],
    key: &RsaKey,
    additions: &[(&str, &str)],
) -> Done<Paper> {
    let issuer_key_der = key.public_key_der();
    let keys = Keys {
        subject: public_key_der,
        issuer: &issuer_key_der,
    };
    let own = public_key_der == keys.issuer;
    if options.has("in") {
        tool.err.push_str(
            "Warning: No -copy_extensions given; ignoring any extensions in the request\n",
        );
        if !own {
            tool.err
                .push_str("Warning: Signature key and public key of cert do not match\n");
        }
    }
    let mut extensions = authority(public_key_der, keys.issuer);
    for (name, value) in additions {
        if let Ok(added) = Extension::parse(name, value, &keys) {
            extensions.retain(|there| !there.same_kind(&added));
            extensions.push(added);
        }
    }
    let serial = match options.value("set_serial") {
        Some(number) => tool.given_serial(number)?,
        None => tool.random_serial(),
    };
    let now = tool.context.door.account().now.seconds();
    let days = options.days().unwrap_or(USUAL_DAYS);
    let draft = Draft {
        subject,
        public_key_der,
        serial: &serial,
        not_before: now,
        not_after: now.saturating_add(days.saturating_mul(DAY / SECOND)),
        extensions: &extensions,
    };
    tool.context.budget.spend(SIGNATURE);
    let made = pki::issue(&draft, subject, key);
    match made.ok().and_then(|pem| pki::read_certificate(&pem).ok()) {
        Some(certificate) => Ok(Paper::Certificate(Box::new(certificate))),
        // Its end lies beyond what a certificate can say; the real program has no word about it.
        None => tool.fail(""),
    }
}

/// Prints what was asked, in the order of the real program, and writes the paper.
fn show(tool: &mut Tool<'_, '_>, options: &Options<'_>, paper: &Paper) -> Done<()> {
    let (label, der, public_key_der, subject, text) = match paper {
        Paper::Request(request) => (
            "CERTIFICATE REQUEST",
            request.der().to_vec(),
            request.public_key_der.clone(),
            request.name(),
            request.text(),
        ),
        Paper::Certificate(certificate) => (
            "CERTIFICATE",
            certificate.der().to_vec(),
            certificate.public_key_der(),
            certificate.subject_name(),
            certificate.text(),
        ),
    };
    if options.has("verify")
        && let Paper::Request(request) = paper
    {
        match request.signature {
            SignatureCheck::Valid => tool
                .err
                .push_str("Certificate request self-signature verify OK\n"),
            SignatureCheck::Invalid => {
                return tool.fail("Certificate request self-signature verify failure\n");
            }
            SignatureCheck::Unsupported => {
                return tool.fail(&words::other_signature(&subject.oneline()));
            }
        }
    }
    let mut shown = String::new();
    if options.has("pubkey") {
        shown += &pki::to_pem("PUBLIC KEY", public_key_der.clone());
    }
    if options.has("text") {
        shown += &text;
    }
    if options.has("subject") {
        shown += &format!("subject={}\n", subject.oneline());
    }
    if options.has("modulus") {
        let modulus = pki::modulus(&public_key_der);
        shown += &format!(
            "Modulus={}\n",
            modulus.as_deref().unwrap_or("Wrong Algorithm type")
        );
    }
    if !options.has("noout") {
        shown += &pki::to_pem(label, der);
    }
    tool.write(options.value("out"), shown)
}
