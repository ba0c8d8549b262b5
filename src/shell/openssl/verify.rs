//! `openssl verify`: builds the chain of a certificate and checks it.

use super::options::{Table, Takes, unknown_option};
use super::{Done, Halt, Tool, error};
use crate::pki::{Certificate, SignatureCheck};
use crate::text::openssl as words;

pub(super) const OPTIONS: Table = &[
    ("CAfile", Takes::Value),
    ("trusted", Takes::Value),
    ("untrusted", Takes::Value),
    ("partial_chain", Takes::Nothing),
    ("verbose", Takes::Nothing),
    ("no-CAfile", Takes::Nothing),
    ("no-CApath", Takes::Nothing),
    ("no-CAstore", Takes::Nothing),
    ("CApath", Takes::Absent),
    ("CAstore", Takes::Absent),
    ("CRLfile", Takes::Absent),
    ("attime", Takes::Absent),
    ("crl_check", Takes::Absent),
    ("nameopt", Takes::Absent),
    ("purpose", Takes::Absent),
    ("show_chain", Takes::Absent),
    ("x509_strict", Takes::Absent),
];

/// More certificates than this make no chain.
const LONGEST_CHAIN: usize = 100;
/// The exit code when a certificate does not hold.
const REFUSED: i32 = 2;

/// What is wrong with a chain: the number and the words of the real program.
type Fault = (u32, &'static str);

const NO_ISSUER: Fault = (2, "unable to get issuer certificate");
const BAD_SIGNATURE: Fault = (7, "certificate signature failure");
const NOT_YET: Fault = (9, "certificate is not yet valid");
const EXPIRED: Fault = (10, "certificate has expired");
const SELF_SIGNED: Fault = (18, "self-signed certificate");
const SELF_SIGNED_IN_CHAIN: Fault = (19, "self-signed certificate in certificate chain");
const NO_LOCAL_ISSUER: Fault = (20, "unable to get local issuer certificate");
const PATH_LENGTH: Fault = (25, "path length constraint exceeded");
const NO_CERT_SIGN: Fault = (32, "key usage does not include certificate signing");
const INVALID_CA: Fault = (79, "invalid CA certificate");

/// Faults after which the real program continues to check.
const GOES_ON: &[Fault] = &[EXPIRED, SELF_SIGNED, PATH_LENGTH, INVALID_CA];

/// The certificates that a chain may be built from.
struct Known {
    trusted: Vec<Certificate>,
    untrusted: Vec<Certificate>,
    /// Whether any trusted certificate may end a chain.
    partial: bool,
    /// The time, in seconds since the epoch.
    now: i64,
}

pub(super) fn run(tool: &mut Tool<'_, '_>, arguments: &[String]) -> Done<()> {
    let options = tool.options(OPTIONS, arguments, unknown_option)?;
    let mut known = Known {
        trusted: Vec::new(),
        untrusted: Vec::new(),
        partial: options.has("partial_chain"),
        now: tool.context.door.account().now.seconds(),
    };
    if options.has("trusted") && options.has("CAfile") {
        return tool.fail("verify: Cannot use -trusted with -CAfile, -CApath or -CAstore\n");
    }
    for (name, file) in &options.given {
        match *name {
            "trusted" => {
                let found = tool.all_certificates(file, "trusted certificates")?;
                known.trusted.extend(found);
            }
            "untrusted" => {
                let found = tool.all_certificates(file, "untrusted certificates")?;
                known.untrusted.extend(found);
            }
            _ => {}
        }
    }
    // Of several only the last one counts.
    if let Some(file) = options.value("CAfile") {
        known.trusted = tool.certificates(file)?;
    }
    let mut all_hold = true;
    let names: Vec<Option<&str>> = if options.rest.is_empty() {
        vec![None]
    } else {
        options.rest.iter().map(|name| Some(*name)).collect()
    };
    for name in names {
        let Ok(leaf) = tool.certificate(name, "certificate file", false) else {
            all_hold = false;
            continue;
        };
        let shown = name.unwrap_or("stdin");
        let faults = known.faults(&leaf);
        if faults.is_empty() {
            tool.out.push_str(&format!("{shown}: OK\n"));
            continue;
        }
        all_hold = false;
        for (subject, depth, fault) in &faults {
            match fault {
                Some((number, text)) => tool.err.push_str(&format!(
                    "{subject}\nerror {number} at {depth} depth lookup: {text}\n"
                )),
                None => tool.err.push_str(&words::other_signature(subject)),
            }
        }
        tool.err
            .push_str(&format!("error {shown}: verification failed\n"));
        if faults
            .iter()
            .any(|(.., fault)| *fault == Some(BAD_SIGNATURE))
        {
            for line in [
                "0200008A:rsa routines:RSA_padding_check_PKCS1_type_1:invalid padding:../crypto/rsa/rsa_pk1.c:75:",
                "02000072:rsa routines:rsa_ossl_public_decrypt:padding check failed:../crypto/rsa/rsa_ossl.c:590:",
                "1C880004:Provider routines:rsa_verify:RSA lib:../providers/implementations/signature/rsa_sig.c:769:",
                "06880006:asn1 encoding routines:ASN1_item_verify_ctx:EVP lib:../crypto/asn1/a_verify.c:220:",
            ] {
                tool.err.push_str(&error(line));
            }
        }
    }
    if all_hold {
        Ok(())
    } else {
        Err(Halt::Failed(REFUSED))
    }
}

/// A fault with the subject and the depth of the certificate that has it; no fault's number where a signature is of a kind that cannot
/// be verified here.
type Found = (String, usize, Option<Fault>);

impl Known {
    /// What is wrong with a certificate, in the order in which the real program finds it.
    fn faults(&self, leaf: &Certificate) -> Vec<Found> {
        let mut found = Vec::new();
        let (chain, end) = self.chain(leaf);
        let mut report = |depth: usize, fault: Option<Fault>| {
            found.push((chain[depth].subject_name().oneline(), depth, fault));
            fault.is_none_or(|fault| !GOES_ON.contains(&fault))
        };
        if let Some(fault) = end
            && report(chain.len() - 1, Some(fault))
        {
            return found;
        }
        let mut between = 0;
        for (depth, authority) in chain.iter().enumerate().skip(1) {
            if !is_authority(authority) && report(depth, Some(INVALID_CA)) {
                return found;
            }
            if authority.path_length().is_some_and(|most| between > most)
                && report(depth, Some(PATH_LENGTH))
            {
                return found;
            }
            if !names_itself(authority) {
                between += 1;
            }
        }
        for depth in (0..chain.len()).rev() {
            let certificate = chain[depth];
            if let Some(issuer) = chain.get(depth + 1) {
                if issuer.may_sign_certificates() == Some(false) {
                    report(depth + 1, Some(NO_CERT_SIGN));
                    return found;
                }
                let fault = match certificate.is_signed_by(&issuer.public_key_der()) {
                    SignatureCheck::Valid => None,
                    SignatureCheck::Invalid => Some(Some(BAD_SIGNATURE)),
                    SignatureCheck::Unsupported => Some(None),
                };
                if let Some(fault) = fault {
                    report(depth, fault);
                    return found;
                }
            }
            let fault = if certificate.not_before() > self.now {
                NOT_YET
            } else if certificate.not_after() < self.now {
                EXPIRED
            } else {
                continue;
            };
            if report(depth, Some(fault)) {
                return found;
            }
        }
        found
    }

    /// The chain from a certificate upwards, and why it ends too early.
    fn chain<'a>(&'a self, leaf: &'a Certificate) -> (Vec<&'a Certificate>, Option<Fault>) {
        let mut chain = vec![leaf];
        let mut trusts = false;
        while let Some(last) = chain
            .last()
            .copied()
            .filter(|_| chain.len() <= LONGEST_CHAIN)
        {
            trusts |= self.trusted.iter().any(|known| known.der() == last.der());
            let root = names_itself(last);
            if trusts && (root || self.partial) {
                return (chain, None);
            }
            if root {
                let fault = if chain.len() == 1 {
                    SELF_SIGNED
                } else {
                    SELF_SIGNED_IN_CHAIN
                };
                return (chain, Some(fault));
            }
            let issuer = self.issuer(&self.trusted, last).or_else(|| {
                // A trusted certificate is never checked against an untrusted issuer.
                self.issuer(&self.untrusted, last).filter(|_| !trusts)
            });
            match issuer {
                Some(issuer) => chain.push(issuer),
                None if trusts && chain.len() > 1 => return (chain, Some(NO_ISSUER)),
                None => break,
            }
        }
        (chain, Some(NO_LOCAL_ISSUER))
    }

    /// The certificate that another one names as its issuer: one that is valid now before one that is not.
    fn issuer<'a>(
        &self,
        among: &'a [Certificate],
        certificate: &Certificate,
    ) -> Option<&'a Certificate> {
        let mut fitting = among
            .iter()
            .filter(|candidate| is_issuer(candidate, certificate));
        let first = fitting.clone().next();
        fitting
            .find(|candidate| (candidate.not_before()..=candidate.not_after()).contains(&self.now))
            .or(first)
    }
}

/// Whether a certificate fits what another one says about its issuer.
fn is_issuer(candidate: &Certificate, certificate: &Certificate) -> bool {
    let key_fits = match (certificate.authority_key_id(), candidate.subject_key_id()) {
        (Some(wanted), Some(key)) => wanted == key,
        _ => true,
    };
    certificate.names_as_issuer(candidate) && key_fits
}

fn names_itself(certificate: &Certificate) -> bool {
    is_issuer(certificate, certificate)
}

fn is_authority(certificate: &Certificate) -> bool {
    if certificate.may_sign_certificates() == Some(false) {
        return false;
    }
    match certificate.basic_constraints_ca() {
        Some(authority) => authority,
        None => {
            (certificate.version() == 1 && names_itself(certificate))
                || certificate.may_sign_certificates() == Some(true)
        }
    }
}
