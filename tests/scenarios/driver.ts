import type { Sendable, Sent } from "../harness/sendable.ts";

/** What the shared scenarios need from a browser with the extension: the minimum that each browser can do. */
export interface Driver {
  /** Opens a page of the sandbox in an active tab. @param path such as `/tickets/1` @param origin another name of it */
  open(path: string, origin?: string): Promise<Tab>;
  /** Opens a page of the extension in an active tab. @param name such as `popup.html` */
  openOwn(name: string): Promise<Tab>;
  /** Stops the background as the browser does after idling. @throws Error if it wasn't running */
  stopBackground(): Promise<void>;
}

/** A document. */
export interface Readable {
  /** Runs a function in it. */
  read<F extends Sendable>(run: F, ...args: Parameters<F>): Sent<F>;
}

/** A tab; positions in it are CSS px of the window. */
export interface Tab extends Readable {
  /** The document of the card's frame, if there is one. */
  card(): Promise<Readable | undefined>;
  /** Moves the pointer as a hand does: not in one jump, and slowing down. */
  move(place: Place): Promise<void>;
  click(place: Place): Promise<void>;
  type(text: string): Promise<void>;
  /** @param keys such as `Enter` or `Shift+Tab` */
  press(keys: string): Promise<void>;
  /** Presses the shortcut of the lookup command, Alt+Shift+K, as the browser receives it. */
  pressCommand(): Promise<void>;
  /** Chooses the extension's item in the context menu at a position. */
  chooseMenuItem(place: Place): Promise<void>;
  toFront(): Promise<void>;
  close(): Promise<void>;
}

export interface Place {
  x: number;
  y: number;
}
