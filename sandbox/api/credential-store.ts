/** Which bearers are currently valid: keys and issued tokens, except revoked and expired ones. */
import { randomUUID } from "node:crypto";
import {
  ACCESS_OF_KEY,
  type Access,
  FULL_ACCESS,
  SERVICE_ACCOUNT,
  TOKEN_PREFIX,
} from "../credentials.ts";

/**
 * A token's lifetime in seconds, unless `expires_in` or the control interface says otherwise (API notes, section 2).
 */
const TOKEN_LIFETIME_S = 3600;

export class CredentialStore {
  /** Issued tokens, with the time they expire at in milliseconds since 1970. */
  readonly #tokens = new Map<string, number>();
  readonly #revoked = new Set<string>();
  readonly #now: () => number;

  /** Lifetime in seconds of tokens issued from now on; `null`: 3600, but the reply has no `expires_in`. */
  lifetime: number | null = TOKEN_LIFETIME_S;

  /** @param now The clock, in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What a bearer can read, or `undefined` if it is unknown, revoked or expired. */
  access(bearer: string): Access | undefined {
    if (this.#revoked.has(bearer)) return undefined;
    const expires = this.#tokens.get(bearer);
    if (expires !== undefined) return this.#now() < expires ? FULL_ACCESS : undefined;
    return ACCESS_OF_KEY.get(bearer);
  }

  /** A new token for the service account, or `undefined` if these aren't its credentials. */
  exchange(clientId: string, clientSecret: string): string | undefined {
    const { clientId: known, clientSecret: secret } = SERVICE_ACCOUNT;
    if (clientId !== known || clientSecret !== secret || this.#revoked.has(known)) return undefined;
    const token = `${TOKEN_PREFIX}${randomUUID()}`;
    this.#tokens.set(token, this.#now() + (this.lifetime ?? TOKEN_LIFETIME_S) * 1000);
    return token;
  }

  /** Revokes an API key, a token, or the service account with all its tokens. */
  revoke(key: string): void {
    this.#revoked.add(key);
    if (key === SERVICE_ACCOUNT.clientId) this.expireTokens();
  }

  restore(key: string): void {
    this.#revoked.delete(key);
  }

  /** Invalidates every token issued so far, as if it had expired. */
  expireTokens(): void {
    for (const token of this.#tokens.keys()) this.#tokens.set(token, 0);
  }

  /** Whether such a key, client or token exists or ever existed: distinguishes a typo from a revocation. */
  knows(key: string): boolean {
    return ACCESS_OF_KEY.has(key) || this.#tokens.has(key) || key === SERVICE_ACCOUNT.clientId;
  }
}
