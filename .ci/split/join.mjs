// join.mjs <folder of the parts> <folder of the script> <name>: optimises the parts that are loaded later, gives them names
// that tell their content, in the folder `later` of the parts, and writes their loader into the script that wasm-bindgen made:
// so it is one file with one name, and knows where the others are whatever the address of the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [parts, out, name] = process.argv.slice(2);
const LOADER = "__wasm_split.js";

/** Replaces every occurrence. A text that is not there means that the tools have changed: better no page than one that fails later. */
function replace(text, what, by) {
  const made = text.replaceAll(what, by);
  if (made === text) throw new Error(`nothing to replace: ${what}`);
  return made;
}

let loader = readFileSync(join(parts, LOADER), "utf8");
loader = replace(loader, /^import \{ initSync \} from .*\n/gm, "");
// As boot.js does for the first part: not every static host sends the right content type.
loader = replace(loader, "WebAssembly.instantiateStreaming(", "instantiate(");
loader += `
async function instantiate(asked, imports) {
    const response = await asked;
    if (!response.ok) {
        // Read to its end: what is left lying is reported as broken off.
        await response.arrayBuffer();
        throw new Error(\`\${response.url}: HTTP status \${response.status}\`);
    }
    return response.headers.get("Content-Type")?.startsWith("application/wasm")
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
`;

const later = join(parts, "later");
mkdirSync(later);
for (const file of readdirSync(parts)) {
  if (!file.endsWith(".wasm") || file === `${name}.wasm`) continue;
  const made = join(later, file);
  execFileSync("wasm-opt", ["-Oz", "--low-memory-unused", "--reorder-functions-by-name", join(parts, file), "-o", made], { stdio: ["ignore", "inherit", "ignore"] });
  const hash = createHash("sha256").update(readFileSync(made)).digest("hex").slice(0, 16);
  const named = file.replace(/^split_/, "").replace(/\.wasm$/, `-${hash}.wasm`);
  renameSync(made, join(later, named));
  loader = replace(loader, `"./${file}"`, `"./${named}"`);
}

const exported = [...loader.matchAll(/^export const (\w+)/gm)].map((found) => found[1]);
loader = replace(loader, /^export const/gm, "const");
const script = join(out, `${name}.js`);
const joined = replace(
  readFileSync(script, "utf8"),
  new RegExp(`^import \\* as (\\w+) from "\\./${LOADER.replace(".", "\\.")}"`, "gm"),
  (_, module) => `const ${module} = (() => {\n${loader}\nreturn { ${exported.join(", ")} };\n})();`,
);
writeFileSync(script, joined);
