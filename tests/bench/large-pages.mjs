// How long the page takes in an account of 10,000 keys: to show each list, to turn its page, to find in it for a typed letter, to carry
// out a command and keep it, and to change the Region. Time runs from the event to the frame that shows what came of it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "../e2e/server.mjs";
import { terminalOf } from "../e2e/lib.mjs";
import { inPage, median } from "./pages.mjs";
import { largeSave } from "./operations.mjs";

const ROUNDS = 5;
/** What a reader takes for at once. */
const AT_ONCE = 100;
/** A command is typed, run, kept and shown. */
const COMMAND = 250;

const PAGES = {
  overview: "#/",
  "key stores": "#/kms/stores",
  keys: "#/kms/keys",
  "prerequisites of a key store": "#/kms/stores/create",
  clusters: "#/cloudhsm/clusters",
  "event history": "#/events",
};

/** Milliseconds from an act in the page to the frame after the next one that shows something new. */
const timed = (page, act, argument) => page.evaluate(`(${stopwatch})(${act}, ${JSON.stringify(argument)})`);

async function stopwatch(act, argument) {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  const changed = new Promise((done) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    setTimeout(done, 5000);
  });
  const start = performance.now();
  act(argument);
  await changed;
  await frame();
  return performance.now() - start;
}

export async function pages() {
  const folder = await mkdtemp(join(tmpdir(), "keystore-playground-bench-"));
  const file = join(folder, "large.json");
  await writeFile(file, await largeSave());
  try {
    return await inPage(DIST, (page) => measure(page, file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(page, file) {
  page.setDefaultTimeout(120_000);
  await page.locator("#app .boot").waitFor({ state: "detached" });
  const go = (route) => timed(page, (hash) => (location.hash = hash), route);
  await go("#/sandboxes");
  await page.locator("main input[type=file]").first().setInputFiles(file);
  await page.locator("main").getByText("large", { exact: true }).first().waitFor();
  const rows = [];
  const row = (what, times, limit) =>
    rows.push({ what, found: `${median(times).toFixed(0)} ms`, limit: `${limit} ms`, kept: median(times) <= limit });
  await go(PAGES.clusters);
  const cluster = await page.locator("main td a").first().getAttribute("href");
  for (const [name, route] of Object.entries({ ...PAGES, "HSM users": `${cluster}/users` })) {
    const show = [];
    const turn = [];
    const find = [];
    for (let round = 0; round < ROUNDS; round++) {
      await go("#/sandboxes");
      show.push(await go(route));
      if (await page.locator("main input[type=search]").count()) {
        find.push(await timed(page, type, "k"), await timed(page, type, ""));
      }
      const next = page.locator("main .turn button").last();
      if ((await next.count()) && (await next.isEnabled())) {
        turn.push(await timed(page, () => [...document.querySelectorAll("main .turn button")].at(-1).click(), null));
      }
    }
    row(`${name}: shown`, show, AT_ONCE);
    if (find.length) row(`${name}: a letter to find by`, find, AT_ONCE);
    if (turn.length) row(`${name}: the next page`, turn, AT_ONCE);
  }
  await go("#/kms/keys");
  const regions = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const region of ["eu-west-1", "us-east-1"]) regions.push(await timed(page, choose, region));
  }
  row("changing the Region, on the page of keys", regions, AT_ONCE);
  await go("#/terminal");
  const terminal = terminalOf(page);
  const commands = [];
  for (let round = 0; round < ROUNDS * 2; round++) {
    const start = performance.now();
    await terminal.run("aws kms create-key");
    commands.push(performance.now() - start);
  }
  row("a command in the terminal, kept and shown", commands, COMMAND);
  return rows;
}

function type(text) {
  const field = document.querySelector("main input[type=search]");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function choose(region) {
  const field = document.querySelector("label.region select");
  field.value = region;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
