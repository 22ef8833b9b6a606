import type { Rect, Spot } from "./in-page.ts";

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
  look(): Promise<Look>;
}

/** What can be seen of the card; `asked` is whom it is about. */
export interface Look {
  window: { width: number; height: number };
  card: Rect | null;
  asked: string | undefined;
}
