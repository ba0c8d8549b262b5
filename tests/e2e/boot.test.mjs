// The page starts from any folder under its strict policy, and explains itself where it cannot start.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTest, open } from "./lib.mjs";
import { DIST, policyOf } from "./server.mjs";

test("the policy allows nothing inline and no eval", async () => {
  assert.equal(
    await policyOf(DIST),
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
      "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'",
  );
});

browserTest("the page starts under a sub path", async ({ page, site }) => {
  await open(page, site);
  assert.equal(await page.title(), "Overview – Keystore Playground");
  await page.locator("h1").first().waitFor({ state: "visible" });
  // Preloading and loading must agree on how a file is fetched; where they do not, it is loaded twice.
  const twice = site.requests.filter((path, i) => site.requests.indexOf(path) !== i);
  assert.deepEqual(twice, [], "requested more than once");
  assert.ok(site.requests.some((path) => path.endsWith(".wasm")));
});

browserTest("the foot of the page leads to the licences of what the site contains", async ({ page, site }) => {
  await open(page, site);
  const address = await page.getByRole("link", { name: "Licenses" }).evaluate((link) => link.href);
  const text = await (await page.request.get(address)).text();
  for (const part of ["@cloudscape-design/design-tokens", "x509-cert ", "wasm-bindgen ", "async-once-cell ", "Permission is hereby granted"]) {
    assert.ok(text.includes(part), part);
  }
});

browserTest("the policy is in force", { allow: [/policy violation: script-src/, /console: .*inline script/] }, async ({ page, site }) => {
  await open(page, site);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineRan = true";
    document.body.append(script);
    return globalThis.inlineRan === true;
  });
  assert.equal(ran, false);
});

/** The failure page: its heading is also the document's title, and it offers to try again. */
async function failurePage(page, heading) {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  assert.equal(await page.title(), `${heading} – Keystore Playground`);
  assert.ok(await page.getByRole("button", { name: "Reload the page" }).isVisible());
  assert.equal(await page.locator("progress").count(), 0);
}

browserTest(
  "a missing program says so, and loading again helps",
  { allow: [/^status 404: .*\.wasm/, /^console: .*404/] },
  async ({ page, site }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto(site.url);
    await failurePage(page, "The playground could not be loaded");
    await page.getByText("Details").click();
    await page.getByText("HTTP status 404").waitFor();

    await page.unroute("**/*.wasm");
    await page.getByRole("button", { name: "Reload the page" }).click();
    await page.locator("#app .boot").waitFor({ state: "detached" });
    assert.equal(await page.title(), "Overview – Keystore Playground");
  },
);

browserTest(
  "a blocked script says so",
  { allow: [/^request failed: .*\/app-/, /^console: .*(ERR_BLOCKED_BY_CLIENT|dynamically imported module)/] },
  async ({ page, site }) => {
    await page.route("**/app-*.js", (route) => route.abort("blockedbyclient"));
    await page.goto(site.url);
    await failurePage(page, "The playground could not be loaded");
  },
);

browserTest(
  "a damaged program says so",
  { allow: [/^console: .*CompileError/] },
  async ({ page, site }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "not wasm" }));
    await page.goto(site.url);
    await failurePage(page, "The browser refused the playground");
  },
);

browserTest(
  "a program that crashes while it starts says so",
  { allow: [/^console: .*Error/] },
  async ({ page, site }) => {
    // A module with nothing in it compiles, and then lacks all that the start needs.
    const empty = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    await page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: empty }));
    await page.goto(site.url);
    await failurePage(page, "The playground could not start");
  },
);

browserTest("a host that does not know WebAssembly's content type is fine", async ({ page, site }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { "Content-Type": "application/octet-stream" } });
  });
  await open(page, site);
  assert.equal(await page.title(), "Overview – Keystore Playground");
});

browserTest("a browser without WebAssembly says so", { allow: [/^console: .*no WebAssembly/] }, async ({ page, site }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(site.url);
  await failurePage(page, "This browser has no WebAssembly");
});

browserTest("an old browser says so", { allow: [/^console: .*too old/] }, async ({ page, site }) => {
  await page.addInitScript(() => (WebAssembly.validate = () => false));
  await page.goto(site.url);
  await failurePage(page, "This browser is too old");
});

const withoutScripts = {
  launch: { javaScriptEnabled: false },
  // How Chromium reports that it does not preload a script it will not run.
  allow: [/^request failed: .*\/app-\w+\.js \(csp\)/],
};
browserTest("without scripts the page still has words", withoutScripts, async ({ page, site }) => {
  await page.goto(site.url);
  // By class: Playwright's text selectors skip <noscript>.
  await page.locator(".boot-noscript").waitFor({ state: "visible" });
  assert.equal(await page.getByRole("progressbar").count(), 0, "nothing pretends to load");
});
