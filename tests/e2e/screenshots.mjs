// screenshots.mjs [--scenario=name] [route…]: pictures of routes ("#/kms/stores"; none means every view in its scenario) in light and
// dark at three widths, into out/. ":cluster", ":store" and the like in a route stand for the first one. For eyes, not for a test.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, watch } from "./lib.mjs";
import { serve } from "./server.mjs";
import { VIEWS, prepare } from "./views.mjs";

const given = process.argv.slice(2);
const scenario = given.find((word) => word.startsWith("--scenario="))?.slice("--scenario=".length) ?? "";
const routes = given.filter((word) => !word.startsWith("--"));
const views = routes.length ? { [scenario]: routes } : VIEWS;
const out = fileURLToPath(new URL("out/", import.meta.url));
await mkdir(out, { recursive: true });

const site = await serve();
const browser = await launch();
try {
  const problems = await watch(browser.context, site.origin);
  for (const [scenario, routes] of Object.entries(views)) {
    const page = await browser.context.newPage();
    const filled = await prepare(page, site, scenario, routes);
    for (const [index, route] of filled.entries()) {
      const name = [scenario, routes[index]].join("-").replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "start";
      await page.goto(site.url + route);
      await page.locator("main h1").waitFor();
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of [390, 1024, 1440]) {
          await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
          await page.screenshot({ path: `${out}${name}-${colorScheme}-${width}.png`, fullPage: true });
        }
      }
    }
    await page.close();
  }
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length ? 1 : 0;
} finally {
  await browser.close();
  await site.close();
}
