import type { KeycardError } from "./result.ts";

type Refusal = Extract<KeycardError, { why: "keyRefused" }>;

/**
 * Explains why a key was refused, as far as the key itself shows: it has expired by the server's clock, or by this
 * computer's if the reply has no time.
 *
 * @param expiresAt from the key itself, ms since the epoch
 * @param nowMs ms since the epoch, by this computer
 */
export function explainedRefusal(
  error: Refusal,
  expiresAt: number | undefined,
  nowMs: number,
): KeycardError {
  const serversNow = nowMs - (error.clockAheadMs ?? 0);
  return expiresAt === undefined || serversNow < expiresAt
    ? error
    : { ...error, why: "keyExpired", expiredAt: expiresAt };
}
