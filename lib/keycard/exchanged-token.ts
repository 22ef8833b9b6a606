import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { CREDENTIAL_MAX_CHARS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import { HEADER_SAFE } from "./header-safe.ts";
import { reported, text } from "./reported.ts";
import type { Requester } from "./request.ts";
import { fail, type KeycardError, ok, type Result } from "./result.ts";

/** Milliseconds before its expiry from which an exchanged token isn't used any more. Keycard API notes, section 2. */
export const TOKEN_MARGIN_MS = 60_000;

/** Seconds for which an exchanged token is valid if the reply doesn't say. Keycard API notes, section 2. */
export const TOKEN_DEFAULT_LIFE_S = 3_600;

const bearer = z.string().check(z.regex(HEADER_SAFE), lengthWithin(0, CREDENTIAL_MAX_CHARS));

const exchanged = z.object({
  clientId: text,
  token: bearer,
  /** When it was requested, ms since the epoch. */
  askedAt: z.number(),
  lifeMs: z.number(),
});

/** A token that a service account's secret was exchanged for, with its client ID. */
export type ExchangedToken = z.output<typeof exchanged>;

const reply = z.object({
  access_token: bearer,
  expires_in: reported(z.number().check(z.positive())),
});

/** Whether a token can still be sent: not within `TOKEN_MARGIN_MS` of its expiry. */
export function isFresh(token: ExchangedToken, nowMs: number): boolean {
  return isWithin(token.askedAt, token.lifeMs - TOKEN_MARGIN_MS, nowMs);
}

/** Parses a stored value, which may be anything. Returns undefined unless it is a token of this client. */
export function storedToken(kept: unknown, clientId: string): ExchangedToken | undefined {
  const { data } = exchanged.safeParse(kept);
  return data?.clientId === clientId ? data : undefined;
}

/**
 * Converts the token endpoint's errors. A 403 here is about the account, not about a zone. OAuth's `invalid_client` may
 * come with 400 (RFC 6749, 5.2) and means a refused key; a 404 means that the endpoint isn't deployed, never "no such
 * user".
 */
function exchangeError(error: KeycardError): KeycardError {
  if (error.why === "notFound") return { ...error, why: "server" };
  const refused =
    error.why === "forbidden" ||
    (error.why === "badRequest" && "status" in error && error.code === "invalid_client");
  return refused ? { ...error, why: "keyRefused" } : error;
}

/** Exchanges a service account's secret for a token, once. */
export async function exchangeToken(
  requester: Requester,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  now: () => number,
): Promise<Result<ExchangedToken>> {
  const askedAt = now();
  const json = await requester.exchange(clientId, clientSecret);
  if (!json.ok) return fail(exchangeError(json.error));
  const { data } = reply.safeParse(json.value);
  if (data === undefined) {
    return fail({ why: "invalidReply", message: "The API sent no usable access token." });
  }
  const lifeMs = (data.expires_in ?? TOKEN_DEFAULT_LIFE_S) * 1_000;
  return ok({ clientId, token: data.access_token, askedAt, lifeMs });
}
