import type { FromPage, ToPage } from "../messages/page-messages.ts";
import type { Lifetime } from "./lifetime.ts";

/** The content script's line to the background. */
export interface Background {
  /** @returns the reply, or undefined when the background could not be reached */
  send(message: FromPage): Promise<unknown>;
}

/**
 * The worker may have just died, or be starting: one more try. After the extension was reloaded there is nobody to
 * reach any more, and the script ends.
 */
export function connectBackground(lifetime: Lifetime): Background {
  async function attempt(message: FromPage): Promise<unknown> {
    return lifetime.alive() ? chrome.runtime.sendMessage(message) : undefined;
  }
  return {
    send: (message) => attempt(message).catch(() => attempt(message).catch(() => undefined)),
  };
}

const TYPES = new Set<unknown>([
  "frame-input",
  "frame-ask",
  "card-shown",
  "card-hidden",
  "card-pointer",
  "card-close",
  "card-pin",
  "card-size",
  "settings",
  "marks",
  "sites",
] satisfies ToPage["type"][]);

/** Hears the background, and nobody else: a sender with a tab is another content script. */
export function hearBackground(handler: (message: ToPage) => void, signal: AbortSignal): void {
  function onMessage(message: unknown, sender: chrome.runtime.MessageSender): void {
    if (sender.id === chrome.runtime.id && !sender.tab && isToPage(message)) handler(message);
  }
  chrome.runtime.onMessage.addListener(onMessage);
  signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(onMessage));
}

function isToPage(message: unknown): message is ToPage {
  return (
    typeof message === "object" && message !== null && "type" in message && TYPES.has(message.type)
  );
}
