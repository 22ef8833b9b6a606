import type { Page } from "@playwright/test";
import { bundleForPage } from "./bundle.ts";
import { launchBare } from "./chromium.ts";
import type * as inPage from "./in-page/finding.ts";
import type { Timed } from "./in-page/finding.ts";
import { median } from "./median.ts";
import { servePages } from "./page-server.ts";
import { changelogBlocks, nested, page } from "./pages/text-page.ts";
import { type Report, ratio, table } from "./table.ts";

const TEXT_NODES = 175_000;
const WARM_UPS = 2;
const ROUNDS = 9;

/** Page loads for each method alone. */
const LOADS = 5;

/** Of the finders: the walk that reads all text, which the others are compared with. */
const READING = 1;

declare const bench: typeof inPage;

/**
 * Finds all mentions on a large page of real text: with our own code, and with libraries that find addresses. First in
 * turn on one page, after a warm-up. Then each once on a new page whose nodes no script has visited yet, as right after
 * loading: the browser must then create an object for each node and for each string that is read.
 */
export async function measureFinding(): Promise<Report> {
  const server = await servePages({ "/": page(nested(changelogBlocks(TEXT_NODES))) });
  const browser = await launchBare();
  try {
    const tab = await browser.context.newPage();
    const script = await bundleForPage("finding");
    const open = async () => {
      await tab.goto(server.origin);
      await tab.addScriptTag({ content: script });
    };
    await open();
    const [count, rounds] = await tab.evaluate(
      ([warmUps, timed]) => [bench.FINDER_COUNT, bench.timeRounds(warmUps, timed)] as const,
      [WARM_UPS, ROUNDS] as const,
    );
    const loads: Timed[][] = [];
    for (let load = 0; load < LOADS; load++) loads.push(await eachAlone(tab, count, open));
    return report(rounds, loads);
  } finally {
    await browser.close();
    server.close();
  }
}

async function eachAlone(tab: Page, count: number, open: () => Promise<void>): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (let finder = 0; finder < count; finder++) {
    await open();
    timed.push(await tab.evaluate((one) => bench.timeFinder(one), finder));
  }
  return timed;
}

function report(rounds: Timed[][], loads: Timed[][]): Report {
  const finders = rounds[0] ?? [];
  const of = (runs: Timed[][], finder: number) => runs.map((run) => run[finder]?.ms ?? 0);
  const middle = (finder: number) => median(of(rounds, finder), (ms) => ms);
  const minimum = (runs: Timed[][], finder: number) => Math.min(...of(runs, finder));
  const head = [
    "method",
    "looks for",
    "median, ms",
    "minimum, ms",
    "/ walk that reads",
    "new page, minimum, ms",
    "/ walk that reads",
    "e-mails found",
    "IDs found",
  ];
  const rows = finders.map(({ name, seeks, found }, finder) => [
    name,
    seeks,
    middle(finder),
    minimum(rounds, finder),
    ratio(minimum(rounds, finder), minimum(rounds, READING)),
    minimum(loads, finder),
    ratio(minimum(loads, finder), minimum(loads, READING)),
    found.emails,
    found.ids,
  ]);
  const {
    nodes = 0,
    chars = 0,
    emails = 0,
    ids = 0,
  } = finders.find(({ found }) => found.ids > 0)?.found ?? {};
  const [texts, characters, mentions] = [nodes, chars, emails + ids].map((count) =>
    count.toLocaleString("en-US"),
  );
  return [
    `A page of ${texts} text nodes with ${characters} characters of Debian changelogs, and ${mentions} mentions by our own count. ${ROUNDS} rounds of all methods in turn after ${WARM_UPS} warm-up rounds; ratios are of minimums. Then each method alone, once per new page: the minimum of ${LOADS}.`,
    table(head, rows),
  ];
}
