// A link carries an account to another browser, where it opens beside what is there, and only when the reader says so.
import assert from "node:assert/strict";
import { browserTest, launch, open, terminalOf } from "./lib.mjs";

const COUNT = "aws kms list-keys --query 'length(Keys)'";

browserTest("a shared account opens elsewhere as a sandbox of its own", async ({ page, context, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  await run("lab scenario network");
  await run("aws kms create-key; aws kms create-key");
  await page.locator(".menu summary").click();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  // What the link gives away is said before it is copied.
  const question = page.getByRole("dialog", { name: "Share this account as a link?" });
  await question.getByText("including private keys").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "", "nothing is copied unasked");
  await question.getByRole("button", { name: "Copy the link" }).click();
  await page.getByText("The link was copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${site.url}#/share/`), link);
  assert.match(await run("lab share"), /^#\/share\/[\w-]+\n/);

  const elsewhere = await launch();
  try {
    const other = elsewhere.context.pages()[0] ?? (await elsewhere.context.newPage());
    await open(other, site, "#/terminal");
    await terminalOf(other).run("aws kms create-key");
    await other.goto(link);
    await other.getByRole("heading", { name: "Shared account", level: 1 }).waitFor();
    assert.equal(await other.title(), "Shared account – Keystore Playground");
    await other.goto(`${site.url}#/terminal`);
    assert.match(await terminalOf(other).run(COUNT), /1/, "nothing is opened unasked");
    await other.goto(link);
    await other.getByRole("button", { name: "Open as a new sandbox" }).click();
    await other.waitForURL(/#\/$/);
    await other.locator(".menu summary", { hasText: "Shared sandbox" }).waitFor();
    await other.goto(`${site.url}#/terminal`);
    assert.match(await terminalOf(other).run(COUNT), /2/);
    await other.reload();
    assert.match(await terminalOf(other).run(COUNT), /2/, "it is kept");
    await other.goto(`${site.url}#/sandboxes`);
    await other.getByRole("button", { name: "Open: My sandbox" }).click();
    await other.locator(".menu summary", { hasText: "My sandbox" }).waitFor();
    await other.goto(`${site.url}#/terminal`);
    assert.match(await terminalOf(other).run(COUNT), /1/, "what was there stays");
    await other.goto(link.slice(0, -9));
    await other.getByText("it is damaged").waitFor();
    assert.equal(await other.getByRole("button", { name: "Open as a new sandbox" }).count(), 0);
  } finally {
    await elsewhere.close();
  }
});

browserTest("a link is the first thing that a browser opens", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const link = (await terminalOf(page).run("aws kms create-key > key; lab share")).split("\n")[0];
  const elsewhere = await launch();
  try {
    const other = elsewhere.context.pages()[0] ?? (await elsewhere.context.newPage());
    await open(other, site, link);
    await other.getByRole("button", { name: "Open as a new sandbox" }).click();
    await other.locator(".menu summary", { hasText: "Shared sandbox" }).waitFor();
    await other.goto(`${site.url}#/kms/keys`);
    await other.getByText("Enabled").waitFor();
  } finally {
    await elsewhere.close();
  }
});
