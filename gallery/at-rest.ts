/** Longer timers don't count for coming to rest: they refresh, or remove a text again. */
const SOON_MS = 500;

/** Longer than anything on the stage takes. */
const PATIENCE_MS = 5_000;

const pending = new Set<ReturnType<typeof setTimeout>>();

/** Records from now on which timers will fire soon. */
export function watchTimers(): void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  Object.assign(globalThis, {
    setTimeout(run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) {
      const timer = set(() => {
        pending.delete(timer);
        run(...given);
      }, ms);
      if (ms <= SOON_MS) pending.add(timer);
      return timer;
    },
    clearTimeout(timer: ReturnType<typeof setTimeout>) {
      pending.delete(timer);
      clear(timer);
    },
  });
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until no timer will fire soon, nothing has changed for two frames, and all fonts are loaded. */
export async function atRest(): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  let changed = false;
  const observer = new MutationObserver(() => {
    changed = true;
  });
  observer.observe(document.documentElement, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  do {
    changed = false;
    await frame();
    await frame();
    await document.fonts.ready;
  } while ((changed || pending.size > 0) && performance.now() < end);
  observer.disconnect();
}
