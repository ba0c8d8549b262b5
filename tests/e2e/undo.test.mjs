// Undo says what it takes back, in words; and the history keeps the order in which things were done.
import assert from "node:assert/strict";
import { browserTest, open, terminalOf } from "./lib.mjs";

browserTest("undo says what it takes back, before and after, and passes over what was refused", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run, type } = terminalOf(page);
  await run("K=$(aws kms create-key --query KeyMetadata.KeyId --output text)");
  await run("aws kms disable-key --key-id $K");
  const key = (await run("echo $K")).trim();
  for (let times = 0; times < 3; times++) await type("aws kms encrypt --key-id $K --plaintext aGVsbG8=");
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  const redo = page.getByRole("button", { name: "Redo", exact: true });
  const state = async () => (await run("aws kms describe-key --key-id $K --query KeyMetadata.KeyState")).trim();
  const title = async (button) => await button.getAttribute("title");
  assert.equal(await title(undo), `Undo: disable key ${key}`);
  await undo.click();
  const said = page.locator(".flashes .flash");
  await said.getByText(`Undone: disable key ${key}`).waitFor();
  assert.equal(await state(), '"Enabled"', "the refused calls went with it");
  assert.equal(await title(redo), `Redo: disable key ${key}`);
  assert.equal(await title(undo), `Undo: create key ${key}`);
  await redo.click();
  await said.getByText(`Redone: disable key ${key}`).waitFor();
  assert.equal(await said.count(), 1, "one message, replaced");
  assert.equal(await state(), '"Disabled"');
  await undo.click();
  await undo.click();
  await said.getByText(`Undone: create key ${key}`).waitFor();
  assert.equal(await said.count(), 1, "one message, replaced");
  assert.ok(await undo.isDisabled());

  for (const [line, deed] of [
    ["echo text > note.txt", "write the file /home/ec2-user/note.txt"],
    ["rm note.txt", "delete the file /home/ec2-user/note.txt"],
    ["lab advance 20m", "move the clock forward by 20 min 00 s"],
    ["lab deny kms:CreateKey", "deny kms:CreateKey"],
    ["lab scenario network", "load the scenario network"],
  ]) {
    await run(line);
    assert.equal(await title(undo), `Undo: ${deed}`);
  }
});

browserTest("the event history has the order in which things were done, also after a scenario was loaded", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  await run("aws kms create-key");
  // The scenario turns the clock back.
  await run("lab advance 30d");
  await run("aws kms create-alias --alias-name alias/late --target-key-id $(aws kms list-keys --query 'Keys[0].KeyId' --output text)");
  await run("lab scenario network");
  await run("aws kms create-key");
  await page.getByRole("link", { name: "Event history" }).click();
  const names = (panel) => page.getByRole("region", { name: panel, exact: true }).locator("tbody tr td:first-child").allTextContents();
  const history = page.getByRole("region", { name: "Event history", exact: true });
  await history.locator("tbody tr").first().waitFor();
  assert.deepEqual(await names("Event history"), ["CreateKey", "scenario"]);
  assert.deepEqual(await names("Before network was loaded"), ["CreateAlias", "advance", "CreateKey"]);
  const apart = page.getByRole("region", { name: "Before network was loaded" });
  await apart.getByRole("button", { name: /CreateAlias/ }).click();
  assert.match(await page.getByRole("dialog", { name: "CreateAlias" }).locator("pre").innerText(), /alias\/late/);
});
