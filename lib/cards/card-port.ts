import type { ToCardMessage } from "../contract/card-port.ts";

/** The port to a card's frame, as the browser provides it. */
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

/** Posts a message to a frame that may have disappeared at this moment; `onDisconnect` then cleans up. */
export function post(port: CardPort, message: ToCardMessage): void {
  try {
    port.postMessage(message);
  } catch {
    // See above.
  }
}
