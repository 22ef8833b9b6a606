/** What happened to a message: it was accepted, or refused for this reason. */
export const MESSAGE_OUTCOMES = [
  "taken",
  "unknown-name",
  "wrong-sender",
  "over-budget",
  "wrong-shape",
] as const;

export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number];
