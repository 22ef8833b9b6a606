import { orAborted } from "./abort.ts";
import type { Credential } from "./credential.ts";
import { type ExchangedToken, exchangeToken, isFresh, storedToken } from "./exchanged-token.ts";
import { jwtExpiry } from "./jwt.ts";
import { apiOrigin } from "./origin.ts";
import { createRequester, type RequesterParts } from "./request.ts";
import { ok, type Result } from "./result.ts";
import { type Pacing, withRetry } from "./retry.ts";

/** The source of the token to send. */
export type BearerSource = {
  /** The only origin to which the tokens can be sent. */
  readonly origin: string;
  /** When the only token expires according to itself (JWT `exp`), ms since the epoch; the server decides. */
  readonly expiresAt: number | undefined;
  /** The token to send now. Returns "aborted" with `signal`, while other callers still wait for the same exchange. */
  token(signal?: AbortSignal): Promise<Result<string>>;
  /** Call it when the API has answered 401 to `token`. Returns whether the next call of `token` returns another one. */
  invalidate(token: string): boolean;
};

/**
 * Stores an exchanged token while the worker sleeps: `storage.session` in the extension. It belongs to one credential:
 * whoever changes the credential clears it. A store that fails costs an exchange, nothing else.
 */
export type TokenStore = {
  get(): Promise<unknown>;
  set(token: ExchangedToken): Promise<void>;
};

export type BearerParts = RequesterParts & Pacing & { credential: Credential; store?: TokenStore };

function fixedBearer(origin: string, key: string): BearerSource {
  return {
    origin,
    expiresAt: jwtExpiry(key),
    token: async () => ok(key),
    invalidate: () => false,
  };
}

function exchangedBearer(
  parts: BearerParts,
  account: { clientId: string; clientSecret: string },
): BearerSource {
  const { now, store } = parts;
  const requester = createRequester(parts);
  let current: ExchangedToken | undefined;
  let storeWasRead = false;
  let pending: Promise<Result<string>> | undefined;

  async function obtain(): Promise<Result<string>> {
    if (store !== undefined && !storeWasRead) {
      storeWasRead = true;
      current = storedToken(await store.get().catch(() => undefined), account.clientId);
      if (current !== undefined && isFresh(current, now())) return ok(current.token);
    }
    const exchanged = await withRetry(() => exchangeToken(requester, account, now), parts);
    if (!exchanged.ok) return exchanged;
    current = exchanged.value;
    await store?.set(current).catch(() => undefined);
    return ok(current.token);
  }

  return {
    origin: apiOrigin(parts.origin),
    expiresAt: undefined,
    async token(signal) {
      if (current !== undefined && isFresh(current, now())) return ok(current.token);
      pending ??= obtain().finally(() => {
        pending = undefined;
      });
      return orAborted(pending, signal);
    },
    invalidate(token) {
      if (current?.token === token) current = undefined;
      return true;
    },
  };
}

/**
 * Creates the source of tokens for a credential. An API key is sent as it is, even if its own `exp` has passed by some
 * clock: the server decides. A service account is exchanged for a token, with one exchange at a time for all callers,
 * and the token is reused until shortly before it expires.
 */
export function createBearer(parts: BearerParts): BearerSource {
  const { credential } = parts;
  return credential.kind === "api-key"
    ? fixedBearer(apiOrigin(parts.origin), credential.key)
    : exchangedBearer(parts, credential);
}
