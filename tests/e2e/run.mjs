// Runs the end-to-end tests (all *.test.mjs here, or the files named) one after the other, and ends with a line in the
// form of cargo's, which the stage runner counts. A file that ran no test has failed.
import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { DIST } from "./server.mjs";

if (!existsSync(join(DIST, "index.html"))) {
  console.error("dist/ is missing: make dist");
  process.exit(1);
}

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const files = process.argv.length > 2
  ? process.argv.slice(2).map((file) => resolve(file))
  : readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => join(here, name));

let passed = 0;
let failed = 0;
const idle = new Set(files);
const stream = run({ files, concurrency: 1 });
const count = (event) => {
  // Node reports a suite, and a file without tests, as if it were a test.
  if (event.details?.type === "suite" || resolve(event.name) === event.file) return false;
  if (event.skip !== undefined || event.todo !== undefined) return false;
  idle.delete(event.file);
  return true;
};
stream.on("test:pass", (event) => count(event) && passed++);
stream.on("test:fail", (event) => {
  // A file that could not even be loaded fails under its own name.
  idle.delete(event.file);
  if (event.details?.type !== "suite") failed++;
});
stream.compose(spec).pipe(process.stdout);
stream.on("end", () => {
  for (const file of idle) console.error(`${basename(file)} ran no test`);
  failed += idle.size;
  process.exitCode = failed ? 1 : 0;
  // After what the reporter still has to say.
  setImmediate(() => console.log(`test result: ${failed ? "FAILED" : "ok"}. ${passed} passed; ${failed} failed`));
});
