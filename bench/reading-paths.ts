import { quantile } from "./quantile.ts";
import { readTickets } from "./reading-paths/reader.ts";
import { type Report, table } from "./table.ts";

const TICKETS = 3_000;
const SEEDS = [1, 2, 3];

/** The cost and benefit of starting a lookup while the pointer still rests, on the paths of a modeled reader. */
export async function measureReadingPaths(): Promise<Report> {
  const rows = SEEDS.map((seed) => {
    const read = readTickets(TICKETS, seed);
    const shown = read.reduce((sum, { shown }) => sum + shown.size, 0);
    const lookedUp = read.reduce((sum, { lookedUp }) => sum + lookedUp.size, 0);
    const ahead = read.flatMap((each) => each.ahead);
    return [
      String(seed),
      shown,
      lookedUp,
      `${((100 * (lookedUp - shown)) / shown).toFixed(1)} %`,
      Math.round(quantile(ahead, 0.5)),
    ];
  });
  return [table(["reader", "cards", "lookups", "additional", "ahead of the card p50, ms"], rows)];
}
