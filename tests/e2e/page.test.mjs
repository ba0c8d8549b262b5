// Small things of the page that tire a reader: what is out of sight, what loses the focus, what does not close, what is too wide.
import assert from "node:assert/strict";
import { browserTest, open, terminalOf } from "./lib.mjs";
import { prepare } from "./views.mjs";

const main = (page) => page.getByRole("main");
const messages = (page) => page.getByRole("status", { name: "Messages" });
const focused = (page) => page.evaluate(() => document.activeElement.localName);

/** Whether all of a place is in the window and nothing else lies over its middle. */
async function inSight(place) {
  return place.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return box.top >= 0 && box.bottom <= innerHeight && element.contains(over);
  });
}

for (const width of [1440, 390]) {
  browserTest(`messages and the clock stay in sight on a long page of ${width} px`, async ({ page, site }) => {
    const [, store] = await prepare(page, site, "store-disconnected", ["#/terminal", "#/kms/stores/:store"]);
    await page.setViewportSize({ width, height: 844 });
    await page.goto(site.url + store);
    await main(page).getByRole("button", { name: "Connect", exact: true }).click();
    const wait = messages(page).getByRole("button", { name: "Wait for this", exact: true });
    await wait.waitFor();
    assert.notEqual(await focused(page), "body", "after Connect");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    assert.ok(await inSight(wait), "the message");
    assert.ok(await inSight(page.locator(".clock time")), "the clock");
    const start = await page.locator(".clock time").getAttribute("datetime");
    // Something else falls due before; one click is enough all the same.
    await wait.click();
    await messages(page).getByText("Custom key store ExampleKeyStore is connected").waitFor();
    const passed = Date.parse(await page.locator(".clock time").getAttribute("datetime")) - Date.parse(start);
    assert.ok(passed >= 19 * 60_000, `${passed} ms passed`);
    assert.notEqual(await focused(page), "body", "after Wait");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `the page is ${wide} px wide`);
  });
}

browserTest("Wait waits for its own thing, whatever falls due before", async ({ page, site }) => {
  const [, cluster, store] = await prepare(page, site, "store-disconnected", ["#/terminal", "#/cloudhsm/clusters/:cluster", "#/kms/stores/:store"]);
  const { run } = terminalOf(page);
  await run(`aws cloudhsmv2 create-hsm --cluster-id ${cluster.split("/").at(-1)} --availability-zone us-east-1c`);
  await page.goto(site.url + store);
  await main(page).getByRole("button", { name: "Connect", exact: true }).click();
  await messages(page).getByRole("button", { name: "Wait for this", exact: true }).click();
  await main(page).locator(".status", { hasText: /CONNECTED$/ }).waitFor();
  // What is over leaves with the page.
  await page.waitForTimeout(1_100);
  await page.goto(`${site.url}#/kms/keys`);
  await main(page).getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await messages(page).getByText("is connected").count(), 0);
});

browserTest("menus close by Escape, by a click elsewhere, and by going to another page", async ({ page, site }) => {
  await open(page, site);
  const menu = page.locator("details.menu");
  const summary = menu.locator("summary");
  const isOpen = () => menu.evaluate((menu) => menu.open);
  await summary.click();
  assert.ok(await isOpen());
  // Whoever tabbed out of it closes it just the same.
  await page.getByLabel("Region").focus();
  await page.keyboard.press("Escape");
  assert.ok(!(await isOpen()), "Escape");
  await summary.click();
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "summary", "the focus is back at what opens it");
  await summary.click();
  await page.getByRole("contentinfo").click();
  assert.ok(!(await isOpen()), "a click elsewhere");
  await summary.click();
  await page.evaluate(() => (location.hash = "#/faults"));
  await page.getByRole("heading", { level: 1, name: "Faults" }).waitFor();
  assert.ok(!(await isOpen()), "another page");
});

browserTest("Back after Stay goes one page back, and Leave goes where the reader went", async ({ page, site }) => {
  await open(page, site, "#/failures");
  await main(page).getByRole("heading", { level: 1 }).waitFor();
  const navigation = page.getByRole("navigation", { name: "Navigation" });
  const go = (name) => navigation.getByRole("link", { name, exact: true }).click();
  const heading = (name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  await go("Subnets");
  await heading("Subnets");
  await main(page).getByRole("link", { name: "Create subnet" }).click();
  await heading("Create subnet");
  await main(page).getByLabel("Name").fill("begun");
  const question = page.getByRole("dialog", { name: "Leave the form?" });
  await go("Clusters");
  await question.getByRole("button", { name: "Stay" }).click();
  await question.waitFor({ state: "detached" });
  assert.match(page.url(), /#\/vpc\/subnets\/create$/);
  assert.equal(await main(page).getByLabel("Name").inputValue(), "begun");
  await page.goBack();
  await question.getByRole("button", { name: "Stay" }).click();
  await question.waitFor({ state: "detached" });
  assert.equal(await main(page).getByLabel("Name").inputValue(), "begun");
  await page.goBack();
  await question.getByRole("button", { name: "Leave" }).click();
  await heading("Subnets");
  await page.goBack();
  await heading("Failure catalogue");
});

browserTest("nothing is too wide, and dialogs have room between their parts", async ({ page, site }) => {
  const [, cluster] = await prepare(page, site, "ready-cluster", ["#/terminal", "#/cloudhsm/clusters/:cluster"]);
  const signed = await terminalOf(page).run("aws cloudhsmv2 describe-clusters --output text --query 'Clusters[0].Certificates.ClusterCertificate'");
  for (const width of [1440, 1024, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${site.url}#/kms/stores/create`);
    await main(page).getByRole("textbox", { name: "Trust anchor certificate" }).fill(signed);
    // A fingerprint is in the list.
    await main(page).getByText("the signed cluster certificate").first().waitFor();
    const wide = await page.evaluate(() => Math.max(...[...document.querySelectorAll("main *")].map((element) => element.getBoundingClientRect().right)));
    assert.ok(wide <= width, `${wide} px of ${width}`);
    if (width === 390) {
      const list = await main(page).getByRole("region", { name: "Prerequisites" }).boundingBox();
      const create = await main(page).getByRole("button", { name: "Create", exact: true }).boundingBox();
      assert.ok(list.y < create.y, "what is not met is read before the form is sent");
    }
    await main(page).getByRole("textbox", { name: "Trust anchor certificate" }).fill("");
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(site.url + cluster);
  await main(page).getByRole("button", { name: "Add tag" }).click();
  const gaps = await page.getByRole("dialog").evaluate((dialog) => {
    const boxes = [...dialog.children].map((child) => child.getBoundingClientRect());
    return boxes.slice(1).map((box, index) => box.top - boxes[index].bottom);
  });
  for (const gap of gaps) assert.ok(gap >= 8, `a gap of ${gap} px`);
});

browserTest("a private key is named as one, and is not kept", async ({ page, site }) => {
  await prepare(page, site, "ready-cluster", []);
  await page.goto(`${site.url}#/kms/stores/create`);
  const field = main(page).getByRole("textbox", { name: "Trust anchor certificate" });
  await field.fill("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----");
  await main(page).getByText("This is your private key. Never upload it.").waitFor();
  assert.equal(await field.inputValue(), "");
});

browserTest("a cluster with one subnet is warned about before it is created", async ({ page, site }) => {
  await prepare(page, site, "network", []);
  await page.goto(`${site.url}#/cloudhsm/clusters/create`);
  const zones = main(page).getByRole("checkbox");
  await zones.first().waitFor();
  const warned = main(page).getByText("A key store needs subnets in at least two Availability Zones.");
  assert.equal(await warned.count(), 0, "private subnets in several zones are chosen already");
  while ((await main(page).locator("input[type=checkbox]:checked").count()) > 1) await main(page).locator("input[type=checkbox]:checked").last().uncheck();
  await warned.waitFor();
});

browserTest("while the first HSM is being created, initializing waits for it", async ({ page, site }) => {
  const [, initialize] = await prepare(page, site, "uninitialized", ["#/terminal", "#/cloudhsm/clusters/:cluster/initialize"]);
  const { run } = terminalOf(page);
  const id = initialize.split("/").at(-2);
  await run(`aws cloudhsmv2 delete-hsm --cluster-id ${id} --hsm-id $(aws cloudhsmv2 describe-clusters --query 'Clusters[].Hsms[].HsmId' --output text)`);
  await run("lab settle");
  await page.goto(site.url + initialize);
  await main(page).getByText("Next step").getByRole("link", { name: "Create the first HSM" }).waitFor();
  await page.goto(`${site.url}#/terminal`);
  await run(`aws cloudhsmv2 create-hsm --cluster-id ${id} --availability-zone us-east-1a`);
  await page.goto(site.url + initialize);
  await main(page).getByText("You can download it when the HSM is ACTIVE").first().waitFor();
  await main(page).getByText(/^The HSM is being created \(ready in /).waitFor();
  await main(page).getByRole("button", { name: "Wait for this", exact: true }).click();
  await main(page).getByRole("button", { name: "Download cluster CSR" }).waitFor();
  assert.equal(await main(page).getByText("Next step").count(), 0, "the page is the next step");
});

browserTest("output shows its end, a failure is red, and lines for the HSM tool hold no variable", { timeout: 90_000 }, async ({ page, site }) => {
  const [, users] = await prepare(page, site, "initialized", ["#/terminal", "#/cloudhsm/clusters/:cluster/users"]);
  await page.goto(site.url + users);
  const lines = main(page).locator(".fix pre").first();
  assert.match(await lines.textContent(), /changePswd PRECO admin <ADMIN_PASSWORD>/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await main(page).getByLabel("New password for admin").fill("adminPswd");
  await main(page).locator(".fix").first().getByRole("button", { name: "Copy" }).click();
  await main(page).getByText("Copied").first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /changePswd PRECO admin adminPswd/);
  assert.ok(!(await main(page).textContent()).includes("adminPswd"), "what is copied is not shown");
  await main(page).getByRole("button", { name: "Run these commands" }).first().click();
  const success = main(page).getByText("changePswd success on server 0");
  await success.waitFor();
  const seen = await main(page).locator(".typed").first().evaluate((box) => {
    const last = [...box.querySelectorAll("pre")].at(-1).getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    return last.bottom <= outer.bottom + 1 && last.top >= outer.top;
  });
  assert.ok(seen, "the end of the output is in sight");

  await page.goto(`${site.url}#/kms/stores/create`);
  await main(page).getByLabel("Custom key store name").fill("Example");
  await main(page).getByRole("button", { name: "Use customerCA.crt from the client host" }).click();
  await main(page).getByLabel("kmsuser password").fill("kmsPswd");
  await main(page).getByRole("button", { name: "Create", exact: true }).click();
  const error = main(page).locator(".refusal .error");
  await error.waitFor();
  const [red, green, blue] = (await error.evaluate((element) => getComputedStyle(element).color)).match(/\d+/g).map(Number);
  assert.ok(red > 2 * green && red > 2 * blue, `${red} ${green} ${blue}`);
});

browserTest("the end of the road leads on, and every start is offered", async ({ page, site }) => {
  await prepare(page, site, "store-with-key", []);
  await page.goto(`${site.url}#/`);
  const steps = main(page).getByRole("region", { name: "Steps to a key in your own HSMs" });
  await steps.getByRole("link", { name: /^USER_NOT_FOUND/ }).waitFor();
  assert.equal(await steps.getByRole("link").count(), 4);
  // A form without a cluster to choose says why, and what to do.
  await page.goto(`${site.url}#/kms/stores/create`);
  await main(page).getByText("every cluster of this Region already has a key store").waitFor();
  await page.goto(`${site.url}#/`);
  // Practice begins in an empty account of its own.
  await steps.getByRole("button", { name: "Open an empty sandbox" }).click();
  await page.getByRole("heading", { level: 1, name: "Where do you want to start?" }).waitFor();
  await page.locator(".menu summary", { hasText: "Practice with my own names" }).waitFor();
  await main(page).getByRole("button", { name: /^Empty account/ }).click();
  await steps.getByRole("link", { name: "Create private subnets" }).waitFor();
  await main(page).getByRole("button", { name: "Start from…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Store connected/ }).waitFor();
  await dialog.getByRole("button", { name: /^Store with a key/ }).waitFor();
  const failing = dialog.getByRole("button", { name: /^A store that fails/ });
  assert.ok(!(await failing.textContent()).includes("USER_NOT_FOUND"), "it does not give its answer away");
  await failing.click();
  const messages = page.getByRole("status", { name: "Messages" });
  await messages.getByText("Started from: A store that fails").waitFor();
  assert.equal(await messages.getByText("What happened").count(), 0, "nor does the message");
});
