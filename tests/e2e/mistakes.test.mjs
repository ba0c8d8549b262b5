// Mistakes of the road, made in the page and cured by what the page offers: the real error, what it means, a link to the guide, and a
// fix. Those of the network are in vpc.test.mjs, and one with a wrong password in users.test.mjs.
import assert from "node:assert/strict";
import { browserTest, terminalOf } from "./lib.mjs";
import { prepare } from "./views.mjs";

const PASSWORDS = { "New password for admin": "adminPswd", "Password of the crypto officer (CO) admin": "adminPswd", "Password of kmsuser": "kmsPswd" };

/** A reader in the account of a scenario, after some lines typed in the terminal; `ids` are those of the routes. */
async function reader(page, site, scenario, routes, lines = []) {
  // Who makes mistakes leaves forms half filled in, and says so.
  const leaving = page.getByRole("dialog", { name: "Leave the form?" });
  await page.addLocatorHandler(leaving, (question) => question.getByRole("button", { name: "Leave" }).click());
  const filled = await prepare(page, site, scenario, ["#/terminal", ...routes]);
  const { run } = terminalOf(page);
  for (const line of lines) await run(line);
  const main = page.getByRole("main");
  const state = (word) => main.locator(".status").filter({ hasText: new RegExp(`^.?${word}$`) }).first().waitFor();
  const dismiss = async () => {
    const close = page.getByRole("button", { name: /^Dismiss: / });
    while (await close.count()) await close.first().click();
  };
  return {
    main,
    routes: filled.slice(1),
    run,
    state,
    go: async (route) => {
      await dismiss();
      await page.goto(site.url + route);
      await main.locator("h1").waitFor();
    },
    button: (name) => main.getByRole("button", { name, exact: true }),
    /** The explanation of what was just refused: it names the rule and links to the guide. */
    refused: async (rule) => {
      const card = page.getByRole("complementary", { name: "Explanation" }).filter({ hasText: `Rule ${rule}` }).first();
      await card.waitFor();
      assert.ok(await card.getByRole("link").count(), "a link to the guide");
      return card;
    },
    /** Has the page cure what was refused. */
    fix: async (card) => {
      for (const [label, password] of Object.entries(PASSWORDS)) {
        const field = card.getByLabel(label);
        if (await field.count()) await field.fill(password);
      }
      await card.getByRole("button", { name: "Fix it" }).click();
      // What was refused has been done when its explanation goes.
      await card.waitFor({ state: "detached" });
      await dismiss();
    },
    skip: () => page.getByRole("button", { name: "Wait for all" }).click(),
    confirm: async (word) => {
      const dialog = page.getByRole("dialog");
      const field = dialog.getByRole("textbox");
      if (await field.count()) await field.fill(word);
      await dialog.locator("button[type=submit]").click();
    },
  };
}

async function fillStore({ main }, { name = "ExampleKeyStore", anchor, password = "kmsPswd" } = {}) {
  await main.getByLabel("Custom key store name").fill(name);
  await main.getByLabel("CloudHSM cluster").selectOption({ index: 1 });
  if (anchor === undefined) await main.getByRole("button", { name: "Use customerCA.crt from the client host" }).click();
  else await main.getByRole("textbox", { name: "Trust anchor certificate" }).fill(anchor);
  await main.getByLabel("kmsuser password").fill(password);
}

browserTest("creating a key store: nothing filled in, wrong certificates, wrong passwords", { timeout: 90_000 }, async ({ page, site }) => {
  const at = await reader(page, site, "ready-cluster", []);
  const signed = await at.run("aws cloudhsmv2 describe-clusters --output text --query 'Clusters[0].Certificates.ClusterCertificate'");
  await at.go("#/kms/stores/create");
  // 1: nothing is filled in. The page says so without asking the service.
  await at.button("Create").click();
  await at.main.getByText("Custom key store name is empty. Enter a value.").waitFor();
  // 2: the name of the file in place of the file.
  await fillStore(at, { anchor: "customerCA.crt" });
  await at.main.getByText("The certificate (customerCA.crt) is the trust anchor of this cluster").locator("xpath=ancestor::li").getByText("a file name").waitFor();
  await at.button("Create").click();
  await at.main.getByText("IncorrectTrustAnchorException").waitFor();
  await at.refused("kms.trust-anchor");
  // 3: the signed certificate in place of its authority's.
  await fillStore(at, { anchor: signed });
  await at.button("Create").click();
  await at.main.getByText("the signed cluster certificate").first().waitFor();
  // 4: a password that is too short; the form keeps everything else.
  await fillStore(at, { password: "short1" });
  await at.button("Create").click();
  await at.refused("request.constraints");
  // 5: not the password that kmsuser has. The list beside the form knows; AWS does not, until it connects.
  await fillStore(at, { password: "anotherPswd" });
  await at.main.getByText("The password is the current password of kmsuser").locator("xpath=ancestor::li").getByText("another password").waitFor();
  await at.button("Create").click();
  await page.getByRole("heading", { level: 1, name: "ExampleKeyStore" }).waitFor();
  await at.button("Connect").click();
  await at.skip();
  await at.main.getByText("INVALID_CREDENTIALS").waitFor();
  await at.fix(await at.refused("kms.kmsuser-password"));
  await at.state("CONNECTED");
});

browserTest("clusters that are not ready for a key store", { timeout: 120_000 }, async ({ page, site }) => {
  // 6: only one HSM.
  let at = await reader(page, site, "active", [], []);
  await at.go("#/kms/stores/create");
  await fillStore(at);
  await at.button("Create").click();
  await at.main.getByText("CloudHsmClusterInvalidConfigurationException").waitFor();
  await at.fix(await at.refused("kms.two-active-hsms"));
  await page.getByRole("heading", { level: 1, name: "ExampleKeyStore" }).waitFor();
  // 7: no kmsuser, as the list on the page of the store says before connecting is tried.
  await at.main.getByText("The crypto user (CU) kmsuser exists on every active HSM").locator("xpath=ancestor::li").getByText("missing").waitFor();
  await at.button("Connect").click();
  await at.skip();
  await at.main.getByText("USER_NOT_FOUND").waitFor();
  await at.fix(await at.refused("kms.kmsuser-missing"));
  await at.state("CONNECTED");

  // 8: not activated.
  at = await reader(page, site, "initialized", []);
  await at.go("#/kms/stores/create");
  await fillStore(at);
  await at.button("Create").click();
  await at.main.getByText("CloudHsmClusterNotActiveException").waitFor();
  await at.fix(await at.refused("kms.cluster-active"));
  await page.getByRole("heading", { level: 1, name: "ExampleKeyStore" }).waitFor();

  // 9: the rule that lets the HSMs talk is gone.
  const groups = await reader(page, site, "ready-cluster", ["#/vpc/security-groups/:group"]);
  await groups.go(groups.routes[0]);
  const rule = groups.main.getByRole("row").filter({ hasText: "2223" }).first();
  const id = (await rule.textContent()).match(/sgr-[0-9a-f]+/)[0];
  await rule.getByRole("button", { name: "Delete rule" }).click();
  await groups.confirm(id);
  await groups.main.getByText("Restore the documented rules").waitFor();
  await groups.go("#/kms/stores/create");
  await fillStore(groups);
  await groups.button("Create").click();
  await groups.fix(await groups.refused("kms.security-group-in"));
  await page.getByRole("heading", { level: 1, name: "ExampleKeyStore" }).waitFor();
  // 10: somebody is logged in as kmsuser while KMS connects.
  await groups.main.getByText("Nobody is logged in as kmsuser").waitFor();
  await page.getByRole("button", { name: "Terminal", exact: true }).click();
  for (const line of ["/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg", "loginHSM CU kmsuser kmsPswd"]) await groups.run(line);
  await groups.button("Connect").click();
  await groups.skip();
  await groups.main.getByText("USER_LOGGED_IN").first().waitFor();
});

browserTest("a key store that is in use", { timeout: 120_000 }, async ({ page, site }) => {
  const at = await reader(page, site, "store-with-key", ["#/kms/stores/:store", "#/kms/keys/:key", "#/cloudhsm/clusters/:cluster"]);
  const [store, key, cluster] = at.routes;
  // 11: connecting what is connected: the button says why not.
  await at.go(store);
  const connect = at.button("Connect");
  assert.equal(await connect.getAttribute("aria-disabled"), "true");
  assert.match(await connect.getAttribute("aria-description"), /already connected/);
  // 12: deleting it while it is connected.
  await at.button("Delete").click();
  await at.confirm("ExampleKeyStore");
  await page.getByText("CustomKeyStoreInvalidStateException").first().waitFor();
  await at.refused("kms.deletable-state");
  // 13: another password while it is connected.
  await at.go(`${store}/edit`);
  await at.main.getByLabel("kmsuser password").fill("kmsPswd2");
  await at.button("Save changes").click();
  await at.fix(await at.refused("kms.update-state"));
  await page.getByRole("heading", { level: 1, name: "ExampleKeyStore" }).waitFor();
  await at.state("DISCONNECTED");
  // 14: a key in a store that is not connected.
  await at.go("#/kms/keys/create");
  await at.button("Create key").click();
  await at.refused("kms.store-connected");
  // 15: using a key of it.
  await at.go(key);
  await at.main.getByLabel("Plaintext").fill("hello");
  await at.button("Encrypt").click();
  await at.refused("keys.unavailable");
  // 16: deleting a cluster that has HSMs.
  await at.go(cluster);
  await at.button("Delete cluster").click();
  await at.confirm(cluster.split("/").pop());
  await at.refused("cloudhsm.cluster-empty");
});

browserTest("keys that cannot be used", { timeout: 90_000 }, async ({ page, site }) => {
  const at = await reader(page, site, "store-with-key", ["#/kms/keys/:key"]);
  await at.go(at.routes[0]);
  const encrypt = async () => {
    await at.main.getByLabel("Plaintext").fill("hello");
    await at.button("Encrypt").click();
  };
  const encrypted = () => page.waitForFunction(() => document.querySelector("#field-ciphertext").value.length > 100);
  // 17: disabled.
  await at.button("Disable").click();
  await at.state("Disabled");
  await encrypt();
  await at.fix(await at.refused("keys.disabled"));
  await encrypted();
  // 18: a ciphertext of nobody.
  await at.main.getByLabel("Ciphertext").fill("aGVsbG8=");
  await at.button("Decrypt").click();
  await at.refused("keys.ciphertext-known");
  // 19: about to be deleted.
  await at.button("Schedule key deletion").click();
  await page.getByRole("dialog").getByRole("button", { name: "Schedule key deletion" }).click();
  await at.state("PendingDeletion");
  await encrypt();
  await at.fix(await at.refused("keys.pending-deletion"));
  await encrypt();
  await encrypted();
});

browserTest("initializing with the wrong files, and HSMs too early", { timeout: 90_000 }, async ({ page, site }) => {
  let at = await reader(page, site, "uninitialized", ["#/cloudhsm/clusters/:cluster/initialize", "#/cloudhsm/clusters/:cluster"]);
  await at.go(at.routes[0]);
  await at.button("Sign it here").click();
  const field = (label) => at.main.locator(".field").filter({ has: page.getByText(label, { exact: true }) });
  const use = (label, file) => field(label).getByRole("button", { name: file }).click();
  await field("Issuing certificate").getByRole("button", { name: /Use customerCA.crt/ }).waitFor();
  // 20: the two certificates the wrong way round.
  await use("Cluster certificate", /Use customerCA.crt/);
  await use("Issuing certificate", /CustomerHsmCertificate/);
  await at.button("Upload and initialize").click();
  await at.main.getByText("CloudHsmInvalidRequestException").waitFor();
  await at.refused("cloudhsm.anchor");
  // 21: the right one, and its request in place of the certificate.
  const csr = await (async () => {
    await page.getByRole("button", { name: "Terminal", exact: true }).click();
    return at.run("aws cloudhsmv2 describe-clusters --output text --query 'Clusters[0].Certificates.ClusterCsr'");
  })();
  await field("Cluster certificate").getByRole("textbox").fill(csr);
  await use("Issuing certificate", /Use customerCA.crt/);
  await at.button("Upload and initialize").click();
  await at.refused("cloudhsm.certificate-block");
  await use("Cluster certificate", /CustomerHsmCertificate/);
  await at.button("Upload and initialize").click();
  await page.getByRole("heading", { level: 1, name: /^cluster-/ }).waitFor();
  await at.skip();
  await at.state("INITIALIZED");
  // 22: a second HSM before the cluster is activated.
  at = await reader(page, site, "initialized", ["#/cloudhsm/clusters/:cluster"]);
  await at.go(at.routes[0]);
  await at.button("Create HSM").click();
  await at.refused("cloudhsm.not-activated");
  await page.getByRole("link", { name: "HSM users" }).click();
  await at.main.getByLabel("New password for admin").fill("adminPswd");
  await at.button("Run these commands").first().click();
  await at.main.getByText("changePswd success on server 0").waitFor();
  await at.skip();
  await at.go(at.routes[0]);
  await at.button("Create HSM").click();
  await at.skip();
  await at.main.getByRole("row").filter({ hasText: "us-east-1b" }).filter({ hasText: "ACTIVE" }).first().waitFor();
});
