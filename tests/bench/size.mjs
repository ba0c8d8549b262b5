// What a reader's browser loads, as the best hosts send it.
//
// "First load" is all that the browser has asked for up to the first frame that asks a first visitor where to start. Nobody lists
// here what that is: the browser tells. A second visit, on which the server holds everything else back, proves that the page can
// be used then: it takes an answer, and lets itself be looked around in. What it goes on to load by itself is counted apart.
import { strict as assert } from "node:assert";
import { join } from "node:path";
import { brotli, files } from "../../.ci/sizes.mjs";
import { DIST } from "../e2e/server.mjs";
import { printModules } from "./modules.mjs";
import { contentShown, inPage, noteContent } from "./pages.mjs";

const FIRST_LOAD = 150_000;
const STYLES = 15_000;
const LATER = 790_000;
/** The answers to the question where to start. */
const CONTENT = "#app .starts button";

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** The file that an address of the site leads to. */
function file(url, site) {
  const path = decodeURI(url.slice(site.url.length)).replace(/[?#].*/, "");
  return join(DIST, path || "index.html");
}

/** The files asked for until the page is there. */
function firstLoad() {
  const note = async (page, site) => {
    const shown = await contentShown(page);
    const urls = await page.evaluate(
      (shown) => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .filter((entry) => entry.startTime <= shown)
        .map((entry) => entry.name),
      shown,
    );
    return new Set(urls.map((url) => file(url, site)));
  };
  return inPage(DIST, note, { before: noteContent, told: CONTENT });
}

/** Fails where the page cannot be used with those files alone. */
function proveUsable(first) {
  const use = async (page) => {
    await page.locator(CONTENT).first().click();
    await page.getByRole("status").getByText("Loading").waitFor();
    await page.getByRole("button", { name: "Skip to the overview", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    await page.getByRole("link", { name: "Custom key stores", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Custom key stores" }).waitFor();
  };
  const holdBack = (page) =>
    page.route("**/*", (route) => {
      const path = decodeURI(new URL(route.request().url()).pathname);
      const known = [...first].some((file) => path.endsWith("/") || path.endsWith(file.slice(DIST.length)));
      // The others are never answered.
      return known ? route.continue() : undefined;
    });
  return inPage(DIST, use, { prepare: holdBack });
}

export async function size() {
  printModules();
  const first = await firstLoad();
  assert.ok([...first].some((path) => path.endsWith(".wasm")), "the browser has asked for no program");
  await proveUsable(first);
  const sum = (paths) => paths.map(brotli).reduce((sum, size) => sum + size, 0);
  const row = (what, paths, limit) => {
    const bytes = sum(paths);
    return { what, found: kilobytes(bytes), limit: limit ? kilobytes(limit) : "none", kept: !limit || (paths.length > 0 && bytes <= limit) };
  };
  const later = files(DIST).filter((path) => /\.(css|js|wasm)$/.test(path) && !first.has(path));
  return [
    row("first load, brotli 11", [...first], FIRST_LOAD),
    row("of it styles", [...first].filter((path) => path.endsWith(".css")), STYLES),
    row("loaded by itself after it", later, LATER),
  ];
}
