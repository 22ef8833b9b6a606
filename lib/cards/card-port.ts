import type { ToCardMessage } from "../contract/card-port.ts";

/** The line to a card's frame, as the browser gives it. */
export interface CardPort {
  name: string;
  sender?: {
    tab?: { id?: number | undefined } | undefined;
    frameId?: number | undefined;
    documentId?: string | undefined;
  };
  postMessage(message: ToCardMessage): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** Says something to a frame that may have gone away this instant; `onDisconnect` cleans up then. */
export function post(port: CardPort, message: ToCardMessage): void {
  try {
    port.postMessage(message);
  } catch {
    // See above.
  }
}
