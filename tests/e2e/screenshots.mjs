// screenshots.mjs [--scenario=name] [route…]: pictures of routes ("#/kms/stores"; none means the start) in light and dark at
// three widths, into out/. ":cluster", ":store", ":key", ":group" and the like in a route stand for the first one of the
// scenario. For eyes, not for a test.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, open, terminalOf, watch } from "./lib.mjs";
import { serve } from "./server.mjs";

/** What prints the id that a name in a route stands for. */
const RESOURCES = {
  cluster: "aws cloudhsmv2 describe-clusters --output text --query Clusters[0].ClusterId",
  backup: "aws cloudhsmv2 describe-backups --output text --query Backups[0].BackupId",
  store: "aws kms describe-custom-key-stores --output text --query CustomKeyStores[0].CustomKeyStoreId",
  key: "aws kms list-keys --output text --query Keys[0].KeyId",
  group: "aws ec2 describe-security-groups --output text --query SecurityGroups[0].GroupId",
  table: "aws ec2 describe-route-tables --output text --query RouteTables[0].RouteTableId",
};
const given = process.argv.slice(2);
const scenario = given.find((word) => word.startsWith("--scenario="))?.slice("--scenario=".length);
const routes = given.filter((word) => !word.startsWith("--"));
if (routes.length === 0) routes.push("");
const out = fileURLToPath(new URL("out/", import.meta.url));
await mkdir(out, { recursive: true });

const site = await serve();
const browser = await launch();
try {
  const problems = await watch(browser.context, site.origin);
  const ids = {};
  if (scenario) {
    const page = await browser.context.newPage();
    await open(page, site, "#/terminal");
    const { run } = terminalOf(page);
    await run(`lab scenario ${scenario}`);
    for (const [name, line] of Object.entries(RESOURCES)) {
      if (routes.some((route) => route.includes(`:${name}`))) ids[name] = (await run(line)).trim();
    }
    await page.close();
  }
  for (const pattern of routes) {
    const route = pattern.replace(/:([a-z]+)/g, (_, name) => ids[name]);
    const name = pattern.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "start";
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
