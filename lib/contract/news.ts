/** What pages of the extension watch for: keys in session storage that the background writes. */
export const NEWS = {
  /** Somebody else was looked up in a card, menu or side panel; the side panel follows. */
  inspected: "last-inspected",
  /** Side panels stay with another person, or with nobody any more. */
  pinned: "pinned-inspected",
  /** Another key or zone holds, or none any more. */
  connection: "connection-changed",
  /** Another policy of the organization holds. */
  policy: "policy-applied",
} as const;

export type News = keyof typeof NEWS;
