// The terminal by keyboard: completion, prompts that hide what is typed, pasted texts, and files in both directions.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { browserTest, open, terminalOf } from "./lib.mjs";

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

async function paste(input, text) {
  await input.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData("text", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

browserTest("Tab completes and lists, and never catches the keyboard", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("lab scenario store-disconnected");
  const line = page.getByRole("textbox", { name: "Command line" });
  await line.fill("aws kms create-cus");
  await line.press("Tab");
  assert.equal(await line.inputValue(), "aws kms create-custom-key-store ");
  await line.fill("aws kms list-a ");
  await line.evaluate((element) => element.setSelectionRange(14, 14));
  await line.press("Tab");
  assert.equal(await line.inputValue(), "aws kms list-aliases  ", "the word before the cursor is completed");
  await line.fill("cat custo");
  await line.press("Tab");
  assert.equal(await line.inputValue(), "cat customerCA.");
  const listed = page.getByRole("status", { name: "Completions" }).getByRole("listitem");
  await line.press("Tab");
  await line.press("Tab");
  await listed.first().waitFor();
  assert.deepEqual(await listed.allTextContents(), ["customerCA.crt", "customerCA.key"]);
  await line.press("c");
  assert.equal(await listed.count(), 0, "typing on closes the list");
  await line.press("Shift+Tab");
  assert.ok(!(await isFocused(line)), "Shift+Tab leaves");
  await line.fill("");
  await line.press("Tab");
  assert.ok(!(await isFocused(line)), "Tab leaves an empty line");
  assert.ok(await page.getByText("press Escape or Shift+Tab").isVisible(), "the way out is on the page");
});

browserTest("openssl asks for a pass phrase unseen, and a pasted text waits for it", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { type, run } = terminalOf(page);
  const line = page.getByRole("textbox", { name: "Command line" });
  await type("openssl genrsa -aes256 -out ca.key 2048");
  assert.equal(await line.getAttribute("type"), "password");
  await type("TopSecret");
  await type("TopSecret");
  assert.equal(await line.getAttribute("type"), "text");
  await paste(line, "openssl req -new -x509 -key ca.key -subj /CN=customerCA -out ca.crt\nopenssl x509 -in ca.crt -noout -subject\necho done\n");
  await page.getByText("2 pasted lines wait until you enter the secret").waitFor();
  assert.equal(await line.getAttribute("type"), "password");
  await type("TopSecret");
  const log = page.getByRole("log");
  await log.getByText("subject=CN = customerCA").waitFor();
  await log.getByText(/^done$/m).waitFor();
  assert.equal(await page.getByText("pasted lines wait").count(), 0);
  assert.ok(!(await page.content()).includes("TopSecret"), "the pass phrase is nowhere on the page");
  await line.press("ArrowUp");
  assert.equal(await line.inputValue(), "echo done", "what was hidden is not in the history");
  await line.fill("");
  // Ctrl-C ends the question and drops what waits.
  await paste(line, "openssl rsa -in ca.key -out open.key\necho never\n");
  await page.getByText("1 pasted line waits").waitFor();
  await line.press("Control+c");
  assert.equal(await line.getAttribute("type"), "text");
  assert.equal(await run("echo alive"), "alive\n");
  assert.equal(await log.getByText("never", { exact: true }).count(), 0);
});

browserTest("files go into the terminal and out of it", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { type, run } = terminalOf(page);
  await page.locator(".entry input[type=file]").setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("hello\n") });
  await page.getByText("note.txt").first().waitFor();
  assert.equal(await run("cat note.txt"), "hello\n");
  const entry = await type("lab download note.txt");
  const [download] = await Promise.all([page.waitForEvent("download"), entry.getByRole("button", { name: /note.txt/ }).click()]);
  assert.equal(download.suggestedFilename(), "note.txt");
  assert.equal(await readFile(await download.path(), "utf8"), "hello\n");
});

browserTest("a phone has the keys that its keyboard lacks, and the line is edited as in a shell", { launch: { viewport: { width: 390, height: 700 }, hasTouch: true } }, async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  const line = page.getByRole("textbox", { name: "Command line" });
  const keys = page.getByRole("group", { name: "Keys" });
  await run("echo first");
  await run("lab scenario store-disconnected");
  await line.fill("cat cus");
  await keys.getByRole("button", { name: "Complete the word" }).tap();
  assert.equal(await line.inputValue(), "cat customerCA.");
  assert.ok(await isFocused(line), "the keyboard on the screen stays");
  await keys.getByRole("button", { name: "Complete the word" }).tap();
  await page.getByRole("status", { name: "Completions" }).getByText("customerCA.key").waitFor();
  await keys.getByRole("button", { name: "Interrupt" }).tap();
  await page.getByRole("log").getByText("cat customerCA.^C").waitFor();
  await keys.getByRole("button", { name: "Earlier line" }).tap();
  await keys.getByRole("button", { name: "Earlier line" }).tap();
  assert.equal(await line.inputValue(), "echo first");
  await keys.getByRole("button", { name: "Later line" }).tap();
  assert.equal(await line.inputValue(), "lab scenario store-disconnected");

  await line.fill("aws kms list-keys");
  await line.press("Control+a");
  await page.keyboard.type("X=1 ");
  await line.press("Control+e");
  await page.keyboard.type(" --debug");
  assert.equal(await line.inputValue(), "X=1 aws kms list-keys --debug");
  await line.evaluate((element) => element.setSelectionRange(4, 4));
  await line.press("Control+u");
  assert.equal(await line.inputValue(), "aws kms list-keys --debug");
  await line.press("Control+k");
  assert.equal(await line.inputValue(), "");

  // What scrolled away comes back by the page.
  const log = page.getByRole("log");
  await run("aws ec2 describe-subnets");
  const scrolled = () => log.evaluate((element) => element.scrollTop);
  const before = await scrolled();
  await line.press("PageDown");
  const after = await scrolled();
  assert.ok(after > before + 100, `${before}, ${after}`);
  await line.press("PageUp");
  assert.ok((await scrolled()) < after);
});

browserTest("while a key is made the page says so, and the line waits", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  const line = page.getByRole("textbox", { name: "Command line" });
  await line.waitFor();
  await page.evaluate(() => {
    globalThis.seen = [];
    new MutationObserver(() => {
      const [said, input] = [document.querySelector(".working"), document.querySelector("#terminal-line")];
      const state = [said.textContent, input.readOnly];
      // Once a frame has gone by it has been painted.
      if (said.textContent) requestAnimationFrame(() => globalThis.seen.push(state));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await run("openssl genrsa -out own.key 2048");
  const seen = await page.evaluate(() => globalThis.seen);
  assert.ok(seen.some(([text, waits]) => text.startsWith("Working") && waits), JSON.stringify(seen));
  assert.equal(await page.locator(".working").textContent(), "");
  assert.ok(await isFocused(line), "the line keeps the focus");
  assert.match(await run("head -1 own.key"), /PRIVATE KEY/);
});

browserTest("a choice and a loop are typed over several lines", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { type, run } = terminalOf(page);
  const line = page.getByRole("textbox");
  const goesOn = page.locator(".entry label", { hasText: /^> ?$/ });
  await type("if true");
  await goesOn.waitFor();
  await type("then cat <<END");
  await type("one");
  await type("END");
  assert.equal(await run("fi"), "one\n");
  await type("while true; do");
  await goesOn.waitFor();
  await line.press("Control+c");
  assert.equal(await run("echo free"), "free\n");
  await paste(line, "i=0\nuntil [ $i = 3 ]\ndo\n  i=$((i + 1))\ndone\necho counted $i\n");
  await page.getByRole("log").getByText("counted 3", { exact: true }).waitFor();
});
