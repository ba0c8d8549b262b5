//! Signing a certificate request on the client host, for readers without openssl: the authority is made when there is none yet, and its
//! files stay on the host as openssl would have left them.

use crate::api::{Bug, Call};
use crate::model::{Account, DAY};
use crate::pki::{self, RsaKey};

/// Days that the guide lets both certificates be valid.
const DAYS: i64 = 3_652;

/// Signs the request in one file and writes the certificate to another.
pub(super) fn sign(call: &mut Call<'_>, request: &str, certificate: &str) -> Result<(), Bug> {
    let folder = certificate
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let (key_path, ca_path) = (
        format!("{folder}/customerCA.key"),
        format!("{folder}/customerCA.crt"),
    );
    let now = call.now().seconds();
    let until = now + DAYS * DAY / 1_000;
    let files = &call.here()?.client.files;
    let request = files
        .get(request)
        .cloned()
        .ok_or_else(|| Bug(format!("no file {request}")))?;
    let authority = files
        .get(&key_path)
        .and_then(|pem| RsaKey::from_pem(pem).ok())
        .zip(files.get(&ca_path).cloned());
    let (key, ca) = match authority {
        Some(authority) => authority,
        None => {
            let purpose = key_of_authority(call.account);
            let key = call.memo.rsa(call.seed, &purpose);
            let ca = pki::self_signed_ca("customerCA", &key, 1, now, until).map_err(bug)?;
            (key, ca)
        }
    };
    let signed = pki::sign_request(&request, &ca, &key, 2, now, until).map_err(bug)?;
    let files = &mut call.here_mut()?.client.files;
    files.insert(key_path, key.to_pem());
    files.insert(ca_path, ca);
    files.insert(certificate.to_owned(), signed);
    Ok(())
}

/// The purpose of the key pair of the next authority.
pub fn key_of_authority(account: &Account) -> String {
    format!("customerCA/{}", account.number)
}

fn bug(problem: pki::Problem) -> Bug {
    Bug(problem.0)
}
