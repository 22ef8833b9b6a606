import type { CardAndWindow, Spot, WaitedFor } from "./in-page.ts";

/** A case, and how to hover it. */
export interface Target {
  name: string;
  expect: string;
  /** Scrolls to it and returns where it is, CSS px of the window. */
  find(): Promise<Spot>;
  /** Where the pointer went instead of where `find` found the case; undefined if it is there. */
  missed(): Promise<string | undefined>;
}

/** What the matrix needs from a browser: the only part that depends on which browser it is. */
export interface Driver {
  targets(): Promise<Target[]>;
  /** Moves the pointer to a position as a hand does: not in one jump, and slowing down. */
  point(place: { x: number; y: number }): Promise<void>;
  /** Moves it to an empty place. */
  leave(): Promise<void>;
  wait(ms: number): Promise<void>;
  /** What is visible: now, or once it is as awaited. */
  look(awaited?: WaitedFor): Promise<Look>;
}

/** What is visible of the card; `asked` is who it is about. */
export interface Look extends CardAndWindow {
  asked: string | undefined;
}
