//! Initializing a cluster: its certificate request, signing it, and uploading what came of it.

use serde_json::json;
use yew::prelude::*;

use crate::model::ClusterState;
use crate::playground::{Road, Step};
use crate::text::pages::{cloudhsm as words, frame};
use crate::ui::desk::{Success, use_desk};
use crate::ui::pages::road::callout;
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    CommandLine, Control, DownloadButton, FieldSpec, HostFile, Kind, OperationForm, Values, button,
    page_head, panel,
};
use crate::ui::route::Page;

const SIGNED: &str = "SignedCert";
const ANCHOR: &str = "TrustAnchor";
const CUSTOMER_CA: &str = "customerCA.crt";

/// Initializes a cluster.
#[component]
pub(in crate::ui::pages) fn Initialize(props: &OfResource) -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, cluster)) = session
        .region()
        .and_then(|region| Some((region, region.clusters.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Clusters);
    };
    let id = &cluster.id;
    let (request_file, signed_file) = (
        format!("{id}_ClusterCsr.csr"),
        format!("{id}_CustomerHsmCertificate.crt"),
    );
    let fetch = format!(
        "aws cloudhsmv2 describe-clusters --filters clusterIds={id} --output text --query 'Clusters[].Certificates.ClusterCsr' > {request_file}"
    );
    let road = Road::of_cluster(region, cluster);
    let to_come = matches!(road.under_way, Some((Step::Cluster | Step::FirstHsm, _)));
    let no_csr = if to_come {
        words::NO_CSR_YET
    } else {
        words::NO_CSR
    };
    let download = match &cluster.certificates.csr {
        Some(csr) => html! {
            <>
                <div class="buttons">
                    <DownloadButton name={request_file.clone()} text={csr.clone()} label={words::DOWNLOAD_CSR} />
                </div>
                <CommandLine line={fetch.clone()} folded=true />
            </>
        },
        None => html! { <p>{ no_csr }</p> },
    };
    let openssl = [
        "openssl genrsa -aes256 -out customerCA.key 2048".to_owned(),
        format!("openssl req -new -x509 -days 3652 -key customerCA.key -out {CUSTOMER_CA}"),
        format!(
            "openssl x509 -req -days 3652 -in {request_file} -CA {CUSTOMER_CA} -CAkey customerCA.key -CAcreateserial -out {signed_file}"
        ),
    ];
    let sign = {
        let (desk, lines) = (
            desk.clone(),
            vec![fetch, format!("lab sign {request_file}")],
        );
        Callback::from(move |_: MouseEvent| desk.script(words::SIGNED_HERE, lines.clone()))
    };
    let reason = cluster.certificates.csr.is_none().then_some(no_csr);
    let made = HostFile::find(region, &[&signed_file, CUSTOMER_CA]);
    // Each field offers what belongs into it first.
    let swapped = made.iter().rev().cloned().collect();
    let fields = vec![
        FieldSpec::new(SIGNED, words::SIGNED, Control::File(made.clone()))
            .about(html! { words::SIGNED_ABOUT }),
        FieldSpec::new(ANCHOR, words::ANCHOR, Control::File(swapped))
            .about(html! { words::ANCHOR_FIELD_ABOUT }),
    ];
    let request = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |values: Values| {
            let value = |name: &str| values.get(name).cloned().unwrap_or_default();
            let input = json!({ "ClusterId": id, SIGNED: value(SIGNED), ANCHOR: value(ANCHOR) });
            desk.request("cloudhsmv2", "InitializeCluster", input)
        })
    };
    let success = {
        let (region, id) = (desk.region(), id.clone());
        Callback::from(move |_| {
            Success::new(words::initializing(&id))
                .lasting(&region, &id, words::initialized(&id))
                .go(Page::Cluster.of(&id))
        })
    };
    html! {
        <>
            { page_head(frame::INITIALIZE, words::INITIALIZE_ABOUT, Html::default()) }
            { callout(&desk, region, cluster) }
            if cluster.state != ClusterState::Uninitialized && road.under_way.is_none() {
                <p class="alert warning">{ words::NOT_UNINITIALIZED }</p>
            }
            { panel(words::STEP_CSR, Html::default(), download) }
            { panel(words::STEP_SIGN, Html::default(), html! {
                <>
                    <p>{ words::SIGN_ABOUT }</p>
                    <CommandLine line={openssl.join("\n")} />
                    <p>{ words::SIGN_HERE_ABOUT }</p>
                    <div class="buttons">
                        { button(Kind::Normal, words::SIGN_HERE, reason, sign) }
                        { made.iter().map(|file| html! {
                            <DownloadButton name={file.name.clone()} text={file.text.clone()} label={words::download(&file.name)} />
                        }).collect::<Html>() }
                    </div>
                </>
            }) }
            { panel(words::STEP_UPLOAD, Html::default(), html! {
                <OperationForm {fields} {request} {success} submit={words::UPLOAD_AND_INITIALIZE} cancel={Page::Cluster.of(id)} />
            }) }
        </>
    }
}
