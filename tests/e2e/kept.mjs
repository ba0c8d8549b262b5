// What is kept and sent, past the page: its rows in the browser's storage, and logs and links made as the page makes them.
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";

/** What is kept, by key. */
export const rows = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("keystore-playground");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction("rows").objectStore("rows");
          const [keys, texts] = [store.getAllKeys(), store.getAll()];
          texts.onsuccess = () => {
            opening.result.close();
            resolve(Object.fromEntries(keys.result.map((key, index) => [key, texts.result[index]])));
          };
        };
      }),
  );

/** Writes rows past the page; one without a text is deleted. */
export const put = (page, changed) =>
  page.evaluate(
    (changed) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("keystore-playground");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("rows", "readwrite");
          const store = transaction.objectStore("rows");
          for (const [key, text] of Object.entries(changed)) {
            if (text === null) store.delete(key);
            else store.put(text, key);
          }
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    changed,
  );

/** The row whose key begins so. */
export const find = (kept, start) => Object.entries(kept).find(([key]) => key.startsWith(start));

const sha256 = (data) => createHash("sha256").update(data).digest();
const BEGIN = Date.UTC(2026, 0, 1);
const OPTIONS = { accountId: "111122223333", region: "us-east-1", seed: 7, startTime: BEGIN, pace: "running" };

/** A cheap command, of which there may be thousands. */
export const DENY = { type: "lab", command: { do: "permission", action: "kms:CreateKey", denied: true } };
/** As many commands of one kind. */
export const times = (count, command) => Array.from({ length: count }, () => command);

/** The rows of a sandbox in which commands were run. */
export function sandbox(id, name, commands, { now = BEGIN, options = {} } = {}) {
  const kept = {};
  let parent = "";
  commands.forEach((command, index) => {
    kept[`entry/${id}/${String(index).padStart(10, "0")}`] = JSON.stringify({ at: BEGIN, parent, command, outcome: {} });
    parent = sha256(JSON.stringify([BEGIN, parent, command])).toString("hex");
  });
  kept[`sandbox/${id}`] = JSON.stringify({
    format: 1, id, name, created: BEGIN, saved: Date.now() + 1_000, revision: 1,
    entries: commands.length, head: commands.length, tail: parent, now, options: { ...OPTIONS, ...options },
  });
  return kept;
}

/** A link to an account in which commands were run. */
export function link(commands, { now = BEGIN } = {}) {
  const text = JSON.stringify({ options: OPTIONS, now, log: commands.map((command) => [0, command]) });
  const packed = deflateRawSync(text, { level: 9 });
  return `#/share/${Buffer.concat([Buffer.from([1]), sha256(packed).subarray(0, 4), packed]).toString("base64url")}`;
}

/** An exported account in which commands were run. */
export function save(commands) {
  const kept = sandbox("one", "", commands);
  const log = Object.entries(kept).filter(([key]) => key.startsWith("entry/")).map(([, text]) => JSON.parse(text));
  return JSON.stringify({ kind: "keystore-playground", format: 1, options: OPTIONS, now: BEGIN, head: log.length, log, keys: {} });
}
