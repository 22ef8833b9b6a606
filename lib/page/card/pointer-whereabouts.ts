/**
 * Milliseconds by which the clocks of two processes may differ: no pointer moves that fast from one frame into another.
 */
export const CLOCK_SKEW_MS = 4;

/**
 * Milliseconds that an event can be late at most. A larger difference comes from a clock that was set back meanwhile.
 */
export const LATE_MAX_MS = 10_000;

/**
 * Where the pointer is, as far as it is known. The page, its frames and the card each see only their own part of the
 * path, and their events arrive late and out of order: only the time shows which event is newer. All times are in ms
 * since the epoch.
 */
export interface Whereabouts {
  /** When it was last seen outside the card, in the top frame or on nothing in a sub-frame; 0: never. */
  outsideAt: number;
  /** When it was last seen on a mention in a sub-frame; 0: never. */
  inFrameAt: number;
  card:
    | { is: "not-entered" }
    /** It is or was in the card: events about an earlier place have no effect. */
    | { is: "entered" | "left"; seenAt: number };
}

export const UNSEEN: Whereabouts = { outsideAt: 0, inFrameAt: 0, card: { is: "not-entered" } };

export function isInCard({ card }: Whereabouts): boolean {
  return card.is === "entered";
}

/** It was seen in the top frame. Whether that concerns the card is decided by the look at that place. */
export function seenOutside(before: Whereabouts, time: number): Whereabouts {
  return isLate(time, before.outsideAt) ? before : { ...before, outsideAt: time };
}

/** It was seen in the card. @returns undefined for a late event: it has been seen outside since */
export function intoCard(before: Whereabouts, time: number): Whereabouts | undefined {
  if (isLate(time, before.outsideAt + CLOCK_SKEW_MS)) return undefined;
  return { ...before, card: { is: "entered", seenAt: time } };
}

/**
 * It was seen outside the card.
 *
 * @param time absent: it left a frame, perhaps into the card
 * @returns undefined for a late event: it has moved into the card or onto a mention in a sub-frame since. The first
 * look in a document waits for the part that looks, so a sub-frame's may arrive before the top frame's
 */
export function outOfCard(before: Whereabouts, time?: number): Whereabouts | undefined {
  if (time === undefined) return isInCard(before) ? undefined : before;
  if (isBeforeCard(before, time) || isLate(time, before.inFrameAt - CLOCK_SKEW_MS))
    return undefined;
  return notInCard(seenOutside(before, time));
}

/** It was seen on a mention in a sub-frame. @returns undefined for a late event: it has been seen elsewhere since */
export function inFrame(before: Whereabouts, time: number): Whereabouts | undefined {
  if (isLate(time, before.outsideAt) || isBeforeCard(before, time)) return undefined;
  return { ...notInCard(before), inFrameAt: time };
}

/** The card is hidden, so the pointer can't be in it. */
export function withoutCard(before: Whereabouts): Whereabouts {
  return { ...before, card: UNSEEN.card };
}

function isBeforeCard({ card }: Whereabouts, time: number): boolean {
  return card.is !== "not-entered" && isLate(time, card.seenAt - CLOCK_SKEW_MS);
}

/** Whether a time isn't later than another, within the time that an event can be late. */
function isLate(time: number, moment: number): boolean {
  return time <= moment && moment - time < LATE_MAX_MS;
}

function notInCard(before: Whereabouts): Whereabouts {
  const { card } = before;
  return card.is === "entered" ? { ...before, card: { is: "left", seenAt: card.seenAt } } : before;
}
