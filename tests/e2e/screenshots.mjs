// screenshots.mjs [route…]: pictures of routes ("#/clusters"; none means the start) in light and dark at three widths,
// into out/. For eyes, not for a test.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, open, watch } from "./lib.mjs";
import { serve } from "./server.mjs";

const routes = process.argv.length > 2 ? process.argv.slice(2) : [""];
const out = fileURLToPath(new URL("out/", import.meta.url));
await mkdir(out, { recursive: true });

const site = await serve();
const browser = await launch();
try {
  const problems = await watch(browser.context, site.origin);
  for (const route of routes) {
    const name = route.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "start";
    for (const scheme of ["light", "dark"]) {
      for (const width of [390, 1024, 1440]) {
        // A page of its own: going to another # would not load anything.
        const page = await browser.context.newPage();
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
        await open(page, site, route);
        const path = `${out}${name}-${scheme}-${width}.png`;
        await page.screenshot({ path, fullPage: true });
        console.log(path);
        await page.close();
      }
    }
  }
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length ? 1 : 0;
} finally {
  await browser.close();
  await site.close();
}
