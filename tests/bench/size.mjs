// What the reader's browser loads before the page works, as the best hosts send it.
import { brotli, files } from "../../.ci/sizes.mjs";
import { DIST } from "../e2e/server.mjs";

const FIRST_LOAD = 450_000;
const STYLES = 15_000;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

export async function size() {
  const row = (what, paths, limit) => {
    const bytes = paths.map(brotli).reduce((sum, size) => sum + size, 0);
    return { what, found: kilobytes(bytes), limit: kilobytes(limit), kept: paths.length > 0 && bytes <= limit };
  };
  const all = files(DIST);
  return [
    // The icon is not waited for.
    row("first load, brotli 11", all.filter((path) => /\.(html|css|js|wasm)$/.test(path)), FIRST_LOAD),
    row("of it styles", all.filter((path) => path.endsWith(".css")), STYLES),
  ];
}
