import { ListView } from "./list-view.tsx";
import { Locked } from "./locked.tsx";
import { NarrowPicker } from "./narrow-picker.tsx";
import { Person } from "./person.tsx";
import { RecentFacts } from "./recent-facts.tsx";
import { SearchOutcome } from "./search-outcome.tsx";

/** The popup's second step: all that nobody sees before they have typed, clicked, or locked the key. */
export const rest = { ListView, Locked, NarrowPicker, Person, RecentFacts, SearchOutcome };

export type Rest = typeof rest;
