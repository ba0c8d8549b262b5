// How long the tests of the core take on the host, once they are built.
import { execFileSync } from "node:child_process";

const LIMIT_SECONDS = 60;

export function host() {
  const cargo = (...words) => execFileSync("cargo", ["test", "--locked", "--quiet", ...words], { stdio: ["ignore", "pipe", "inherit"] });
  cargo("--no-run");
  const start = performance.now();
  cargo();
  const seconds = (performance.now() - start) / 1000;
  return [
    {
      what: "host test suite, built before",
      found: `${seconds.toFixed(1)} s`,
      limit: `${LIMIT_SECONDS} s`,
      kept: seconds <= LIMIT_SECONDS,
    },
  ];
}
