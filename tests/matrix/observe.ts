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

/** Hovers a case and returns what is wrong with what the card then does; empty if all is well. */
export async function observe(driver: Driver, target: Target): Promise<string[]> {
  const spot = await pointAt(driver, target);
  const wrong = target.expect === "" ? await noCard(driver) : await card(driver, target, spot);
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
  return wrong;
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

async function noCard(driver: Driver): Promise<string[]> {
  await driver.wait(REST_MS);
  const { card, asked } = await driver.look();
  return card ? [`a card for ${asked}`] : [];
}

async function card(driver: Driver, { expect }: Target, spot: Spot): Promise<string[]> {
  const seen = await shownCard(driver, expect);
  if (!seen.card) return ["no card"];
  const wrong = misplaced(seen.card, spot, seen.window);
  if (seen.asked !== expect) wrong.push(`a card for ${seen.asked}`);
  return wrong;
}

/**
 * The card that stays: on a busy machine the first one can be replaced by a new one, and the pointer can have rested on
 * a neighbor on its way.
 */
async function shownCard(driver: Driver, expect: string): Promise<Look> {
  const end = performance.now() + OPEN_MS;
  for (;;) {
    const look = await driver.look({ isShown: true, ms: OPEN_MS });
    if (look.card === null || look.asked === expect || performance.now() >= end) return look;
    await driver.wait(STEP_MS);
  }
}
