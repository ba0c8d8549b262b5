// Measures the budgets, prints each with its limit, and fails when one is missed. Arguments name the measurements to
// make; none means all. Built by .ci/bench. A time is never compared with a time of another run: a limit is a ratio
// within one run, or so wide that only a change of kind crosses it.
import { host } from "./host.mjs";
import { pages } from "./large-pages.mjs";
import { large, operations, replay } from "./operations.mjs";
import { size } from "./size.mjs";
import { start } from "./start.mjs";

const MEASUREMENTS = { size, start, operations, replay, large, pages, host };

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(MEASUREMENTS);
let missed = 0;
for (const name of wanted) {
  if (!MEASUREMENTS[name]) throw new Error(`no measurement ${name}; there are ${Object.keys(MEASUREMENTS).join(", ")}`);
  for (const { what, found, limit, kept } of await MEASUREMENTS[name]()) {
    if (!kept) missed++;
    console.log(`${kept ? "kept  " : "MISSED"}  ${what.padEnd(46)} ${found.padStart(28)}   limit ${limit}`);
  }
}
console.log(missed ? `${missed} missed` : "all kept");
process.exitCode = missed ? 1 : 0;
