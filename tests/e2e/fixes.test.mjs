// A fix is seen to fix: it goes to what it made, or judges the form again, and says so where the reader looks.
import assert from "node:assert/strict";
import { browserTest } from "./lib.mjs";
import { prepare } from "./views.mjs";

const main = (page) => page.getByRole("main");
const messages = (page) => page.getByRole("status", { name: "Messages" });

/** The create form, filled in; what is already chosen stays. */
async function fillStore(page, { name = "ExampleKeyStore", anchor } = {}) {
  await main(page).getByLabel("Custom key store name").fill(name);
  if (anchor) await main(page).getByRole("textbox", { name: "Trust anchor certificate" }).fill(anchor);
  else await main(page).getByRole("button", { name: "Use customerCA.crt from the client host" }).click();
  await main(page).getByLabel("kmsuser password").fill("kmsPswd");
}

browserTest("a fix that makes the key store leads to it, and says so where it is read", async ({ page, site }) => {
  await prepare(page, site, "ready-cluster", []);
  await page.goto(`${site.url}#/kms/stores/create`);
  // The only cluster is chosen already.
  const cluster = main(page).getByLabel("CloudHSM cluster");
  assert.match(await cluster.inputValue(), /^cluster-/);
  await main(page).getByText("The cluster is in this account and Region").locator("xpath=ancestor::li").getByText("Met").waitFor({ state: "attached" });
  await fillStore(page, { anchor: "customerCA.crt" });
  await main(page).getByRole("button", { name: "Create", exact: true }).click();
  await main(page).getByText("IncorrectTrustAnchorException").waitFor();
  await main(page).locator(".form-error").getByLabel("Password of kmsuser").fill("kmsPswd");
  await main(page).getByRole("button", { name: "Fix it" }).click();
  await page.getByRole("heading", { level: 1, name: "ExampleKeyStore" }).waitFor();
  const said = messages(page).getByText("Created custom key store ExampleKeyStore");
  await said.waitFor();
  const box = await said.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= page.viewportSize().height, "the message is in sight");
  // Wait waits for this connection, and what comes next stands on the page.
  await main(page).getByRole("button", { name: "Connect", exact: true }).click();
  await messages(page).getByRole("button", { name: "Wait for this", exact: true }).click();
  await messages(page).getByText("Custom key store ExampleKeyStore is connected").waitFor();
  await main(page).getByText("Next step").getByRole("link", { name: "Create a key and use it" }).click();
  await page.getByRole("heading", { level: 1, name: "Create key" }).waitFor();
  assert.match(await main(page).getByLabel("Custom key store").inputValue(), /^cks-/, "the only store is chosen");
});

browserTest("a fix of what stood in the way sends the form again", async ({ page, site }) => {
  await prepare(page, site, "active", []);
  await page.goto(`${site.url}#/kms/stores/create`);
  await fillStore(page);
  await main(page).getByRole("button", { name: "Create", exact: true }).click();
  await main(page).getByText("CloudHsmClusterInvalidConfigurationException").waitFor();
  await main(page).locator(".form-error").getByRole("button", { name: "Fix it" }).click();
  await page.getByRole("heading", { level: 1, name: "ExampleKeyStore" }).waitFor();
  assert.equal(await main(page).getByText("CloudHsmClusterInvalidConfigurationException").count(), 0);
});

browserTest("what only shows something is no fix, and is shown where it was asked for", async ({ page, site }) => {
  const [, cluster] = await prepare(page, site, "store-connected", ["#/terminal", "#/cloudhsm/clusters/:cluster"]);
  await page.goto(`${site.url}#/kms/stores/create`);
  await fillStore(page);
  const id = cluster.split("/").at(-1);
  // Its cluster belongs to a key store already, so none is offered and none is sent.
  await main(page).getByRole("button", { name: "Create", exact: true }).click();
  await main(page).locator(".wrong").first().waitFor();
  assert.equal(await main(page).getByLabel("CloudHSM cluster").locator(`option[value="${id}"]`).count(), 0);

  await page.goto(`${site.url}#/terminal`);
  await page.getByRole("dialog", { name: "Leave the form?" }).getByRole("button", { name: "Leave" }).click();
  await page.getByRole("textbox", { name: "Command line" }).fill("aws kms describe-key --key-id 1234abcd-12ab-34cd-56ef-123456789012");
  await page.keyboard.press("Enter");
  const card = page.getByRole("complementary", { name: "Explanation" }).last();
  await card.getByRole("button", { name: "Show me" }).waitFor();
  assert.equal(await card.getByRole("button", { name: "Fix it" }).count(), 0);
});

browserTest("a refused button is pressed again by its fix", async ({ page, site }) => {
  const [, cluster] = await prepare(page, site, "active", ["#/terminal", "#/cloudhsm/clusters/:cluster"]);
  await page.goto(site.url + cluster);
  await main(page).getByRole("button", { name: "Delete cluster" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(cluster.split("/").at(-1));
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await messages(page).getByText("DeleteCluster was refused").waitFor();
  await messages(page).getByRole("button", { name: "Fix it" }).click();
  await messages(page).getByText(/^Deleting cluster-/).waitFor();
  assert.equal(await messages(page).getByText("DeleteCluster was refused").count(), 0, "what was refused has been done");
  // A cluster that goes suggests nothing.
  assert.equal(await main(page).getByText("Next step").count(), 0);
});
