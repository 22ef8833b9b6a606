import type { Driver, Look, Target } from "./driver.ts";
import type { Spot } from "./in-page.ts";
import { misplaced } from "./placing.ts";

/** How long a card can take to open, ms: 250 of rest, and room for a busy machine. */
const OPEN_MS = 6_000;

/** How long the pointer rests where no card must open, ms. */
const REST_MS = 600;

/** How long a card can take to close once the pointer has left, ms: 300 by design. */
const CLOSE_MS = 4_000;

const STEP_MS = 30;

/** How often a case is hovered until the pointer is there, and the time in between, ms: 4 s on a busy machine. */
const POINT_TRIES = 20;
const SETTLE_MS = 200;

/** How often a case is hovered before a card for someone else counts. */
const HOVERS = 3;

/**
 * Hovers a case and returns what is wrong with what the card then does; empty if all is well. On a busy machine, the
 * pointer can rest on a neighbor on its way: if the first card is for someone else, the case is hovered again.
 */
export async function observe(driver: Driver, target: Target): Promise<string[]> {
  for (let hovers = 1; ; hovers++) {
    const { wrong, isOther } = await hover(driver, target);
    if (!isOther || hovers === HOVERS) return wrong;
  }
}

/** `isOther`: the first card was for someone who isn't expected. */
async function hover(
  driver: Driver,
  target: Target,
): Promise<{ wrong: string[]; isOther: boolean }> {
  const spot = await pointAt(driver, target);
  const { card, asked, window } = await firstCard(driver, target);
  const isOther = card !== null && asked !== target.expect;
  const wrong: string[] = [];
  if (isOther) wrong.push(`a card for ${asked}`);
  else if (card) wrong.push(...misplaced(card, spot, window));
  else if (target.expect !== "") wrong.push("no card");

  let missed = await target.missed();
  // The hover state lags for a moment when the top layer changes.
  for (let tries = 0; missed !== undefined && tries < 10; tries++) {
    await driver.wait(STEP_MS);
    missed = await target.missed();
  }
  if (missed !== undefined) wrong.push(missed);
  await driver.leave();
  if ((await driver.look({ isShown: false, ms: CLOSE_MS })).card !== null)
    wrong.push("the card stays open when the pointer has left");
  return { wrong, isOther };
}

/**
 * The browser learns the position of out-of-process frames only some frames after a scroll, and on a busy machine a
 * frame's document can still change its layout: each time, the case is searched for again. No hand is that quick.
 */
async function pointAt(driver: Driver, target: Target): Promise<Spot> {
  for (let tries = 1; ; tries++) {
    const spot = await target.find();
    await driver.point(spot);
    if (tries === POINT_TRIES || (await target.missed()) === undefined) return spot;
    await driver.wait(SETTLE_MS);
  }
}

/** The first card once the pointer is there, or none after a while. */
async function firstCard(driver: Driver, { expect }: Target): Promise<Look> {
  if (expect !== "") return driver.look({ isShown: true, ms: OPEN_MS });
  await driver.wait(REST_MS);
  return driver.look();
}
