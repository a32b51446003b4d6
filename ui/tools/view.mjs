// Looks at a screen as the window would show it: a real build with the stand-in
// backend, served under the shipped CSP, in Debian's chromium.
//
//   node tools/view.mjs '{"name":"people"}' /tmp/people.png [--size 880x640] [--theme dark]
//        [--text 150] [--query 'empty&fail=disk_full'] [--full] [--click 'text=Check in']…
//
// Prints what axe, the console and the CSP have to say. Other scripts import
// `openWindow` and drive the page themselves.
import { createRequire } from "node:module";
import { readFile, rm, mkdtemp } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** Builds, serves and opens; `query` is what src/fake.ts understands. */
export async function openWindow() {
  const outDir = await mkdtemp(join(tmpdir(), "meantime-view-"));
  await build({ root, mode: "fake", logLevel: "error", build: { outDir, emptyOutDir: true } });
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://x").pathname);
    const file = join(outDir, path === "/" ? "index.html" : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-security-policy": CSP,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  const at = `http://127.0.0.1:${server.address().port}/`;

  /** A page on `query`, e.g. { route: '{"name":"people"}', theme: "dark" }. */
  async function open(query = {}, { width = 1200, height = 800 } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB" });
    await context.addInitScript(await readFile(require.resolve("axe-core/axe.min.js"), "utf8"));
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
    });
    page.on("pageerror", (error) => page.complaints.push(String(error)));
    await page.goto(at + "?" + new URLSearchParams(query));
    await settled(page);
    return page;
  }
  async function close() {
    await browser.close();
    server.close();
    await rm(outDir, { recursive: true, force: true });
  }
  return { open, close };
}

/** Waits for fonts and the last frame. */
export async function settled(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(250);
}

/** What axe finds, one line each. */
export async function axe(page) {
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} · ${node.target.join(" ")} · ${node.html.slice(0, 160)}`),
  );
}

async function main([route, out, ...rest]) {
  const flags = { click: [], key: [] };
  for (let i = 0; i < rest.length; i += 1) {
    const name = rest[i].replace(/^--/, "");
    if (name === "full") flags.full = true;
    else if (name === "click" || name === "key") flags[name].push(rest[++i]);
    else flags[name] = rest[++i];
  }
  const [width, height] = (flags.size ?? "1200x800").split("x").map(Number);
  const query = Object.fromEntries(new URLSearchParams(flags.query ?? ""));
  if (route && route !== "-") query.route = route;
  for (const name of ["theme", "text", "journal", "language"])
    if (flags[name]) query[name] = flags[name];
  const view = await openWindow();
  try {
    const page = await view.open(query, { width, height });
    for (const target of flags.click) await page.click(target);
    for (const key of flags.key) await page.keyboard.press(key);
    await settled(page);
    await page.screenshot({ path: out, fullPage: Boolean(flags.full) });
    for (const line of [...page.complaints.map((text) => `console: ${text}`), ...(await axe(page))])
      console.log(line);
    console.log(out);
  } finally {
    await view.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
