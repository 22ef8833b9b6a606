/** Texts that harm a page which shows them as HTML, or which trusts their direction. */
export const MARKUP = {
  image: "<img src=x onerror=alert(1)>",
  script: '"><script>alert(1)</script>',
  entity: "&amp;&lt;b&gt;",
  /** U+202E reverses what follows it; U+2066 opens an isolate that nothing closes. */
  direction: "\u202egnp.ecin\u2066",
} as const;
