import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../../lib/directory/answer.ts";
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
  const [now, setNow] = useState(() => Date.now());
  const latest = useRef(again);
  latest.current = again;
  const retryAt = failure && isPassing(failure.why) ? failure.retryAt : undefined;
  useEffect(() => {
    if (retryAt === undefined) return;
    const look = () => {
      setNow(Date.now());
      if (Date.now() < retryAt) return;
      clearInterval(timer);
      if (done.current || document.visibilityState !== "visible") return;
      done.current = true;
      latest.current();
    };
    const timer = setInterval(look, TICK_MS);
    document.addEventListener("visibilitychange", look);
    setNow(Date.now());
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [retryAt]);
  const wait = retryAt === undefined ? 0 : Math.max(0, Math.ceil((retryAt - now) / TICK_MS));
  return { wait, byItself: wait > 0 && !done.current };
}
