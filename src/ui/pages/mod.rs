//! The pages, service by service.

mod cloudhsm;
mod events;
mod failure;
mod failures;
mod faults;
mod fidelity;
mod host;
mod kms;
mod overview;
mod road;
mod sandboxes;
mod shared;
mod stopped;
mod vpc;

pub(super) use events::resource_of;
pub(super) use stopped::view as stopped;
use yew::prelude::*;

use super::parts::{link, page_head};
use super::route::{Page, Route};
use crate::text::pages::frame as words;

/// The page at an address.
pub(super) fn view(route: &Route) -> Html {
    let id = AttrValue::from(route.id.clone());
    match route.page {
        Page::Overview => html! { <overview::Overview /> },
        Page::Stores => html! { <kms::Stores /> },
        Page::CreateStore => html! { <kms::CreateStore /> },
        Page::Store => html! { <kms::Store {id} /> },
        Page::EditStore => html! { <kms::EditStore {id} /> },
        Page::Keys => html! { <kms::Keys /> },
        Page::CreateKey => html! { <kms::CreateKey /> },
        Page::Key => html! { <kms::Key {id} /> },
        Page::Clusters => html! { <cloudhsm::Clusters /> },
        Page::CreateCluster => html! { <cloudhsm::CreateCluster /> },
        Page::Cluster => html! { <cloudhsm::Cluster {id} /> },
        Page::Initialize => html! { <cloudhsm::Initialize {id} /> },
        Page::Users => html! { <cloudhsm::Users {id} /> },
        Page::Backups => html! { <cloudhsm::Backups /> },
        Page::Backup => html! { <cloudhsm::Backup {id} /> },
        Page::Restore => html! { <cloudhsm::Restore {id} /> },
        Page::Vpcs => html! { <vpc::Vpcs /> },
        Page::CreateVpc => html! { <vpc::CreateVpc /> },
        Page::Subnets => html! { <vpc::Subnets /> },
        Page::CreateSubnet => html! { <vpc::CreateSubnet /> },
        Page::RouteTables => html! { <vpc::RouteTables /> },
        Page::RouteTable => html! { <vpc::RouteTable {id} /> },
        Page::Acls => html! { <vpc::Acls /> },
        Page::Acl => html! { <vpc::Acl {id} /> },
        Page::Groups => html! { <vpc::Groups /> },
        Page::CreateGroup => html! { <vpc::CreateGroup /> },
        Page::Group => html! { <vpc::Group {id} /> },
        Page::Host => html! { <host::Host /> },
        Page::Events => html! { <events::Events /> },
        Page::Failures => html! { <failures::Failures /> },
        Page::Failure => failures::named(&route.id),
        Page::Faults => html! { <faults::Faults /> },
        Page::Fidelity => html! { <fidelity::Fidelity /> },
        Page::Shared => html! { <shared::Shared {id} /> },
        Page::Sandboxes => html! { <sandboxes::Sandboxes /> },
        Page::Missing | Page::Terminal => {
            missing(words::MISSING, words::MISSING_TEXT, &Page::Overview.route())
        }
    }
}

/// Properties of a page that is about a resource.
#[derive(Properties, PartialEq)]
struct OfResource {
    id: AttrValue,
}

/// In place of a page about nothing.
fn missing(title: &str, text: &str, back: &Route) -> Html {
    html! {
        <>
            { page_head(title, "", Html::default()) }
            <div class="panel"><p>{ text }</p><p>{ link(back, back.page.place().title) }</p></div>
        </>
    }
}

/// In place of the page of a resource that is not there.
fn gone(id: &str, back: Page) -> Html {
    missing(id, words::GONE, &back.route())
}
