// How long a first visit waits for content, beside a bare Yew page.
//
// "Content" is what the program shows: the frame in which it takes the place of the loading shell. The browser's own
// "first contentful paint" is the shell's, which both pages have in common and no program can slow down. Both pages have
// the same shell, start script and style sheet; so the ratio is about the program alone. Each visit has a fresh profile,
// as compiled code is kept between visits, and the server is on this machine: over a network the size decides.
import { DIST } from "../e2e/server.mjs";
import { built, inPage, median } from "./pages.mjs";

const ROUNDS = 9;
const LIMIT = 1.5;

/** Milliseconds from the start of the navigation to the first frame with the program's content. */
function visit(root) {
  const measure = async (page) => {
    await page.waitForFunction(() => globalThis.contentShown !== undefined);
    return page.evaluate(() => globalThis.contentShown);
  };
  return inPage(root, measure, () => {
    let shell = false;
    const observer = new MutationObserver(() => {
      const there = document.querySelector("#app .boot") !== null;
      if (shell && !there && document.querySelector("#app > *")) {
        observer.disconnect();
        // A task that a frame's callback makes comes after the frame.
        requestAnimationFrame(() => setTimeout(() => (globalThis.contentShown = performance.now())));
      }
      shell ||= there;
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

export async function start() {
  const ours = [];
  const bare = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await visit(built("bare")));
    ours.push(await visit(DIST));
  }
  const ratio = median(ours) / median(bare);
  return [
    {
      what: `first content, ${ROUNDS} first visits each`,
      found: `${ratio.toFixed(2)} × bare (${median(ours).toFixed(0)} / ${median(bare).toFixed(0)} ms)`,
      limit: `${LIMIT} ×`,
      kept: ratio <= LIMIT,
    },
  ];
}
