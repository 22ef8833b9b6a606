import type { SubjectPattern } from "../mentions/index.ts";
import type { Modifier } from "../settings/modifier.ts";

/** What a page needs to know of the settings. */
export interface PageSettings {
  /** The key that must be held for the pointer to show a card; absent: none. */
  modifier?: Modifier | undefined;
  /** Milliseconds that the pointer rests on a mention before the card opens. */
  showMs: number;
  patterns: SubjectPattern[];
}
