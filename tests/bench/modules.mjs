// Where the size of the program comes from: the bytes of the functions of each module, as the linker made them. What follows
// (wasm-opt, brotli) shrinks all of them alike, so the order stays.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PARTS = ["app.wasm", "split_later.wasm"].map((name) => fileURLToPath(new URL(`../../target/split/${name}`, import.meta.url)));
/** What only wasm-bindgen reads, and takes away. */
const DESCRIBES = /WasmDescribe|wbindgen_describe/;
/** Lines printed. */
const SHOWN = 25;

const IMPORTS = 2;
const CODE = 10;
const DATA = 11;
const CUSTOM = 0;
const FUNCTION_NAMES = 1;

/** Reads the binary format: numbers in LEB128, texts with their length before them. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  part(length = this.number()) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return this.part().toString();
  }
  limits() {
    const both = this.number() & 1;
    this.number();
    if (both) this.number();
  }
  *counted() {
    for (let left = this.number(); left > 0; left--) yield this;
  }
}

/** How many functions are imported: they come first in the numbering. */
function imported(section) {
  let functions = 0;
  for (const reader of new Reader(section).counted()) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) {
      functions++;
      reader.number();
    } else if (kind === 1) {
      reader.byte();
      reader.limits();
    } else if (kind === 2) reader.limits();
    else if (kind === 3) reader.at += 2;
    else throw new Error(`an import of kind ${kind}`);
  }
  return functions;
}

function functionNames(section) {
  const names = new Map();
  while (section.at < section.bytes.length) {
    const kind = section.byte();
    const part = new Reader(section.part());
    if (kind !== FUNCTION_NAMES) continue;
    for (const reader of part.counted()) names.set(reader.number(), reader.text());
  }
  return names;
}

/** The functions of a file with their sizes, and the bytes of its data. */
function contents(path) {
  const file = new Reader(readFileSync(path));
  file.at = 8;
  let [before, data, names] = [0, 0, new Map()];
  const sizes = [];
  while (file.at < file.bytes.length) {
    const id = file.byte();
    const section = file.part();
    if (id === IMPORTS) before = imported(section);
    else if (id === DATA) data = section.length;
    else if (id === CODE) for (const reader of new Reader(section).counted()) sizes.push(reader.part().length);
    else if (id === CUSTOM) {
      const reader = new Reader(section);
      if (reader.text() === "name") names = functionNames(reader);
    }
  }
  return { data, functions: sizes.map((bytes, index) => [names.get(before + index) ?? "", bytes]) };
}

/** The module of a function: `shell::aws` for ours, the crate for others. Generic functions count where they are defined. */
export function moduleOf(symbol) {
  // _ZN <length> <part> … E; a part may begin with the type that a trait is implemented for: _$LT$…
  const parts = [];
  for (let rest = /^_ZN(.*)E/.exec(symbol)?.[1] ?? ""; /^\d/.test(rest); ) {
    const length = Number(/^\d+/.exec(rest)[0]);
    const start = String(length).length;
    parts.push(rest.slice(start, start + length));
    rest = rest.slice(start + length);
  }
  const path = parts.join("::").replaceAll("..", "::");
  const ours = /keystore_playground::(\w+)(?:::([a-z_]\w*))?/.exec(path);
  if (ours) return ours[2] && !/^h[0-9a-f]{16}$/.test(ours[2]) ? `${ours[1]}::${ours[2]}` : ours[1];
  const found = /(?:^|\$LT\$|\$RF\$|\$)_?([a-z]\w*)::/.exec(path) ?? /^_R\w*?C\w*?_(\d+)([a-z]\w*)/.exec(symbol);
  return found ? (found[2] ? found[2].slice(0, Number(found[1])) : found[1]) : "other";
}

/** Prints the largest modules. */
export function printModules() {
  const parts = PARTS.filter((path) => existsSync(path)).map(contents);
  const modules = new Map();
  for (const [name, bytes] of parts.flatMap((part) => part.functions)) {
    if (DESCRIBES.test(name)) continue;
    const module = moduleOf(name);
    const sum = modules.get(module) ?? { bytes: 0, count: 0 };
    modules.set(module, { bytes: sum.bytes + bytes, count: sum.count + 1 });
  }
  const line = (what, bytes, count) => console.log(`        ${what.padEnd(38)} ${bytes.toLocaleString("en").padStart(10)} bytes ${String(count).padStart(6)} functions`);
  const all = [...modules.values()];
  line("the program before optimisation", all.reduce((sum, { bytes }) => sum + bytes, 0), all.reduce((sum, { count }) => sum + count, 0));
  console.log(`        ${"its data".padEnd(38)} ${parts.reduce((sum, { data }) => sum + data, 0).toLocaleString("en").padStart(10)} bytes`);
  const largest = [...modules].sort((one, other) => other[1].bytes - one[1].bytes);
  for (const [module, { bytes, count }] of largest.slice(0, SHOWN)) line(`  ${module}`, bytes, count);
}
