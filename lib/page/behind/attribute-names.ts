/** What an attribute's name says about its value. */

/** Attributes that say where something is, what it does, or what users can type. */
const NOT_NAMING =
  /^(?:href|xlink:href|src|srcset|action|formaction|placeholder|pattern|style|class|on.*)$/;

/** Attributes that are about the signed-in user. */
const SIGNED_IN =
  /current|(?<!as|de|re)signed|logged|login|session|(?<!re)viewer|(?:^|[-_])(?:me|my|self|own)(?:[-_]|$)/;

/** Attributes whose value can grant access, and can look like a user ID. */
const SECRET = /token|secret|passw|nonce|[cx]srf|cookie|key|session/;

/** Whether an attribute isn't about the person that its element shows. */
export function isUnrelated(name: string): boolean {
  return NOT_NAMING.test(name) || SIGNED_IN.test(name);
}

/** Whether an attribute can contain a secret: never look up what looks like an ID there. */
export function mayHoldSecret(name: string): boolean {
  return SECRET.test(name);
}
