import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";

/**
 * Reduces a screenshot to a third of its bytes with a palette. Colors outside the palette are only shades at the edges
 * of letters, and become the nearest color.
 *
 * @param png without transparency
 * @param colors in the palette, at most 256
 */
export function smallPng(png: Buffer, colors = 256): Buffer {
  const { width, height, data } = PNG.sync.read(png);
  const pixels = new Uint32Array(width * height);
  for (let place = 0, at = 0; place < pixels.length; place++, at += 4)
    pixels[place] = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byFrequency = [...counts]
    .sort(([one, often], [other, less]) => less - often || one - other)
    .map(([color]) => color);
  const palette = paletteOf(byFrequency, colors);
  const places = new Map(palette.map((color, place) => [color, place]));
  for (const color of counts.keys())
    if (!places.has(color)) places.set(color, nearest(color, palette));

  // Each line begins with its filter type: none.
  const lines = Buffer.alloc((width + 1) * height);
  for (const [place, pixel] of pixels.entries())
    lines[place + Math.floor(place / width) + 1] = places.get(pixel) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits per pixel, indexed color.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const parts = (color: number): number[] => [color >> 16, (color >> 8) & 0xff, color & 0xff];

/** The most frequent colors, and of the others those that are farthest apart: rare colors matter too. */
function paletteOf(byFrequency: number[], colors: number): number[] {
  const frequent = byFrequency.slice(0, (colors * 3) / 4);
  const others = byFrequency.slice(frequent.length);
  for (let apart = 0; ; apart += 4) {
    const palette = [...frequent];
    for (const color of others)
      if (palette.every((other) => distance(color, other) > apart ** 2)) {
        palette.push(color);
        if (palette.length > colors) break;
      }
    if (palette.length <= colors) return palette;
  }
}

/** Squared. */
function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 0xff) - ((other >> 8) & 0xff);
  const blue = (one & 0xff) - (other & 0xff);
  return red ** 2 + green ** 2 + blue ** 2;
}

function nearest(color: number, palette: number[]): number {
  const distances = palette.map((other) => distance(color, other));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const around = Buffer.alloc(4);
  around.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([around, body, sum]);
}
