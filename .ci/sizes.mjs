// sizes.mjs <folder>: the size of every file as it is, gzipped and brotlied, as hosts would send it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A file's size as the best hosts would send it. */
export function brotli(path) {
  const bytes = readFileSync(path);
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
}

/** The files below a folder. */
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = files(process.argv[2])
    .map((path) => {
      const bytes = readFileSync(path);
      return [path, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(path)];
    })
    .sort((a, b) => b[1] - a[1]);
  rows.push(["all", ...[1, 2, 3].map((column) => rows.reduce((sum, row) => sum + row[column], 0))]);

  const width = Math.max(...rows.map(([name]) => name.length));
  const line = (cells) => cells.map((cell, i) => (i ? cell.toLocaleString("en").padStart(12) : cell.padEnd(width))).join("");
  console.log(line(["", "bytes", "gzip -9", "brotli 11"]));
  for (const row of rows) console.log(line(row));
}
