import { useEffect, useMemo } from "preact/hooks";

/** Runs something once the key is up that was pressed last, or at once when it is. */
export type AfterKey = (run: () => void) => void;

/**
 * A key that is pressed in the card belongs to it whole. What takes the card away waits for the key's end: the keyboard
 * is the page's again then, which would hear it.
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
    // macOS does not tell the end of a key that is pressed together with Cmd.
    down = metaKey ? undefined : code;
  }

  function onKeyUp({ code }: KeyboardEvent): void {
    if (code === down) end();
  }

  /** Also when the keyboard goes elsewhere: the end of the key is not heard here any more. */
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
