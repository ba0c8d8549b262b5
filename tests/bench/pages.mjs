// Pages in a browser of their own, for measuring.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../e2e/lib.mjs";
import { serve } from "../e2e/server.mjs";

/** Where .ci/bench put the page of a program of this folder. */
export const built = (program) => resolve(fileURLToPath(new URL(`../../target/bench/${program}`, import.meta.url)));

/**
 * Opens the page of a folder in a browser, does `work` with it, and clears up. `before` runs first in the page, told `told`; `prepare`
 * gets the page before it is opened. The profile is fresh unless one is given, which then stays.
 */
export async function inPage(root, work, { before = () => {}, told, prepare = () => {}, profile } = {}) {
  const site = await serve({ root, port: profile?.port });
  const browser = await launch({}, profile?.folder);
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(before, told);
    await prepare(page);
    await page.goto(site.url);
    return await work(page, site);
  } finally {
    await (profile ? browser.context.close() : browser.close());
    await site.close();
  }
}

/**
 * For `before`: sets `contentShown` to the milliseconds from the start of the navigation to the first frame that shows what `content`
 * selects.
 */
export function noteContent(content) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(content)) return;
    observer.disconnect();
    // A task that a frame's callback makes comes after the frame.
    requestAnimationFrame(() => setTimeout(() => (globalThis.contentShown = performance.now())));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Waits for that, and answers it. */
export async function contentShown(page) {
  await page.waitForFunction(() => globalThis.contentShown !== undefined);
  return page.evaluate(() => globalThis.contentShown);
}

/** The middle one. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
