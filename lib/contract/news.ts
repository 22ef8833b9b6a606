/** What pages of the extension watch: keys in session storage that the background writes. */
export const NEWS = {
  /** Someone else was looked up in a card, the menu or the side panel; the side panel follows. */
  inspected: "last-inspected",
  /** Side panels are pinned to someone else, or unpinned. */
  pinned: "pinned-inspected",
  /** The key or the zone has changed, or was removed. */
  connection: "connection-changed",
  /** The organization's policy has changed. */
  policy: "policy-applied",
} as const;

export type News = keyof typeof NEWS;
