// How long an operation takes in a small and in a large account, and how long a log takes to replay: in the browser,
// through the door that all doors use, without what a door adds (parsing a line, drawing the page).
import { built, inPage, median } from "./pages.mjs";

const SMALL = 10;
const LARGE = 10_000;
const ROUNDS = 15;
/** Calls in one measurement: the browser's clock is coarse. */
const CALLS = 50;
const LIMIT = 2;
/** Those that leave the size of the account as it is come first. */
const OPERATIONS = [
  "DescribeKey",
  "ListKeys, 10 of them",
  "Encrypt",
  "DescribeClusters",
  "CreateCustomKeyStore, refused",
  "CreateKey",
  "CreateKey in a store",
];

const COMMANDS = 1000;
const REPLAY_MILLIS = 1000;

/** The program's exports, in its page. */
async function exported(page) {
  await page.locator("#app .boot").waitFor({ state: "detached" });
  return page.evaluateHandle(() => {
    const { js } = document.querySelector('meta[name="app-files"]').dataset;
    return import(new URL(js, document.baseURI));
  });
}

export function operations() {
  return inPage(built("operations"), async (page) => {
    const program = await exported(page);
    const times = await program.evaluate(
      (program, { SMALL, LARGE, ROUNDS, CALLS, OPERATIONS }) => {
        const large = new program.Busy(LARGE);
        let small;
        const time = (busy, operation) => {
          const start = performance.now();
          busy.run(operation, CALLS);
          return ((performance.now() - start) / CALLS) * 1000;
        };
        return OPERATIONS.map((operation) => {
          const found = { small: [], large: [] };
          for (let round = 0; round < ROUNDS; round++) {
            // Some operations make an account larger: each round starts with one of the right size.
            small = new program.Busy(SMALL, small);
            found.small.push(time(small, operation));
            found.large.push(time(large, operation));
          }
          return found;
        });
      },
      { SMALL, LARGE, ROUNDS, CALLS, OPERATIONS },
    );
    return times.map(({ small, large }, i) => {
      const ratio = median(large) / median(small);
      return {
        what: `${OPERATIONS[i]}: ${LARGE.toLocaleString("en")} keys beside ${SMALL}`,
        found: `${ratio.toFixed(2)} × (${median(large).toFixed(0)} / ${median(small).toFixed(0)} µs)`,
        limit: `${LIMIT} ×`,
        kept: ratio <= LIMIT,
      };
    });
  });
}

export function replay() {
  return inPage(built("operations"), async (page) => {
    const program = await exported(page);
    const times = await program.evaluate(
      (program, { ROUNDS, COMMANDS }) => {
        // Keys of the cluster are in the save: making them is apart.
        const save = new program.Busy(2).save_of(COMMANDS);
        return Array.from({ length: ROUNDS }, () => {
          const start = performance.now();
          const replayed = program.replay(save);
          if (replayed !== COMMANDS) throw new Error(`replayed ${replayed} commands`);
          return performance.now() - start;
        });
      },
      { ROUNDS, COMMANDS },
    );
    return [
      {
        what: `replaying ${COMMANDS.toLocaleString("en")} commands`,
        found: `${median(times).toFixed(0)} ms`,
        limit: `${REPLAY_MILLIS.toLocaleString("en")} ms`,
        kept: median(times) <= REPLAY_MILLIS,
      },
    ];
  });
}
