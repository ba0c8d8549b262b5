// The whole road by clicking alone, in the page as it is deployed: from the welcome to a plaintext that comes back. With the mouse and the
// real openssl, with the keyboard alone, and with a finger on a small screen.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserTest, open } from "./lib.mjs";

const ADMIN = "adminPswd";
const KMSUSER = "kmsPswd";

/** How a reader with a pointer acts. */
function pointer(page, press = (place) => place.click()) {
  return {
    press,
    write: async (place, text) => {
      await press(place);
      await place.fill(text);
    },
    choose: (place, option) => place.selectOption(option),
    check: (place) => place.check(),
  };
}

/** How a reader acts who has nothing but a keyboard: Tab until the place has the focus. */
function keyboard(page) {
  const reach = async (place) => {
    const handle = await place.elementHandle();
    const focused = () => handle.evaluate((element) => element === document.activeElement);
    for (let tabs = 0; tabs < 150; tabs++) {
      if (await focused()) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`never reached: ${place}`);
  };
  return {
    press: async (place) => {
      await reach(place);
      await page.keyboard.press("Enter");
    },
    write: async (place, text) => {
      await reach(place);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    choose: async (place, { label }) => {
      await reach(place);
      // Options are found by typing how they begin.
      for (let tries = 0; tries < 30; tries++) {
        if ((await place.evaluate((element) => element.selectedOptions[0]?.textContent)) === label) return;
        await page.keyboard.press("ArrowDown");
      }
      throw new Error(`never chosen: ${label}`);
    },
    check: async (place) => {
      await reach(place);
      await page.keyboard.press("Space");
    },
  };
}

/** Where customerCA.crt and the signed certificate come from: real openssl, and files uploaded. */
const withOpenssl = (folder) => async (page, { press }) => {
  const waiting = page.waitForEvent("download");
  await press(page.getByRole("button", { name: "Download cluster CSR" }));
  await (await waiting).saveAs(join(folder, "ClusterCsr.csr"));
  const openssl = (line) => execFileSync("openssl", line.split(" "), { cwd: folder, stdio: "pipe" });
  openssl("genrsa -aes256 -passout pass:secret -out customerCA.key 2048");
  openssl("req -new -x509 -days 3652 -key customerCA.key -passin pass:secret -subj /CN=customerCA -out customerCA.crt");
  openssl("x509 -req -days 3652 -in ClusterCsr.csr -CA customerCA.crt -CAkey customerCA.key -passin pass:secret -CAcreateserial -out CustomerHsmCertificate.crt");
  const upload = (label, file) => page.locator(".field").filter({ has: page.getByText(label, { exact: true }) }).locator("input[type=file]").setInputFiles(join(folder, file));
  await upload("Cluster certificate", "CustomerHsmCertificate.crt");
  await upload("Issuing certificate", "customerCA.crt");
  return () => upload("Trust anchor certificate", "customerCA.crt");
};

/** The same without openssl: the playground signs, and offers the files. */
const signedHere = async (page, { press }) => {
  await press(page.getByRole("button", { name: "Sign it here" }));
  const use = (label, file) =>
    press(page.locator(".field").filter({ has: page.getByText(label, { exact: true }) }).getByRole("button", { name: file }));
  await page.getByRole("button", { name: /^Use .*CustomerHsmCertificate.crt from the client host$/ }).first().waitFor();
  await use("Cluster certificate", /CustomerHsmCertificate.crt from the client host/);
  await use("Issuing certificate", /Use customerCA.crt from the client host/);
  return () => use("Trust anchor certificate", /Use customerCA.crt from the client host/);
};

/** Goes the road. */
async function road(page, site, hands, certificates) {
  const { press, write, choose, check } = hands;
  const main = page.getByRole("main");
  const button = (name) => main.getByRole("button", { name, exact: true });
  const link = (name) => main.getByRole("link", { name, exact: true });
  const heading = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
  /** Goes to a place of the navigation, which is folded on small screens. */
  const go = async (name) => {
    const place = page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name, exact: true });
    if (!(await place.isVisible())) await press(page.getByRole("button", { name: "Navigation" }));
    await press(place);
    await heading(name);
    // The focus follows, for those who listen.
    const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
    await page
      .waitForFunction(() => document.activeElement.localName === "h1", null, { timeout: 2_000 })
      .catch(async () => assert.fail(`the focus is not on the heading of ${name}, but on ${await focused()}`));
  };
  const skip = () => press(page.getByRole("button", { name: "Wait for all" }));
  /** Follows the overview's next step, which has to be this one. */
  const next = async (title) => {
    await go("Overview");
    await press(link(title));
  };

  /** A next step leads to what takes it, and that is in sight. */
  const focusIsOn = async (place) => {
    const handle = await place.elementHandle();
    await page.waitForFunction((element) => element === document.activeElement, handle);
    const box = await place.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= page.viewportSize().height, "the control is in sight");
  };

  /** A state that the page shows, after its icon. */
  const state = (word) => main.locator(".status").filter({ hasText: new RegExp(`^.?${word}$`) }).first().waitFor();

  await open(page, site);
  await heading("Where do you want to start?");
  await press(button("Empty account Every step, from the first subnet on."));
  await heading("Overview");

  await press(link("Create private subnets"));
  await heading("Subnets");
  await press(button("Create VPC and private subnets"));
  await press(link("Create a cluster"));
  await heading("Create cluster");
  // Private subnets in two zones are chosen already.
  for (const zone of ["us-east-1a", "us-east-1b"]) assert.ok(await main.getByLabel(new RegExp(`^${zone}`)).isChecked());
  await press(button("Create cluster"));
  await heading(/^cluster-/);
  await skip();
  await state("UNINITIALIZED");
  // A next step of this very page leads to what takes it.
  await press(link("Create the first HSM"));
  await focusIsOn(button("Create HSM"));
  await press(button("Create HSM"));
  // What AWS is working on is no step that is done, and is said before the next one.
  await main.getByText(/^The HSM is being created \(ready in /).waitFor();
  await main.getByText("Then: Initialize the cluster").waitFor();
  await go("Overview");
  await main.getByRole("listitem").filter({ hasText: "In progress: Create the first HSM" }).getByText(/^The HSM is being created/).waitFor();
  await press(main.getByRole("link", { name: /^cluster-/ }).first());
  await heading(/^cluster-/);
  await press(button("Wait for this"));
  await state("ACTIVE");

  await next("Initialize the cluster");
  await heading("Initialize cluster");
  const anchor = await certificates(page, hands);
  await press(button("Upload and initialize"));
  await heading(/^cluster-/);
  await skip();
  await state("INITIALIZED");
  await press(button("Attach the client host"));
  await main.getByText(/has the cluster's security group/).waitFor();

  await next("Activate the cluster");
  await heading("HSM users");
  await press(button("Copy customerCA.crt to /opt/cloudhsm/etc"));
  await button("Copy customerCA.crt to /opt/cloudhsm/etc").waitFor({ state: "detached" });
  await write(main.getByLabel("New password for admin"), ADMIN);
  await press(button("Run these commands"));
  await main.getByText("changePswd success on server 0").waitFor();
  const kmsuser = main.locator("details").filter({ has: page.getByRole("heading", { name: "Create the kmsuser" }) });
  await write(kmsuser.getByLabel("Password of the crypto officer (CO) admin"), ADMIN);
  await write(kmsuser.getByLabel("Password of kmsuser"), KMSUSER);
  await press(kmsuser.getByRole("button", { name: "Run these commands" }));
  await main.getByText("createUser success on server 0").waitFor();
  await skip();

  await next("Create a second HSM");
  await heading(/^cluster-/);
  await focusIsOn(button("Create HSM"));
  await press(button("Create HSM"));
  await skip();
  await main.getByText("us-east-1b", { exact: true }).first().waitFor();

  await next("Create the custom key store");
  await heading("Create key store");
  await write(main.getByLabel("Custom key store name"), "ExampleKeyStore");
  assert.match(await main.getByLabel("CloudHSM cluster").inputValue(), /^cluster-/, "the only cluster is chosen");
  await anchor();
  await write(main.getByLabel("kmsuser password"), KMSUSER);
  const unmet = main.getByRole("listitem").filter({ hasText: /^(✕)?Not met/ });
  assert.equal(await unmet.count(), 0, (await unmet.allTextContents()).join());
  await press(button("Create"));
  await heading("ExampleKeyStore");

  await press(button("Connect"));
  await skip();
  await state("CONNECTED");

  await press(link("Create a key and use it"));
  await heading("Create key");
  assert.match(await main.getByLabel("Custom key store").inputValue(), /^cks-/, "the only key store is chosen");
  await press(button("Create key"));
  await heading(/^[0-9a-f-]{36}$/);
  await write(main.getByLabel("Plaintext"), "a secret of mine");
  await press(button("Encrypt"));
  await page.waitForFunction(() => document.querySelector("#field-ciphertext").value.length > 100);
  await press(button("Decrypt"));
  await main.getByRole("status").getByText("a secret of mine").waitFor();
  await go("Overview");
  await main.getByText("You have a KMS key whose key material is in your own HSMs").waitFor();
}

browserTest("the road with the mouse and the real openssl", { timeout: 180_000 }, async ({ page, site }) => {
  const folder = await mkdtemp(join(tmpdir(), "keystore-playground-ca-"));
  try {
    await road(page, site, pointer(page), withOpenssl(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

browserTest("the road with the keyboard alone", { timeout: 180_000 }, async ({ page, site }) => {
  await road(page, site, keyboard(page), signedHere);
});

browserTest(
  "the road with a finger on a small screen",
  { timeout: 180_000, launch: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  async ({ page, site }) => {
    await road(page, site, pointer(page, (place) => place.tap()), signedHere);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `the page is ${wide} px wide`);
  },
);
