/** Milliseconds by which the clocks of two processes may differ: no pointer is so quick from one frame into another. */
export const CLOCK_SKEW_MS = 4;

/** Milliseconds that news is late at most. What seems to be later comes of a clock that was set back meanwhile. */
export const LATE_MAX_MS = 10_000;

/**
 * Where the pointer is, as far as anybody knows. The page, the frames in it and the card each see only their own part of
 * the way, and what they tell comes late and out of order: only its time says what is news. All times are ms since the
 * epoch.
 */
export interface Whereabouts {
  /** When it was last seen outside the card, in the top frame or on nothing in another; 0: never. */
  outsideAt: number;
  /** When it was last seen on a mention in a frame inside the page; 0: never. */
  inFrameAt: number;
  card:
    | { is: "not-entered" }
    /** It is in the card, or it has been: what tells of an earlier place means nothing. */
    | { is: "entered" | "left"; seenAt: number };
}

export const UNSEEN: Whereabouts = { outsideAt: 0, inFrameAt: 0, card: { is: "not-entered" } };

export function isInCard({ card }: Whereabouts): boolean {
  return card.is === "entered";
}

/** It was seen in the top frame. Whether that is news of the card, the look at that place says. */
export function seenOutside(before: Whereabouts, time: number): Whereabouts {
  return isLate(time, before.outsideAt) ? before : { ...before, outsideAt: time };
}

/** It was seen in the card. @returns undefined for late news: it has been seen outside since */
export function intoCard(before: Whereabouts, time: number): Whereabouts | undefined {
  if (isLate(time, before.outsideAt + CLOCK_SKEW_MS)) return undefined;
  return { ...before, card: { is: "entered", seenAt: time } };
}

/**
 * It was seen outside the card.
 *
 * @param time absent: it left a frame, perhaps into the card
 * @returns undefined for late news: it has come into the card or onto a mention in a frame since. The first look in a
 *   document waits for the part that looks, and the frame's may come before the top frame's
 */
export function outOfCard(before: Whereabouts, time?: number): Whereabouts | undefined {
  if (time === undefined) return isInCard(before) ? undefined : before;
  if (isBeforeCard(before, time) || isLate(time, before.inFrameAt - CLOCK_SKEW_MS))
    return undefined;
  return notInCard(seenOutside(before, time));
}

/** It was seen on a mention in a frame inside the page. @returns undefined for late news: it has been seen elsewhere since */
export function inFrame(before: Whereabouts, time: number): Whereabouts | undefined {
  if (isLate(time, before.outsideAt) || isBeforeCard(before, time)) return undefined;
  return { ...notInCard(before), inFrameAt: time };
}

/** The card is hidden: nobody can be in it. */
export function withoutCard(before: Whereabouts): Whereabouts {
  return { ...before, card: UNSEEN.card };
}

function isBeforeCard({ card }: Whereabouts, time: number): boolean {
  return card.is !== "not-entered" && isLate(time, card.seenAt - CLOCK_SKEW_MS);
}

/** Whether something was seen no later than a moment. */
function isLate(time: number, moment: number): boolean {
  return time <= moment && moment - time < LATE_MAX_MS;
}

function notInCard(before: Whereabouts): Whereabouts {
  const { card } = before;
  return card.is === "entered" ? { ...before, card: { is: "left", seenAt: card.seenAt } } : before;
}
