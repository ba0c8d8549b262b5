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
  await keys.getByRole("button", { name: "Tab: complete the word" }).tap();
  assert.equal(await line.inputValue(), "cat customerCA.");
  assert.ok(await isFocused(line), "the keyboard on the screen stays");
  await keys.getByRole("button", { name: "Tab: complete the word" }).tap();
  await page.getByRole("status", { name: "Completions" }).getByText("customerCA.key").waitFor();
  await keys.getByRole("button", { name: "Ctrl-C: interrupt" }).tap();
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

/** The longest time, in milliseconds, for which the page draws nothing while something goes on. */
async function stillness(page, work) {
  const longest = page.evaluate(() => new Promise((resolve) => {
    let [longest, last] = [0, performance.now()];
    globalThis.watching = true;
    const frame = (now) => {
      [longest, last] = [Math.max(longest, now - last), now];
      if (globalThis.watching) requestAnimationFrame(frame);
      else resolve(longest);
    };
    requestAnimationFrame(frame);
  }));
  try {
    await work();
  } finally {
    await page.evaluate(() => (globalThis.watching = false));
  }
  return longest;
}

/** The longest time, in milliseconds, that the page may take to answer. */
const PATIENCE = 200;

/** Fails where the page does not answer while something goes on. */
async function answersMeanwhile(page, work) {
  const still = await stillness(page, work);
  assert.ok(still < PATIENCE, `the page stood still for ${still} ms`);
}

const DIGITS = "0 1 2 3 4 5 6 7 8 9";
const NESTED = `${[..."abcdefghi"].map((name) => `for ${name} in ${DIGITS}; do`).join(" ")} true; ${"done; ".repeat(9)}echo end`;
const DOUBLED = `${Array.from({ length: 40 }, (_, i) => `a${i + 1}=a${i}+a${i}`).join("; ")}; echo $((a40))`;

for (const [what, prepare, text] of [
  ["nested loops", [], NESTED],
  ["a loop that sleeps for years", ["lab scenario active"], "while true; do sleep 7300d; done"],
  ["a slow pattern", ["x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do x=$x$x; done; echo $x > much.txt"], "grep -E '(a{0,60}){0,60}b' much.txt"],
  ["variables that double", [], DOUBLED],
]) {
  browserTest(`a line comes to an end, and the page answers meanwhile: ${what}`, async ({ page, site }) => {
    await open(page, site, "#/terminal");
    const { type, run } = terminalOf(page);
    for (const command of prepare) await run(command);
    await answersMeanwhile(page, async () => {
      const began = Date.now();
      const entry = await type(text);
      assert.match((await entry.locator(".stderr").allTextContents()).join(""), /playground: |bash: |grep: /);
      assert.ok(Date.now() - began < 10_000, "it ends by itself");
    });
    assert.notEqual((await run("echo $?")).trim(), "0");
  });
}

browserTest("Ctrl-C ends what takes long, and the page answers meanwhile", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  const line = page.getByRole("textbox", { name: "Command line" });
  await answersMeanwhile(page, async () => {
    await line.fill("openssl genrsa -out first.key 4096; openssl genrsa -out second.key 4096; openssl genrsa -out third.key 4096; openssl genrsa -out last.key 4096");
    await line.press("Enter");
    await page.getByText(/^Running for \d+ s\. Ctrl-C stops it\.$/).waitFor();
    const began = Date.now();
    await line.press("Control+c");
    await page.locator(".log[aria-busy]").waitFor({ state: "detached" });
    assert.ok(Date.now() - began < 1000, "the test's own way there included");
  });
  assert.ok(await isFocused(line), "the line keeps the focus");
  assert.equal((await run("echo $?")).trim(), "130");
  assert.ok(!(await run("ls")).includes("last.key"));
});

browserTest("Ctrl-C ends the making of a scenario, and the page answers meanwhile", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  const line = page.getByRole("textbox", { name: "Command line" });
  await answersMeanwhile(page, async () => {
    await line.fill("lab scenario store-with-key");
    await line.press("Enter");
    await page.locator(".log[aria-busy]").waitFor();
    await line.press("Control+c");
    await page.locator(".log[aria-busy]").waitFor({ state: "detached" });
  });
  assert.equal((await run("echo $?")).trim(), "130");
  assert.equal((await run("aws kms list-keys --query 'length(Keys)'")).trim(), "0");
  await answersMeanwhile(page, () => run("lab scenario store-with-key"));
  assert.equal((await run("aws kms list-keys --query 'length(Keys)'")).trim(), "1");
});

browserTest("the page answers while the place to start from is made", async ({ page, site }) => {
  await open(page, site);
  const start = page.getByRole("button", { name: /^Cluster ready/ });
  await start.waitFor();
  await answersMeanwhile(page, async () => {
    await start.click();
    await page.getByText("Working.").waitFor();
    await start.waitFor({ state: "detached" });
    await page.getByText("Working.").waitFor({ state: "detached" });
  });
});

browserTest("Ctrl-C drops the pasted lines that wait", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  const line = page.getByRole("textbox", { name: "Command line" });
  await line.focus();
  const many = Array.from({ length: 4000 }, (_, i) => `echo ${i} > count.txt; sleep 1`).join("\n");
  await paste(line, `${many}\n`);
  await page.locator(".log .printed").nth(3).waitFor();
  await line.press("Control+c");
  // Between two lines nothing is busy for a moment.
  await page.getByRole("log").getByText("^C").first().waitFor();
  await page.locator(".log[aria-busy]").waitFor({ state: "detached" });
  const first = await run("cat count.txt");
  await page.waitForTimeout(300);
  assert.equal(await run("cat count.txt"), first, "nothing runs on");
  assert.ok(Number(first) < 3999);
});

browserTest("a line that is nested too deeply is refused, and the page lives on", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { type, run } = terminalOf(page);
  const deep = 20_000;
  for (const line of [
    `test ${"\\( ".repeat(deep)}a${" \\)".repeat(deep)}`,
    `echo ${"$(echo ".repeat(deep)}a${")".repeat(deep)}`,
    `echo $((${"(".repeat(deep)}1${")".repeat(deep)}))`,
    `${"{ ".repeat(deep)}true${"; }".repeat(deep)}`,
    `aws kms list-keys --query '${"[".repeat(deep)}@${"]".repeat(deep)}'`,
    `aws ec2 describe-vpcs --filters '${"[".repeat(deep)}${"]".repeat(deep)}'`,
    `lab request kms ListKeys '${"[".repeat(deep)}${"]".repeat(deep)}'`,
  ]) {
    const entry = await type(line);
    assert.notEqual((await entry.locator(".stderr").allTextContents()).join(""), "", line.slice(0, 40));
  }
  assert.equal((await run("echo alive")).trim(), "alive");
});

browserTest("a click in the output goes to the line, and the docked terminal becomes higher and keeps its height", async ({ page, site }) => {
  await open(page, site);
  await page.getByRole("button", { name: "Terminal", exact: true }).click();
  const line = page.getByRole("textbox", { name: "Command line" });
  await line.waitFor();
  await page.getByRole("log").click();
  assert.ok(await isFocused(line));
  const terminal = page.locator(".terminal.docked");
  const height = async () => (await terminal.boundingBox()).height;
  const before = await height();
  const edge = page.getByRole("separator", { name: "Height of the terminal" });
  await edge.focus();
  await edge.press("ArrowUp");
  const higher = await height();
  assert.ok(Math.abs(higher - before - 32) < 2, `${before}, ${higher}`);
  const box = await edge.boundingBox();
  await page.mouse.move(box.x + 200, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 80);
  await page.mouse.up();
  const lower = await height();
  assert.ok(lower < higher - 50, `${higher}, ${lower}`);
  await page.reload();
  if (!(await terminal.isVisible())) await page.getByRole("button", { name: "Terminal", exact: true }).click();
  await terminal.waitFor();
  assert.ok(Math.abs((await height()) - lower) < 2);
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
