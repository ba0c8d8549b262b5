// A static host for tests: serves a folder under a sub path, sends the page's own Content-Security-Policy as a header,
// and nothing else. Also by hand: node server.mjs [folder] [port]
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The site as `make dist` leaves it. */
export const DIST = resolve(fileURLToPath(new URL("../../dist", import.meta.url)));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The policy is written once, in the page; hosts that can send it as a header should send the same. */
export async function policyOf(root) {
  const html = await readFile(join(root, "index.html"), "utf8");
  const found = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html);
  if (!found) throw new Error(`${root}/index.html has no Content-Security-Policy`);
  return found[1];
}

/**
 * Starts a server on a free port (or on `port`). Returns { origin, url, requests, close }; `requests` lists the paths
 * asked for; `headers` are sent with every file. The sub path is an unlikely one on purpose: a page that works there works anywhere.
 */
export async function serve({ root = DIST, base = "/some/sub path/", port = 0, headers = {} } = {}) {
  const policy = await policyOf(root);
  const requests = [];

  const server = createServer(async (request, response) => {
    const send = (status, headers, body = "") => {
      response.writeHead(status, { "X-Content-Type-Options": "nosniff", ...headers });
      response.end(body);
    };
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return send(400, {});
    }
    requests.push(path);
    if (!path.startsWith(base)) return send(404, {});
    let file = resolve(root, `.${sep}${path.slice(base.length)}`);
    if (file !== root && !file.startsWith(root + sep)) return send(404, {});
    try {
      let info = await stat(file);
      if (info.isDirectory()) info = await stat((file = join(file, "index.html")));
      const hashed = /-[0-9a-f]{16}(_bg)?\.\w+$/.test(file);
      response.writeHead(200, {
        "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
        "Content-Length": info.size,
        "Content-Security-Policy": policy,
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "X-Content-Type-Options": "nosniff",
        ...headers,
      });
      createReadStream(file).pipe(response);
    } catch {
      send(404, { "Content-Type": "text/plain" }, "not found");
    }
  });

  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + encodeURI(base),
    requests,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ root: resolve(process.argv[2] ?? DIST), port: Number(process.argv[3] ?? 0), base: "/" });
  console.log(url);
}
