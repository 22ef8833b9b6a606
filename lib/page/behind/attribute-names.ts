/** What an attribute's name says about its value. */

/** Attributes that say where something is, what it does, or what might be typed. */
const NOT_NAMING =
  /^(?:href|xlink:href|src|srcset|action|formaction|placeholder|pattern|style|class|on.*)$/;

/** Attributes that are about whoever is signed in. */
const SIGNED_IN =
  /current|(?<!as|de|re)signed|logged|login|session|(?<!re)viewer|(?:^|[-_])(?:me|my|self|own)(?:[-_]|$)/;

/** Attributes whose value may let in whoever has it, and look as somebody's ID does. */
const SECRET = /token|secret|passw|nonce|[cx]srf|cookie|key|session/;

/** Whether an attribute is not about whom its element shows. */
export function isUnrelated(name: string): boolean {
  return NOT_NAMING.test(name) || SIGNED_IN.test(name);
}

/** Whether an attribute may hold a secret: what looks like an ID there must not be asked for. */
export function mayHoldSecret(name: string): boolean {
  return SECRET.test(name);
}
