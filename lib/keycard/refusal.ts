import type { KeycardError } from "./result.ts";

type Refusal = Extract<KeycardError, { why: "keyRefused" }>;

/**
 * Why a key was refused, as far as the key itself tells: its time is over by the server's clock, or by this computer's
 * where the reply does not say what time it is there.
 *
 * @param expiresAt the key's own word, ms since the epoch
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
