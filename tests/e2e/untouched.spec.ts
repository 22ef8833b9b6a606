import { footprint } from "../harness/footprint.ts";
import { withPlanted } from "../harness/planted.ts";
import { expect, test } from "./fixtures.ts";

/** The cost to a page until someone hovers a mention: counted, not timed (design, section 6). */

test("an untouched page is as the server sent it: no change, no observer, no request, no layout shift", async ({
  extension,
  sandbox,
}) => {
  expect(await footprint(extension, sandbox.url)).toEqual([]);
  expect(await sandbox.log()).toEqual([]);
});

/** What must be noticed if it ever gets into the content script. */
const PLANTED: Record<string, [code: string, said: RegExp]> = {
  "an observer": [
    "globalThis.kept = new MutationObserver(() => {}); kept.observe(document, { childList: true });",
    /\d MutationObserver/,
  ],
  "a resize observer": [
    "globalThis.keptToo = new IntersectionObserver(() => {}); keptToo.observe(document.body);",
    /\d IntersectionObserver/,
  ],
  "an attribute": ["document.documentElement.dataset.here = '1';", /attributes data-here/],
  "an element that is removed again": [
    "{ const element = document.createElement('i'); document.body.append(element); element.remove(); }",
    /nodes removed/,
  ],
  "a style sheet": ["document.adoptedStyleSheets.push(new CSSStyleSheet());", /a style sheet/],
  "a request": ["new Image().src = location.origin + '/seen.png';", /request .*seen\.png/],
};

test("the probe notices each of these in the content script", async ({ station, sandbox }) => {
  const planted = Object.values(PLANTED).map(([code]) => code);
  await withPlanted(
    station.extension,
    { "content-scripts/page.js": planted.join("\n") },
    async (browser) => {
      const seen = (await footprint(browser, sandbox.url)).join("\n");
      for (const [what, [, said]] of Object.entries(PLANTED)) expect.soft(seen, what).toMatch(said);
    },
  );
});
