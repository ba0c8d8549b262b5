// Whatever is opened (a sandbox, a link, a file), the page lives meanwhile, says how far it is and lets the reader cancel; and what
// cannot be opened is named, kept as it is, and blocks nothing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { DENY, find, link, put, rows, sandbox, save, times } from "./kept.mjs";
import { browserTest, open, terminalOf } from "./lib.mjs";

const COUNT = "aws kms list-keys --query 'length(Keys)'";
const MANY = 40_000;

/** A slower machine, on which opening many commands can be watched. */
async function slow(page, context) {
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  return () => session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
}

/** Counts how often the page came to draw itself since the last look. */
const frames = (page) =>
  page.evaluate(() => {
    const count = globalThis.frames_drawn;
    const draw = () => {
      globalThis.frames_drawn++;
      requestAnimationFrame(draw);
    };
    if (count === undefined) requestAnimationFrame(draw);
    globalThis.frames_drawn = 0;
    return count;
  });

const opening = (page, name) => page.getByRole("progressbar", { name: `Opening ${name}` });
const cancel = (page) => page.locator(".opening").getByRole("button", { name: "Cancel" });

browserTest("a large sandbox opens while the page lives, and can be cancelled; the list is always there", async ({ page, context, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  await put(page, sandbox("large", "Large", times(MANY, DENY)));
  await page.goto(`${site.url}#/sandboxes`);
  await page.reload();
  await page.getByRole("button", { name: "Open: Large" }).waitFor();
  const fast = await slow(page, context);
  await page.getByRole("button", { name: "Open: Large" }).click();
  await opening(page, "Large").waitFor();
  await frames(page);
  await page.getByText(/[\d,]+ of 40,000 commands/).waitFor();
  await page.waitForTimeout(500);
  assert.ok((await frames(page)) >= 2, "the page draws itself");
  await cancel(page).click();
  await opening(page, "Large").waitFor({ state: "detached" });
  await page.getByRole("row", { name: /My sandbox.*open now/ }).waitFor();

  // The one that is opened by itself at the next visit is no different.
  await page.evaluate(() => sessionStorage.setItem("keystore-playground-sandbox", "large"));
  await page.reload();
  await opening(page, "Large").waitFor();
  await page.getByRole("button", { name: "Open: My sandbox" }).waitFor();
  await cancel(page).click();
  await page.getByText("You cancelled the opening of Large.").waitFor();
  await fast();
  await page.goto(`${site.url}#/kms/keys`);
  await page.getByText("No sandbox is open.").waitFor();
  await page.getByRole("button", { name: "Open it now" }).click();
  await page.locator(".menu summary", { hasText: "Large" }).waitFor();
  await page.getByText("No customer managed keys in this Region.").waitFor();
});

browserTest("a sandbox that stopped the page is not opened again unasked", async ({ page, context, site }) => {
  await open(page, site, "#/terminal");
  await put(page, sandbox("large", "Large", times(MANY, DENY)));
  await page.evaluate(() => sessionStorage.setItem("keystore-playground-sandbox", "large"));
  await page.evaluate(() => localStorage.setItem("keystore-playground-sandbox", "large"));
  await slow(page, context);
  await page.reload();
  await opening(page, "Large").waitFor();
  const session = await context.newCDPSession(page);
  const crashed = new Promise((resolve) => page.on("crash", resolve));
  session.send("Page.crash").catch(() => {});
  await crashed;
  // Another tab that opened it would have said so by now.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const again = await context.newPage();
  await open(again, site, "#/terminal");
  await again.getByText("because the page stopped when it was opened last time").waitFor();
  assert.equal(await opening(again, "Large").count(), 0);
  await again.locator("[role=alert]").getByRole("link", { name: "Sandboxes" }).click();
  await again.getByRole("button", { name: "Open: My sandbox" }).click();
  await again.getByRole("row", { name: /My sandbox.*open now/ }).waitFor();
});

browserTest("a link and a file open while the page lives, and can be cancelled", async ({ page, context, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  await slow(page, context);
  await page.goto(site.url + link(times(MANY, DENY)));
  await page.getByRole("button", { name: "Open as a new sandbox" }).click();
  await opening(page, "Shared sandbox").waitFor();
  await page.getByText(/[\d,]+ of 40,000 commands/).waitFor();
  await cancel(page).click();
  await opening(page, "Shared sandbox").waitFor({ state: "detached" });
  await page.goto(`${site.url}#/sandboxes`);
  await page.getByLabel("Import").last().setInputFiles({ name: "Sent.json", mimeType: "application/json", buffer: Buffer.from(save(times(MANY, DENY))) });
  await opening(page, "Sent").waitFor();
  await cancel(page).click();
  await opening(page, "Sent").waitFor({ state: "detached" });
  assert.equal(Object.keys(await rows(page)).filter((key) => key.startsWith("sandbox/")).length, 1, "nothing was kept of them");
  await page.goto(`${site.url}#/terminal`);
  assert.match(await terminalOf(page).run(COUNT), /1/);
});

browserTest("a link that is longer than any that is made is not unpacked", async ({ page, site }) => {
  await open(page, site, `#/share/${"A".repeat(40_000)}`);
  await page.getByText(/40,?008 characters/).waitFor();
  assert.equal(await page.getByRole("button", { name: "Open as a new sandbox" }).count(), 0);
});

browserTest("a record with an impossible time is listed, and can be exported and deleted", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  await put(page, sandbox("never", "Never", times(3, DENY), { now: Number.MAX_SAFE_INTEGER }));
  await page.evaluate(() => sessionStorage.setItem("keystore-playground-sandbox", "never"));
  await page.goto(`${site.url}#/sandboxes`);
  await page.reload();
  const row = page.getByRole("row", { name: /^Never/ });
  await row.getByText(/clock|time|moment/).first().waitFor();
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: "Export it as stored: Never" }).click();
  const kept = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.equal(kept["sandbox/never"], (await rows(page))["sandbox/never"]);
  await row.getByRole("button", { name: "Delete: Never" }).click();
  await page.getByLabel(/To confirm/).fill("Never");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await row.waitFor({ state: "detached" });
  assert.equal(find(await rows(page), "entry/never"), undefined);
});

/** What may be wrong with a sandbox of five commands, what is said of it, and how many of its commands come before. */
const DAMAGES = [
  ["an entry that was cut off", (kept, key) => ({ [key(2)]: kept[key(2)].slice(0, 20) }), /entry 3/, 2],
  ["an altered last entry", (kept, key) => ({ [key(4)]: kept[key(4)].replace("kms:CreateKey", "kms:DeleteKey") }), /entry 5/, 4],
  ["a wrong tail", (kept) => ({ "sandbox/broken": kept["sandbox/broken"].replace(/"tail":"./, '"tail":"x') }), /entry 5/, 4],
  ["a missing entry", (_kept, key) => ({ [key(3)]: null }), /entry 4/, 3],
];

for (const [what, damage, said, sound] of DAMAGES) {
  browserTest(`damaged storage is noticed: ${what}`, async ({ page, site }) => {
    await open(page, site, "#/terminal");
    // A file that is still on its way when the page is loaded anew counts as one that did not arrive.
    await page.getByRole("textbox", { name: "Command line" }).waitFor();
    await put(page, sandbox("broken", "Broken", times(5, DENY)));
    const key = (index) => `entry/broken/${String(index).padStart(10, "0")}`;
    await put(page, damage(await rows(page), key));
    await page.evaluate(() => sessionStorage.setItem("keystore-playground-sandbox", "broken"));
    await page.reload();
    const notice = page.locator("[role=alert]", { hasText: "The sandbox Broken was not opened" });
    await notice.getByText(said).waitFor();
    const download = page.waitForEvent("download");
    await notice.getByRole("button", { name: "Export it as stored" }).click();
    const kept = JSON.parse(await readFile(await (await download).path(), "utf8"));
    assert.ok(kept["sandbox/broken"]);
    await notice.getByRole("button", { name: "Open what comes before the damage" }).click();
    await page.locator(".menu summary", { hasText: "Broken" }).waitFor();
    await notice.waitFor({ state: "detached" });
    await page.goto(`${site.url}#/events`);
    assert.equal(await page.getByRole("region", { name: "Event history" }).locator("tbody tr").count(), sound);
    // The original is kept aside as it was.
    await page.goto(`${site.url}#/sandboxes`);
    const aside = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download: Broken" }).click();
    assert.deepEqual(JSON.parse(await readFile(await (await aside).path(), "utf8")), kept);
  });
}

browserTest("damaged storage is noticed: an altered seed", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  const [key, record] = find(await rows(page), "sandbox/");
  await put(page, { [key]: record.replace(/"seed":\d/, (seed) => `${seed}1`) });
  await page.reload();
  await page.locator("[role=alert]", { hasText: "The sandbox My sandbox was not opened" }).getByText(/its seed/).waitFor();
  await page.goto(`${site.url}#/sandboxes`);
  await page.getByRole("row", { name: /^My sandbox/ }).waitFor();
});

browserTest("damaged storage is noticed: commands without a record", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  await put(page, sandbox("lost", "Lost", times(3, DENY)));
  await put(page, { "sandbox/lost": null });
  await page.evaluate(() => sessionStorage.setItem("keystore-playground-sandbox", "lost"));
  await page.goto(`${site.url}#/sandboxes`);
  await page.reload();
  const row = page.getByRole("row", { name: /^lost/ });
  await row.getByText(/its record is missing/).waitFor();
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: "Export it as stored: lost" }).click();
  const kept = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.equal(Object.keys(kept).length, 3);
  await page.getByRole("row", { name: /^My sandbox/ }).waitFor();
});

browserTest("a sandbox that is not open is exported while the page lives, and that can be cancelled", async ({ page, context, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  await put(page, sandbox("large", "Large", times(MANY, DENY)));
  await put(page, sandbox("small", "Small", times(3, DENY)));
  await page.goto(`${site.url}#/sandboxes`);
  await page.reload();
  const exported = (name) => page.getByRole("button", { name: `Export: ${name}` });
  await exported("Large").waitFor();
  const fast = await slow(page, context);
  await exported("Large").click();
  await opening(page, "Large").waitFor();
  await page.getByText(/[\d,]+ of 40,000 commands/).waitFor();
  await cancel(page).click();
  await opening(page, "Large").waitFor({ state: "detached" });
  await fast();
  const download = page.waitForEvent("download");
  await exported("Small").click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "Small.json");
  assert.equal(JSON.parse(await readFile(await file.path(), "utf8")).log.length, 3);
  await page.getByRole("row", { name: /^My sandbox.*open now/ }).waitFor();
});
