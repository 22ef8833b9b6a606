import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { CREDENTIAL_MAX_CHARS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import { HEADER_SAFE } from "./header-safe.ts";
import { reported, text } from "./reported.ts";
import type { Requester } from "./request.ts";
import { fail, type KeycardError, ok, type Result } from "./result.ts";

/** Milliseconds before its expiry from which an exchanged token is not used any more. Keycard API notes, section 2. */
export const TOKEN_MARGIN_MS = 60_000;

/** Seconds that an exchanged token is good for when the reply does not say. Keycard API notes, section 2. */
export const TOKEN_DEFAULT_LIFE_S = 3_600;

const bearer = z.string().check(z.regex(HEADER_SAFE), lengthWithin(0, CREDENTIAL_MAX_CHARS));

const exchanged = z.object({
  clientId: text,
  token: bearer,
  /** When it was asked for, ms since the epoch. */
  askedAt: z.number(),
  lifeMs: z.number(),
});

/** A token that a service account's secret was exchanged for, and whose it is. */
export type ExchangedToken = z.output<typeof exchanged>;

const reply = z.object({
  access_token: bearer,
  expires_in: reported(z.number().check(z.positive())),
});

/** Whether a token may still be sent: not within `TOKEN_MARGIN_MS` of its expiry. */
export function isFresh(token: ExchangedToken, nowMs: number): boolean {
  return isWithin(token.askedAt, token.lifeMs - TOKEN_MARGIN_MS, nowMs);
}

/** Reads back what a store kept, which may be anything: undefined unless it is a token of this client. */
export function storedToken(kept: unknown, clientId: string): ExchangedToken | undefined {
  const { data } = exchanged.safeParse(kept);
  return data?.clientId === clientId ? data : undefined;
}

/**
 * The token endpoint's errors in this library's sense. A 403 here is about the account, not about a zone. OAuth's
 * `invalid_client` may come with 400 (RFC 6749, 5.2) and is a refused key; a 404 says that the endpoint is not deployed,
 * never "no such user".
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
