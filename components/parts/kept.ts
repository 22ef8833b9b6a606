import { useLayoutEffect, useState } from "preact/hooks";

/**
 * An observable value; components that use it render again when it changes. The code that card and popup load first
 * uses it instead of signals (`@preact/signals`, used by the other stores), which also compute and batch, and weigh 3
 * kB.
 */
export interface Kept<T> {
  readonly value: T;
  /** Calls back after each change. @returns a function that stops this */
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

/** The current value, in a component that renders again when it changes. */
export function useKept<T>(of: Kept<T>): T {
  const [, draw] = useState(of.value);
  useLayoutEffect(() => {
    const look = () => draw(() => of.value);
    // It can have changed since the render.
    look();
    return of.follow(look);
  }, [of]);
  return of.value;
}
