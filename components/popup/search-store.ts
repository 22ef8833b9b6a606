import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Continuation } from "../../lib/contract/extension-pages.ts";
import type { Doubt, Failure, InZone, SearchAnswer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import { settled } from "../answer/settled.ts";
import { type Choice, EVERYBODY } from "./choice.ts";
import { bare, isWrapped, meantBy } from "./meant.ts";
import type { FoundNobody } from "./nobody-text.ts";

/** Typing pauses this long before a search is sent, in ms. */
const DEBOUNCE_MS = 150;

/** Shorter text finds half the zone. */
const MIN_CHARS = 2;

/** Where the continuation of a list stands. */
type More =
  | { state: "none" }
  | { state: "ready"; after: Continuation }
  | { state: "loading" }
  | { state: "failed"; after: Continuation; failure: Failure };

export interface FoundByText {
  state: "found";
  text: string;
  users: User[];
  /** How many the zone counts; undefined: it does not say. */
  total: number | undefined;
  /** The text is a name: the words that the addresses of those found have, any of them. */
  words?: readonly string[] | undefined;
  more: More;
  doubt: Doubt | undefined;
  asOf: number;
}

export type SearchState =
  /** Nothing is typed. */
  | { state: "idle" }
  /** Too little is typed. */
  | { state: "short" }
  /** `former`: results of the text before, shown until the new ones come. */
  | { state: "searching"; former: FoundByText | undefined }
  | FoundByText
  | ({ state: "absent" } & FoundNobody)
  | { state: "inconclusive"; text: string; doubt: Doubt }
  | { state: "failed"; text: string; failure: Failure };

export interface SearchStore {
  text: ReadonlySignal<string>;
  results: ReadonlySignal<SearchState>;
  /** Which of those who were found are shown. */
  choice: ReadonlySignal<Choice>;
  /** Those found who fit the filters. */
  shown: ReadonlySignal<readonly User[]>;
  /** The option that Enter opens, by its place in the list. */
  active: ReadonlySignal<number>;
  /** How often text was put into the field by something else than typing: whatever is typed next takes its place. */
  offered: ReadonlySignal<number>;
  /** Puts text into the field; the search follows after a pause in typing. */
  type(text: string): void;
  /** Puts text into the field that the person did not type there, and searches at once. */
  offer(text: string): Promise<void>;
  /** Searches at once, what the field holds. */
  now(): Promise<void>;
  more(): Promise<void>;
  /** Asks once more for what could not be had. */
  again(): Promise<void>;
  activate(place: number): void;
  filter(choice: Choice): void;
  /** Another zone holds, or none any more: neither the results stand any longer, nor what was chosen of them. */
  forget(): void;
}

/** Search as one types; an answer to older text is never shown. */
export function createSearchStore({
  search,
  findMentions,
}: Pick<BackgroundApi, "search" | "findMentions">): SearchStore {
  const text = signal("");
  const results = signal<SearchState>({ state: "idle" });
  const active = signal(0);
  const choice = signal(EVERYBODY);
  const shown = computed(() => {
    const found = formerOf(results.value);
    return found ? found.users.filter(choice.value.fits) : [];
  });
  const offered = signal(0);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function type(typed: string): void {
    const before = bare(text.value);
    const written = bare(typed);
    text.value = typed;
    if (written === before && results.value.state !== "idle") return;
    turn++;
    clearTimeout(timer);
    if (written.length < MIN_CHARS) active.value = 0;
    if (written === "") results.value = { state: "idle" };
    else if (written.length < MIN_CHARS) results.value = { state: "short" };
    else {
      results.value = { state: "searching", former: formerOf(results.value) };
      timer = setTimeout(() => void now(), DEBOUNCE_MS);
    }
  }

  async function now(): Promise<void> {
    clearTimeout(timer);
    const typed = bare(text.value);
    if (typed.length < MIN_CHARS) return;
    const mine = ++turn;
    results.value = { state: "searching", former: formerOf(results.value) };
    const wanted = isWrapped(typed) ? await meantBy(typed, findMentions) : typed;
    if (mine !== turn) return;
    const answer = await settled(search({ text: wanted }));
    if (mine !== turn) return;
    active.value = 0;
    results.value = stateOf(answer, wanted);
  }

  async function more(): Promise<void> {
    const found = results.value;
    if (found.state !== "found" || !("after" in found.more)) return;
    const { after } = found.more;
    const mine = ++turn;
    results.value = { ...found, more: { state: "loading" } };
    const answer = await settled(search({ text: found.text, after }));
    if (mine === turn) results.value = continued(found, answer, after);
  }

  async function again(): Promise<void> {
    const { value } = results;
    if (value.state === "failed") await now();
    if (value.state === "found" && value.more.state === "failed") await more();
  }

  return {
    text,
    results,
    choice,
    shown,
    active,
    offered,
    type,
    async offer(given) {
      type(given);
      offered.value++;
      await now();
    },
    now,
    more,
    again,
    activate(place) {
      active.value = place;
    },
    filter(chosen) {
      choice.value = chosen;
      active.value = 0;
    },
    forget() {
      turn++;
      clearTimeout(timer);
      results.value = { state: "idle" };
      choice.value = EVERYBODY;
      active.value = 0;
    },
  };
}

function formerOf(state: SearchState): FoundByText | undefined {
  if (state.state === "found") return state;
  return state.state === "searching" ? state.former : undefined;
}

function moreOf({ after, zone }: InZone<Extract<SearchAnswer, { state: "found" }>>): More {
  return after === undefined || zone === undefined
    ? { state: "none" }
    : { state: "ready", after: { cursor: after, zoneId: zone.id } };
}

function stateOf(answer: InZone<SearchAnswer>, text: string): SearchState {
  if (answer.state === "absent") {
    const { zone, searched, words } = answer;
    return { state: "absent", text, zone, searched, words };
  }
  if (answer.state !== "found") return { ...answer, text };
  const { users, total, words, doubt, asOf } = answer;
  const more = moreOf(answer);
  return { state: "found", text, users: once(users), total, words, doubt, asOf, more };
}

/** Each user at the first of their places: between two pages somebody may move. */
function once(users: User[]): User[] {
  const ids = new Set<string>();
  return users.filter(({ id }) => !ids.has(id) && ids.add(id));
}

/** A list with its next page. */
function continued(
  found: FoundByText,
  answer: InZone<SearchAnswer>,
  after: Continuation,
): FoundByText {
  if (answer.state === "failed")
    return { ...found, more: { state: "failed", after, failure: answer.failure } };
  if (answer.state === "absent") return { ...found, more: { state: "none" } };
  const doubt = found.doubt ?? answer.doubt;
  if (answer.state === "inconclusive") return { ...found, doubt, more: { state: "none" } };
  const users = once([...found.users, ...answer.users]);
  const total = answer.total ?? found.total;
  return { ...found, users, total, doubt, more: moreOf(answer) };
}
