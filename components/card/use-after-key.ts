import { useEffect, useMemo } from "preact/hooks";

/** Runs a function once the last pressed key is up, or at once if it already is. */
export type AfterKey = (run: () => void) => void;

/**
 * A key that is pressed in the card belongs to the card entirely. Anything that removes the card waits for the keyup:
 * the focus then returns to the page, which would receive it.
 */
export function useAfterKey(): AfterKey {
  const { afterKey, watch } = useMemo(watchKeys, []);
  useEffect(watch, [watch]);
  return afterKey;
}

function watchKeys(): { afterKey: AfterKey; watch: () => () => void } {
  let down: string | undefined;
  let waiting: (() => void) | undefined;

  function onKeyDown({ code, metaKey }: KeyboardEvent): void {
    // macOS sends no keyup for a key that is pressed together with Cmd.
    down = metaKey ? undefined : code;
  }

  function onKeyUp({ code }: KeyboardEvent): void {
    if (code === down) end();
  }

  /** Also if the focus leaves: the keyup doesn't arrive here any more. */
  function end(): void {
    down = undefined;
    const run = waiting;
    waiting = undefined;
    run?.();
  }

  return {
    afterKey(run) {
      if (down === undefined) run();
      else waiting = run;
    },
    watch() {
      const listening = new AbortController();
      const { signal } = listening;
      window.addEventListener("keydown", onKeyDown, { capture: true, signal });
      window.addEventListener("keyup", onKeyUp, { signal });
      window.addEventListener("blur", end, { signal });
      return () => listening.abort();
    },
  };
}
