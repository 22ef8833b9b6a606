/** Style rules that tell the server what a page's script can't see: each condition that becomes true is a request. */

/** Letters whose use the page can detect, each with its own font. */
const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.,:;|-–’“”()"];

/** Possible states of the card's host; the page detects each once. */
export const PROBES = [
  "[popover]",
  "[popover]:popover-open",
  "[popover]:hover",
  "[popover]:active",
  "[popover]:focus",
  "[popover]:focus-visible",
  "[popover]:focus-within",
  "[popover]:not(:empty)",
  "[popover]:not([popover=manual])",
  "[popover]:is([class], [id], [style], [title], [hidden], [aria-label], [aria-busy], [part], [lang])",
  "[popover]:is(:defined, :target, :modal, :fullscreen, :dir(rtl))",
  "iframe",
] as const;

/** The rules, to be added once the page's service worker receives their requests. */
export function spyRules(): string {
  const fonts = LETTERS.map((letter) => {
    const code = letter.codePointAt(0)?.toString(16).toUpperCase() ?? "";
    return `@font-face { font-family: spy; src: url(/recorder/spy/font-${code}); unicode-range: U+${code}; font-display: swap; }`;
  });
  const images = PROBES.map(
    (probe, n) => `:root:has(${probe}) #probe-${n} { background: url(/recorder/spy/probe-${n}); }`,
  );
  return [
    ...fonts,
    "*, *::before, *::after, *::backdrop { font-family: spy, monospace !important; }",
    ...images,
  ].join("\n");
}
