// sizes.mjs <folder>: the size of every file as it is, gzipped and brotlied, as hosts would send it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.argv[2];
const rows = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    return [path, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
  })
  .sort((a, b) => b[1] - a[1]);
rows.push(["all", ...[1, 2, 3].map((column) => rows.reduce((sum, row) => sum + row[column], 0))]);

const width = Math.max(...rows.map(([name]) => name.length));
const line = (cells) => cells.map((cell, i) => (i ? cell.toLocaleString("en").padStart(12) : cell.padEnd(width))).join("");
console.log(line(["", "bytes", "gzip -9", "brotli 11"]));
for (const row of rows) console.log(line(row));
