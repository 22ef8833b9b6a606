import { type Place, path } from "./hand.ts";
import { type Counted, follow, type Word } from "./look-ups.ts";

/** A deterministic model of someone who reads tickets: what they look at, and where the hand rests meanwhile. */

/** The ticket's column of text, CSS px. */
const COLUMN = { left: 100, top: 80, width: 720, lines: 32, lineHeight: 22 };

/** One line in four contains an address, with a typical width. */
const WORDS = 8;
const WORD = { minWidth: 120, maxWidth: 210, height: 16 };

/** How many places the hand moves to in one ticket. */
const PLACES = 12;

/** The share of these at which the user aims at an address, and at which the hand rests somewhere in the text. */
const MEANT_SHARE = 0.15;
const IN_TEXT_SHARE = 0.3;

/** Reads some tickets. @param seed of the reader's choices @returns the counts for each ticket */
export function readTickets(tickets: number, seed: number): Counted[] {
  const random = randomOf(seed);
  return Array.from({ length: tickets }, () => {
    const words = addresses(random);
    const places = Array.from({ length: PLACES }, () => somewhere(words, random));
    return follow(path(places, { x: 900, y: 400 }, random), words);
  });
}

function addresses(random: () => number): Word[] {
  return Array.from({ length: WORDS }, (_, nth) => {
    const line = Math.floor(((nth + random()) * COLUMN.lines) / WORDS);
    const width = WORD.minWidth + random() * (WORD.maxWidth - WORD.minWidth);
    return {
      value: `person${nth}@example.com`,
      left: COLUMN.left + random() * (COLUMN.width - width),
      top: COLUMN.top + line * COLUMN.lineHeight,
      width,
      height: WORD.height,
    };
  });
}

function somewhere(words: readonly Word[], random: () => number): Place {
  const which = random();
  if (which < MEANT_SHARE) {
    const word = words[Math.floor(random() * words.length)] as Word;
    return { x: word.left + random() * word.width, y: word.top + WORD.height / 2 };
  }
  const height = COLUMN.lines * COLUMN.lineHeight;
  if (which < MEANT_SHARE + IN_TEXT_SHARE)
    return { x: COLUMN.left + random() * COLUMN.width, y: COLUMN.top + random() * height };
  // Buttons, the reply field, the margin, another window.
  return { x: COLUMN.left + COLUMN.width + 40 + random() * 300, y: random() * 860 };
}

/** Mulberry32: the same numbers from the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
