import { useEffect, useState } from "preact/hooks";
import type { Answer, Query } from "../lib/directory/answer.ts";
import type { BackgroundApi } from "../lib/messages/background-api.ts";
import { settled } from "./settled.ts";

export interface LookUp {
  /** The answer to this query; while it is asked again, the former one. */
  answer: Answer | undefined;
  busy: boolean;
  again: () => void;
}

/** Looks a person up; an answer that comes after the question has changed is dropped. */
export function useLookUp(query: Query, lookUp: BackgroundApi["lookUp"]): LookUp {
  const [turn, setTurn] = useState(0);
  const [come, setCome] = useState<{ query: Query; turn: number; answer: Answer }>();
  useEffect(() => {
    let wanted = true;
    void settled(lookUp(query)).then((answer) => {
      if (wanted) setCome({ query, turn, answer });
    });
    return () => {
      wanted = false;
    };
  }, [query, turn, lookUp]);
  const ofThis = come?.query === query ? come : undefined;
  return {
    answer: ofThis?.answer,
    busy: ofThis?.turn !== turn,
    again: () => setTurn(turn + 1),
  };
}
