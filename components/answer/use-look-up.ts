import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, Failure, InZone } from "../../lib/directory/answer.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import type { Query } from "../../lib/query.ts";
import { renewed, type Standing } from "./renewed.ts";
import { settled } from "./settled.ts";

export interface LookUp {
  /** The answer to this query; while it is asked again, the former one. */
  answer: InZone<Answer> | undefined;
  busy: boolean;
  /** Why a stale answer is still the one that stands. */
  notRefreshed: Failure | undefined;
  /** Counts how often it was asked again by hand. */
  turn: number;
  /** Asks again, past the cache. */
  again: () => void;
}

interface Come extends Standing {
  query: Query;
  turn: number;
  /** It is being refreshed behind. */
  refreshing: boolean;
}

/**
 * Looks a person up; an answer that comes after the question has changed is dropped. A kept answer that is old stands
 * at once. The directory asks for a newer one by itself then, which a second message joins: one has one reply only.
 *
 * @param notBefore moment of what is already shown, ms since the epoch: a kept answer from before does not replace it
 */
export function useLookUp(query: Query, lookUp: BackgroundApi["lookUp"], notBefore = 0): LookUp {
  const [wish, setWish] = useState<{ query?: Query; turn: number }>({ turn: 0 });
  const [come, setCome] = useState<Come>();
  const { turn } = wish;
  useEffect(() => {
    let isCurrent = true;
    const ask = async (fresh: boolean): Promise<void> => {
      const answer = await settled(lookUp({ query, fresh }));
      if (!isCurrent) return;
      const older = !fresh && answer.state !== "failed" && answer.asOf < notBefore;
      const refreshing = older || (!fresh && isStale(answer));
      if (!older)
        setCome((before) => {
          const standing = before?.query === query ? before.answer : undefined;
          return { query, turn, refreshing, ...renewed(standing, answer) };
        });
      if (refreshing) await ask(true);
    };
    void ask(wish.query === query);
    return () => {
      isCurrent = false;
    };
  }, [query, wish, lookUp, notBefore]);
  const ofThis = come?.query === query ? come : undefined;
  const busy = ofThis?.turn !== turn || ofThis.refreshing;
  return {
    answer: ofThis?.answer,
    busy,
    notRefreshed: busy ? undefined : ofThis?.notRefreshed,
    turn,
    again: () => setWish({ query, turn: turn + 1 }),
  };
}
