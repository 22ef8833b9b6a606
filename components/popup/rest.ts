import { ControlNotes } from "./control-notes.tsx";
import { Controls } from "./controls.tsx";
import { ListView } from "./list-view.tsx";
import { Locked } from "./locked.tsx";
import { NarrowPicker } from "./narrow-picker.tsx";
import { Person } from "./person.tsx";
import { RecentFacts } from "./recent-facts.tsx";
import { SearchOutcome } from "./search-outcome.tsx";
import { Unreadable } from "./unreadable.tsx";

/**
 * The popup's second step: everything that no one can use before typing, clicking, or a message from the background.
 */
export const rest = {
  ControlNotes,
  Controls,
  ListView,
  Locked,
  NarrowPicker,
  Person,
  RecentFacts,
  SearchOutcome,
  Unreadable,
};

export type Rest = typeof rest;
