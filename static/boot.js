// Starts the app, and says in plain words why when it cannot. The only script of the page that is not compiled from
// Rust, because it has to run where that cannot. An external file, because the page's policy forbids inline scripts.

const BROWSERS = "Chrome or Edge 97, Firefox 102, Safari 16, or anything newer";

/**
 * A module of no use that has one of each WebAssembly feature the compiler takes for granted: reference types with
 * table.fill, memory.fill, multiple results, sign extension, saturating conversion. Made by wasm-as from
 * (module (memory 1) (table 1 externref)
 *   (func (param externref) (param f64) (result i32 i64)
 *     (table.fill 0 (i32.const 0) (local.get 0) (i32.const 1))
 *     (memory.fill (i32.const 0) (i32.const 0) (i32.const 1))
 *     (i32.extend8_s (i32.trunc_sat_f64_s (local.get 1))) (i64.const 0)))
 */
const FEATURES = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 13, 2, 96, 2, 111, 124, 2, 127, 126, 96, 0, 2, 127, 126, 3, 2, 1, 0, 4, 4, 1, 111, 0,
  1, 5, 3, 1, 0, 1, 10, 29, 1, 27, 0, 65, 0, 32, 0, 65, 1, 252, 17, 0, 65, 0, 65, 0, 65, 1, 252, 11, 0, 32, 1, 252, 2,
  192, 66, 0, 11,
]);

/** A failure that has words for the reader; anything else that is thrown is a bug of ours. */
class Failure extends Error {
  constructor(title, advice, cause) {
    super(title);
    this.advice = advice;
    this.cause = cause;
  }
}

function checkBrowser() {
  if (typeof WebAssembly !== "object") {
    throw new Failure("This browser has no WebAssembly", [
      "Keystore Playground runs in your browser as WebAssembly. WebAssembly is missing or turned off here.",
      "If you use a lockdown or enhanced security mode, allow this site in its settings. Otherwise, open the page in " + BROWSERS + ".",
    ]);
  }
  if (!WebAssembly.validate(FEATURES)) {
    throw new Failure("This browser is too old", [
      "Keystore Playground needs WebAssembly features that this browser does not have.",
      "Please open the page in " + BROWSERS + ".",
    ]);
  }
}

function state(text) {
  const line = document.getElementById("boot-state");
  if (line) line.textContent = text;
}

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function showFailure(error) {
  const failure = error instanceof Failure ? error : new Failure("The playground could not start", [
    "This is a bug of the page. Reload the page. If that does not help, please report it with the details below.",
  ], error);

  const page = element("main", "", "boot boot-failed");
  page.setAttribute("role", "alert");
  page.append(element("h1", failure.message), ...failure.advice.map((text) => element("p", text)));
  const again = element("button", "Reload the page");
  again.type = "button";
  again.addEventListener("click", () => location.reload());
  page.append(again);
  if (failure.cause) {
    const details = element("details");
    details.append(element("summary", "Details"), element("pre", String(failure.cause) + "\n" + navigator.userAgent));
    page.append(details);
  }
  document.getElementById("app").replaceChildren(page);
  document.title = failure.message + " – Keystore Playground";
}

async function start() {
  checkBrowser();

  // Trunk wrote the names of the two files here; they carry hashes of their content. Against the page's address, as
  // this script might be served from elsewhere.
  const files = document.querySelector('meta[name="app-files"]').dataset;
  const js = new URL(files.js, document.baseURI);
  const wasm = new URL(files.wasm, document.baseURI);

  state("Loading…");
  const [glue, module] = await Promise.all([import(js), load(wasm)]).catch((error) => {
    if (error instanceof WebAssembly.CompileError) {
      throw new Failure("The browser refused the playground", [
        "The program was damaged on the way, or a security policy (of the site, a company or an extension) does not allow WebAssembly.",
        "Reload the page. If that does not help, try another browser or network.",
      ], error);
    }
    throw new Failure("The playground could not be loaded", [
      "Part of the page did not load. Check your connection, and that no extension, proxy or firewall blocks files of this site.",
      "If the site was updated, reload the page.",
    ], error);
  });

  state("Starting…");
  await glue.default({ module_or_path: module });
}

/** Everything that is kept in this browser, as one text, for a report or to be rescued. Read without the program. */
function keptText() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("keystore-playground");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const rows = {};
      const cursor = database.transaction("rows").objectStore("rows").openCursor();
      cursor.onerror = () => reject(cursor.error);
      cursor.onsuccess = () => {
        const row = cursor.result;
        if (!row) {
          database.close();
          resolve(JSON.stringify(rows, null, 1));
          return;
        }
        rows[row.key] = row.value;
        row.continue();
      };
    };
  });
}

/** The program is dead: only this script can still speak. What was acknowledged is kept, so loading again goes on from there. */
function showCrash(error) {
  if (document.querySelector(".crashed")) return;
  const page = element("main", "", "boot crashed");
  page.setAttribute("role", "alert");
  page.append(
    element("h1", "The playground crashed"),
    element("p", "This is a bug of the page. Your work up to the last confirmed command is saved in this browser. Reload the page to continue."),
    element("p", "Please report it with the details below and the log. The log contains your commands, but no passwords in clear text."),
  );
  const again = element("button", "Reload the page");
  again.type = "button";
  again.addEventListener("click", () => location.reload());
  const save = element("button", "Download the log");
  save.type = "button";
  const said = element("p");
  said.setAttribute("role", "status");
  save.addEventListener("click", async () => {
    try {
      const link = element("a");
      link.href = URL.createObjectURL(new Blob([await keptText()], { type: "application/json" }));
      link.download = "keystore-playground-log.json";
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (problem) {
      said.textContent = "The browser does not allow the download: " + problem;
    }
  });
  const buttons = element("div", "", "buttons");
  buttons.append(again, save);
  const details = element("details");
  details.append(element("summary", "Details"), element("pre", crash + "\n" + String(error?.stack ?? error) + "\n" + navigator.userAgent));
  page.append(buttons, said, details);
  document.getElementById("app").replaceChildren(page);
  document.title = "The playground crashed – Keystore Playground";
}

/** What the program said of its end. */
let crash = "";
addEventListener("keystore-playground-crash", (event) => (crash = event.detail));
addEventListener("error", (event) => judge(event.error));
addEventListener("unhandledrejection", (event) => judge(event.reason));

/**
 * Shows the crash page for whatever came out of the program, whichever kind of error it is: a trap, an exhausted stack or memory. What
 * it was doing is half done, so it cannot go on. Errors of others, such as an extension's, are none of its business; a stack that was
 * exhausted deep inside the program may be cut off before its name.
 */
function judge(error) {
  if (!(error instanceof Error)) return;
  const ours = /wasm/i.test(error.stack ?? "") || error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  if (ours) showCrash(error);
}

/** Fetches and compiles the program. What goes wrong from here on is the network's or the browser's doing, not ours. */
async function load(wasm) {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm.pathname}: HTTP status ${response.status}`);
  // As it comes from the network: only so can the browser compile while it loads, and keep the compiled code for the
  // next visit. It insists on the right content type, which not every static host sends.
  return response.headers.get("Content-Type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

start().catch((error) => {
  // For the developer tools; the reader gets the page.
  console.error(error.cause ?? error);
  showFailure(error);
});
