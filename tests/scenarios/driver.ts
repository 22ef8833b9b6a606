import type { Sendable, Sent } from "../harness/sendable.ts";

/** What the shared scenarios need of a browser that has the extension: the least that each browser can do. */
export interface Driver {
  /** Opens a page of the sandbox in a tab in front. @param path such as `/tickets/1` @param origin by another name */
  open(path: string, origin?: string): Promise<Tab>;
  /** Opens a page of the extension in a tab in front. @param name such as `popup.html` */
  openOwn(name: string): Promise<Tab>;
  /** Stops the background as the browser does when it has been idle. @throws Error when it did not run */
  stopBackground(): Promise<void>;
}

/** A document. */
export interface Readable {
  /** Runs a function in it. */
  read<F extends Sendable>(run: F, ...args: Parameters<F>): Sent<F>;
}

/** A tab; places in it are CSS px of the window. */
export interface Tab extends Readable {
  /** The document of the card's frame, when there is one. */
  card(): Promise<Readable | undefined>;
  /** Moves the pointer as a hand does: not in one jump, and slowing down. */
  move(place: Place): Promise<void>;
  click(place: Place): Promise<void>;
  type(text: string): Promise<void>;
  /** @param keys such as `Enter` or `Shift+Tab` */
  press(keys: string): Promise<void>;
  /** Presses the look-up command's keys, Alt+Shift+K, as the browser hears them. */
  pressCommand(): Promise<void>;
  /** Chooses the extension's item in the context menu of a place. */
  chooseMenuItem(place: Place): Promise<void>;
  toFront(): Promise<void>;
  close(): Promise<void>;
}

export interface Place {
  x: number;
  y: number;
}
