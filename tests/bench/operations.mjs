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

/** An account as large as a reader's may become: 100 key stores in four Regions, 10,000 keys in them, more than 10,000 events. */
const STORES_IN_A_REGION = 25;
const KEYS_IN_A_STORE = 100;
/** What answers the same in every account. Beside a small one: a list that shows more items takes longer. */
const IN_A_LARGE_ACCOUNT = ["DescribeKey", "ListKeys, 10 of them", "Encrypt", "CreateKey", "CreateKey in a store"];
const KEPT = 100;
const UNDONE = 200;
const LIMITS = { write: 4_000, commit: 10, start: 3_000, undo: 50 };

/** The program's exports, in its page. */
async function exported(page) {
  await page.locator("#app .boot").waitFor({ state: "detached" });
  return page.evaluateHandle(() => {
    const { js } = document.querySelector('meta[name="app-files"]').dataset;
    return import(new URL(js, document.baseURI));
  });
}

/** The large account as an export, for the page to import. */
export function largeSave() {
  return inPage(built("operations"), async (page) => {
    const program = await exported(page);
    return program.evaluate((program, [stores, keys]) => program.Busy.large(stores, keys).export(), [STORES_IN_A_REGION, KEYS_IN_A_STORE]);
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

export function large() {
  return inPage(built("operations"), async (page) => {
    page.setDefaultTimeout(600_000);
    const program = await exported(page);
    const found = await program.evaluate(
      async (program, { STORES_IN_A_REGION, KEYS_IN_A_STORE, IN_A_LARGE_ACCOUNT, KEPT, UNDONE, ROUNDS, SMALL, CALLS }) => {
        const timed = (work) => {
          const start = performance.now();
          work();
          return performance.now() - start;
        };
        let small = new program.Busy(SMALL);
        const little = await small.keep(KEPT);
        small = little.account();
        let large = program.Busy.large(STORES_IN_A_REGION, KEYS_IN_A_STORE);
        const commands = large.commands();
        const save = large.export();
        const replayed = timed(() => program.replay(save));
        const kept = await large.keep(KEPT);
        large = kept.account();
        const operations = IN_A_LARGE_ACCOUNT.map((operation) => {
          const times = { small: [], large: [] };
          for (let round = 0; round < ROUNDS; round++) {
            small = new program.Busy(SMALL, small);
            times.small.push(timed(() => small.run(operation, CALLS)) / CALLS);
            times.large.push(timed(() => large.run(operation, CALLS)) / CALLS);
          }
          return times;
        });
        const undo = timed(() => large.undo(UNDONE)) / UNDONE;
        return {
          commands, replayed, operations, undo, little: little.bytes, bytes: kept.bytes,
          commit: { small: little.millis, large: kept.millis }, start: kept.start,
        };
      },
      { STORES_IN_A_REGION, KEYS_IN_A_STORE, IN_A_LARGE_ACCOUNT, KEPT, UNDONE, ROUNDS, SMALL, CALLS },
    );
    const row = (what, value, unit, limit) => ({
      what,
      found: `${value.toFixed(unit === "ms" ? 1 : 0)} ${unit}`,
      limit: `${limit.toLocaleString("en")} ${unit}`,
      kept: value <= limit,
    });
    const ratio = (what, large, small, unit) => ({
      what: `${what}: large account beside ${SMALL} keys`,
      found: `${(large / small).toFixed(2)} × (${large.toFixed(unit === "µs" ? 0 : 1)} / ${small.toFixed(unit === "µs" ? 0 : 1)} ${unit})`,
      limit: `${LIMIT} ×`,
      kept: large <= small * LIMIT,
    });
    return [
      ...found.operations.map(({ small, large }, i) => ratio(IN_A_LARGE_ACCOUNT[i], median(large) * 1000, median(small) * 1000, "µs")),
      row("bytes written for a command, small account", found.little, "bytes", LIMITS.write),
      row("bytes written for a command, large account", found.bytes, "bytes", LIMITS.write),
      row("keeping a command, small account", found.commit.small, "ms", LIMITS.commit),
      row("keeping a command, large account", found.commit.large, "ms", LIMITS.commit),
      row(`start from a snapshot, ${found.commands.toLocaleString("en")} commands`, found.start, "ms", LIMITS.start),
      row("replay of it, for 1,000 commands", (found.replayed / found.commands) * 1000, "ms", REPLAY_MILLIS),
      row(`undoing one of ${UNDONE} commands in it`, found.undo, "ms", LIMITS.undo),
    ];
  });
}
