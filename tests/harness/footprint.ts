import type { ExtensionBrowser } from "./browser.ts";
import { contentWorld } from "./content-world.ts";

/** Everything that a content script leaves in an untouched page, each as a sentence. The goal is none. */
export async function footprint(browser: ExtensionBrowser, origin: string): Promise<string[]> {
  const page = await browser.context.newPage();
  const requests: string[] = [];
  await page.route("**/untouched", (route) =>
    route.fulfill({ contentType: "text/html", body: PAGE }),
  );
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(watchPage);
  await page.goto(`${origin}/untouched`);
  await page.waitForTimeout(1_500);
  const found = await page.evaluate(pageFootprint);
  for (const url of requests)
    if (!/untouched$|favicon\.ico$/.test(url)) found.push(`request ${url}`);
  const world = await contentWorld(browser, page);
  if (!world) throw new Error("No content script runs on the page.");
  for (const name of OBSERVERS) {
    const count = await world.count(name);
    if (count > 0) found.push(`${count} ${name}`);
  }
  await page.close();
  return found;
}

const OBSERVERS = [
  "MutationObserver",
  "IntersectionObserver",
  "ResizeObserver",
  "PerformanceObserver",
  "ReportingObserver",
];

const PAGE = `<!doctype html><html lang="en"><head><title>Untouched</title></head><body>${"<p>ask <b>ada@example.com</b> or 2bu4uw0xqz6siuq7rl295qjvdz</p>".repeat(50)}<p><input value="grace@example.com"></p></body></html>`;

interface Seen {
  added: number;
  removed: number;
  changed: string[];
  shifts: number;
}

/** Runs in the page before anything else. */
function watchPage(): void {
  const seen: Seen = { added: 0, removed: 0, changed: [], shifts: 0 };
  Object.assign(window, { seen });
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      if (type !== "childList") seen.changed.push(`${type} ${attributeName} of ${target.nodeName}`);
      // The parser reports each node separately.
      seen.added += addedNodes.length;
      seen.removed += removedNodes.length;
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    seen.shifts += list.getEntries().length;
  }).observe({ type: "layout-shift", buffered: true });
}

/** Runs in the page: how it differs from what the server sent. */
function pageFootprint(): string[] {
  const { seen } = window as unknown as { seen: Seen };
  const walker = document.createTreeWalker(document);
  let nodes = 0;
  while (walker.nextNode()) nodes++;
  const found = [...seen.changed];
  if (seen.removed > 0) found.push(`${seen.removed} nodes removed`);
  // The doctype is there before the observer.
  if (seen.added > nodes) found.push(`${seen.added} nodes added, ${nodes} in the page`);
  if (seen.shifts > 0) found.push(`${seen.shifts} layout shifts`);
  const elements = document.querySelectorAll("*").length;
  const expected = 3 + 1 + 50 * 2 + 2;
  if (elements !== expected) found.push(`${elements} elements instead of ${expected}`);
  if (document.adoptedStyleSheets.length + document.styleSheets.length > 0)
    found.push("a style sheet");
  if (CSS.highlights.size > 0) found.push("a highlight");
  if (window.length > 0) found.push("a frame");
  return found;
}
