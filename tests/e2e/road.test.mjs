// The whole road by typing, in the page as it is deployed: from an empty account to a plaintext that comes back. The certificate
// request is downloaded, signed by the real openssl under an authority made with the guide's own commands, and uploaded.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserTest, open, terminalOf } from "./lib.mjs";

browserTest("from an empty account to Decrypt by typing", { timeout: 180_000 }, async ({ page, site }) => {
  await open(page, site, "#/terminal");
  const { type, run } = terminalOf(page);
  const go = async (name) => {
    await page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  };
  const folder = await mkdtemp(join(tmpdir(), "keystore-playground-ca-"));
  const openssl = (line) => execFileSync("openssl", line.split(" "), { cwd: folder, stdio: "pipe" });
  try {
    await run("VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)");
    await run("A=$(aws ec2 create-subnet --vpc-id $VPC --availability-zone us-east-1a --cidr-block 10.0.1.0/28 --query Subnet.SubnetId --output text)");
    await run("B=$(aws ec2 create-subnet --vpc-id $VPC --availability-zone us-east-1b --cidr-block 10.0.2.0/28 --query Subnet.SubnetId --output text)");
    await run("C=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A $B --query Cluster.ClusterId --output text)");
    await page.getByRole("button", { name: "Skip to next event" }).click();
    await run("aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a");
    await page.getByRole("button", { name: "Wait for all" }).click();
    await run("aws cloudhsmv2 describe-clusters --filters clusterIds=$C --output text --query 'Clusters[].Certificates.ClusterCsr' > ClusterCsr.csr");

    const waiting = page.waitForEvent("download");
    await go("Client host");
    await page.getByRole("row").filter({ hasText: "/home/ec2-user/ClusterCsr.csr" }).getByRole("button", { name: /^Download/ }).click();
    await (await waiting).saveAs(join(folder, "ClusterCsr.csr"));
    openssl("genrsa -aes256 -passout pass:secret -out customerCA.key 2048");
    openssl("req -new -x509 -days 3652 -key customerCA.key -passin pass:secret -subj /CN=customerCA -out customerCA.crt");
    openssl("x509 -req -days 3652 -in ClusterCsr.csr -CA customerCA.crt -CAkey customerCA.key -passin pass:secret -CAcreateserial -out CustomerHsmCertificate.crt");
    await page.getByLabel("Upload files").setInputFiles([join(folder, "customerCA.crt"), join(folder, "CustomerHsmCertificate.crt")]);
    await page.getByRole("row").filter({ hasText: "/home/ec2-user/CustomerHsmCertificate.crt" }).waitFor();
    await page.getByRole("row").filter({ hasText: "/home/ec2-user/customerCA.crt" }).waitFor();
    await go("Terminal");

    const state = await run("aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://CustomerHsmCertificate.crt --trust-anchor file://customerCA.crt");
    assert.match(state, /INITIALIZE_IN_PROGRESS/);
    await run("lab settle");
    await run("lab client attach $A --security-groups $(aws cloudhsmv2 describe-clusters --output text --query 'Clusters[].SecurityGroup')");
    await run("sudo cp customerCA.crt /opt/cloudhsm/etc/customerCA.crt");
    await run("IP=$(aws cloudhsmv2 describe-clusters --output text --query 'Clusters[].Hsms[0].EniIp')");
    await run("sudo /opt/cloudhsm/bin/configure --cmu $IP");
    assert.match(await run("/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg"), /E2E enabled on server 0/);
    await run("loginHSM PRECO admin password");
    assert.match(await run("changePswd PRECO admin NewPassword"), /CAUTION/);
    assert.match(await run("y"), /changePswd success on server 0/);
    await run("quit");
    await run("lab settle");

    // One HSM is not enough: the page explains it and does what it offers.
    const refused = await type("aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt");
    assert.match(await refused.locator(".stderr").textContent(), /\(CloudHsmClusterInvalidConfigurationException\)/);
    const card = refused.getByRole("complementary", { name: "Explanation" });
    assert.ok(await card.getByRole("link", { name: "Assemble the prerequisites of a custom key store" }).isVisible());
    await card.getByRole("button", { name: "Fix it" }).click();
    // Its last line is the third of its kind.
    await page.locator(".printed .line").filter({ hasText: /\$ *lab settle/ }).nth(2).waitFor();

    await run("sudo /opt/cloudhsm/bin/configure --cmu $IP");
    await run("/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg");
    await run("loginHSM CO admin NewPassword");
    await run("createUser CU kmsuser kmsPswd");
    assert.match(await run("y"), /createUser success on server 1/);
    await run("quit");
    await run("S=$(aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt --query CustomKeyStoreId --output text)");
    await run("aws kms connect-custom-key-store --custom-key-store-id $S");
    await run("lab settle");
    assert.match(await run("aws kms describe-custom-key-stores --query 'CustomKeyStores[0].ConnectionState'"), /CONNECTED/);
    await run("K=$(aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id $S --query KeyMetadata.KeyId --output text)");
    await run("BLOB=$(aws kms encrypt --key-id $K --plaintext aGVsbG8= --query CiphertextBlob --output text)");
    assert.equal(await run("aws kms decrypt --ciphertext-blob $BLOB --query Plaintext --output text"), "aGVsbG8=\n");

    const screen = await page.locator(".log").textContent();
    for (const secret of ["kmsPswd", "NewPassword"]) assert.ok(!screen.includes(secret), `${secret} is on the screen`);

    assert.match(await readFile(join(folder, "ClusterCsr.csr"), "utf8"), /BEGIN CERTIFICATE REQUEST/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

browserTest("the account of another Region, undo, and a secret that is not shown", async ({ page, site }) => {
  await open(page, site, "#/kms/keys");
  await page.getByRole("button", { name: "Terminal", exact: true }).click();
  const { run } = terminalOf(page);
  const keys = page.getByRole("main");
  await run("aws kms create-key");
  await keys.getByText("Enabled").waitFor();
  await page.getByRole("combobox", { name: "Region" }).selectOption("eu-west-1");
  await keys.getByText("No customer managed keys in this Region.").waitFor();
  assert.match(await run("aws ec2 describe-availability-zones --query 'AvailabilityZones[0].ZoneName'"), /eu-west-1a/);
  await page.getByRole("combobox", { name: "Region" }).selectOption("us-east-1");
  await page.getByRole("button", { name: "Undo" }).click();
  await keys.getByText("No customer managed keys in this Region.").waitFor();
  await page.getByRole("button", { name: "Redo" }).click();
  await keys.getByText("Enabled").waitFor();
  await run("read -s PASSWORD");
  const input = page.getByLabel("Command line");
  assert.equal(await input.getAttribute("type"), "password");
  await input.fill("hunter2!");
  await input.press("Enter");
  await page.waitForFunction(() => document.getElementById("terminal-line").type === "text");
  assert.ok(!(await page.locator(".log").textContent()).includes("hunter2!"));
});

browserTest("the clock runs, stands and skips", async ({ page, site }) => {
  await open(page, site, "#/cloudhsm/clusters");
  await page.getByRole("button", { name: "Terminal", exact: true }).click();
  const { run } = terminalOf(page);
  const clock = page.locator(".clock time");
  const now = async () => Date.parse(await clock.getAttribute("datetime"));
  await page.getByRole("button", { name: "×60" }).click();
  const start = await now();
  await page.waitForFunction((start) => Date.parse(document.querySelector(".clock time").dateTime) - start > 60_000, start);
  await page.getByRole("button", { name: "Pause" }).click();
  const paused = await now();
  await page.waitForTimeout(1_000);
  assert.equal(await now(), paused);
  await run("N=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)");
  await run("aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $N");
  await page.getByRole("button", { name: "Skip to next event" }).click();
  await page.getByRole("main").getByText("UNINITIALIZED").first().waitFor();
  assert.ok((await now()) - paused >= 120_000);
});

browserTest("a place to start from that is chosen later begins in the present", async ({ page, site }) => {
  const later = 3_600_000;
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + (globalThis.shift ?? 0);
  });
  await open(page, site, "#/");
  const clock = page.locator(".clock time");
  const now = async () => Date.parse(await clock.getAttribute("datetime"));
  await page.getByRole("button", { name: "Skip to the overview", exact: true }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  const made = await now();
  await page.evaluate((later) => (globalThis.shift = later), later);
  await page.getByRole("button", { name: "Start from…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Empty account/ }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  // Otherwise what real openssl signs now would not be valid yet.
  await page.waitForFunction(
    ([made, later]) => Date.parse(document.querySelector(".clock time").dateTime) - made >= later,
    [made, later],
  );
});
