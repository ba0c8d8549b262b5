//! `lab sign`: signs a certificate request for readers without openssl.

use super::{run_command, usage};
use crate::command::{Command, HostAction};
use crate::pki;
use crate::shell::door::Needed;
use crate::shell::program::{Context, Ran};
use crate::text::lab as words;

/// Where the certificate goes, for a request at a path.
fn target(context: &Context<'_>, path: &str, certificate: Option<&str>) -> String {
    match certificate {
        Some(name) => context.path(name),
        None => path
            .strip_suffix("_ClusterCsr.csr")
            .map(|start| format!("{start}_CustomerHsmCertificate.crt"))
            .unwrap_or_else(|| format!("{}.crt", path.trim_end_matches(".csr"))),
    }
}

/// The key pair of an authority, where there is none in the folder of the certificate.
pub(super) fn authority(
    context: &Context<'_>,
    request: &str,
    certificate: Option<&str>,
) -> Option<Needed> {
    let path = context.path(request);
    pki::read_request(context.file(&path)?).ok()?;
    let target = target(context, &path, certificate);
    let (folder, _) = target.rsplit_once('/')?;
    let key = context.file(&format!("{folder}/customerCA.key"));
    key.is_none().then_some(Needed::Authority)
}

/// Runs it.
pub(super) fn run(context: &mut Context<'_>, request: &str, certificate: Option<&str>) -> Ran {
    let path = context.path(request);
    let Some(text) = context.file(&path) else {
        return usage(words::no_file(request));
    };
    if let Err(problem) = pki::read_request(text) {
        return usage(words::no_request(request, &problem));
    }
    let certificate = target(context, &path, certificate);
    let command = Command::Host {
        region: context.region.to_owned(),
        action: HostAction::Sign {
            request: path,
            certificate,
        },
    };
    run_command(context, command)
}
