// Faults and permissions are switched by clicks, strike what the page calls, and are gone when they are switched off.
import { browserTest, open, terminalOf } from "./lib.mjs";

browserTest("a permission that is taken away and a fault strike, until they are given back and switched off", { timeout: 90_000 }, async ({ page, site }) => {
  await open(page, site, "#/terminal");
  await terminalOf(page).run("lab scenario store-disconnected");
  const main = page.getByRole("main");
  const messages = page.getByRole("status", { name: "Messages" });
  const store = async () => {
    await page.goto(`${site.url}#/kms/stores`);
    await main.getByRole("link", { name: "ExampleKeyStore" }).click();
    await page.getByRole("heading", { name: "ExampleKeyStore", level: 1 }).waitFor();
  };
  const faults = async () => {
    await page.goto(`${site.url}#/faults`);
    await page.getByRole("heading", { name: "Faults", level: 1 }).waitFor();
  };
  await faults();
  await main.getByLabel("Action").selectOption("kms:ConnectCustomKeyStore");
  await main.getByRole("button", { name: "Remove" }).click();
  await main.getByRole("cell", { name: "kms:ConnectCustomKeyStore", exact: true }).waitFor();
  await store();
  await main.getByRole("button", { name: "Connect", exact: true }).click();
  await messages.getByText("AccessDeniedException").first().waitFor();

  await faults();
  await main.getByRole("button", { name: "Restore: kms:ConnectCustomKeyStore" }).click();
  await main.getByText("You have all permissions.").waitFor();
  await main.getByRole("button", { name: "Switch on: The network fails" }).click();
  await main.getByRole("button", { name: "Switch off: The network fails" }).waitFor();
  await store();
  await main.getByRole("button", { name: "Connect", exact: true }).click();
  await messages.getByRole("button", { name: "Wait for this", exact: true }).click();
  await main.getByRole("link", { name: "NETWORK_ERRORS" }).waitFor();
  // The message leads to the reason, and does not repeat it.
  await messages.getByRole("link", { name: "Why it failed and how to fix it" }).waitFor();

  await faults();
  await main.getByRole("button", { name: "Switch off: The network fails" }).click();
  await main.getByLabel("Operation").selectOption("CreateKey");
  await main.getByLabel("Calls by others per second").fill("5");
  await main.getByRole("button", { name: "Throttle" }).click();
  await main.getByRole("button", { name: "Switch off: CreateKey" }).waitFor();
  await page.goto(`${site.url}#/kms/keys/create`);
  await main.getByRole("radio", { name: /^KMS/ }).check();
  await main.getByRole("button", { name: "Create key", exact: true }).click();
  await main.getByText("ThrottlingException").first().waitFor();
  await page.goto(`${site.url}#/faults`);
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await main.getByRole("button", { name: "Switch off: CreateKey" }).click();
  await main.getByText("No operation is throttled.").waitFor();
});

browserTest("what was done is said once, and undo says what it took back", async ({ page, site }) => {
  await open(page, site, "#/vpc/vpcs");
  const main = page.getByRole("main");
  const messages = page.locator(".flash");
  for (const name of ["one", "two"]) {
    await main.getByRole("button", { name: "Create internet gateway" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Create internet gateway" }).click();
    await messages.getByText(/^Created igw-/).waitFor();
    await main.getByRole("cell", { name: "detached" }).nth(name === "one" ? 0 : 1).waitFor();
  }
  if ((await messages.count()) !== 1) throw new Error("what is over makes room for what is new");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await messages.getByText(/^Undone: create internet gateway igw-/).waitFor();
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await messages.getByText(/^Redone: create internet gateway igw-/).waitFor();
  await page.waitForTimeout(1_100);
  await page.getByRole("link", { name: "Subnets" }).click();
  await page.getByRole("heading", { name: "Subnets", level: 1 }).waitFor();
  await messages.waitFor({ state: "detached" });
});
