//! Creating a cluster: an empty one, or one from a backup.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use yew::prelude::*;

use crate::facts::network;
use crate::model::{Region, Sort, set_of};
use crate::text::pages::{cloudhsm as words, frame};
use crate::ui::desk::{Success, use_desk};
use crate::ui::pages::vpc::own_vpc;
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    Control, FieldSpec, Mood, OperationForm, Values, icon, link, page_head, panel,
};
use crate::ui::route::Page;

const VPC: &str = "VpcId";
const SUBNETS: &str = "SubnetIds";
const HSM_TYPE: &str = "HsmType";
const MODE: &str = "Mode";
const RETENTION: &str = "BackupRetentionPolicy";
/// What the service offers, the type of this guide first.
const HSM_TYPES: &[&str] = &["hsm1.medium", "hsm2m.medium"];

/// Creates an empty cluster.
#[component]
pub(in crate::ui::pages) fn CreateCluster() -> Html {
    html! {
        <>
            { page_head(frame::CREATE_CLUSTER, words::CREATE_CLUSTER_ABOUT, Html::default()) }
            { panel(words::CONFIGURATION, Html::default(), html! { <Form id="" /> }) }
        </>
    }
}

/// Creates a cluster from a backup.
#[component]
pub(in crate::ui::pages) fn Restore(props: &OfResource) -> Html {
    let known = use_desk().is_some_and(|desk| {
        let session = desk.session();
        session
            .region()
            .is_some_and(|region| region.backups.contains_key(&*props.id))
    });
    if !known {
        return gone(&props.id, Page::Backups);
    }
    html! {
        <>
            { page_head(frame::RESTORE, words::RESTORE_ABOUT, Html::default()) }
            { panel(words::CONFIGURATION, Html::default(), html! { <Form id={props.id.clone()} /> }) }
        </>
    }
}

/// The form; `id` is that of the backup, or empty.
#[component]
fn Form(props: &OfResource) -> Html {
    let draft = use_state(Values::new);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let own = own_vpc(region).unwrap_or_default();
    let vpc = draft.get(VPC).map_or(own, String::as_str);
    let suggested = suggested_subnets(region, vpc);
    let subnets = draft.get(SUBNETS).unwrap_or(&suggested);
    let backup = region.backups.get(&*props.id);
    let request = {
        let (desk, backup) = (desk.clone(), props.id.clone());
        Callback::from(move |values: Values| {
            desk.request("cloudhsmv2", "CreateCluster", input(&values, &backup))
        })
    };
    let success = {
        let region = desk.region();
        Callback::from(move |(_, answer): (Values, Value)| {
            let id = answer["Cluster"]["ClusterId"].as_str().unwrap_or_default();
            Success::new(words::creating(id))
                .lasting(&region, id, words::cluster_ready(id))
                .go(Page::Cluster.of(id))
        })
    };
    let on_change = {
        let draft = draft.setter();
        Callback::from(move |values: Values| draft.set(values))
    };
    let (hsm_type, mode) = backup.map_or((HSM_TYPES[0], "FIPS"), |backup| {
        (backup.hsm_type.as_str(), backup.mode.as_str())
    });
    let values = Values::from([(HSM_TYPE, hsm_type.to_owned()), (MODE, mode.to_owned())]);
    let cancel = if backup.is_some() {
        Page::Backups
    } else {
        Page::Clusters
    };
    html! {
        <OperationForm fields={fields(region, vpc, subnets, suggested.clone())} {values} {request} {success} {on_change}
            submit={if backup.is_some() { frame::RESTORE } else { frame::CREATE_CLUSTER }} cancel={cancel.route()} />
    }
}

/// A private subnet in each Availability Zone in which CloudHSM has capacity, one a line.
fn suggested_subnets(region: &Region, vpc: &str) -> String {
    let network = &region.network;
    let mut zones = BTreeMap::new();
    for subnet in network
        .subnets
        .values()
        .filter(|subnet| subnet.vpc_id == vpc)
    {
        let capacity = region
            .zones
            .iter()
            .any(|zone| zone.name == subnet.zone && zone.cloudhsm);
        if capacity && !network::is_public(network, &subnet.id) {
            zones.entry(&subnet.zone).or_insert(subnet.id.as_str());
        }
    }
    zones.into_values().collect::<Vec<_>>().join("\n")
}

/// What is to be known before a cluster is made in these subnets, one a line: a key store needs two Availability Zones.
fn warning(region: &Region, subnets: &str) -> Html {
    let subnets = subnets
        .lines()
        .filter_map(|id| region.network.subnets.get(id));
    let zones = set_of(subnets.map(|subnet| subnet.zone.as_str()));
    if zones.len() == 1 {
        html! { <p class="alert warning">{ icon(Mood::Warning) }{ words::ONE_ZONE }</p> }
    } else {
        Html::default()
    }
}

fn fields(region: &Region, vpc: &str, chosen: &str, suggested: String) -> Vec<FieldSpec> {
    let network = &region.network;
    let vpcs = network.vpcs.values().map(|vpc| {
        let name = vpc.tags.get("Name").map(String::as_str);
        let label = words::vpc(&vpc.id, name, &vpc.cidr, vpc.is_default);
        (vpc.id.clone(), label)
    });
    let mut subnets: Vec<(String, String)> = network
        .subnets
        .values()
        .filter(|subnet| subnet.vpc_id == vpc)
        .map(|subnet| {
            let name = subnet.tags.get("Name").map(String::as_str);
            let public = network::is_public(network, &subnet.id);
            let label = words::subnet(&subnet.id, name, &subnet.zone, &subnet.cidr, public);
            (subnet.id.clone(), label)
        })
        .collect();
    subnets.order_by(|one, other| one.1.cmp(&other.1));
    let hint = match (vpc.is_empty(), subnets.is_empty()) {
        (true, _) => words::SUBNETS_OF_VPC,
        (false, true) => words::NO_SUBNETS,
        (false, false) => "",
    };
    let types = HSM_TYPES
        .iter()
        .map(|name| ((*name).to_owned(), (*name).to_owned()));
    let tile = |value: &str, about: &str| (value.to_owned(), value.to_owned(), about.to_owned());
    vec![
        FieldSpec::new(VPC, words::VPC, Control::Select(vpcs.collect()))
            .suggest(own_vpc(region).unwrap_or_default())
            .about(html! { <>{ words::VPC_ABOUT }{ " " }{ link(&Page::CreateVpc.route(), frame::CREATE_VPC) }</> }),
        FieldSpec::new(SUBNETS, words::SUBNETS, Control::Checks(subnets))
            .about(html! {
                <>
                    { words::SUBNETS_ABOUT }{ " " }{ link(&Page::CreateSubnet.route(), words::CREATE_SUBNET) }
                    { warning(region, chosen) }
                </>
            })
            .suggest(suggested)
            .missing(words::NO_SUBNET_SELECTED)
            .hint(hint),
        FieldSpec::new(HSM_TYPE, words::HSM_TYPE, Control::Select(types.collect()))
            .hint(words::HSM_TYPE_HINT),
        FieldSpec::new(
            MODE,
            words::MODE,
            Control::Tiles(vec![tile("FIPS", words::FIPS), tile("NON_FIPS", words::NON_FIPS)]),
        ),
        FieldSpec::new(RETENTION, words::RETENTION, Control::Text)
            .hint(words::RETENTION_HINT)
            .optional(),
    ]
}

/// The request that the form makes; members that were left empty are left out.
fn input(values: &Values, backup: &str) -> Value {
    let value = |name: &str| values.get(name).map_or("", |value| value.trim());
    let subnets: Vec<&str> = value(SUBNETS).lines().collect();
    let mut input = json!({ HSM_TYPE: value(HSM_TYPE), SUBNETS: subnets });
    // Defaults of the service are left out.
    if value(MODE) != "FIPS" {
        input[MODE] = value(MODE).into();
    }
    if !value(RETENTION).is_empty() {
        input[RETENTION] = json!({ "Type": "DAYS", "Value": value(RETENTION) });
    }
    if !backup.is_empty() {
        input["SourceBackupId"] = backup.into();
    }
    input
}
