// HSM users by clicking: the lines of the tools are typed in the open, a mistake is explained, and the event history knows of it all.
import assert from "node:assert/strict";
import { browserTest, open, terminalOf } from "./lib.mjs";

/** A page in the account of a scenario. */
async function start(page, site, scenario) {
  await open(page, site, "#/terminal");
  await terminalOf(page).run(`lab scenario ${scenario}`);
}

/** Goes to the users of the first cluster. */
async function toUsers(page) {
  await page.getByRole("link", { name: "Clusters", exact: true }).click();
  await page.getByRole("link", { name: /^cluster-/ }).first().click();
  await page.getByRole("link", { name: "HSM users" }).click();
  await page.getByRole("heading", { name: "HSM users", level: 1 }).waitFor();
}

/** Does one of the tasks of the page, with what it asks for. */
async function task(page, title, values = {}) {
  const box = page.locator("details.panel").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  if ((await box.getAttribute("open")) === null) await box.locator("summary").click();
  for (const [label, value] of Object.entries(values)) {
    const field = box.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.localName)) === "select") await field.selectOption(value);
    else await field.fill(value);
  }
  await box.getByRole("button", { name: "Run these commands" }).click();
}

const OFFICER = "Password of the crypto officer (CO) admin";

browserTest("users are made, re-passworded and deleted in the open, and a wrong password is explained", async ({ page, site }) => {
  await start(page, site, "initialized");
  await toUsers(page);
  const result = page.getByRole("region", { name: "Commands and their output" });
  const users = page.getByRole("region", { name: "Users", exact: true });

  await task(page, "Activate the cluster", { "New password for admin": "chosen99" });
  await result.getByText("changePswd success on server 0").waitFor();
  await result.getByText("loginHSM PRECO admin").waitFor();
  await users.getByRole("cell", { name: "CO", exact: true }).waitFor();

  await page.getByRole("status", { name: "Messages" }).getByText("The cluster is activated").waitFor();
  await task(page, "Create the kmsuser", { [OFFICER]: "chosen98", "Password of kmsuser": "kmsPswd" });
  const card = result.getByRole("complementary", { name: "Explanation" });
  await card.getByText("hsm.wrong-password").waitFor();
  assert.equal(await users.getByRole("cell", { name: "kmsuser" }).count(), 0);

  await task(page, "Create the kmsuser", { [OFFICER]: "chosen99", "Password of kmsuser": "kmsPswd" });
  await result.getByText("createUser success on server 0").waitFor();
  await users.getByRole("cell", { name: "kmsuser" }).waitFor();
  // What was done is said in place of what failed before, and what comes next is what the overview says too.
  const messages = page.getByRole("status", { name: "Messages" });
  await messages.getByText("kmsuser was created").waitFor();
  assert.equal(await messages.getByText("A command failed").count(), 0);
  assert.equal(await page.getByText("Commands and their output").count(), 1);
  const next = page.getByRole("main").getByText("Next step").getByRole("link");
  assert.equal(await next.textContent(), "Create a second HSM");

  await task(page, "Change a password", { User: "kmsuser", [OFFICER]: "chosen99", "New password": "another7" });
  await result.getByText("changePswd success on server 0").waitFor();

  await task(page, "Delete user", { User: "kmsuser", [OFFICER]: "chosen99" });
  const question = page.getByRole("dialog", { name: "Delete user kmsuser?" });
  const confirm = question.getByRole("button", { name: "Delete user" });
  assert.ok(await confirm.isDisabled());
  await question.getByRole("textbox").fill("kmsuser");
  await confirm.click();
  await result.getByText("deleteUser success on server 0").waitFor();
  await users.getByRole("cell", { name: "kmsuser" }).waitFor({ state: "detached" });

  const seen = await page.locator("body").textContent();
  for (const secret of ["chosen99", "chosen98", "kmsPswd", "another7"]) assert.ok(!seen.includes(secret), `${secret} is shown`);

  await page.getByRole("link", { name: "Event history" }).click();
  const refused = page.getByRole("row").filter({ hasText: "hsm.wrong-password" });
  await refused.getByRole("button", { name: /^Details/ }).click();
  await page.getByRole("dialog").getByText("locks the user").or(page.getByText("Passwords are case-sensitive")).first().waitFor();
  await page.keyboard.press("Escape");
  const found = page.getByRole("searchbox", { name: /Event history/ });
  await found.fill("createUser");
  await page.getByRole("row").filter({ hasText: "kmsuser" }).waitFor();
  assert.equal(await page.getByRole("row").filter({ hasText: "deleteUser" }).count(), 0);
});

browserTest("where all is well the users need no next step, and no key store a new password", async ({ page, site }) => {
  await start(page, site, "store-with-key");
  await toUsers(page);
  const main = page.getByRole("main");
  await main.getByRole("cell", { name: "kmsuser" }).first().waitFor();
  assert.equal(await main.getByText("Next step").count(), 0);
  assert.equal(await main.getByRole("link", { name: "Edit the key store" }).count(), 0);
});

browserTest("a client host outside of the network is put into it, and its files come and go", async ({ page, site }) => {
  await start(page, site, "uninitialized");
  await page.getByRole("link", { name: "Client host" }).click();
  await page.getByText("The client host is not attached to a network yet.").waitFor();
  await page.getByRole("combobox", { name: "Subnet", exact: true }).selectOption({ index: 1 });
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Attach the client host" }).click();
  await page.getByText("Private address").waitFor();

  await page.getByLabel("Upload files").setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("a note") });
  const path = "/home/ec2-user/note.txt";
  await page.getByRole("button", { name: `View ${path}` }).click();
  const shown = page.getByRole("dialog", { name: path });
  await shown.getByText("a note").waitFor();
  await shown.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: `Delete ${path}` }).click();
  const question = page.getByRole("dialog", { name: `Delete ${path}` });
  await question.getByRole("textbox").fill("note.txt");
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: `View ${path}` }).waitFor({ state: "detached" });
});

browserTest("the terminal below a page keeps its session, and the keyboard gets out of it", async ({ page, site }) => {
  await open(page, site, "#/events");
  const handle = page.getByRole("button", { name: "Terminal", exact: true });
  await handle.click();
  const { run } = terminalOf(page);
  const line = page.getByRole("textbox", { name: "Command line" });
  await run("PLACE=here");
  await page.getByRole("link", { name: "Client host" }).click();
  await page.getByRole("heading", { name: "Client host", level: 1 }).waitFor();
  assert.equal(await run("echo $PLACE"), "here\n");
  await line.press("Escape");
  assert.ok(await handle.evaluate((element) => element === document.activeElement), "Escape leads to the handle");
  await line.focus();
  await line.press("Shift+Tab");
  assert.ok(!(await line.evaluate((element) => element === document.activeElement)), "Tab leaves the line");
});
