// What every end-to-end test stands on: a server, a browser with a fresh profile, and eyes for what went wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

/** Where the browser is: $CHROMIUM, or the first of the usual names on PATH. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("/bin/sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // the next one
    }
  }
  throw new Error("No Chromium found: install it or set CHROMIUM");
}

/**
 * A headless browser with an empty profile, or with that of one that was killed. Returns Playwright's context, a `close` that also
 * removes the profile, the profile's folder, and `gone`, which waits until a killed browser has been noticed.
 */
export async function launch(options = {}, profile = undefined) {
  profile ??= await mkdtemp(join(tmpdir(), "keystore-playground-"));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath(),
      headless: true,
      args: [
        // Containers rarely allow the sandbox, and the only page opened is our own.
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    const closed = new Promise((resolve) => context.on("close", resolve));
    return {
      context,
      profile,
      gone: () => closed,
      close: async () => {
        await context.close();
        await removeProfile();
      },
    };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

/**
 * Collects what must not happen on any page of the context: errors nobody caught, error messages and violations of the
 * policy, failed requests, and any request to another host.
 */
export async function watch(context, origin) {
  const problems = [];
  context.on("weberror", (event) => problems.push(`uncaught: ${event.error().stack ?? event.error()}`));
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  // What was still on its way when the page was loaded anew is broken off, and harms nobody.
  let loads = 0;
  const during = new Map();
  context.on("request", (request) => {
    if (request.isNavigationRequest()) loads++;
    during.set(request, loads);
    const url = new URL(request.url());
    // data: and blob: go nowhere.
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) problems.push(`foreign request: ${url}`);
  });
  context.on("requestfailed", (request) => {
    if (request.failure()?.errorText === "net::ERR_ABORTED" && loads > during.get(request)) return;
    problems.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  await context.exposeBinding("__policyViolation", (_source, text) => problems.push(`policy violation: ${text}`));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.__policyViolation(`${event.effectiveDirective} refused ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
    });
  });
  return problems;
}

/**
 * A test in a browser of its own: browserTest(name, [options], async ({ page, context, site, problems }) => …).
 * `site.url` is the page's address and `site.requests` what was asked of the server. It fails on any problem `watch`
 * sees, except those that match one of `options.allow` — and each of those must occur, so that none outlives its cause.
 * `options.launch` goes to the browser, `options.serve` to the server.
 */
export function browserTest(name, ...rest) {
  const body = rest.pop();
  const { allow = [], launch: launchOptions, serve: serveOptions, timeout = 60_000 } = rest[0] ?? {};
  test(name, { timeout }, async () => {
    const site = await serve(serveOptions);
    let browser;
    try {
      browser = await launch(launchOptions);
      const problems = await watch(browser.context, site.origin);
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      let failure;
      try {
        await body({ page, context: browser.context, site, problems });
      } catch (error) {
        failure = error;
        await picture(page, name);
      }
      // The browser reports a little later than it acts.
      for (let waited = 0; waited < 5000; waited += 100) {
        await sleep(100);
        if (failure || allow.every((pattern) => problems.some((problem) => pattern.test(problem)))) break;
      }
      const unexpected = problems.filter((problem) => !allow.some((pattern) => pattern.test(problem)));
      if (failure) {
        // What the browser complained about usually explains why the test failed.
        if (unexpected.length) failure.message += `\nThe browser reported:\n  ${unexpected.join("\n  ")}`;
        throw failure;
      }
      assert.deepEqual(unexpected, [], "the browser reported problems");
      for (const pattern of allow) {
        assert.ok(problems.some((problem) => pattern.test(problem)), `allowed but never seen: ${pattern}`);
      }
    } finally {
      await browser?.close();
      await site.close();
    }
  });
}

/** A picture of a page on which a test has failed, for whoever looks for the reason. */
async function picture(page, name) {
  const path = fileURLToPath(new URL(`out/failed-${name.replace(/\W+/g, "-")}.png`, import.meta.url));
  // The page may be gone; the failure itself counts.
  await page.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => {});
}

/** Opens the page (at a route, "#/…") and waits until the app has replaced the loading shell. */
export async function open(page, site, route = "") {
  await page.goto(site.url + route);
  await page.locator("#app .boot").waitFor({ state: "detached" });
}

/** A terminal that types lines and answers what they printed; for a page that shows one. */
export function terminalOf(page) {
  const input = page.getByRole("textbox", { name: "Command line" });
  const printed = page.locator(".log .printed");
  const type = async (line) => {
    const before = await printed.count();
    await input.fill(line);
    await input.press("Enter");
    await printed.nth(before).waitFor();
    await page.locator(".log[aria-busy]").waitFor({ state: "detached" });
    return printed.nth(before);
  };
  /** Types a line that must not fail; answers its output. */
  const run = async (line) => {
    const entry = await type(line);
    const errors = await entry.locator(".stderr").allTextContents();
    assert.deepEqual(errors, [], line);
    return (await entry.locator(".stdout").allTextContents()).join("");
  };
  return { type, run };
}
