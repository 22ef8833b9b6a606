/** Maximum characters of a policy's value in a warning. */
export const POLICY_GIVEN_CHARS = 60;

/** What a warning can quote of an invalid policy value: enough to find it, never a secret in full. */

const SECRET_NAME =
  /secret|token|pass(word|phrase|wd)|credential|bearer|api_?-?key|private_?-?key|client_?-?id/i;

/** Whether a key is named as if it contained a secret. */
export function isSecretName(key: string): boolean {
  return SECRET_NAME.test(key);
}

/** Long and without the punctuation of URLs and templates: it may be a key in the wrong place. */
const MAYBE_SECRET = /[\w+/=-]{16,}/;

/** Characters that are quoted of a possible secret. */
const HINT_CHARS = 4;

/** A value as a warning quotes it. */
export function shortened(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const [secret] = MAYBE_SECRET.exec(text) ?? [];
  const told = secret === undefined ? text : text.slice(0, text.indexOf(secret) + HINT_CHARS);
  const cut = told.slice(0, POLICY_GIVEN_CHARS);
  return cut === text ? text : `${cut}…`;
}
