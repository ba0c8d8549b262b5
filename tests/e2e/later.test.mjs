// What the first screen does not need is loaded after it: nobody waits for it, and where it does not arrive the page says so.
import assert from "node:assert/strict";
import { browserTest, open } from "./lib.mjs";

const LATER = "**/later-*.wasm";
const FIRST = /^Network ready/;

browserTest("what is clicked before everything is there is done when it is", async ({ page, site }) => {
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route(LATER, async (route) => {
    await arrived;
    await route.continue();
  });
  await open(page, site);
  await page.getByRole("button", { name: FIRST }).click();
  await page.getByRole("status").getByText("Loading").waitFor();
  assert.equal(await page.getByText("Started from: ").count(), 0);
  arrive();
  await page.getByText("Started from: ").waitFor();
});

const missing = { allow: [/^status 404: .*later-/, /^console: .*404/, /^console: Error: .*HTTP status 404/] };
browserTest("a part that does not arrive is said, and trying again helps", missing, async ({ page, site }) => {
  await page.route(LATER, (route) => route.fulfill({ status: 404 }));
  await open(page, site);
  await page.getByRole("alert").getByText("Part of the page did not load").waitFor();
  await page.getByRole("link", { name: "Custom key stores" }).click();
  await page.getByRole("heading", { level: 1, name: "Custom key stores" }).waitFor();
  await page.unroute(LATER);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Custom key stores" }).waitFor();
  await page.getByRole("link", { name: "Create key store" }).first().waitFor();
});

browserTest("a reader who comes back tries again and has everything", missing, async ({ page, site }) => {
  await open(page, site);
  await page.getByRole("button", { name: FIRST }).click();
  await page.getByText("Started from: ").waitFor();
  await page.route(LATER, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await page.getByRole("alert").getByText("Part of the page did not load").waitFor();
  assert.equal(await page.getByRole("button", { name: FIRST }).count(), 0, "it asks where to start though there is an account");
  await page.unroute(LATER);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("ol.road").waitFor();
  await page.getByRole("button", { name: "Undo" }).and(page.locator(":enabled")).waitFor();
});

browserTest("without a connection everything goes on once it is there", { allow: [] }, async ({ page, site, context }) => {
  const loaded = page.waitForResponse(/later-/);
  await open(page, site);
  await (await loaded).finished();
  await context.setOffline(true);
  await page.getByRole("button", { name: FIRST }).click();
  await page.getByText("Started from: ").waitFor();
  await page.getByRole("link", { name: "Subnets" }).click();
  await page.getByRole("heading", { level: 1, name: "Subnets" }).waitFor();
});
