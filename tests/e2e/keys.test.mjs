// A key's page: what is set on the key is changed there.
import assert from "node:assert/strict";
import { browserTest } from "./lib.mjs";
import { prepare } from "./views.mjs";

browserTest("what is set on a key is changed on its page: description, alias, tag, policy, waiting period", { timeout: 60_000 }, async ({ page, site }) => {
  const [route] = await prepare(page, site, "store-with-key", ["#/kms/keys/:key"]);
  await page.goto(site.url + route);
  const main = page.getByRole("main");
  const dialog = page.getByRole("dialog");
  /** Opens the form behind a button, fills it and sends it. */
  const change = async (button, values) => {
    await main.getByRole("button", { name: button, exact: true }).first().click();
    await dialog.waitFor();
    for (const [field, value] of Object.entries(values)) await dialog.locator(`#field-${field}`).fill(value);
    await dialog.getByRole("button", { name: button, exact: true }).click();
  };
  const panel = (name) => main.getByRole("region", { name, exact: true });
  await change("Edit description", { Description: "Payments" });
  await panel("Customer managed key").getByText("Payments").waitFor();
  await change("Add tag", { TagKey: "Team", TagValue: "Blue" });
  await panel("Tags").getByText("Blue").waitFor();

  // A refusal shows in the form, and its fix is typed from there.
  await change("Create alias", { AliasName: "payments" });
  await dialog.getByText("ValidationException").first().waitFor();
  await dialog.locator("#field-AliasName").fill("alias/payments");
  await dialog.getByRole("button", { name: "Create alias", exact: true }).click();
  await panel("Aliases").getByText("alias/payments").first().waitFor();

  await change("Edit policy", { Policy: '{"Version":"2012-10-17","Statement":[]}' });
  await dialog.getByText("MalformedPolicyDocumentException").first().waitFor();
  // What was filled in is not lost by a slip, and the question is asked in every way out.
  const question = page.getByRole("dialog", { name: "Leave the form?" });
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Stay" }).click();
  await question.waitFor({ state: "detached" });
  assert.match(await dialog.locator("#field-Policy").inputValue(), /"Statement":\[\]/);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await question.getByRole("button", { name: "Leave" }).click();
  await dialog.waitFor({ state: "detached" });
  await panel("Key policy").getByText("Enable IAM User Permissions").waitFor();
  await main.getByRole("button", { name: "Edit policy" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });

  await panel("Key rotation").getByRole("button", { name: "Enable automatic rotation" }).click();
  await page.getByRole("status", { name: "Messages" }).getByText("UnsupportedOperationException").first().waitFor();

  // The list finds the key by its alias.
  await page.getByRole("link", { name: "Customer managed keys" }).first().click();
  await main.getByRole("cell", { name: "alias/payments" }).waitFor();
  await page.goBack();

  await change("Schedule key deletion", { PendingWindowInDays: "6" });
  await dialog.getByText("PendingWindowInDays must be between 7 and 30").first().waitFor();
  await dialog.locator("#field-PendingWindowInDays").fill("7");
  await dialog.getByRole("button", { name: "Schedule key deletion", exact: true }).click();
  await main.getByRole("button", { name: "Cancel key deletion" }).click();
  await main.getByText("Disabled").first().waitFor();
});

browserTest("what was encrypted in a context is decrypted in the same one only", async ({ page, site }) => {
  const [route] = await prepare(page, site, "store-with-key", ["#/kms/keys/:key"]);
  await page.goto(site.url + route);
  const main = page.getByRole("main");
  const encrypt = main.getByRole("region", { name: "Try it: encrypt" });
  const decrypt = main.getByRole("region", { name: "Try it: decrypt" });
  await encrypt.getByLabel("Plaintext").fill("attack at dawn");
  await encrypt.locator("#field-context").fill("purpose=test\nteam = blue");
  await encrypt.getByRole("button", { name: "Encrypt" }).click();
  await encrypt.getByText("Encrypted", { exact: true }).waitFor();
  assert.equal(await decrypt.locator("#field-given").inputValue(), "purpose=test\nteam = blue");
  await decrypt.locator("#field-given").fill("purpose=test");
  await decrypt.getByRole("button", { name: "Decrypt" }).click();
  await decrypt.getByText("InvalidCiphertextException").first().waitFor();
  await decrypt.locator("#field-given").fill("team=blue\npurpose=test");
  await decrypt.getByRole("button", { name: "Decrypt" }).click();
  await decrypt.getByText("attack at dawn").waitFor();
});
