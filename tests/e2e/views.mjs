// Every view of the page, for what has to hold on all of them. ":cluster" and the like stand for the first one of the account.
import { open, terminalOf } from "./lib.mjs";

/** What prints the id that a name in a route stands for. */
const RESOURCES = {
  cluster: "aws cloudhsmv2 describe-clusters --output text --query Clusters[0].ClusterId",
  backup: "aws cloudhsmv2 describe-backups --output text --query Backups[0].BackupId",
  store: "aws kms describe-custom-key-stores --output text --query CustomKeyStores[0].CustomKeyStoreId",
  key: "aws kms list-keys --output text --query Keys[0].KeyId",
  group: "aws cloudhsmv2 describe-clusters --output text --query Clusters[0].SecurityGroup",
  acl: "aws ec2 describe-network-acls --output text --query NetworkAcls[0].NetworkAclId",
  table: "aws ec2 describe-route-tables --output text --query RouteTables[0].RouteTableId",
};

/** The views, in the scenarios in which they have most to show. */
export const VIEWS = {
  "": ["#/", "#/nowhere", "#/failures", "#/failures/kms.kmsuser-missing", "#/failures/kms.store-quota", "#/fidelity", "#/share/AA"],
  network: ["#/cloudhsm/clusters/create"],
  uninitialized: ["#/cloudhsm/clusters/:cluster/initialize", "#/cloudhsm/clusters/:cluster"],
  "store-failed": ["#/", "#/kms/stores", "#/kms/stores/:store", "#/events", "#/faults", "#/terminal"],
  "store-with-key": [
    "#/kms/stores/create",
    "#/kms/stores/:store",
    "#/kms/stores/:store/edit",
    "#/kms/keys",
    "#/kms/keys/create",
    "#/kms/keys/:key",
    "#/cloudhsm/clusters",
    "#/cloudhsm/clusters/:cluster",
    "#/cloudhsm/clusters/:cluster/users",
    "#/cloudhsm/backups",
    "#/cloudhsm/backups/:backup",
    "#/cloudhsm/backups/:backup/restore",
    "#/vpc/vpcs",
    "#/vpc/vpcs/create",
    "#/vpc/subnets",
    "#/vpc/subnets/create",
    "#/vpc/route-tables",
    "#/vpc/route-tables/:table",
    "#/vpc/network-acls",
    "#/vpc/network-acls/:acl",
    "#/vpc/security-groups",
    "#/vpc/security-groups/create",
    "#/vpc/security-groups/:group",
    "#/client-host",
    "#/sandboxes",
  ],
};

/** Brings about a scenario in a page; answers the routes with their ids. */
export async function prepare(page, site, scenario, routes) {
  await open(page, site, scenario ? "#/terminal" : "");
  if (!scenario) return routes;
  const { run } = terminalOf(page);
  await run(`lab scenario ${scenario}`);
  const ids = {};
  for (const [name, line] of Object.entries(RESOURCES)) {
    if (routes.some((route) => route.includes(`:${name}`))) ids[name] = (await run(line)).trim();
  }
  return routes.map((route) => route.replace(/:([a-z]+)/g, (_, name) => ids[name]));
}
