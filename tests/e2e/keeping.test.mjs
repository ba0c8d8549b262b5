// Nothing is lost: a replaced account can be taken back, a damaged save is put aside, and denied storage is said.
import assert from "node:assert/strict";
import { browserTest, open } from "./lib.mjs";

async function type(page, line) {
  const printed = page.locator(".log .printed");
  const before = await printed.count();
  const input = page.getByRole("textbox", { name: "Command line" });
  await input.fill(line);
  await input.press("Enter");
  await printed.nth(before).waitFor();
  return printed.nth(before);
}

const keys = (page) => page.getByRole("region", { name: "KMS keys" }).first();

browserTest("a replaced account can be taken back", async ({ page, site }) => {
  await open(page, site);
  await type(page, "aws kms create-key");
  await keys(page).getByText("Enabled").waitFor();
  await page.getByText("Account", { exact: false }).and(page.locator("summary")).click();
  await page.getByRole("button", { name: "New account" }).click();
  await keys(page).getByText("No KMS keys in this Region.").waitFor();
  await page.getByRole("button", { name: "Take it back" }).click();
  await keys(page).getByText("Enabled").waitFor();
});

browserTest("a save that cannot be read is put aside", async ({ page, site }) => {
  await open(page, site);
  await page.evaluate(() => localStorage.setItem("keystore-playground", "damaged"));
  await page.reload();
  await page.getByText("could not be read").waitFor();
  await type(page, "aws kms create-key");
  assert.equal(await page.evaluate(() => localStorage.getItem("keystore-playground-damaged")), "damaged");
});

browserTest("where storage is denied the page works and says so", async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page, site);
  await type(page, "aws kms create-key");
  await keys(page).getByText("Enabled").waitFor();
  await page.getByText("does not let the page save").waitFor();
});

browserTest("Fix it on an older card does what that card says", async ({ page, site }) => {
  await open(page, site);
  await type(page, "K=$(aws kms create-key --query KeyMetadata.KeyId --output text)");
  await type(page, "aws kms disable-key --key-id $K");
  const refused = await type(page, "aws kms encrypt --key-id $K --plaintext aGVsbG8=");
  await type(page, "aws kms describe-key --key-id nothing");
  await refused.getByRole("button", { name: "Fix it" }).click();
  await keys(page).getByText("Enabled").waitFor();
});
