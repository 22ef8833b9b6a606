import { changelogEntries, type Entry } from "./changelogs.ts";

/** One in this many releases has a user ID next to the address; changelogs don't contain any themselves. */
const ENTRIES_PER_ID = 10;

/** Average number of characters of a piece of text before a `<span>` begins or ends. */
const PIECE_CHARS = 32;

/** A paragraph, heading or table, with the line break after it. */
interface Block {
  html: string;
  /** Including the line break. */
  textNodes: number;
}

/**
 * A list of releases of Debian packages, up to a number of text nodes: each with a heading, a paragraph with spans for
 * each item, and a table row with the author. The same in each run on one machine.
 *
 * @returns HTML of the blocks
 */
export function changelogBlocks(textNodes: number): string[] {
  const random = randomFrom(1);
  const blocks: string[] = [];
  let left = textNodes;
  for (const { html, textNodes: more } of releases(random)) {
    left -= more;
    if (left < 0) break;
    blocks.push(html);
  }
  return blocks;
}

function* releases(random: () => number): Generator<Block> {
  let entries = 0;
  for (const entry of changelogEntries())
    yield* blocksOf(entry, entries++ % ENTRIES_PER_ID === 0 ? userId(random) : undefined, random);
}

/** Paragraphs without mentions. @returns HTML of the blocks */
export function plainBlocks(count: number): string[] {
  const random = randomFrom(2);
  const blocks: string[] = [];
  for (const item of items()) {
    if (blocks.length === count) break;
    if (!/@|[0-9a-z]{26}/.test(item)) blocks.push(block("p", cut(item, random)).html);
  }
  return blocks;
}

function* items(): Generator<string> {
  for (const entry of changelogEntries()) yield* entry.items;
}

/** Nests blocks in elements of at most `NEST` children, and those in others, as on most pages. */
export function nested(blocks: readonly string[]): string {
  if (blocks.length <= NEST) return blocks.join("");
  const groups: string[] = [];
  for (let from = 0; from < blocks.length; from += NEST)
    groups.push(`<div>${blocks.slice(from, from + NEST).join("")}</div>`);
  return nested(groups);
}

const NEST = 20;

/** An HTML document around a body. */
export function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><style>body{font:14px/1.4 sans-serif;margin:16px}p{margin:2px 0}td{padding:2px 8px}</style></head><body>${body}</body></html>`;
}

function* blocksOf(
  { heading, items, author, email, date }: Entry,
  id: string | undefined,
  random: () => number,
): Generator<Block> {
  yield block("h4", [heading]);
  for (const item of items) yield block("p", cut(item, random));
  const cells = [author, `<${email}>`, date, ...(id === undefined ? [] : [id])];
  const row = cells.map((cell) => `<td>${escaped(cell)}</td>`).join("");
  yield { html: `<table><tr>${row}</tr></table>\n`, textNodes: cells.length + 1 };
}

function block(name: string, pieces: string[]): Block {
  const html = pieces
    .map((piece, n) => (n % 2 === 0 ? escaped(piece) : `<span>${escaped(piece)}</span>`))
    .join("");
  return { html: `<${name}>${html}</${name}>\n`, textNodes: pieces.length + 1 };
}

/** Splits between words into pieces of very different length, as links and emphasis do. */
function cut(item: string, random: () => number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let length = pieceChars(random);
  for (const word of item.split(/(?<= )/)) {
    if (piece.length > 0 && piece.length + word.length > length) {
      pieces.push(piece);
      piece = "";
      length = pieceChars(random);
    }
    piece += word;
  }
  return [...pieces, piece];
}

/** Exponentially distributed: most pieces are short, few are long. */
const pieceChars = (random: () => number) => -PIECE_CHARS * Math.log(1 - random());

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function userId(random: () => number): string {
  const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
  return Array.from({ length: 26 }, () => letters[Math.floor(random() * 36)]).join("");
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32 by Tommy Ettinger, public domain. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
