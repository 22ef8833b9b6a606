import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { bundleForPage } from "./bundle.ts";
import { VIEWPORT } from "./chromium.ts";
import { extensionWorld } from "./extension-world.ts";
import type * as inPage from "./in-page/hover.ts";
import type { Kind, Look } from "./in-page/hover.ts";
import { servePages } from "./page-server.ts";
import { changelogBlocks, nested, page } from "./pages/text-page.ts";
import { quantile } from "./quantile.ts";
import { type Report, ratio, table } from "./table.ts";

const SPOTS_PER_KIND = 100;
const WARM_UPS = 2;
const ROUNDS = 7;

declare const bench: typeof inPage;

/** A page and the part of it that is visible. */
interface Case {
  textNodes: number;
  /** Blocks in elements of 20 each, or all of them as children of `<body>`. */
  built: "nested" | "flat";
  seen: "top" | "middle";
}

const CASES: readonly Case[] = [
  { textNodes: 50, built: "nested", seen: "top" },
  { textNodes: 5_000, built: "nested", seen: "top" },
  { textNodes: 5_000, built: "nested", seen: "middle" },
  { textNodes: 50_000, built: "nested", seen: "top" },
  { textNodes: 50_000, built: "nested", seen: "middle" },
  { textNodes: 5_000, built: "flat", seen: "middle" },
  { textNodes: 50_000, built: "flat", seen: "middle" },
];

/** Looks at a page, and at a small one that has only its visible rows. */
interface Looks {
  whole: Look[];
  alone: Look[];
}

/** The time from a point to the mention there, in the content script's isolated world, on pages of several sizes. */
export async function measureHover(folder: string): Promise<Report> {
  const server = await servePages(Object.fromEntries(CASES.map((one) => [path(one), html(one)])));
  try {
    // No one is looked up: the build uses the pages' origin as the API.
    const extension = await buildExtension(server.origin, `${folder}/hover`);
    const browser = await launchWithExtension(extension, { headless: true, viewport: VIEWPORT });
    try {
      const script = await bundleForPage("hover");
      const looks: Looks[] = [];
      for (const one of CASES) {
        const url = `${server.origin}${path(one)}`;
        const whole = await looksAt(browser, url, one, false, script);
        const alone = await looksAt(browser, url, one, true, script);
        looks.push({ whole, alone });
      }
      return report(looks);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
  }
}

const path = ({ textNodes, built }: Case) => `/${built}/${textNodes}`;

function html({ textNodes, built }: Case): string {
  const blocks = changelogBlocks(textNodes);
  return page(built === "flat" ? blocks.join("") : nested(blocks));
}

/** @param alone removes everything but the visible rows first; in a tab of its own, whose code has run as little */
async function looksAt(
  browser: ExtensionBrowser,
  url: string,
  { seen }: Case,
  alone: boolean,
  script: string,
): Promise<Look[]> {
  const tab = await browser.context.newPage();
  await tab.goto(url);
  const world = await extensionWorld(browser, tab);
  await world.run(script);
  await world.call((to) => bench.scroll(to), seen);
  if (alone) await world.call(() => bench.keepVisible());
  const looks = await world.call(
    (each, warmUps, rounds) => bench.look(bench.spots(each), warmUps, rounds),
    SPOTS_PER_KIND,
    WARM_UPS,
    ROUNDS,
  );
  await tab.close();
  return looks;
}

const KINDS: Record<Kind, string> = { word: "a word", mention: "a mention", blank: "nothing" };

function report(looks: Looks[]): Report {
  const head = [
    "page",
    "visible part",
    "pointer on",
    "points",
    "p50, µs",
    "p95, µs",
    "p95 / its visible rows alone",
    "elementFromPoint p50, µs",
    "caretPositionFromPoint p50, µs",
  ];
  const rows = CASES.flatMap(({ textNodes, built, seen }, n) =>
    (["word", "mention", "blank"] as const).map((kind) => {
      const { whole = [], alone = [] } = looks[n] ?? {};
      const [these = [], rows = []] = [whole, alone].map((some) =>
        some.filter((look) => look.kind === kind),
      );
      const us = (part: "ms" | "elementMs" | "caretMs", q: number, of = these) =>
        1_000 *
        quantile(
          of.map((look) => look[part]),
          q,
        );
      return [
        `${textNodes.toLocaleString("en-US")} text nodes, ${built}`,
        seen,
        KINDS[kind],
        these.length,
        us("ms", 0.5),
        us("ms", 0.95),
        ratio(us("ms", 0.95), us("ms", 0.95, rows)),
        us("elementMs", 0.5),
        us("caretMs", 0.5),
      ];
    }),
  );
  return [
    `Up to ${SPOTS_PER_KIND} points of each kind in a window of ${VIEWPORT.width} x ${VIEWPORT.height}, ${ROUNDS} rounds after ${WARM_UPS} warm-up rounds; the median for each point, then p50 and p95 over the points. Each look is timed separately with a clock resolution of 5 µs (the pages are cross-origin isolated), on a page whose layout is done, never twice in a row at the same point. Then the same on a small page that has only the visible rows, because how long a look takes depends on what is around the point. The two browser calls are part of a look, and are also timed separately.`,
    table(head, rows),
  ];
}
