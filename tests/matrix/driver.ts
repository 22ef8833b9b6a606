import type { CardAndWindow, Spot, WaitedFor } from "./in-page.ts";

/** A case, and how to point at it. */
export interface Target {
  name: string;
  expect: string;
  /** Scrolls to it and says where it is, CSS px of the window. */
  find(): Promise<Spot>;
  /** Says where the pointer went instead of where `find` has found the case; undefined when it is there. */
  missed(): Promise<string | undefined>;
}

/** What the matrix needs of a browser: everything that knows which browser it is is behind this. */
export interface Driver {
  targets(): Promise<Target[]>;
  /** Moves the pointer onto a place as a hand does: not in one jump, and slowing down. */
  point(place: { x: number; y: number }): Promise<void>;
  /** Moves it to where nothing is. */
  leave(): Promise<void>;
  wait(ms: number): Promise<void>;
  /** What can be seen: now, or when it is as awaited. */
  look(awaited?: WaitedFor): Promise<Look>;
}

/** What can be seen of the card; `asked` is whom it is about. */
export interface Look extends CardAndWindow {
  asked: string | undefined;
}
