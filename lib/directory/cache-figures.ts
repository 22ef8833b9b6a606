import type { StorageArea } from "../storage.ts";
import { ANSWERS, ZONES } from "./keeping.ts";
import type { ZoneKnowledge } from "./zone-memory.ts";

/** How many answers of each kind are cached, without saying about whom. */
export interface CacheFigures {
  found: number;
  absent: number;
  inconclusive: number;
  /** What the zone's list does with parameters, as far as its replies have shown. */
  contract: ZoneKnowledge["contract"] | "unknown";
}

/** @param area session storage, with the answers and the knowledge about the zone */
export async function cacheFigures(area: StorageArea): Promise<CacheFigures> {
  const figures: CacheFigures = { found: 0, absent: 0, inconclusive: 0, contract: "unknown" };
  for (const [key, value] of Object.entries(await area.get(null))) {
    if (key.startsWith(ANSWERS))
      figures[(value as { state: "found" | "absent" | "inconclusive" }).state] += 1;
    if (key.startsWith(ZONES)) figures.contract = (value as ZoneKnowledge).contract;
  }
  return figures;
}
