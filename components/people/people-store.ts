import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, ZoneRef } from "../../lib/directory/answer.ts";
import { LOOK_UPS_PER_MESSAGE } from "../../lib/limits.ts";
import type { Query } from "../../lib/query.ts";
import { queryKey } from "../../lib/query-key.ts";
import { settled } from "../answer/settled.ts";
import type { Filter } from "./attention.ts";
import { listedAnswer } from "./listed-answer.ts";
import type { Sort } from "./order.ts";

/** The progress of looking up the list, counted in mentions. */
export type Run =
  | { state: "not-yet" }
  | { state: "running" | "stopped" | "done"; done: number; total: number };

/** Where the user left a list to see one of its people. */
export interface Left {
  /** The row that was opened. */
  key: string;
  /** The list's scroll position, in CSS px. */
  scrolled: number;
}

/** What is known of everyone in a list. It lives as long as the view, and is stored nowhere. */
export interface PeopleStore {
  /** By `queryKey`. */
  answers: ReadonlySignal<ReadonlyMap<string, Answer>>;
  run: ReadonlySignal<Run>;
  /** The zone of the answers' users; undefined until an answer names it. */
  zone: ReadonlySignal<ZoneRef | undefined>;
  /** The column that the list is sorted by; undefined: those who need attention first. */
  sort: Signal<Sort | undefined>;
  /** Who to show. */
  filter: Signal<Filter>;
  /** Where to return to in the list. */
  left: Left | undefined;
  /**
   * Looks people up, message by message. Ends a run in progress.
   *
   * @param fresh bypasses the cache
   */
  lookUp(queries: readonly Query[], fresh?: boolean): Promise<void>;
  /** Keeps what has been answered; sends nothing more. */
  stop(): void;
  /** Stops, and forgets everyone. */
  forget(): void;
}

export function createPeopleStore({
  lookUpMany,
  stopLookUps,
}: Pick<BackgroundApi, "lookUpMany" | "stopLookUps">): PeopleStore {
  const answers = signal<ReadonlyMap<string, Answer>>(new Map());
  const run = signal<Run>({ state: "not-yet" });
  const zone = signal<ZoneRef | undefined>(undefined);
  const sort = signal<Sort | undefined>(undefined);
  const filter = signal<Filter>("all");
  let turn = 0;

  function stop(): void {
    if (run.value.state !== "running") return;
    turn += 1;
    run.value = { ...run.value, state: "stopped" };
    // If it is lost, the worker is too, and with it the lookups.
    void stopLookUps().catch(() => undefined);
  }

  return {
    answers,
    run,
    zone,
    sort,
    filter,
    left: undefined,
    stop,
    async lookUp(queries, fresh = false) {
      const mine = ++turn;
      const total = queries.length;
      run.value = { state: "running", done: 0, total };
      for (const message of messagesOf(queries)) {
        const reply = await settled(lookUpMany({ queries: message, fresh }));
        if (mine !== turn) return;
        const known = new Map(answers.value);
        for (const [n, query] of message.entries()) {
          const answer = "answers" in reply ? (reply.answers[n] ?? LOST) : reply;
          known.set(queryKey(query), listedAnswer(answer));
        }
        batch(() => {
          answers.value = known;
          if ("zone" in reply) zone.value = reply.zone;
          if (run.value.state === "running")
            run.value = { ...run.value, done: run.value.done + message.length };
        });
      }
      run.value = { state: "done", done: total, total };
    },
    forget() {
      stop();
      batch(() => {
        answers.value = new Map();
        zone.value = undefined;
        filter.value = "all";
        run.value = { state: "not-yet" };
      });
    },
  };
}

const LOST: Answer = { state: "failed", failure: { why: "aborted" } };

/** The order of kinds: a request takes the most IDs, so these go first. */
const ORDER: Record<Query["kind"], number> = { id: 0, email: 1, subject: 2, identifier: 3 };

/** A request contains one kind only, so messages of one kind each need the fewest requests. */
function messagesOf(queries: readonly Query[]): Query[][] {
  const kinds = [...new Set(queries.map(({ kind }) => kind))].sort((a, b) => ORDER[a] - ORDER[b]);
  return kinds.flatMap((kind) => {
    const those = queries.filter((query) => query.kind === kind);
    const count = Math.ceil(those.length / LOOK_UPS_PER_MESSAGE);
    return Array.from({ length: count }, (_, n) =>
      those.slice(n * LOOK_UPS_PER_MESSAGE, (n + 1) * LOOK_UPS_PER_MESSAGE),
    );
  });
}
