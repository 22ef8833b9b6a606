import { Locked } from "../popup/locked.tsx";
import { NarrowPicker } from "../popup/narrow-picker.tsx";
import { RecentFacts } from "../popup/recent-facts.tsx";
import { SearchOutcome } from "../popup/search-outcome.tsx";

/** What the side panel shows only once somebody has typed, or a key is locked. */
export const rest = { Locked, NarrowPicker, RecentFacts, SearchOutcome };

export type Rest = typeof rest;
