import { asciiDomain } from "../person-key.ts";

/** Parameters of Punycode. RFC 3492, section 5. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

/** Longest label of a domain, in characters (RFC 1035): a longer one is invalid and isn't decoded. */
const LABEL_MAX = 63;

const PREFIX = "xn--";

/**
 * Returns the Unicode form of a domain. The platform's URL parser only produces ASCII, so labels are decoded here.
 *
 * @param domain its ASCII form
 * @returns the domain unchanged if a label isn't what the URL parser would make of its decoded form
 */
export function unicodeDomain(domain: string): string {
  const labels = domain
    .split(".")
    .map((label) => (label.startsWith(PREFIX) ? decoded(label.slice(PREFIX.length)) : label));
  if (labels.includes(undefined)) return domain;
  const unicode = labels.join(".");
  return asciiDomain(unicode) === domain ? unicode : domain;
}

/** RFC 3492, section 6.2. @returns undefined if it isn't Punycode */
function decoded(label: string): string | undefined {
  if (label.length > LABEL_MAX) return undefined;
  const dash = label.lastIndexOf("-");
  const points = Array.from(label.slice(0, Math.max(0, dash)), (sign) => sign.charCodeAt(0));
  let at = dash + 1;
  let n = INITIAL_N;
  let bias = INITIAL_BIAS;
  for (let i = 0; at < label.length; i++) {
    const before = i;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = Number.parseInt(label[at++] ?? "", BASE);
      if (Number.isNaN(digit)) return undefined;
      // Letters come first: "a" is 0, "0" is 26.
      const value = (digit + T_MAX) % BASE;
      i += value * weight;
      const t = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (value < t) break;
      weight *= BASE - t;
    }
    const length = points.length + 1;
    bias = adapted(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10_ff_ff) return undefined;
    points.splice(i, 0, n);
  }
  return String.fromCodePoint(...points);
}

/** RFC 3492, section 6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
