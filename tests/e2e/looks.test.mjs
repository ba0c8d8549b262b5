// How much room things take, and where they break.
import assert from "node:assert/strict";
import { browserTest, terminalOf } from "./lib.mjs";
import { prepare } from "./views.mjs";

const messages = (page) => page.getByRole("status", { name: "Messages" });

browserTest("events with long error codes fit on a screen of 1440 px", async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await prepare(page, site, "store-connected", []);
  const { type } = terminalOf(page);
  const store = "$(aws kms describe-custom-key-stores --output text --query CustomKeyStores[0].CustomKeyStoreId)";
  await type(`aws kms delete-custom-key-store --custom-key-store-id ${store}`);
  await type("aws cloudhsmv2 delete-cluster --cluster-id cluster-abcdefgh123");
  await page.getByRole("link", { name: "Event history" }).click();
  const box = page.getByRole("group", { name: "Event history" });
  await box.getByText("CustomKeyStoreInvalidStateException").waitFor();
  const [wanted, given] = await box.evaluate((element) => [element.scrollWidth, element.clientWidth]);
  assert.ok(wanted <= given, `${wanted} px in ${given} px`);
});

browserTest("a refusal leaves most of the screen to the page, and stays on it", async ({ page, site }) => {
  const [key] = await prepare(page, site, "store-with-key", ["#/kms/keys/:key"]);
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await page.goto(site.url + key);
    await page.getByRole("button", { name: "Enable automatic rotation" }).click();
    const refusal = messages(page).locator(".flash");
    await refusal.waitFor();
    const room = await messages(page).boundingBox();
    assert.ok(room.height < height / 3, `${room.height} of ${height} px`);
    const said = await refusal.locator(".explanation").boundingBox();
    assert.ok(said.width > width * 0.8, `${said.width} of ${width} px`);
    const [whole, close] = [await refusal.boundingBox(), await refusal.getByRole("button", { name: /^Dismiss/ }).boundingBox()];
    assert.ok(close.x + close.width > whole.x + whole.width - 30 && close.y < whole.y + 30, "it is closed at the upper right");
    await page.goto(`${site.url}#/kms/keys`);
    await page.getByRole("heading", { level: 1, name: "Customer managed keys" }).waitFor();
    assert.equal(await refusal.count(), 0);
  }
});

browserTest("a dialog looks the same wherever it was opened, and asks in the same words", async ({ page, site }) => {
  const [cluster] = await prepare(page, site, "store-with-key", ["#/cloudhsm/clusters/:cluster"]);
  const heights = [];
  for (const [route, button] of [[cluster, "Delete cluster"], ["#/vpc/vpcs", "Delete"]]) {
    await page.goto(site.url + route);
    await page.getByRole("main").getByRole("button", { name: button, exact: true }).first().click();
    const dialog = page.getByRole("dialog", { name: new RegExp(`^${button} (cluster|vpc)-\\w+\\?$`) });
    heights.push((await dialog.getByRole("button", { name: "Cancel" }).boundingBox()).height);
    await dialog.getByRole("button", { name: "Cancel" }).click();
  }
  assert.equal(heights[0], heights[1]);
});
