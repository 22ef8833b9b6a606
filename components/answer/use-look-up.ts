import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, Failure, InZone } from "../../lib/directory/answer.ts";
import { isStale } from "../../lib/directory/is-stale.ts";
import type { Query } from "../../lib/query.ts";
import { renewed, type Standing } from "./renewed.ts";
import { settled } from "./settled.ts";

export interface LookUp {
  /** The answer to this query; during a retry, the previous one. */
  answer: InZone<Answer> | undefined;
  busy: boolean;
  /** Why a stale answer is still shown. */
  notRefreshed: Failure | undefined;
  /** Counts manual retries. */
  turn: number;
  /** Retries, bypassing the cache. */
  again: () => void;
}

interface Come extends Standing {
  query: Query;
  turn: number;
  /** A refresh is in progress in the background. */
  refreshing: boolean;
}

/**
 * Looks someone up. An answer that arrives after the query has changed is dropped. A stale cached answer is shown at
 * once; the directory then requests a newer one by itself, and a second message joins that request, because a message
 * has only one reply.
 *
 * @param notBefore when the answer that is already shown was made, ms since the epoch: an older cached answer doesn't
 * replace it
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
