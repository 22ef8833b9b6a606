import { Locked } from "../popup/locked.tsx";
import { NarrowPicker } from "../popup/narrow-picker.tsx";
import { RecentFacts } from "../popup/recent-facts.tsx";
import { SearchOutcome } from "../popup/search-outcome.tsx";
import { Inspected } from "./inspected.tsx";

/** What the side panel shows only once the background has said who, someone has typed, or a key is locked. */
export const rest = { Inspected, Locked, NarrowPicker, RecentFacts, SearchOutcome };

export type Rest = typeof rest;
