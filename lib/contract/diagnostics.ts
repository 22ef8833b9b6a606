import type { Connection } from "../connection/replies.ts";
import type { CacheFigures } from "../directory/cache-figures.ts";
import type { FailureCount } from "../directory/traffic/failure-log.ts";

/**
 * What the background reports for support: states, codes and counts. No one's address, ID or name, no zone, site or
 * key.
 */
export interface Diagnostics {
  connection: Connection["state"];
  /** The kind of key and how it is stored, if there is a usable key. */
  key?: { kind: string; way: string };
  kept: CacheFigures;
  failures: FailureCount[];
  /** Sites with underlines, and subject patterns. */
  marks: number;
  subjects: number;
  /** Names of the keys that the organization has set, and how many mistakes they contain. */
  policy: { keys: string[]; warnings: number };
}
