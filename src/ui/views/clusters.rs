//! Clusters with their HSMs.

use yew::prelude::*;

use crate::model::{Certificates, Hsm, Region};
use crate::text::page as words;
use crate::ui::parts::{code, lines, lines_or, section, status, table};

/// Clusters with their HSMs and the certificates that they hand out.
pub(super) fn view(region: &Region) -> Html {
    let rows = region
        .clusters
        .values()
        .map(|cluster| {
            vec![
                lines([code(&cluster.id), status(cluster.state.word())]),
                lines_or(cluster.hsms.iter().map(hsm), words::NO_HSMS),
                lines_or(
                    certificates(&cluster.certificates).map(|name| html! { name }),
                    words::NO_CERTIFICATES,
                ),
            ]
        })
        .collect();
    section(
        words::CLUSTERS,
        table(
            words::CLUSTERS,
            words::CLUSTER_COLUMNS,
            rows,
            words::NO_CLUSTERS,
        ),
    )
}

fn hsm(hsm: &Hsm) -> Html {
    html! {
        <div class="hsm">
            { code(&hsm.id) }{ " " }{ status(hsm.state.word()) }
            <div class="note">{ &hsm.zone }{ ", " }{ code(&hsm.ip) }</div>
        </div>
    }
}

fn certificates(kept: &Certificates) -> impl Iterator<Item = &'static str> {
    [
        (&kept.csr, words::CSR),
        (&kept.hsm, words::HSM_CERTIFICATE),
        (&kept.aws_hardware, words::AWS_CERTIFICATE),
        (&kept.manufacturer_hardware, words::MANUFACTURER_CERTIFICATE),
        (&kept.cluster, words::CLUSTER_CERTIFICATE),
    ]
    .into_iter()
    .filter_map(|(text, name)| text.as_ref().map(|_| name))
}
