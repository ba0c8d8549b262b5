// Pages in a browser of their own, for measuring.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../e2e/lib.mjs";
import { serve } from "../e2e/server.mjs";

/** Where .ci/bench put the page of a program of this folder. */
export const built = (program) => resolve(fileURLToPath(new URL(`../../target/bench/${program}`, import.meta.url)));

/** Opens the page of a folder in a browser with a fresh profile, does `work` with it, and clears up; `before` runs first in the page. */
export async function inPage(root, work, before = () => {}) {
  const site = await serve({ root });
  const browser = await launch();
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(before);
    await page.goto(site.url);
    return await work(page);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The middle one. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
