/** Characters of what a policy was given, in a warning. */
export const POLICY_GIVEN_CHARS = 60;

/** What of a policy that is wrong may be told: enough to find it, never a secret in full. */

const SECRET_NAME =
  /secret|token|pass(word|phrase|wd)|credential|bearer|api_?-?key|private_?-?key|client_?-?id/i;

/** Whether a key is named as if it held a secret. */
export function isSecretName(key: string): boolean {
  return SECRET_NAME.test(key);
}

/** Long and without the marks that addresses and templates have: it may be a key that stands in the wrong place. */
const MAYBE_SECRET = /[\w+/=-]{16,}/;

/** Characters of what may be a secret. */
const HINT_CHARS = 4;

/** A value as a warning names it. */
export function shortened(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const [secret] = MAYBE_SECRET.exec(text) ?? [];
  const told = secret === undefined ? text : text.slice(0, text.indexOf(secret) + HINT_CHARS);
  const cut = told.slice(0, POLICY_GIVEN_CHARS);
  return cut === text ? text : `${cut}…`;
}
