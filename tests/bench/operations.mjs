// How long an operation takes in a small and in a large account, and how long a log takes to replay: in the browser,
// through the door that all doors use, without what a door adds (parsing a line, drawing the page).
import { built, inPage, median } from "./pages.mjs";

const SMALL = 10;
const LARGE = 10_000;
const ROUNDS = 15;
/** Calls in one measurement: the browser's clock is coarse. */
const CALLS = 50;
const LIMIT = 2;

const COMMANDS = 1000;
const REPLAY_MILLIS = 1000;

/** An account as large as a reader's may become: 100 key stores in four Regions, 10,000 keys in them, more than 10,000 events. */
const STORES_IN_A_REGION = 25;
const KEYS_IN_A_STORE = 100;
const KEPT = 100;
const UNDONE = 200;
const LIMITS = { write: 4_000, commit: 10, start: 3_000, undo: 50, snapshot: 4_000_000 };

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

/** For the page: microseconds of each operation in a large account and in a small one, round by round. */
async function race({ program, large }, { SMALL, ROUNDS, CALLS }) {
  const time = (busy, operation) => {
    const start = performance.now();
    busy.run(operation, CALLS);
    return ((performance.now() - start) / CALLS) * 1000;
  };
  let small;
  return program.operations().map((operation) => {
    const found = { operation, small: [], large: [] };
    for (let round = 0; round < ROUNDS; round++) {
      // Some operations make an account larger: each round starts with one of the right size.
      small = new program.Busy(SMALL, small);
      found.small.push(time(small, operation));
      found.large.push(time(large, operation));
    }
    return found;
  });
}

/** A row for each operation of a race. */
const raced = (times, what) =>
  times.map(({ operation, small, large }) => {
    const ratio = median(large) / median(small);
    return {
      what: `${operation}: ${what} beside ${SMALL} keys`,
      found: `${ratio.toFixed(2)} × (${median(large).toFixed(0)} / ${median(small).toFixed(0)} µs)`,
      limit: `${LIMIT} ×`,
      kept: ratio <= LIMIT,
    };
  });

export function operations() {
  return inPage(built("operations"), async (page) => {
    const program = await exported(page);
    const accounts = await program.evaluateHandle((program, LARGE) => ({ program, large: new program.Busy(LARGE) }), LARGE);
    const times = await accounts.evaluate(race, { SMALL, ROUNDS, CALLS });
    return raced(times, `${LARGE.toLocaleString("en")} keys`);
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
    const kept = await program.evaluateHandle(
      async (program, { STORES_IN_A_REGION, KEYS_IN_A_STORE, KEPT, SMALL }) => {
        const little = await new program.Busy(SMALL).keep(KEPT);
        const large = program.Busy.large(STORES_IN_A_REGION, KEYS_IN_A_STORE);
        const commands = large.commands();
        const save = large.export();
        const start = performance.now();
        program.replay(save);
        const replayed = performance.now() - start;
        const kept = await large.keep(KEPT);
        return { program, little, kept, commands, replayed, large: kept.account() };
      },
      { STORES_IN_A_REGION, KEYS_IN_A_STORE, KEPT, SMALL },
    );
    const times = await kept.evaluate(race, { SMALL, ROUNDS, CALLS });
    const found = await kept.evaluate(({ little, kept, commands, replayed, large }, UNDONE) => {
      const start = performance.now();
      large.undo(UNDONE);
      const undo = (performance.now() - start) / UNDONE;
      return {
        commands, replayed, undo, little: little.bytes, bytes: kept.bytes, start: kept.start, snapshot: kept.snapshot,
        commit: { small: little.millis, large: kept.millis },
      };
    }, UNDONE);
    const row = (what, value, unit, limit) => ({
      what,
      found: `${value.toLocaleString("en", { maximumFractionDigits: unit === "ms" ? 1 : 0 })} ${unit}`,
      limit: `${limit.toLocaleString("en")} ${unit}`,
      kept: value <= limit,
    });
    return [
      ...raced(times, `${STORES_IN_A_REGION} of 100 key stores`),
      row("bytes written for a command, small account", found.little, "bytes", LIMITS.write),
      row("bytes written for a command, large account", found.bytes, "bytes", LIMITS.write),
      row("keeping a command, small account", found.commit.small, "ms", LIMITS.commit),
      row("keeping a command, large account", found.commit.large, "ms", LIMITS.commit),
      row("a snapshot of the large account", found.snapshot, "bytes", LIMITS.snapshot),
      row(`start from a snapshot, ${found.commands.toLocaleString("en")} commands`, found.start, "ms", LIMITS.start),
      row("replay of it, for 1,000 commands", (found.replayed / found.commands) * 1000, "ms", REPLAY_MILLIS),
      row(`undoing one of ${UNDONE} commands in it`, found.undo, "ms", LIMITS.undo),
    ];
  });
}
