// Nothing is lost: what was acknowledged is there after a reload, after the browser was killed, and in every tab; and what can neither be
// saved nor read is said and kept as it is.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { find, put, rows } from "./kept.mjs";
import { browserTest, launch, open, terminalOf } from "./lib.mjs";

/** More commands than are carried out before the browser is killed. */
const BURST = 4_000;
const COUNT = "aws kms list-keys --query 'length(Keys)'";

/** Kills a browser with SIGKILL: all of its processes have the folder of its profile on their command lines. */
async function kill(profile) {
  for (const id of await readdir("/proc")) {
    if (!/^\d+$/.test(id)) continue;
    const line = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
    if (!line.includes(profile)) continue;
    try {
      process.kill(Number(id), "SIGKILL");
    } catch {
      // It ended with its parent.
    }
  }
}

browserTest("a reload keeps the account, and no password is kept in clear", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  await run("lab scenario ready-cluster");
  await run("C=$(aws cloudhsmv2 describe-clusters --output text --query 'Clusters[0].ClusterId')");
  await run("aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt");
  const kept = JSON.stringify(await rows(page));
  assert.ok(kept.includes("CreateCustomKeyStore"));
  for (const secret of ["kmsPswd", "adminPswd"]) assert.ok(!kept.includes(secret), secret);
  await page.reload();
  // Until its commands have run, nothing is done in it.
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor({ state: "attached" });
  assert.match(await terminalOf(page).run("aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreName'"), /ExampleKeyStore/);
});

browserTest("what the clock brought about is there after a reload", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  await run("lab scenario network");
  await run("N=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)");
  await run("aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $N");
  await page.getByRole("button", { name: "×60" }).click();
  await page.goto(`${site.url}#/cloudhsm/clusters`);
  await page.getByText("UNINITIALIZED").waitFor();
  // Time that passes is kept a moment later.
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByText("UNINITIALIZED").waitFor();
});

browserTest("the browser is killed in a burst of commands: none that was acknowledged is lost", { timeout: 120_000 }, async ({ site }) => {
  const first = await launch();
  const acknowledged = new Set();
  try {
    const page = first.context.pages()[0] ?? (await first.context.newPage());
    await open(page, site, "#/terminal");
    const input = page.getByRole("textbox", { name: "Command line" });
    await input.waitFor();
    await page.exposeBinding("acknowledge", (_source, printed) => printed.forEach((text) => acknowledged.add(text)));
    await page.evaluate(() => {
      const log = document.querySelector(".log");
      const shown = (node) => [...(node.querySelectorAll?.(".stdout") ?? [])].map((element) => element.textContent);
      new MutationObserver((changes) => {
        globalThis.acknowledge(changes.flatMap((change) => [...change.addedNodes].flatMap(shown)));
      }).observe(log, { childList: true });
    });
    // A paste of many lines: each runs as soon as the one before is kept.
    await input.evaluate((element, lines) => {
      const data = new DataTransfer();
      data.setData("text", lines);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, "aws kms create-key --query KeyMetadata.KeyId\n".repeat(BURST));
    while (acknowledged.size < 40) await page.waitForTimeout(5);
  } finally {
    await kill(first.profile);
  }
  const counted = acknowledged.size;
  assert.ok(counted < BURST, "the burst was over before the browser was killed");
  await first.gone();
  const second = await launch({}, first.profile);
  try {
    const page = second.context.pages()[0] ?? (await second.context.newPage());
    await open(page, site, "#/terminal");
    const there = Number(await terminalOf(page).run(COUNT));
    assert.ok(there >= counted, `${counted} were acknowledged, ${there} are there`);
  } finally {
    await second.close();
  }
});

browserTest("two tabs of 200 commands each end with the same account", { timeout: 180_000 }, async ({ page, context, site }) => {
  await open(page, site, "#/terminal");
  const other = await context.newPage();
  await open(other, site, "#/terminal");
  const burst = async (tab) => {
    await tab.getByRole("textbox", { name: "Command line" }).evaluate((element, lines) => {
      const data = new DataTransfer();
      data.setData("text", lines);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, "aws kms create-key --query KeyMetadata.KeyId\n".repeat(200));
    await tab.waitForFunction(() => document.querySelectorAll(".printed .stdout").length === 200, null, { timeout: 120_000 });
  };
  await Promise.all([burst(page), burst(other)]);
  const list = "aws kms list-keys --query 'Keys[].KeyId' --output text";
  const [one, two] = [await terminalOf(page).run(list), await terminalOf(other).run(list)];
  assert.equal(one.trim().split(/\s+/).length, 400);
  assert.equal(one, two);
});

browserTest("another tab shows what this one does", async ({ page, context, site }) => {
  await open(page, site, "#/terminal");
  const other = await context.newPage();
  await open(other, site, "#/kms/keys");
  await other.getByText("No customer managed keys in this Region.").waitFor();
  await terminalOf(page).run("aws kms create-key");
  await other.getByText("Enabled").waitFor();
});

browserTest("a lost broadcast does not matter: a tab looks for itself", async ({ page, context, site }) => {
  await context.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  const other = await context.newPage();
  await open(other, site, "#/kms/keys");
  await other.getByText("No customer managed keys in this Region.").waitFor();
  await run("aws kms create-key --description first");
  // Now and then.
  await other.getByText("first").waitFor({ timeout: 10_000 });
  // And at once when somebody looks at it again.
  for (const [description, look] of [
    ["second", () => dispatchEvent(new Event("focus"))],
    ["third", () => document.dispatchEvent(new Event("visibilitychange"))],
  ]) {
    await run(`aws kms create-key --description ${description}`);
    await other.evaluate(look);
    await other.getByText(description).waitFor({ timeout: 1_500 });
  }
});

browserTest("where storage is denied the page works and says so", async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page, site, "#/terminal");
  await page.getByText("does not save anything for this page").waitFor();
  await terminalOf(page).run("aws kms create-key");
  assert.match(await terminalOf(page).run(COUNT), /1/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).first().click();
  assert.match(await readFile(await (await download).path(), "utf8"), /CreateKey/);
});

/** A page of another site, on `localhost`, that shows the playground of a server in a frame. */
async function host(site, attributes) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>Another site</title><iframe title="playground" width="1100" height="700" ${attributes} src="${site.url}#/terminal"></iframe>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://localhost:${server.address().port}/`, close: () => new Promise((done) => (server.close(done), server.closeAllConnections())) };
}

for (const [name, sandbox] of [
  ["whose storage the browser blocks", "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads"],
  ["of no origin at all", "allow-scripts allow-forms allow-popups allow-downloads"],
]) {
  // A frame without an origin gets modules only from a host that gives them to everybody; that the page is in a frame is no problem.
  const serve = { headers: { "Access-Control-Allow-Origin": "*" } };
  const allow = [/foreign request/];
  browserTest(`in a frame ${name} the page works, says so, and offers export and its own tab`, { serve, allow }, async ({ page, context, site }) => {
    const other = await host(site, `sandbox="${sandbox}"`);
    try {
      await page.goto(other.url);
      const frame = page.frameLocator("iframe");
      await frame.getByText("does not save anything for this page").waitFor();
      await terminalOf(frame).run("aws kms create-key");
      assert.match(await terminalOf(frame).run(COUNT), /1/);
      const message = frame.locator(".flash", { hasText: "does not save anything for this page" });
      const download = page.waitForEvent("download");
      await message.getByRole("button", { name: "Export", exact: true }).click();
      assert.match(await readFile(await (await download).path(), "utf8"), /CreateKey/);
      const opened = context.waitForEvent("page");
      await message.getByRole("button", { name: "Open in its own tab" }).click();
      const tab = await opened;
      await tab.getByRole("heading", { name: "Terminal", level: 1 }).waitFor();
      assert.ok(tab.url().startsWith(site.url));
    } finally {
      await other.close();
    }
  });
}

browserTest("where storage is full it is said, and what was saved stays", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  await run("aws kms create-key");
  await page.evaluate(() => {
    globalThis.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await run("aws kms create-key");
  await page.getByText("storage is full").waitFor();
  assert.match(await run(COUNT), /2/);
  // There is room again: what was not saved is saved with the next command.
  await page.evaluate(() => (IDBObjectStore.prototype.put = globalThis.put));
  await run("aws kms create-key");
  await page.getByText("storage is full").waitFor({ state: "detached" });
  await page.reload();
  assert.match(await terminalOf(page).run(COUNT), /3/);
});

browserTest("leaving asks first as long as something is not kept", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  await run("aws kms create-key");
  // The browser's question, and what the reader answers to it.
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  const leave = () => page.evaluate(() => location.reload());
  await page.evaluate(() => {
    globalThis.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await run("aws kms create-key");
  await page.getByText("storage is full").waitFor();
  await leave();
  await page.waitForTimeout(300);
  assert.deepEqual(asked, ["beforeunload"]);
  assert.match(await run(COUNT), /2/);
  // Another sandbox in place of this one would lose it as well.
  const another = async () => {
    await page.locator(".menu summary").click();
    await page.getByRole("button", { name: "New sandbox" }).click();
  };
  await another();
  await page.getByRole("dialog", { name: "Leave this sandbox?" }).getByRole("button", { name: "Stay" }).click();
  assert.match(await run(COUNT), /2/);
  // Kept after all: nothing is asked any more.
  await page.evaluate(() => (IDBObjectStore.prototype.put = globalThis.put));
  await run("aws kms create-key");
  await another();
  await page.locator(".menu summary", { hasText: "New sandbox" }).waitFor();
  await page.reload();
  await page.locator(".menu summary", { hasText: "New sandbox" }).waitFor();
  assert.deepEqual(asked, ["beforeunload"]);
});

browserTest("leaving asks first where nothing is ever kept", async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page, site, "#/terminal");
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await page.getByText("does not save anything for this page").waitFor();
  await page.reload();
  assert.deepEqual(asked, [], "nothing was done");
  await terminalOf(page).run("aws kms create-key");
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
});

browserTest("what a newer version saved is left alone", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  const [key, text] = find(await rows(page), "sandbox/");
  const newer = text.replace('"format":2', '"format":9');
  assert.notEqual(newer, text);
  await put(page, { [key]: newer });
  await page.reload();
  await page.getByText("newer version of the playground").waitFor();
  await terminalOf(page).run("aws kms create-key");
  assert.equal((await rows(page))[key], newer);
});

browserTest("sandboxes are made, named, copied, opened, deleted", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  await page.goto(`${site.url}#/sandboxes`);
  await page.getByRole("button", { name: "Rename: My sandbox" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Rehearsal");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await page.getByRole("button", { name: "Duplicate: Rehearsal" }).click();
  await page.getByRole("button", { name: "Open: Copy of Rehearsal" }).click();
  await page.getByRole("row", { name: /Copy of Rehearsal.*open now/ }).waitFor();
  await page.goto(`${site.url}#/kms/keys`);
  await page.getByText("Enabled").waitFor();
  await page.goto(`${site.url}#/sandboxes`);
  await page.getByRole("button", { name: "New sandbox" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill("Empty");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("row", { name: /Empty.*open now/ }).waitFor();
  await page.goto(`${site.url}#/kms/keys`);
  await page.getByText("No customer managed keys in this Region.").waitFor();
  await page.goto(`${site.url}#/sandboxes`);
  await page.getByRole("button", { name: "Delete: Rehearsal" }).click();
  await page.getByLabel(/To confirm/).fill("Rehearsal");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete: Rehearsal", exact: true }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByLabel(/To confirm/).fill("delete everything");
  await page.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("row", { name: /My sandbox.*open now/ }).waitFor();
  assert.equal(Object.keys(await rows(page)).filter((key) => key.startsWith("sandbox/")).length, 1);
});

// A fault of the program looks like this from outside: a trap, and an exhausted stack.
for (const [kind, text] of [["RuntimeError", "unreachable"], ["RangeError", "Maximum call stack size exceeded"]])
browserTest(`a crash of ours says so and hands out the log (${kind})`, { allow: [/uncaught/] }, async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("aws kms create-key");
  await page.evaluate(([kind, text]) => setTimeout(() => { throw new (WebAssembly[kind] ?? globalThis[kind])(text); }), [kind, text]);
  await page.getByRole("heading", { name: "The playground crashed" }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the log" }).click();
  assert.match(await readFile(await (await download).path(), "utf8"), /CreateKey/);
  await page.getByRole("button", { name: "Reload the page" }).click();
  assert.match(await terminalOf(page).run(COUNT), /1/);
});

browserTest("Fix it on an older card does what that card says", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run, type } = terminalOf(page);
  await run("K=$(aws kms create-key --query KeyMetadata.KeyId --output text)");
  await run("aws kms disable-key --key-id $K");
  const refused = await type("aws kms encrypt --key-id $K --plaintext aGVsbG8=");
  await type("aws kms describe-key --key-id nothing");
  await refused.getByRole("button", { name: "Fix it" }).click();
  await page.locator(".printed .line").filter({ hasText: /\$ *aws kms enable-key/ }).waitFor();
  assert.match(await run("aws kms describe-key --key-id $K --query KeyMetadata.KeyState"), /Enabled/);
});
