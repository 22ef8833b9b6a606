/** Characters before a word that can show that it is a secret. */
const KEY_MAX = 48;

/**
 * The end of a key in front of a secret: `PHPSESSID=`, `"access_token": "`, `Bearer `. What gives access to someone's
 * session is never sent anywhere, even if it looks like an ID.
 */
const SECRET_KEY =
  /(?:(?:sess(?:ion)?[-_ ]?(?:id|key|token)?|token|secret|passw(?:or)?d|passphrase|pwd|(?:api|access|private)[-_ ]?key|nonce|[cx]srf|cookie|(?<![a-z])(?:sid|code))s?["'\\\]]{0,4}\s?(?:[:=]|%3[AD])[>\s"'\\]{0,6}|bearer\s)$/i;

/** Whether the word at `start` is labeled as a secret. */
export function isSecret(text: string, start: number): boolean {
  return SECRET_KEY.test(text.slice(Math.max(0, start - KEY_MAX), start));
}
