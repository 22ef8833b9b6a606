/**
 * A model of a hand that moves a mouse over a ticket while its user reads. No recording of real people was available,
 * so the paths follow published models. An aimed movement takes the time given by Fitts's law (MacKenzie 1992: 230 ms +
 * 166 ms for each bit of difficulty) and has the speed of a minimum-jerk curve (Flash and Hogan 1985). One in three
 * ends a little short and is corrected (Meyer 1988). After each movement the hand rests for a while: mostly next to the
 * text that is read, sometimes on it.
 */

/** The pointer's position, CSS px, at a time, ms. */
export interface Sample {
  time: number;
  x: number;
  y: number;
}

export interface Place {
  x: number;
  y: number;
}

/** ms between two samples, as reported by a mouse at 60 Hz. */
const SAMPLE_MS = 16;

const FITTS_MS = { base: 230, perBit: 166 };

/** Width of a target that is aimed at without care, CSS px. */
const TARGET_PX = 40;

const SHORT_SHARE = 1 / 3;

/** The log-normal distribution of the rests: half of them are shorter than 0.9 s. */
const REST = { medianMs: 900, sigma: 1 };

/** @param random numbers from 0 to 1 */
export function path(places: readonly Place[], start: Place, random: () => number): Sample[] {
  const samples: Sample[] = [{ time: 0, ...start }];
  const last = () => samples.at(-1) as Sample;

  function moveTo(target: Place): void {
    const from = last();
    const distance = Math.hypot(target.x - from.x, target.y - from.y);
    if (distance < 1) return;
    const ms = FITTS_MS.base + FITTS_MS.perBit * Math.log2(distance / TARGET_PX + 1);
    for (let passed = SAMPLE_MS; passed <= ms; passed += SAMPLE_MS) {
      const part = minimumJerk(passed / ms);
      samples.push({
        time: from.time + passed,
        x: from.x + part * (target.x - from.x),
        y: from.y + part * (target.y - from.y),
      });
    }
  }

  for (const target of places) {
    const from = last();
    if (random() < SHORT_SHARE) {
      const part = 0.85 + 0.1 * random();
      moveTo({ x: from.x + part * (target.x - from.x), y: from.y + part * (target.y - from.y) });
    }
    moveTo(target);
    const rest = REST.medianMs * Math.exp(REST.sigma * normal(random));
    samples.push({ ...last(), time: last().time + rest });
  }
  return samples;
}

/** The share of the distance that is covered after a share of the time. */
function minimumJerk(part: number): number {
  return 10 * part ** 3 - 15 * part ** 4 + 6 * part ** 5;
}

/** A normally distributed number, from two uniformly distributed ones (Box–Muller transform). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
