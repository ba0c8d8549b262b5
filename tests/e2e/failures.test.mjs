// The failure catalogue: found, made to happen, cured, and remembered; and forms that are not lost by a slip.
import assert from "node:assert/strict";
import { browserTest, open, terminalOf } from "./lib.mjs";

/** Chooses in one of the filters of the catalogue. */
const choose = (page, label, name) => page.getByRole("main").getByLabel(label, { exact: true }).selectOption({ label: name });

/** What the catalogue says that it has found. */
const found = (page) => page.getByRole("main").getByText(/^\d+( of \d+)? failures$/).textContent();

browserTest("a failure is found by code, service, mark and words, and the list is as it was on the way back", async ({ page, site }) => {
  await open(page, site, "#/failures");
  const main = page.getByRole("main");
  const all = Number((await found(page)).split(" ")[0]);
  // Group by group, connection errors first, and no sentence with a hole.
  const groups = main.locator("details.panel summary");
  assert.match(await groups.first().textContent(), /^Connect a key store \(\d+\)$/);
  assert.equal(await groups.count(), 8);
  assert.match(await main.locator("td a").first().textContent(), /^[A-Z_]+: /);
  assert.ok(!/[{}]/.test(await main.textContent()));
  assert.ok(all > 150, `${all} failures`);
  await main.getByText(`You have met 0 of ${all}.`).waitFor();

  await choose(page, "Code", "USER_LOCKED_OUT");
  assert.equal(await found(page), `1 of ${all} failures`);
  await main.getByRole("cell", { name: "documented" }).waitFor();
  await main.getByRole("link", { name: "USER_LOCKED_OUT: kmsuser is locked out" }).click();
  await page.getByRole("heading", { name: "USER_LOCKED_OUT: kmsuser is locked out", level: 1 }).waitFor();
  await main.getByRole("cell", { name: "connection error code of the key store" }).waitFor();
  await main.getByRole("link", { name: "loginHSM" }).waitFor();
  await page.goBack();
  await main.getByText(`1 of ${all} failures`).waitFor();

  await main.getByRole("button", { name: "Clear filter" }).click();
  assert.equal(await found(page), `${all} failures`);
  await choose(page, "Service", "HSM tools");
  await choose(page, "Operation", "syncUser");
  await main.getByLabel("Find").fill("another server of this tool");
  await main.getByRole("link", { name: "The HSM to copy to is not connected" }).waitFor();
  await choose(page, "Met", "Met");
  await main.getByText("No failure matches these filters.").waitFor();
  assert.equal(await found(page), `0 of ${all} failures`);

  // A whole message is found by its code and its operation, and a code alone makes an address.
  await main.getByRole("button", { name: "Clear filter" }).click();
  await main.getByLabel("Find").fill("An error occurred (IncorrectTrustAnchorException) when calling the CreateCustomKeyStore operation: whatever");
  await main.getByRole("link", { name: /^IncorrectTrustAnchorException: / }).waitFor();
  assert.equal(await found(page), `1 of ${all} failures`);
  await page.goto(`${site.url}#/failures/USER_LOCKED_OUT`);
  await page.getByRole("heading", { name: "USER_LOCKED_OUT: kmsuser is locked out", level: 1 }).waitFor();
  await main.getByText("USER_LOCKED_OUT").first().waitFor();
  await page.goto(`${site.url}#/failures/CloudHsmClusterInvalidConfigurationException`);
  await main.getByRole("link", { name: /The cluster is in one Availability Zone only/ }).waitFor();
});

browserTest("the sandbox of a failure makes room for the next one, unless the reader went on in it", { timeout: 120_000 }, async ({ page, site }) => {
  const main = page.getByRole("main");
  const failure = async (id) => {
    await page.goto(`${site.url}#/failures/${id}`);
    await main.getByText(`Rule ${id}`, { exact: true }).waitFor();
    await main.getByRole("button", { name: "Break it" }).click();
    await main.getByRole("region", { name: "The failure happened" }).waitFor({ timeout: 60_000 });
    await main.getByText("You have not met it yet.").waitFor({ state: "detached" });
  };
  const sandboxes = async () => {
    await page.goto(`${site.url}#/sandboxes`);
    await main.getByText("My sandbox").waitFor();
    return (await main.locator("tbody tr td:first-child strong").allTextContents()).sort();
  };
  await open(page, site, "#/failures");
  await failure("kms.kmsuser-missing");
  assert.deepEqual(await sandboxes(), ["Failure kms.kmsuser-missing", "My sandbox"]);

  // A cure that the page offers is the page's own doing; the way back leads to the reader's sandbox still.
  await failure("kms.kmsuser-password");
  await main.getByLabel("Password of the crypto officer (CO) admin").fill("adminPswd");
  await main.getByLabel("Password of kmsuser").fill("kmsPswd2");
  await main.getByRole("button", { name: "Fix it" }).click();
  await main.getByRole("heading", { name: "Fixed" }).waitFor({ timeout: 60_000 });
  await failure("kms.store-quota");
  assert.deepEqual(await sandboxes(), ["Failure kms.store-quota", "My sandbox"]);

  await page.goto(`${site.url}#/terminal`);
  await terminalOf(page).run("echo mine > note.txt");
  await failure("kms.kmsuser-missing");
  assert.deepEqual(await sandboxes(), ["Failure kms.kmsuser-missing", "Failure kms.store-quota", "My sandbox"]);
  await failure("kms.kmsuser-missing");
  await main.getByRole("button", { name: "Back to the previous sandbox" }).click();
  await page.locator(".menu summary", { hasText: "Failure kms.store-quota" }).waitFor();
  await page.goto(`${site.url}#/client-host`);
  await main.getByText("note.txt").first().waitFor();
});

browserTest("a connection error is broken, explained, met, cured, and met still after a reload", { timeout: 120_000 }, async ({ page, site }) => {
  await open(page, site, "#/failures/kms.kmsuser-password");
  const main = page.getByRole("main");
  await main.getByText("You have not met it yet.").waitFor();
  await main.getByRole("button", { name: "Break it" }).click();
  const happened = main.getByRole("region", { name: "The failure happened" });
  const card = happened.getByRole("complementary", { name: "Explanation of kms.kmsuser-password" });
  await card.waitFor({ timeout: 60_000 });
  await page.getByText("Failure kms.kmsuser-password", { exact: true }).first().waitFor();
  await happened.getByText('"ConnectionErrorCode": "INVALID_CREDENTIALS"').waitFor();

  // The key store itself tells the same, and leads back.
  await happened.getByRole("link", { name: /^cks-/ }).click();
  await main.locator(".status", { hasText: "FAILED" }).waitFor();
  await main.getByRole("complementary").getByText("the password adminPswd").waitFor();
  await main.getByRole("link", { name: "INVALID_CREDENTIALS" }).click();
  await main.getByText("Met", { exact: true }).last().waitFor();
  await main.getByRole("button", { name: "Break it" }).click();
  await card.waitFor({ timeout: 60_000 });

  await card.getByLabel("Password of the crypto officer (CO) admin").fill("adminPswd");
  await card.getByLabel("Password of kmsuser").fill("kmsPswd2");
  await card.getByRole("button", { name: "Fix it" }).click();
  await main.getByRole("heading", { name: "Fixed" }).waitFor({ timeout: 60_000 });
  await main.getByRole("link", { name: /^cks-/ }).click();
  await main.locator(".status", { hasText: /CONNECTED$/ }).waitFor();

  await page.goto(`${site.url}#/failures`);
  await main.getByText(/^You have met 1 of/).waitFor();
  await page.reload();
  await main.getByText(/^You have met 1 of/).waitFor();
});

browserTest("a refusal inside a tool ends its session in the open, and its fix goes in again", { timeout: 120_000 }, async ({ page, site }) => {
  await open(page, site, "#/failures/hsm.not-officer");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Break it" }).click();
  const happened = main.getByRole("region", { name: "The failure happened" });
  await happened.getByRole("complementary").waitFor({ timeout: 60_000 });
  const typed = happened.getByRole("group", { name: "Commands and their output" });
  assert.match(await typed.locator("pre").last().textContent(), /aws-cloudhsm>quit/);
  await happened.getByLabel("Password of the crypto officer (CO) admin").fill("adminPswd");
  await happened.getByLabel("Password of the user").fill("kmsPswd");
  await happened.getByRole("button", { name: "Fix it" }).click();
  await main.getByRole("heading", { name: "Fixed" }).waitFor({ timeout: 60_000 });

  // What was open before is there still.
  await main.getByRole("button", { name: "Back to the previous sandbox" }).click();
  await page.locator(".menu summary", { hasText: "My sandbox" }).waitFor();
});

browserTest("every explanation leads to its entry, and the fidelity page is in reach", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const refused = await terminalOf(page).type("aws kms describe-key --key-id nothing");
  await refused.getByRole("link", { name: "keys.exists" }).click();
  await page.getByRole("heading", { name: "NotFoundException: The key does not exist", level: 1 }).waitFor();
  await page.getByRole("contentinfo").getByRole("link", { name: "How real is it?" }).click();
  await page.getByRole("heading", { name: "What is not simulated" }).waitFor();
  await page.getByText(/CloudTrail records reads too/).waitFor();
});

browserTest("a form that was begun is left only after a question, and once", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("lab scenario ready-cluster");
  await page.goto(`${site.url}#/kms/stores/create`);
  const main = page.getByRole("main");
  const name = main.getByLabel("Custom key store name");
  const navigation = page.getByRole("navigation", { name: "Navigation" });
  const question = page.getByRole("dialog", { name: "Leave the form?" });

  // A form that nobody has touched is left at once.
  await navigation.getByRole("link", { name: "Clusters" }).click();
  await page.getByRole("heading", { name: "Clusters", level: 1 }).waitFor();
  await page.goBack();
  await name.fill("HalfDone");

  await navigation.getByRole("link", { name: "Clusters" }).click();
  await question.getByRole("button", { name: "Stay" }).click();
  await question.waitFor({ state: "detached" });
  assert.equal(await name.inputValue(), "HalfDone");
  assert.match(page.url(), /#\/kms\/stores\/create$/);

  await page.getByLabel("Region").selectOption("eu-west-1");
  await question.getByRole("button", { name: "Stay" }).click();
  assert.equal(await page.getByLabel("Region").inputValue(), "us-east-1");
  assert.equal(await name.inputValue(), "HalfDone");

  // Closing the tab makes the browser ask.
  const asked = page.waitForEvent("dialog");
  const closed = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  await closed;
  assert.equal(await name.inputValue(), "HalfDone");

  await page.getByLabel("Region").selectOption("eu-west-1");
  await question.getByRole("button", { name: "Leave" }).click();
  await question.waitFor({ state: "detached" });
  assert.equal(await page.getByLabel("Region").inputValue(), "eu-west-1");
  assert.equal(await name.inputValue(), "", "the form of another Region is a new one");

  await name.fill("Again");
  await navigation.getByRole("link", { name: "Clusters" }).click();
  await question.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("heading", { name: "Clusters", level: 1 }).waitFor();
  await navigation.getByRole("link", { name: "Subnets" }).click();
  await page.getByRole("heading", { name: "Subnets", level: 1 }).waitFor();

  // What was sent is not lost, so nobody asks.
  await page.goto(`${site.url}#/vpc/security-groups/create`);
  await main.getByLabel("Security group name").fill("mine");
  await main.getByLabel("Description").fill("Mine");
  await main.getByLabel("VPC").selectOption({ index: 1 });
  await main.getByRole("button", { name: "Create security group" }).click();
  await page.getByRole("heading", { name: "mine", level: 1 }).waitFor();
  assert.equal(await question.count(), 0);
});
