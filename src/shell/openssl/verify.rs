//! `openssl verify`: builds the chain of a certificate and checks it.

use std::collections::BTreeSet;

use super::options::{Table, Takes, unknown_option};
use super::{Done, Halt, Tool, error};
use crate::pki::{self, Certificate, KeyKind, SignatureCheck, SignatureKind};
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
const UNHANDLED: Fault = (34, "unhandled critical extension");
const PROXY: Fault = (
    40,
    "proxy certificates not allowed, please set the appropriate flag",
);
const INVALID_CA: Fault = (79, "invalid CA certificate");

/// How the object identifiers of signatures by elliptic-curve keys begin.
const ECDSA: &str = "1.2.840.10045.4.";
const ED25519: &str = "1.3.101.112";

/// Faults after which the real program continues to check.
const GOES_ON: &[Fault] = &[EXPIRED, SELF_SIGNED, PATH_LENGTH, UNHANDLED, INVALID_CA];

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
    let mut told = BTreeSet::new();
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
                Ok((number, text)) => tool.err.push_str(&format!(
                    "{subject}\nerror {number} at {depth} depth lookup: {text}\n"
                )),
                Err(unjudged) => tool.err.push_str(&unjudged(subject)),
            }
        }
        tool.err
            .push_str(&format!("error {shown}: verification failed\n"));
        let unreadable = known.unreadable_issuers(&leaf);
        let new = unreadable.into_iter().filter(|at| told.insert(*at)).count();
        for _ in 0..new + usize::from(!leaf.has_readable_extensions()) {
            tool.err.push_str(&error(
                "1100009E:X509 V3 routines:ossl_x509v3_cache_extensions:invalid certificate:../crypto/x509/v3_purp.c:636:",
            ));
        }
        if faults
            .iter()
            .any(|(.., finding)| matches!(finding, Ok(BAD_SIGNATURE)))
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

/// A fault, or what is said of a subject whose certificate cannot be judged here.
type Finding = Result<Fault, fn(&str) -> String>;

/// What was found, with the subject and the depth of the certificate.
type Found = (String, usize, Finding);

impl Known {
    /// What is wrong with a certificate, in the order in which the real program finds it.
    fn faults(&self, leaf: &Certificate) -> Vec<Found> {
        let mut found = Vec::new();
        let (chain, end) = self.chain(leaf);
        let mut report = |depth: usize, finding: Finding| {
            found.push((chain[depth].subject_name().oneline(), depth, finding));
            !finding.is_ok_and(|fault| GOES_ON.contains(&fault))
        };
        if let Some(fault) = end
            && report(chain.len() - 1, Ok(fault))
        {
            return found;
        }
        let mut between = 0;
        for (depth, member) in chain.iter().enumerate() {
            if member.has_unhandled_extension() && report(depth, Ok(UNHANDLED)) {
                return found;
            }
            if member.is_proxy() && report(depth, Ok(PROXY)) {
                return found;
            }
            if depth == 0 {
                continue;
            }
            if !is_authority(member, depth + 1 == chain.len()) && report(depth, Ok(INVALID_CA)) {
                return found;
            }
            if member.path_length().is_some_and(|most| between > most)
                && report(depth, Ok(PATH_LENGTH))
            {
                return found;
            }
            if !member.names_as_issuer(member) {
                between += 1;
            }
        }
        for depth in (0..chain.len()).rev() {
            let certificate = chain[depth];
            if let Some(issuer) = chain.get(depth + 1) {
                if issuer.may_sign_certificates() == Some(false) {
                    report(depth + 1, Ok(NO_CERT_SIGN));
                    return found;
                }
                let fault = match certificate.is_signed_by(&issuer.public_key_der()) {
                    SignatureCheck::Valid => None,
                    SignatureCheck::Invalid => Some(Ok(BAD_SIGNATURE)),
                    SignatureCheck::Unsupported => {
                        Some(Err(words::other_signature as fn(&str) -> String))
                    }
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
            if report(depth, Ok(fault)) {
                return found;
            }
        }
        let limits = |depth: &usize| chain[*depth].has_limits(*depth == 0);
        if chain.len() > 1
            && let Some(depth) = (0..chain.len()).rev().find(limits)
        {
            report(depth, Err(words::limits));
        }
        found
    }

    /// Places of certificates that the chain of another one may go on with, but whose extensions the real program cannot read.
    fn unreadable_issuers(&self, leaf: &Certificate) -> Vec<usize> {
        let (chain, _) = self.chain(leaf);
        let known = self.trusted.iter().chain(&self.untrusted).enumerate();
        known
            .filter(|(at, candidate)| {
                let ends_it = self.partial && *at < self.trusted.len();
                !candidate.has_readable_extensions()
                    && chain.iter().any(|member| {
                        member.names_as_issuer(candidate)
                            || (ends_it && member.der() == candidate.der())
                    })
            })
            .map(|(at, _)| at)
            .collect()
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

/// Whether a certificate fits what another one says about its issuer. The real program knows of no issuer where it cannot read the
/// extensions of both.
fn is_issuer(candidate: &Certificate, certificate: &Certificate) -> bool {
    certificate.names_as_issuer(candidate)
        && candidate.has_readable_extensions()
        && certificate.has_readable_extensions()
        && is_identified(candidate, certificate)
        && key_fits(&candidate.key(), &certificate.signature())
}

/// Whether what a certificate says about its issuer's key and certificate fits another one.
fn is_identified(candidate: &Certificate, certificate: &Certificate) -> bool {
    let key = match (certificate.authority_key_id(), candidate.subject_key_id()) {
        (Some(wanted), Some(key)) => wanted == key,
        _ => true,
    };
    let (issuer, serial) = certificate.authority_paper();
    key && issuer.is_none_or(|issuer| issuer == candidate.issuer_name().to_der())
        && serial.is_none_or(|serial| pki::digits(&serial) == pki::digits(candidate.serial()))
}

/// Whether a key can make such a signature.
fn key_fits(key: &KeyKind, signature: &SignatureKind) -> bool {
    match signature {
        SignatureKind::Other { oid } => match key {
            KeyKind::Rsa { .. } => !oid.starts_with(ECDSA) && oid != ED25519,
            KeyKind::Ec { .. } => oid.starts_with(ECDSA),
            KeyKind::Ed25519 => oid == ED25519,
            KeyKind::Other { .. } => true,
        },
        _ => matches!(key, KeyKind::Rsa { .. }),
    }
}

fn names_itself(certificate: &Certificate) -> bool {
    is_issuer(certificate, certificate)
}

/// Whether a certificate is an authority's. The last one of a chain may say so in the ways of old: by Key Usage alone, or by version 1
/// and its own signature.
fn is_authority(certificate: &Certificate, last: bool) -> bool {
    if certificate.may_sign_certificates() == Some(false) {
        return false;
    }
    match certificate.basic_constraints_ca() {
        Some(authority) => authority,
        None => {
            last && (certificate.may_sign_certificates() == Some(true)
                || (certificate.version() == 1 && names_itself(certificate)))
        }
    }
}
