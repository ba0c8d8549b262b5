//! Addresses within the page: what stands behind the `#`. They survive every static host, base path and frame.

use crate::text::pages::{frame as words, shared};

/// A place of the page. The resource it shows, if it shows one, is in [`Route::id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Overview,
    Terminal,
    Stores,
    CreateStore,
    Store,
    EditStore,
    Keys,
    CreateKey,
    Key,
    Clusters,
    CreateCluster,
    Cluster,
    Initialize,
    Users,
    Backups,
    Backup,
    Restore,
    Vpcs,
    CreateVpc,
    Subnets,
    CreateSubnet,
    RouteTables,
    RouteTable,
    Acls,
    Acl,
    Groups,
    CreateGroup,
    Group,
    Host,
    Events,
    Sandboxes,
    Shared,
    Failures,
    Failure,
    Faults,
    Fidelity,
    Missing,
}

/// A page with the resource that it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Route {
    pub(super) page: Page,
    /// Id of the resource; empty where the page shows none.
    pub(super) id: String,
}

/// A page with its address and its name.
pub(super) struct Place {
    pub(super) page: Page,
    /// Parts between slashes; `:` stands for an id.
    path: &'static str,
    pub(super) title: &'static str,
    /// The page above it in the breadcrumbs.
    pub(super) above: Page,
}

const fn place(page: Page, path: &'static str, title: &'static str, above: Page) -> Place {
    Place {
        page,
        path,
        title,
        above,
    }
}

/// Every page. Fixed words come before `:` so that `create` is not taken for an id.
const PLACES: &[Place] = &[
    place(Page::Overview, "", words::OVERVIEW, Page::Overview),
    place(Page::Terminal, "terminal", words::TERMINAL, Page::Overview),
    place(Page::Stores, "kms/stores", words::STORES, Page::Overview),
    place(
        Page::CreateStore,
        "kms/stores/create",
        words::CREATE_STORE,
        Page::Stores,
    ),
    place(Page::Store, "kms/stores/:", words::STORE, Page::Stores),
    place(
        Page::EditStore,
        "kms/stores/:/edit",
        words::EDIT_STORE,
        Page::Store,
    ),
    place(Page::Keys, "kms/keys", words::KEYS, Page::Overview),
    place(
        Page::CreateKey,
        "kms/keys/create",
        words::CREATE_KEY,
        Page::Keys,
    ),
    place(Page::Key, "kms/keys/:", words::KEY, Page::Keys),
    place(
        Page::Clusters,
        "cloudhsm/clusters",
        words::CLUSTERS,
        Page::Overview,
    ),
    place(
        Page::CreateCluster,
        "cloudhsm/clusters/create",
        words::CREATE_CLUSTER,
        Page::Clusters,
    ),
    place(
        Page::Cluster,
        "cloudhsm/clusters/:",
        words::CLUSTER,
        Page::Clusters,
    ),
    place(
        Page::Initialize,
        "cloudhsm/clusters/:/initialize",
        words::INITIALIZE,
        Page::Cluster,
    ),
    place(
        Page::Users,
        "cloudhsm/clusters/:/users",
        words::USERS,
        Page::Cluster,
    ),
    place(
        Page::Backups,
        "cloudhsm/backups",
        words::BACKUPS,
        Page::Overview,
    ),
    place(
        Page::Backup,
        "cloudhsm/backups/:",
        words::BACKUP,
        Page::Backups,
    ),
    place(
        Page::Restore,
        "cloudhsm/backups/:/restore",
        words::RESTORE,
        Page::Backup,
    ),
    place(Page::Vpcs, "vpc/vpcs", words::VPCS, Page::Overview),
    place(
        Page::CreateVpc,
        "vpc/vpcs/create",
        words::CREATE_VPC,
        Page::Vpcs,
    ),
    place(Page::Subnets, "vpc/subnets", words::SUBNETS, Page::Overview),
    place(
        Page::CreateSubnet,
        "vpc/subnets/create",
        words::CREATE_SUBNET,
        Page::Subnets,
    ),
    place(
        Page::RouteTables,
        "vpc/route-tables",
        words::ROUTE_TABLES,
        Page::Overview,
    ),
    place(
        Page::RouteTable,
        "vpc/route-tables/:",
        words::ROUTE_TABLE,
        Page::RouteTables,
    ),
    place(Page::Acls, "vpc/network-acls", words::ACLS, Page::Overview),
    place(Page::Acl, "vpc/network-acls/:", words::ACL, Page::Acls),
    place(
        Page::Groups,
        "vpc/security-groups",
        words::GROUPS,
        Page::Overview,
    ),
    place(
        Page::CreateGroup,
        "vpc/security-groups/create",
        words::CREATE_GROUP,
        Page::Groups,
    ),
    place(
        Page::Group,
        "vpc/security-groups/:",
        words::GROUP,
        Page::Groups,
    ),
    place(Page::Host, "client-host", words::HOST, Page::Overview),
    place(Page::Events, "events", words::EVENTS, Page::Overview),
    place(
        Page::Sandboxes,
        "sandboxes",
        words::SANDBOXES,
        Page::Overview,
    ),
    place(Page::Shared, "share/:", shared::TITLE, Page::Overview),
    place(Page::Failures, "failures", words::FAILURES, Page::Overview),
    place(Page::Failure, "failures/:", words::FAILURE, Page::Failures),
    place(Page::Faults, "faults", words::FAULTS, Page::Overview),
    place(Page::Fidelity, "fidelity", words::FIDELITY, Page::Overview),
];

/// Where an unknown address leads.
const MISSING: Place = place(Page::Missing, "", words::MISSING, Page::Overview);

/// The navigation: groups of pages under a heading.
pub(super) const NAVIGATION: &[(&str, &[Page])] = &[
    ("", &[Page::Overview, Page::Terminal, Page::Failures]),
    (words::KMS, &[Page::Stores, Page::Keys]),
    (words::CLOUDHSM, &[Page::Clusters, Page::Backups]),
    (
        words::VPC,
        &[
            Page::Vpcs,
            Page::Subnets,
            Page::RouteTables,
            Page::Acls,
            Page::Groups,
        ],
    ),
    (
        words::PLAYGROUND,
        &[Page::Host, Page::Faults, Page::Events, Page::Sandboxes],
    ),
];

impl Page {
    /// Its address and name.
    pub(super) fn place(self) -> &'static Place {
        PLACES
            .iter()
            .find(|place| place.page == self)
            .unwrap_or(&MISSING)
    }

    /// Whether it shows something without an account.
    pub(super) fn needs_no_account(self) -> bool {
        matches!(
            self,
            Self::Sandboxes | Self::Shared | Self::Failures | Self::Failure | Self::Fidelity
        )
    }

    /// The page, of no resource.
    pub(super) fn route(self) -> Route {
        self.of("")
    }

    /// The page of a resource.
    pub(super) fn of(self, id: &str) -> Route {
        Route {
            page: self,
            id: id.to_owned(),
        }
    }
}

impl Route {
    /// Reads what stands behind the `#`.
    pub(super) fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        PLACES
            .iter()
            .find_map(|place| {
                let mut id = "";
                let mut given = path.split('/');
                let fits = place.path.split('/').all(|wanted| {
                    given.next().is_some_and(|part| {
                        if wanted == ":" {
                            id = part;
                        }
                        wanted == part || wanted == ":"
                    })
                });
                (fits && given.next().is_none()).then(|| place.page.of(id))
            })
            .unwrap_or_else(|| Page::Missing.route())
    }

    /// The address, with its `#`.
    pub(super) fn href(&self) -> String {
        format!("#/{}", self.page.place().path.replace(':', &self.id))
    }

    /// The pages above it, the topmost first, without the overview.
    pub(super) fn above(&self) -> Vec<Self> {
        let mut pages = Vec::new();
        let mut page = self.page.place().above;
        while page != Page::Overview {
            pages.push(Self {
                page,
                id: self.id.clone(),
            });
            page = page.place().above;
        }
        pages.reverse();
        pages
    }

    /// Its name: that of the page, or the resource where the page is about one.
    pub(super) fn name(&self) -> String {
        let place = self.page.place();
        // A link is nothing to read, and a rule's page has a name of its own.
        let unread = matches!(self.page, Page::Shared | Page::Failure);
        if place.path.ends_with(':') && !unread {
            self.id.clone()
        } else {
            place.title.to_owned()
        }
    }
}
