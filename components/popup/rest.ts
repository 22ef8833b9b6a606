import { ControlNotes } from "./control-notes.tsx";
import { Controls } from "./controls.tsx";
import { ListView } from "./list-view.tsx";
import { Locked } from "./locked.tsx";
import { NarrowPicker } from "./narrow-picker.tsx";
import { Person } from "./person.tsx";
import { RecentFacts } from "./recent-facts.tsx";
import { SearchOutcome } from "./search-outcome.tsx";
import { Unreadable } from "./unreadable.tsx";

/** The popup's second step: all that nobody can use before they have typed or clicked, or the background was heard. */
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
