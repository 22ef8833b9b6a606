import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Continuation } from "../../lib/contract/extension-pages.ts";
import type { Narrowed } from "../../lib/contract/narrowed.ts";
import type { Doubt, Failure, InZone, SearchAnswer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import { SEARCH_MAX_CHARS } from "../../lib/limits.ts";
import { settled } from "../answer/settled.ts";
import { type Choice, EVERYBODY } from "./choice.ts";
import { bare, isWrapped, meantBy } from "./meant.ts";
import { narrowing } from "./narrowed.ts";
import type { FoundNobody } from "./nobody-text.ts";

/** How long typing has to pause before a search is sent, in ms. */
const DEBOUNCE_MS = 150;

/** A shorter text matches half the zone. */
const MIN_CHARS = 2;

/** The state of a list's continuation. */
type More =
  | { state: "none" }
  | { state: "ready"; after: Continuation }
  | { state: "loading" }
  | { state: "failed"; after: Continuation; failure: Failure };

/** Pages that "Search all" loads: 2,000 people. Someone who wants more can narrow the search. */
export const ALL_PAGES_MAX = 20;

/** What was searched for. */
interface Sought {
  text: string;
  narrowed: Narrowed | undefined;
}

export interface FoundByText extends Sought {
  state: "found";
  users: User[];
  /** The zone's own count; undefined if it doesn't report one. */
  total: number | undefined;
  /** If the text is a name: its words, any of which the addresses found contain. */
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
  /** `former`: results of the previous text, shown until the new ones arrive. */
  | { state: "searching"; former: FoundByText | undefined }
  | FoundByText
  | ({ state: "absent" } & FoundNobody & Sought)
  | ({ state: "inconclusive"; doubt: Doubt } & Sought)
  /** The text has several mentions, which can't be searched for together. */
  | { state: "several"; text: string; count: number }
  | ({ state: "failed"; failure: Failure } & Sought);

export interface SearchStore {
  text: ReadonlySignal<string>;
  results: ReadonlySignal<SearchState>;
  /** The role or group that narrows the search; no text is needed then. */
  narrowed: ReadonlySignal<Narrowed | undefined>;
  /** A group that narrowed the search in the previous zone: another zone doesn't have it. */
  dropped: ReadonlySignal<Narrowed | undefined>;
  /** A role or group is being chosen; the value is the initial text. */
  picking: ReadonlySignal<string | undefined>;
  /** Which of the users found are shown. */
  choice: ReadonlySignal<Choice>;
  /** The users found that match the filters. */
  shown: ReadonlySignal<readonly User[]>;
  /** The index of the option that Enter opens. */
  active: ReadonlySignal<number>;
  /** Counts texts that were put into the field other than by typing: the next typed text replaces them. */
  offered: ReadonlySignal<number>;
  /** Puts text into the field; the search follows after a pause in typing. */
  type(text: string): void;
  /**
   * Puts text into the field that the user didn't type there, of any length and number of lines, and searches at once.
   *
   * @param within narrows the search; absent: unchanged
   */
  offer(text: string, within?: Narrowed): Promise<void>;
  /** Searches for the field's text at once. */
  now(): Promise<void>;
  more(): Promise<void>;
  /** Loads the list to its end, or ALL_PAGES_MAX pages. */
  all(): Promise<void>;
  /** Narrows the search, or removes that, and searches at once. @param text the field's new text */
  narrow(narrowed: Narrowed | undefined, text?: string): Promise<void>;
  /** Starts choosing a role or group, or stops. */
  pick(text: string | undefined): void;
  /** The available choices. */
  narrowables: BackgroundApi["narrowables"];
  /** Retries what failed. */
  again(): Promise<void>;
  activate(place: number): void;
  filter(choice: Choice): void;
  /**
   * The zone has changed, or there is none any more: results and filters are void. A role can have the same identifier
   * there; a group can't exist there.
   */
  forget(): void;
}

/** Search as you type; an answer to an older text is never shown. */
export function createSearchStore({
  search,
  findMentions,
  narrowables,
}: Pick<BackgroundApi, "search" | "findMentions" | "narrowables">): SearchStore {
  const text = signal("");
  const results = signal<SearchState>({ state: "idle" });
  const active = signal(0);
  const choice = signal(EVERYBODY);
  const narrowed = signal<Narrowed | undefined>(undefined);
  const dropped = signal<Narrowed | undefined>(undefined);
  const picking = signal<string | undefined>(undefined);
  const shown = computed(() => {
    const found = formerOf(results.value);
    return found ? found.users.filter(choice.value.fits) : [];
  });
  const offered = signal(0);
  /** The last offered text, and the one line of it that the field shows. */
  let whole = { line: "", text: "" };
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function type(typed: string): void {
    const before = bare(text.value);
    const written = bare(typed);
    text.value = typed;
    picking.value = undefined;
    dropped.value = undefined;
    if (written === before && results.value.state !== "idle") return;
    if (isTooLittle(written)) rest(written);
    else {
      turn++;
      clearTimeout(timer);
      results.value = { state: "searching", former: formerOf(results.value) };
      timer = setTimeout(() => void now(), DEBOUNCE_MS);
    }
  }

  const isTooLittle = (written: string) => !narrowed.value && written.length < MIN_CHARS;

  /** There is no search. */
  function rest(written: string): void {
    turn++;
    clearTimeout(timer);
    active.value = 0;
    results.value = { state: written === "" ? "idle" : "short" };
  }

  async function now(): Promise<void> {
    clearTimeout(timer);
    const typed = bare(text.value);
    if (isTooLittle(typed)) return;
    const mine = ++turn;
    results.value = { state: "searching", former: formerOf(results.value) };
    const meant = isWrapped(typed) ? await meantBy(typed, findMentions) : typed;
    if (mine !== turn) return;
    if (typeof meant === "number") {
      const all = typed === whole.line ? whole.text : typed;
      results.value = { state: "several", text: all, count: meant };
      return;
    }
    // The field shows what is sent.
    if (meant.length > SEARCH_MAX_CHARS) text.value = meant.slice(0, SEARCH_MAX_CHARS);
    const sought = { text: meant.slice(0, SEARCH_MAX_CHARS), narrowed: narrowed.value };
    const answer = await settled(search({ text: sought.text, ...narrowing(sought.narrowed) }));
    if (mine !== turn) return;
    active.value = 0;
    results.value = stateOf(answer, sought);
  }

  async function more(): Promise<void> {
    const found = results.value;
    if (found.state !== "found" || !("after" in found.more)) return;
    const { after } = found.more;
    const mine = ++turn;
    results.value = { ...found, more: { state: "loading" } };
    const asked = { text: found.text, after, ...narrowing(found.narrowed) };
    const answer = await settled(search(asked));
    if (mine === turn) results.value = continued(found, answer, after);
  }

  async function all(): Promise<void> {
    for (let pages = 0; pages < ALL_PAGES_MAX; pages++) {
      const found = results.value;
      if (found.state !== "found" || found.more.state === "none") return;
      const mine = turn + 1;
      await more();
      // Something else is searched for by now, or a page has failed.
      if (turn !== mine || !isReady(results.value)) return;
    }
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
    narrowed,
    dropped,
    picking,
    active,
    offered,
    type,
    async offer(given, within = narrowed.value) {
      narrowed.value = within;
      whole = { line: bare(given).replaceAll(/\s*[\r\n]+\s*/g, " "), text: given };
      type(whole.line);
      offered.value++;
      await now();
    },
    now,
    more,
    all,
    async narrow(chosen, withText = text.value) {
      text.value = withText;
      narrowed.value = chosen;
      dropped.value = undefined;
      picking.value = undefined;
      choice.value = EVERYBODY;
      if (isTooLittle(bare(withText))) rest(bare(withText));
      else await now();
    },
    pick(from) {
      picking.value = from;
    },
    narrowables,
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
      picking.value = undefined;
      dropped.value = narrowed.value?.kind === "groups" ? narrowed.value : undefined;
      if (dropped.value) narrowed.value = undefined;
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

const isReady = (state: SearchState) => state.state === "found" && state.more.state === "ready";

function stateOf(answer: InZone<SearchAnswer>, sought: Sought): SearchState {
  if (answer.state === "absent") {
    const { zone, searched, words } = answer;
    return { state: "absent", ...sought, zone, searched, words };
  }
  if (answer.state !== "found") return { ...answer, ...sought };
  const { users, total, words, doubt, asOf } = answer;
  const more = moreOf(answer);
  return { state: "found", ...sought, users: once(users), total, words, doubt, asOf, more };
}

/** Each user at their first position: someone can move between two pages. */
function once(users: User[]): User[] {
  const ids = new Set<string>();
  return users.filter(({ id }) => !ids.has(id) && ids.add(id));
}

/** A list with its next page added. */
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
