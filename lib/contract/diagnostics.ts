import type { Connection } from "../connection/replies.ts";
import type { KeptFigures } from "../directory/kept-figures.ts";
import type { FailureCount } from "../directory/traffic/failure-log.ts";

/** What the background tells support: states, codes and counts. Nobody's address, ID or name, no zone, site or key. */
export interface Diagnostics {
  connection: Connection["state"];
  /** The kind of key and how it is kept, where there is a key that can be used. */
  key?: { kind: string; way: string };
  kept: KeptFigures;
  failures: FailureCount[];
  /** Sites with underlines, and subject patterns. */
  marks: number;
  subjects: number;
  /** Names of what the organization has set, and how many mistakes are in it. */
  policy: { keys: string[]; warnings: number };
}
