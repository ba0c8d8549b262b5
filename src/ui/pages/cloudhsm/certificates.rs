//! The certificates of a cluster, to download.

use yew::prelude::*;

use crate::model::Cluster;
use crate::text::pages::cloudhsm as words;
use crate::ui::parts::{DataTable, DownloadButton, code, panel, row};

/// The panel with the certificates of the cluster.
pub(super) fn view(cluster: &Cluster) -> Html {
    let rows: Vec<_> = files(cluster)
        .into_iter()
        .map(|(name, about, text)| {
            row(
                name.clone(),
                vec![
                    html! { <>{ code(&name) }<div class="note">{ about }</div></> },
                    html! { <DownloadButton {name} text={text.to_owned()} /> },
                ],
            )
        })
        .collect();
    panel(
        words::CERTIFICATES,
        Html::default(),
        html! {
            <>
                <p class="about">{ words::CERTIFICATES_ABOUT }</p>
                <DataTable name={words::CERTIFICATES} columns={words::CERTIFICATE_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_CERTIFICATES }</p> }} />
            </>
        },
    )
}

/// Names as in the guide, what they are, and the PEM texts.
fn files(cluster: &Cluster) -> Vec<(String, &'static str, &str)> {
    let certificates = &cluster.certificates;
    let all = [
        ("ClusterCsr.csr", words::CSR_ABOUT, &certificates.csr),
        (
            "HsmCertificate.crt",
            words::HSM_CERTIFICATE_ABOUT,
            &certificates.hsm,
        ),
        (
            "AwsHardwareCertificate.crt",
            words::AWS_HARDWARE_ABOUT,
            &certificates.aws_hardware,
        ),
        (
            "ManufacturerHardwareCertificate.crt",
            words::MAKER_HARDWARE_ABOUT,
            &certificates.manufacturer_hardware,
        ),
        (
            "CustomerHsmCertificate.crt",
            words::CLUSTER_CERTIFICATE_ABOUT,
            &certificates.cluster,
        ),
    ];
    let mut files: Vec<_> = all
        .into_iter()
        .filter_map(|(name, about, text)| {
            Some((format!("{}_{name}", cluster.id), about, text.as_deref()?))
        })
        .collect();
    if let Some(anchor) = &cluster.trust_anchor {
        files.push(("customerCA.crt".to_owned(), words::ANCHOR_ABOUT, anchor));
    }
    files
}
