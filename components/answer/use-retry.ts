import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../../lib/directory/answer.ts";
import { msUntil } from "../../lib/moments.ts";
import { isPassing } from "./remedies.ts";

/** When something that failed can be asked again. */
export interface Retry {
  /** Whole seconds until then; 0: now. */
  wait: number;
  /** It is asked again by itself then. */
  byItself: boolean;
}

/** Whether what was asked again by itself was that already. */
export type Retried = { current: boolean };

const TICK_MS = 1_000;

/**
 * Counts down to the moment that a failure names, and asks again then: once, and only while the page can be seen. If
 * it fails once more, the person decides.
 *
 * @param retried for one who does not stand there all the time; else it is kept here
 */
export function useRetry(
  failure: Failure | undefined,
  again: () => void,
  retried?: Retried,
): Retry {
  const own = useRef(false);
  const done = retried ?? own;
  const [counted, setCounted] = useState({ until: 0, ms: 0 });
  const latest = useRef(again);
  latest.current = again;
  const retryAt = failure && isPassing(failure.why) ? failure.retryAt : undefined;
  useEffect(() => {
    if (retryAt === undefined) return;
    // Whichever clock comes first: the one may have been put back, the other stands while the computer sleeps.
    const end = performance.now() + msUntil(retryAt, Date.now());
    const look = () => {
      const ms = Math.min(Math.max(0, end - performance.now()), msUntil(retryAt, Date.now()));
      setCounted({ until: retryAt, ms });
      if (ms > 0) return;
      clearInterval(timer);
      if (done.current || document.visibilityState !== "visible") return;
      done.current = true;
      latest.current();
    };
    const timer = setInterval(look, TICK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [retryAt]);
  if (retryAt === undefined) return { wait: 0, byItself: false };
  // Before the first tick.
  const ms = counted.until === retryAt ? counted.ms : msUntil(retryAt, Date.now());
  const wait = Math.ceil(ms / TICK_MS);
  return { wait, byItself: wait > 0 && !done.current };
}
