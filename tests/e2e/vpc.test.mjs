// The network by clicking: a VPC with two private subnets and a group with a rule, and mistakes that the page explains and cures.
import assert from "node:assert/strict";
import { browserTest, open, terminalOf } from "./lib.mjs";

browserTest("a network by clicking, with mistakes", async ({ page, site }) => {
  await open(page, site, "#/vpc/vpcs");
  const main = page.getByRole("main");
  const dialog = page.getByRole("dialog");
  const button = (name, within = main) => within.getByRole("button", { name, exact: true });
  const field = (name, within = main) => within.getByLabel(name);
  const heading = (name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const row = (text) => main.getByRole("row").filter({ hasText: text });
  const go = async (name) => {
    await page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name, exact: true }).click();
    await heading(name);
  };
  /** What a call was refused with, where it is explained; what it says has to name what is wrong. */
  const refused = async (within, code, what) => {
    const card = within.getByRole("complementary", { name: "Explanation" });
    await card.waitFor();
    assert.ok(await within.getByText(code).first().isVisible(), code);
    assert.match(await card.textContent(), what);
    assert.ok(await card.getByRole("link").first().isVisible(), "a link to the documentation");
    return card;
  };

  // The VPC.
  await main.getByRole("link", { name: "Create VPC" }).click();
  await heading("Create VPC");
  await field("Name").fill("keys");
  await button("Create VPC").click();
  await heading("Subnets");
  const messages = page.getByRole("status", { name: "Messages" });
  const vpc = (await messages.textContent()).match(/vpc-[0-9a-f]{17}/)[0];

  // The first subnet: what the form suggests would do.
  const createSubnet = async () => {
    await main.getByRole("link", { name: "Create subnet" }).click();
    await heading("Create subnet");
    assert.equal(await field("VPC").inputValue(), vpc);
  };
  await createSubnet();
  assert.equal(await field("Availability Zone").inputValue(), "us-east-1a");
  assert.equal(await field("IPv4 CIDR").inputValue(), "10.0.0.0/24");
  await field("IPv4 CIDR").fill("192.168.0.0/24");
  await button("Create subnet").click();
  await refused(main, "InvalidSubnet.Range", /inside 10\.0\.0\.0\/16/);
  await field("IPv4 CIDR").fill("10.0.0.0/24");
  await button("Create subnet").click();
  await heading("Subnets");

  // The second: the suggestions have moved on, and what is taken is refused.
  await createSubnet();
  assert.equal(await field("Availability Zone").inputValue(), "us-east-1b");
  assert.equal(await field("IPv4 CIDR").inputValue(), "10.0.1.0/24");
  await field("IPv4 CIDR").fill("10.0.0.0/28");
  await button("Create subnet").click();
  await refused(main, "InvalidSubnet.Conflict", /overlaps with 10\.0\.0\.0\/24/);
  await field("IPv4 CIDR").fill("10.0.1.0/24");
  await main.getByText("The same on the command line").click();
  await main.getByText(`aws ec2 create-subnet`).waitFor();
  await button("Create subnet").click();
  await heading("Subnets");
  for (const range of ["10.0.0.0/24", "10.0.1.0/24"]) {
    assert.match(await row(range).textContent(), /Private.*No route to the internet/);
  }
  await page.getByRole("searchbox", { name: "Find in Subnets" }).fill("10.0.");
  await main.getByText("2 matches").waitFor();

  // A group that lets clients with the default group in; saying so twice is refused.
  await go("Security groups");
  await main.getByRole("link", { name: "Create security group" }).click();
  await field("Security group name").fill("clients");
  await field("Description").fill("HSM clients");
  await button("Create security group").click();
  await heading("clients");
  const group = page.url().match(/sg-[0-9a-f]{17}/)[0];
  const rules = main.getByRole("region", { name: "Inbound rules" });
  const addRule = async (peer) => {
    await button("Add inbound rule").click();
    assert.equal(await field("Port range", dialog).inputValue(), "2223-2225");
    const options = field("Source", dialog).locator("option");
    await field("Source", dialog).selectOption(await options.filter({ hasText: peer }).getAttribute("value"));
    await button("Add inbound rule", dialog).click();
  };
  await addRule("(default)");
  await rules.getByRole("row").filter({ hasText: "2223-2225" }).waitFor();
  await addRule("(default)");
  await refused(dialog, "InvalidPermission.Duplicate", /already has this rule/);
  await field("Source", dialog).selectOption("CIDR block");
  await field("IPv4 CIDR", dialog).fill("10.0.0.0/99");
  await button("Add inbound rule", dialog).click();
  await refused(dialog, "InvalidParameterValue", /10\.0\.0\.0\/99 is not a CIDR block/);
  await field("IPv4 CIDR", dialog).fill("10.0.0.0/16");
  await button("Add inbound rule", dialog).click();
  await dialog.waitFor({ state: "detached" });
  assert.equal(await rules.getByRole("row").filter({ hasText: "2223-2225" }).count(), 2);

  // A group that a rule of another names cannot go until that rule is gone.
  await go("Security groups");
  await row(vpc).filter({ hasText: "default VPC security group" }).getByRole("link").click();
  await heading("default");
  assert.equal(await button("Delete").getAttribute("aria-disabled"), "true");
  await addRule("(clients)");
  await rules.getByRole("row").filter({ hasText: "clients" }).waitFor();
  const deleteGroup = async () => {
    await page.goto(`${site.url}#/vpc/security-groups/${group}`);
    await heading("clients");
    await button("Delete").click();
    assert.ok(await button("Delete", dialog).isDisabled(), "nothing was typed yet");
    await field(/To confirm/, dialog).fill(group);
    await button("Delete", dialog).click();
  };
  await deleteGroup();
  await refused(messages, "DependencyViolation", new RegExp(`${group} is in use: sg-`));
  await rules.getByRole("row").filter({ hasText: "(default)" }).waitFor({ state: "detached" });
  await rules.getByRole("link").first().click();
  await heading("default");
  await rules.getByRole("row").filter({ hasText: "clients" }).getByRole("button", { name: "Delete rule" }).click();
  await button("Delete rule", dialog).click();
  await rules.getByRole("row").filter({ hasText: "clients" }).waitFor({ state: "detached" });
  await deleteGroup();
  await heading("Security groups");
  assert.equal(await row(group).count(), 0);

  // A route to the internet makes the subnets public; deleting it makes them private again.
  await go("Your VPCs");
  await button("Create internet gateway").click();
  await button("Create internet gateway", dialog).click();
  await button("Attach to VPC").click();
  await button("Attach to VPC", dialog).click();
  await row(/igw-/).filter({ hasText: vpc }).waitFor();
  await go("Route tables");
  await row(vpc).getByRole("link").click();
  await button("Add route").click();
  await button("Add route", dialog).click();
  await button("Delete route").waitFor();
  await go("Subnets");
  assert.match(await row("10.0.0.0/24").textContent(), /Public.*0\.0\.0\.0\/0 → igw-/);
  await row("10.0.0.0/24").getByRole("link").click();
  await button("Delete route").click();
  await button("Delete route", dialog).click();
  await button("Delete route").waitFor({ state: "detached" });

  // A subnet has one route table: the fix moves it.
  await button("Associate a subnet").click();
  const subnet = await field("Subnet", dialog).locator("option").filter({ hasText: "10.0.1.0/24" }).getAttribute("value");
  await field("Subnet", dialog).selectOption(subnet);
  await button("Associate a subnet", dialog).click();
  await row(subnet).filter({ hasText: "explicit" }).waitFor();
  await go("Route tables");
  await button("Create route table").click();
  await field("Name", dialog).fill("own");
  await button("Create route table", dialog).click();
  await button("Associate a subnet").click();
  await field("Subnet", dialog).selectOption(subnet);
  await button("Associate a subnet", dialog).click();
  const card = await refused(dialog, "Resource.AlreadyAssociated", /associated with the route table rtb-/);
  await card.getByRole("button", { name: "Fix it" }).click();
  await row(subnet).filter({ hasText: "explicit" }).waitFor();

  // A VPC that holds something stays.
  await dialog.waitFor({ state: "hidden" });
  await go("Your VPCs");
  await row("keys").getByRole("button", { name: "Delete", exact: true }).click();
  await field(/To confirm/, dialog).fill(vpc);
  await button("Delete", dialog).click();
  await refused(messages, "DependencyViolation", new RegExp(`The VPC ${vpc} still contains subnet-`));
  await row("keys").waitFor();
});

browserTest("the group of a cluster gets its rules back with one click", async ({ page, site }) => {
  await open(page, site, "#/vpc/vpcs");
  const main = page.getByRole("main");
  await page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name: "Terminal" }).click();
  const input = page.getByRole("textbox", { name: "Command line" });
  await input.fill("lab scenario uninitialized");
  await input.press("Enter");
  await page.locator(".log .printed").first().waitFor();
  await page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name: "Security groups" }).click();
  await main.getByRole("row").filter({ hasText: "cloudhsm-cluster-" }).getByRole("link").click();
  const needed = main.getByRole("region", { name: "Rules that a cluster needs" });
  await needed.getByText("Inbound TCP 2223–2225 from this security group itself").waitFor();
  assert.equal(await needed.getByText(/\bMet$/).count(), 2);
  const inbound = main.getByRole("region", { name: "Inbound rules" });
  for (const rules of [inbound, main.getByRole("region", { name: "Outbound rules" })]) {
    await rules.getByRole("button", { name: "Delete rule" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete rule", exact: true }).click();
    await rules.getByText("No rules. No traffic is allowed in this direction.").waitFor();
  }
  assert.equal(await needed.getByText(/Not met$/).count(), 2);
  await needed.getByText("The same on the command line").click();
  assert.match(await needed.locator("pre").textContent(), /authorize-security-group-ingress[^]*\n[^]*authorize-security-group-egress/);
  await needed.getByRole("button", { name: "Restore the documented rules" }).click();
  await inbound.getByRole("row").filter({ hasText: "this group" }).waitFor();
  assert.equal(await needed.getByText(/\bMet$/).count(), 2);
});

browserTest("a subnet in use stays, and one of a cluster that is not used by it can go, which breaks the key store", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("lab scenario store-disconnected");
  await page.goto(`${site.url}#/vpc/subnets`);
  const main = page.getByRole("main");
  const messages = page.getByRole("status", { name: "Messages" });
  const remove = async (range) => {
    const row = main.getByRole("row").filter({ hasText: range });
    const id = (await row.textContent()).match(/subnet-[0-9a-f]{17}/)[0];
    await row.getByRole("button", { name: "Delete", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(id);
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    return id;
  };
  const used = await remove("10.0.1.0/28");
  await messages.getByRole("complementary", { name: "Explanation of ec2.subnet-unused" }).waitFor();
  await messages.getByText("DependencyViolation").first().waitFor();
  assert.ok(await main.getByText(used).first().isVisible());
  const free = await remove("10.0.3.0/28");
  await main.getByText(free).waitFor({ state: "detached" });

  await page.goto(`${site.url}#/kms/stores`);
  await main.getByRole("link", { name: "ExampleKeyStore" }).click();
  await main.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("button", { name: "Wait for all" }).click();
  await main.getByRole("link", { name: "SUBNET_NOT_FOUND" }).waitFor();
});

browserTest("on a phone a table is a list of cards that never scrolls sideways", async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, site, "#/terminal");
  await terminalOf(page).run("lab scenario store-with-key");
  for (const route of ["#/vpc/subnets", "#/kms/keys", "#/client-host", "#/cloudhsm/backups", "#/failures", "#/sandboxes"]) {
    await page.goto(site.url + route);
    const tables = page.locator("main .scroll");
    await tables.first().waitFor();
    for (const table of await tables.all()) {
      const [room, width] = await table.evaluate((box) => [box.clientWidth, box.scrollWidth]);
      assert.ok(width <= room, `${route}: ${width} in ${room}`);
    }
  }
  // The name of the column stands beside the value.
  await page.goto(`${site.url}#/kms/keys`);
  const cell = page.locator('main td[data-label="Status"]');
  assert.equal(await cell.evaluate((cell) => getComputedStyle(cell, "::before").content), '"Status"');
  assert.equal(await page.getByRole("main").getByRole("cell").count(), 5);
});
