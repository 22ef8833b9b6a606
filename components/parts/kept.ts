import { useLayoutEffect, useState } from "preact/hooks";

/**
 * A value that changes, and is drawn anew where it does. What card and popup load first is made of these: signals
 * (`@preact/signals`), which the other stores have, compute and batch too, and weigh 3 kB.
 */
export interface Kept<T> {
  readonly value: T;
  /** Calls back after each change. @returns a function that ends it */
  follow(listener: () => void): () => void;
}

/** One that can be set. */
export interface Settable<T> extends Kept<T> {
  value: T;
}

export function kept<T>(first: T): Settable<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get value() {
      return value;
    },
    set value(next) {
      if (next === value) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The value as it is, in a component that is drawn again when it changes. */
export function useKept<T>(of: Kept<T>): T {
  const [, draw] = useState(of.value);
  useLayoutEffect(() => {
    const look = () => draw(() => of.value);
    // It may have changed since it was drawn.
    look();
    return of.follow(look);
  }, [of]);
  return of.value;
}
