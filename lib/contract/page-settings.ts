import type { SubjectPattern } from "../mentions/index.ts";
import type { Modifier } from "../settings/modifier.ts";

/** The settings that a page needs. */
export interface PageSettings {
  /** The key that must be held for hovering to show a card; absent: none. */
  modifier?: Modifier | undefined;
  /** Milliseconds that the pointer rests on a mention before the card opens. */
  showMs: number;
  patterns: SubjectPattern[];
}
