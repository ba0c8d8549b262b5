// How long a visit waits for content, beside a bare Yew page.
//
// "Content" is what the program shows: on a first visit the question where to start, for a reader who comes back the frame with
// the heading of the page. How long the kept account itself takes is measured too; that has no limit in the design. The browser's own "first contentful paint" is that of the loading shell, which both pages have in
// common and no program can slow down. Both pages have the same shell, start script and style sheet; so the ratio is about the
// program alone. First visits have a fresh profile, as compiled code is kept between visits, and the server is on this machine:
// over a network the size decides.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "../e2e/server.mjs";
import { terminalOf } from "../e2e/lib.mjs";
import { built, contentShown, inPage, median, noteContent } from "./pages.mjs";

const ROUNDS = 9;
const LIMIT = 1.5;

const BARE = "#app > :not(.boot):not(noscript)";
const WELCOME = "#app .starts";
const FRAME = "#app main h1";
const OVERVIEW = "#app ol.road";

/** Milliseconds from the start of the navigation to the first frame with the program's content. */
const visit = (root, content, profile) => inPage(root, contentShown, { before: noteContent, told: content, profile });

/** A profile of a reader who comes back to the same address, after `first` was done on the first visit. */
async function reader(root, first) {
  const profile = { folder: await mkdtemp(join(tmpdir(), "keystore-playground-")), port: 0 };
  await inPage(root, async (page, site) => {
    profile.port = Number(new URL(site.url).port);
    await first(page, site);
  }, { profile });
  return profile;
}

async function makeAccount(page, site) {
  await page.goto(`${site.url}#/terminal`);
  await terminalOf(page).run("lab scenario store-with-key");
  await terminalOf(page).run("aws kms create-key");
}

const row = (what, ours, bare, limit) => {
  const ratio = median(ours) / median(bare);
  return {
    what,
    found: `${ratio.toFixed(2)} × bare (${median(ours).toFixed(0)} / ${median(bare).toFixed(0)} ms)`,
    limit: limit ? `${limit} ×` : "none",
    kept: !limit || ratio <= limit,
  };
};

export async function start() {
  const first = { ours: [], bare: [] };
  const again = { ours: [], bare: [], account: [] };
  const bareReader = await reader(built("bare"), (page) => page.getByText("Bare").waitFor());
  const ourReader = await reader(DIST, makeAccount);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      first.bare.push(await visit(built("bare"), BARE));
      first.ours.push(await visit(DIST, WELCOME));
      again.bare.push(await visit(built("bare"), BARE, bareReader));
      again.ours.push(await visit(DIST, FRAME, ourReader));
      again.account.push(await visit(DIST, OVERVIEW, ourReader));
    }
  } finally {
    for (const { folder } of [bareReader, ourReader]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return [
    row(`first content, ${ROUNDS} first visits each`, first.ours, first.bare, LIMIT),
    row(`first content, ${ROUNDS} later visits each`, again.ours, again.bare, LIMIT),
    row("the account that was kept, then", again.account, again.bare),
  ];
}
