/**
 * Who sent a message, according to what the browser says about the sender, and never according to the message (design,
 * invariant 6).
 */
export const SENDER_CLASSES = [
  /** Popup, options or side panel, as a top-level document. */
  "extension-page",
  /** The card, in a frame of a web page. */
  "card-frame",
  /** The content script in a tab's top frame, which draws the card. */
  "top-frame",
  /** The content script in a sub-frame. */
  "sub-frame",
  /** Anything else: always refused. */
  "unknown",
] as const;

export type SenderClass = (typeof SENDER_CLASSES)[number];

/** What is read of the browser's `MessageSender`. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/** @param extension ID and base URL (`runtime.getURL("")`) of this extension */
export function classify(sender: Sender, extension: { id: string; baseUrl: string }): SenderClass {
  if (sender.id !== extension.id || sender.url === undefined) return "unknown";
  const framed = sender.tab !== undefined && sender.frameId !== 0;
  if (!sender.url.startsWith(extension.baseUrl)) {
    if (sender.tab?.id === undefined || sender.frameId === undefined) return "unknown";
    return framed ? "sub-frame" : "top-frame";
  }
  const isCard = new URL(sender.url).pathname === "/card.html";
  if (isCard) return framed ? "card-frame" : "unknown";
  return framed ? "unknown" : "extension-page";
}
