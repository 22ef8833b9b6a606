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

/** A page and a part of it that is seen. */
interface Case {
  textNodes: number;
  /** Blocks in elements of 20 each, or all of them children of `<body>`. */
  built: "nested" | "flat";
  seen: "top" | "middle";
}

/** The first is what the others are compared with. */
const CASES: readonly Case[] = [
  { textNodes: 50, built: "nested", seen: "top" },
  { textNodes: 5_000, built: "nested", seen: "top" },
  { textNodes: 5_000, built: "nested", seen: "middle" },
  { textNodes: 50_000, built: "nested", seen: "top" },
  { textNodes: 50_000, built: "nested", seen: "middle" },
  { textNodes: 5_000, built: "flat", seen: "middle" },
  { textNodes: 50_000, built: "flat", seen: "middle" },
];

/** From a point to the mention there, in the content script's own world, on pages of several sizes. */
export async function measureHover(folder: string): Promise<Report> {
  const server = await servePages(Object.fromEntries(CASES.map((one) => [path(one), html(one)])));
  try {
    // Nobody is looked up: the build is bound to the pages' own origin.
    const extension = await buildExtension(server.origin, `${folder}/hover`);
    const browser = await launchWithExtension(extension, { headless: true, viewport: VIEWPORT });
    try {
      const script = await bundleForPage("hover");
      const looks: Look[][] = [];
      for (const one of CASES)
        looks.push(await looksAt(browser, `${server.origin}${path(one)}`, one, script));
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

async function looksAt(
  browser: ExtensionBrowser,
  url: string,
  { seen }: Case,
  script: string,
): Promise<Look[]> {
  const tab = await browser.context.newPage();
  await tab.goto(url);
  const world = await extensionWorld(browser, tab);
  await world.run(script);
  // Laid out and drawn: that is not to be the first look's work.
  await world.call(async (scrolled) => {
    if (scrolled) scrollTo(0, document.documentElement.scrollHeight / 2);
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 500)));
  }, seen === "middle");
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

function report(looks: Look[][]): Report {
  const head = [
    "page",
    "part seen",
    "pointer on",
    "spots",
    "p50, µs",
    "p95, µs",
    "p95 / smallest page",
    "elementFromPoint p50, µs",
    "caretPositionFromPoint p50, µs",
  ];
  const rows = CASES.flatMap(({ textNodes, built, seen }, n) =>
    (["word", "mention", "blank"] as const).map((kind) => {
      const [these = [], smallest = []] = [looks[n], looks[0]].map((some) =>
        some?.filter((look) => look.kind === kind),
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
        ratio(us("ms", 0.95), us("ms", 0.95, smallest)),
        us("elementMs", 0.5),
        us("caretMs", 0.5),
      ];
    }),
  );
  return [
    `Up to ${SPOTS_PER_KIND} spots of each kind in a window of ${VIEWPORT.width} x ${VIEWPORT.height}, ${ROUNDS} rounds after ${WARM_UPS} to warm up; of each spot the median, and p50 and p95 over the spots. Each look is timed alone on a clock of 5 µs (the pages are cross-origin isolated), on a page that is laid out, never twice in a row at one spot. The two questions to the browser are part of a look, and were timed beside it.`,
    table(head, rows),
  ];
}
