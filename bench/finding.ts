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

/** Loads of the page for each way alone. */
const LOADS = 3;

declare const bench: typeof inPage;

/**
 * Finding all mentions on a large page of real text: ours, and libraries that find addresses. In turn on one page,
 * warmed up; and each once on a page that nobody has walked yet, which is what a page's own start is like: the
 * browser then makes an object for each node and for each string that is read.
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
    const [ways, rounds] = await tab.evaluate(
      ([warmUps, count]) => [bench.WAYS, bench.timeRounds(warmUps, count)] as const,
      [WARM_UPS, ROUNDS] as const,
    );
    const loads: Timed[][] = [];
    for (let load = 0; load < LOADS; load++) loads.push(await eachAlone(tab, ways, open));
    return report(rounds, loads);
  } finally {
    await browser.close();
    server.close();
  }
}

async function eachAlone(tab: Page, ways: number, open: () => Promise<void>): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (let way = 0; way < ways; way++) {
    await open();
    timed.push(await tab.evaluate((one) => bench.timeWay(one), way));
  }
  return timed;
}

function report(rounds: Timed[][], loads: Timed[][]): Report {
  const ways = rounds[0] ?? [];
  const of = (runs: Timed[][], way: number) => runs.map((run) => run[way]?.ms ?? 0);
  const middle = (way: number) => median(of(rounds, way), (ms) => ms);
  const least = (runs: Timed[][], way: number) => Math.min(...of(runs, way));
  const head = [
    "way",
    "looks for",
    "ms",
    "least ms",
    "times the walk",
    "new page, least ms",
    "times the walk",
    "e-mail found",
    "IDs found",
  ];
  const rows = ways.map(({ name, seeks, found }, way) => [
    name,
    seeks,
    middle(way),
    least(rounds, way),
    ratio(middle(way), middle(0)),
    least(loads, way),
    ratio(least(loads, way), least(loads, 0)),
    found.emails,
    found.ids,
  ]);
  const {
    nodes = 0,
    chars = 0,
    emails = 0,
    ids = 0,
  } = ways.find(({ found }) => found.ids > 0)?.found ?? {};
  const [texts, characters, mentions] = [nodes, chars, emails + ids].map((count) =>
    count.toLocaleString("en-US"),
  );
  return [
    `A page of ${texts} text nodes with ${characters} characters of Debian changelogs, and ${mentions} mentions by our own count. ${ROUNDS} rounds of all ways in turn after ${WARM_UPS} to warm up; medians. Then each way alone, once on a new page: the least of ${LOADS}.`,
    table(head, rows),
  ];
}
