// Everybody can read and use every view: axe finds nothing (WCAG 2.0 to 2.2, A and AA) in light and dark, focus goes where it has to, and
// large type, small screens and the reader's own colours do no harm.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { browserTest, open, terminalOf } from "./lib.mjs";
import { VIEWS, prepare } from "./views.mjs";

const AXE = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** What axe finds on a page: on a small screen in light, on a wide one in dark. */
async function check(page, where) {
  const found = [];
  for (const [colorScheme, width] of [["light", 390], ["dark", 1440]]) {
    // All of it at once: what the terminal covers can be scrolled to.
    await page.setViewportSize({ width, height: 900 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: height + 100 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
    const violations = await page.evaluate(
      async (tags) =>
        (
          await globalThis.axe.run(document, {
            runOnly: tags,
            rules: { "label-content-name-mismatch": { enabled: true } },
            resultTypes: ["violations"],
          })
        ).violations,
      TAGS,
    );
    for (const { id, nodes } of violations) {
      for (const node of nodes) found.push(`${where} (${width}): ${id}: ${node.html}\n    ${node.failureSummary.replaceAll("\n", "\n    ")}`);
    }
  }
  assert.deepEqual(found, [], found.join("\n"));
}

browserTest("axe finds nothing on any page of the catalogue", { timeout: 240_000 }, async ({ page, site }) => {
  await open(page, site, "#/failures");
  const links = page.locator("main td a[href^='#/failures/']");
  await links.first().waitFor();
  // Group by group and page by page: what is folded, and what is on the next page of a list.
  await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
  const routes = new Set();
  for (const group of await page.locator("main details").all()) {
    for (;;) {
      for (const link of await group.locator("td a[href^='#/failures/']").all()) routes.add(await link.getAttribute("href"));
      const next = group.getByRole("button", { name: "Next page" });
      if (!(await next.count()) || (await next.isDisabled())) break;
      await next.click();
    }
  }
  assert.ok(routes.size > 150 && (await links.count()) > 0, `${routes.size} pages`);
  for (const route of routes) {
    await page.goto(site.url + route);
    await page.getByText(`Rule ${route.split("/").at(-1)}`, { exact: true }).waitFor();
    await check(page, route);
  }
});

for (const [scenario, routes] of Object.entries(VIEWS)) {
  browserTest(`axe finds nothing: ${scenario || "a first visit"}`, { timeout: 120_000 }, async ({ page, site }) => {
    const filled = await prepare(page, site, scenario, routes);
    for (const route of filled) {
      await page.goto(site.url + route);
      await page.locator("main h1").waitFor();
      // What is folded is there to be read too.
      await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
      await check(page, route);
    }
  });
}

browserTest("axe finds nothing in dialogs, forms with errors, refusals and the docked terminal", { timeout: 120_000 }, async ({ page, site }) => {
  const [store, key, cluster] = await prepare(page, site, "store-with-key", ["#/kms/stores/:store", "#/kms/keys/:key", "#/cloudhsm/clusters/:cluster"]);
  const main = page.getByRole("main");
  const ask = async (route, name, label = name) => {
    await page.goto(site.url + route);
    await main.getByRole("button", { name: label, exact: true }).first().click();
    await page.getByRole("dialog").waitFor();
    await check(page, `${route}: ${name}`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const back = await page.evaluate(() => document.activeElement.textContent);
    assert.equal(back, name, "the focus is back where it was");
  };
  await ask(store, "Disconnect");
  await ask(store, "Delete");
  await ask(key, "Schedule key deletion");
  await ask(cluster, "Delete cluster");
  await ask("#/", "Start from…");
  await ask("#/sandboxes", "New sandbox");
  await ask("#/sandboxes", "Delete everything");
  await ask("#/events", "scenario", /^Details of event/);

  // A question over a dialog that was half filled in.
  await page.goto(site.url + key);
  await main.getByRole("button", { name: "Edit description", exact: true }).click();
  await page.getByRole("dialog").locator("#field-Description").fill("Half");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Leave the form?" }).waitFor();
  await check(page, `${key}: leaving a dialog`);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Leave the form?" }).waitFor({ state: "detached" });
  const held = await page.evaluate(() => document.activeElement.id);
  assert.equal(held, "field-Description", "the focus is back in the form");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog", { name: "Leave the form?" }).getByRole("button", { name: "Leave" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  for (const [route, submit] of [
    ["#/kms/stores/create", "Create"],
    ["#/vpc/security-groups/create", "Create security group"],
  ]) {
    await page.goto(site.url + route);
    await main.getByRole("button", { name: submit, exact: true }).click();
    const wrong = main.locator("[aria-invalid=true]").first();
    await wrong.waitFor();
    assert.ok(await wrong.evaluate((element) => element === document.activeElement), "the focus is on the first field that is wrong");
    await check(page, `${route} with errors`);
  }

  await page.goto(`${site.url}#/kms/keys/create`);
  await page.getByRole("button", { name: "Terminal", exact: true }).click();
  await terminalOf(page).type("aws kms describe-key --key-id nothing");
  await check(page, "the docked terminal with a refusal");
});

browserTest("at 400 % and at 320 px nothing is cut off or covered", { timeout: 120_000 }, async ({ page, site }) => {
  // What a window 1280 px wide is at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const [scenario, routes] of Object.entries(VIEWS)) {
    for (const route of await prepare(page, site, scenario, routes)) {
      await page.goto(site.url + route);
      await page.locator("main h1").waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${route} is ${width} px wide`);
      const covered = await page.evaluate(() => {
        const fixed = [...document.querySelectorAll(".overhead, .dock")].filter((element) => getComputedStyle(element).position !== "static");
        return fixed.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
      });
      assert.ok(covered < 100, `${route}: ${covered} px of 256 are covered`);
    }
  }
});

browserTest("with the reader's own colours every control can be told apart", async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, site, "#/kms/stores/create");
  const main = page.getByRole("main");
  for (const control of [main.getByLabel("Custom key store name"), main.getByRole("button", { name: "Create", exact: true })]) {
    const border = await control.evaluate((element) => getComputedStyle(element).borderTopWidth);
    assert.notEqual(border, "0px");
  }
  const current = page.getByRole("navigation", { name: "Navigation" }).locator(".within").first();
  assert.notEqual(await current.evaluate((element) => getComputedStyle(element).outlineStyle), "none", "where the reader is");
  await main.getByLabel("Custom key store name").focus();
  const focus = await main.getByLabel("Custom key store name").evaluate((element) => getComputedStyle(element).outlineStyle);
  assert.notEqual(focus, "none", "what has the focus");
});
