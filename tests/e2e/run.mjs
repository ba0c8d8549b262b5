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
for (const file of files) {
  let ran = 0;
  // One file at a time: an event names the file in which the test function stands, which may be a shared one.
  const stream = run({ files: [file], concurrency: 1 });
  const counts = (event) => {
    // Node reports a suite, and a file without tests, as if it were a test.
    const real = event.details?.type !== "suite" && resolve(event.name) !== file;
    return real && event.skip === undefined && event.todo === undefined;
  };
  stream.on("test:pass", (event) => {
    if (counts(event)) {
      ran++;
      passed++;
    }
  });
  stream.on("test:fail", (event) => {
    // A file that could not even be loaded fails under its own name.
    ran++;
    if (event.details?.type !== "suite") failed++;
  });
  const shown = stream.compose(spec);
  shown.pipe(process.stdout, { end: false });
  await new Promise((done) => shown.on("end", done));
  if (!ran) {
    console.error(`${basename(file)} ran no test`);
    failed++;
  }
}
process.exitCode = failed ? 1 : 0;
console.log(`test result: ${failed ? "FAILED" : "ok"}. ${passed} passed; ${failed} failed`);
