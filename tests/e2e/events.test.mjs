// The event history: the calls as AWS CloudTrail shows them, found by what is asked for, with the whole event to read and to copy.
import assert from "node:assert/strict";
import { browserTest, open, terminalOf } from "./lib.mjs";

browserTest("events are chosen by name, source and outcome, and shown whole", async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { run } = terminalOf(page);
  await run("lab scenario store-connected");
  await run("S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)");
  for (let key = 0; key < 22; key++) {
    await run("aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id $S --query KeyMetadata.KeyId");
  }
  await terminalOf(page).type("aws kms delete-custom-key-store --custom-key-store-id $S");
  await run("echo note > note.txt");

  await page.getByRole("link", { name: "Event history" }).click();
  const history = page.getByRole("region", { name: "Event history" });
  const rows = history.locator("tbody").getByRole("row");
  assert.equal(await rows.count(), 20, "one page of them");
  await history.getByRole("button", { name: "Next page" }).click();
  assert.equal(await rows.count(), 5);

  await history.getByLabel("Event source").selectOption("client host");
  assert.equal(await rows.count(), 1);
  await history.getByLabel("Event source").selectOption("kms.amazonaws.com");
  await history.getByLabel("Outcome").selectOption("Refused");
  assert.equal(await rows.count(), 1);
  await rows.getByText("CustomKeyStoreInvalidStateException").waitFor();
  await history.getByLabel("Event name").selectOption("CreateKey");
  await history.getByText("No event matches these filters.").waitFor();
  await history.getByLabel("Outcome").selectOption("");
  await history.getByRole("button", { name: "Next page" }).click();
  assert.equal(await rows.count(), 2);

  await rows.first().getByRole("button").click();
  const dialog = page.getByRole("dialog", { name: "CreateKey" });
  const event = JSON.parse(await dialog.locator("pre").innerText());
  assert.equal(event.eventSource, "kms.amazonaws.com");
  assert.equal(event.responseElements.keyMetadata.origin, "AWS_CLOUDHSM");
  assert.ok(JSON.parse(event.additionalEventData.backingKey).keyHandle);
  await dialog.getByRole("button", { name: "Copy" }).waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();

  // The terminal tells the same.
  await page.getByRole("button", { name: "Terminal", exact: true }).click();
  const told = await run(
    `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventId,AttributeValue=${event.eventID} --query 'Events[0].CloudTrailEvent' --output text`,
  );
  assert.deepEqual(JSON.parse(told), event);
});
