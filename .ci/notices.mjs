// notices.mjs: writes third-party.txt into the site that Trunk is building: every crate that the program is made of, and the
// design tokens, each with its licence. Trunk runs it after each build and says where the site is.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const site = process.env.TRUNK_STAGING_DIR;
if (!site) throw new Error("TRUNK_STAGING_DIR is not set: Trunk runs this script");

// Of the site as it is published: built with `split`.
const metadata = JSON.parse(execFileSync("cargo", [
  "metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown", "--features", "split",
], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] }));

const packages = new Map(metadata.packages.map((found) => [found.id, found]));
const nodes = new Map(metadata.resolve.nodes.map((found) => [found.id, found]));

/** What is linked into the program: macros, tests and build scripts are not. */
function linked(root) {
  const found = new Set();
  const waiting = [root];
  while (waiting.length > 0) {
    const id = waiting.pop();
    // A macro runs in the compiler.
    if (found.has(id) || packages.get(id).targets.some((target) => target.kind.includes("proc-macro"))) continue;
    found.add(id);
    for (const dependency of nodes.get(id).deps) {
      if (dependency.dep_kinds.some(({ kind }) => kind === null)) waiting.push(dependency.pkg);
    }
  }
  found.delete(root);
  return [...found].map((id) => packages.get(id)).sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

/** The texts in a crate's own folder that state its licence. */
function texts(manifest) {
  const folder = dirname(manifest);
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|copyright|notice)/i.test(name))
    .sort()
    .flatMap((name) => {
      try {
        return [readFileSync(join(folder, name), "utf8").replace(/\r\n/g, "\n").trim()];
      } catch {
        return []; // a folder of licences
      }
    });
}

const own = metadata.packages.find((found) => found.name === "keystore-playground");
const parts = linked(own.id);
if (parts.length < 20) throw new Error(`only ${parts.length} crates were found`);

// Many crates share one text, however its lines are broken: it stands here once.
const shared = new Map();
for (const part of parts) {
  for (const text of texts(part.manifest_path)) {
    const key = text.replace(/\s+/g, " ");
    if (!shared.has(key)) shared.set(key, { text, names: [] });
    shared.get(key).names.push(`${part.name} ${part.version}`);
  }
}

const tokens = readFileSync("static/tokens.css", "utf8").match(/npm package (\S+) (\S+?),/);
if (!tokens) throw new Error("static/tokens.css does not say where its values come from");
const rust = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();

const line = "-".repeat(100);
const out = [
  "Keystore Playground, Apache License 2.0, contains the following works of others.",
  "",
  `${tokens[1]} ${tokens[2]} (values only): Apache-2.0, Copyright Amazon.com, Inc. or its affiliates`,
  `The standard library of ${rust}: MIT OR Apache-2.0, https://github.com/rust-lang/rust`,
  ...parts.map((part) => `${part.name} ${part.version}: ${part.license ?? "see below"}${part.repository ? `, ${part.repository}` : ""}`),
  ...[...shared.values()].flatMap(({ text, names }) => ["", line, names.join(", "), line, "", text]),
  "",
];
writeFileSync(join(site, "third-party.txt"), out.join("\n"));
