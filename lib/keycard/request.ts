import type { Clocks } from "../moments.ts";
import { aborted } from "./abort.ts";
import { type QueryPair, requestAddress } from "./address.ts";
import { HEADER_SAFE } from "./header-safe.ts";
import { apiOrigin } from "./origin.ts";
import { readReply } from "./reply.ts";
import { type RequestKind, requestKind } from "./request-kind.ts";
import { fail, type Result } from "./result.ts";

/** Milliseconds after which a request to the API times out. Keycard API notes, section 4. */
const REQUEST_TIMEOUT_MS = 10_000;

export type RequesterParts = Clocks & {
  /** Such as `https://api.keycard.ai`; nothing is ever sent anywhere else. */
  origin: string;
  fetch: typeof globalThis.fetch;
  /** Timeout of a request including its body, ms. Shorter only in tests. */
  timeoutMs?: number;
  /** Called with the outcome of each request. */
  observe?: (outcome: Outcome) => void;
  /** Called for each request that has ended, for the debug log. */
  onRequest?: (ended: EndedRequest) => void;
};

/** What a request shows about whether the API is up. */
export type Outcome =
  | "success"
  /** It answered with a server error. */
  | "failure"
  /** No reply came, from the API or through the network. */
  | "unreached"
  /** Aborted by the caller. */
  | "unknown";

/** A request that has ended: its kind, not who it was about. */
export interface EndedRequest {
  what: RequestKind;
  /** HTTP status; 0 if no reply came. */
  status: number;
  /** Time until the reply's headers. */
  ms: number;
}

/** The two requests that this extension can make (design, invariant 5). Both return the reply's JSON. */
export type Requester = {
  readonly origin: string;
  /** GET of the path below the origin that consists of `segments`. */
  get(
    segments: readonly string[],
    query: readonly QueryPair[],
    token: string,
    signal?: AbortSignal,
  ): Promise<Result<unknown>>;
  /** The POST that exchanges a service account's secret for a token (Keycard API notes, section 2). */
  exchange(clientId: string, clientSecret: string): Promise<Result<unknown>>;
};

/** Everything that can differ between the options of two requests. */
type Sendable =
  | { method: "GET"; headers: { Authorization: string } }
  | {
      method: "POST";
      headers: { Authorization: string; "Content-Type": "application/x-www-form-urlencoded" };
      body: "grant_type=client_credentials";
    };

async function unsendable(): Promise<Result<never>> {
  const message = "The key holds characters that cannot be sent.";
  return fail({ why: "badRequest", message });
}

/** Creates the only thing in this project that calls `fetch`. It sends once; retries are up to the caller. */
export function createRequester(parts: RequesterParts): Requester {
  // Not called as a method of `parts`: browsers refuse a fetch whose `this` isn't the global object.
  const { fetch, now, elapsed, timeoutMs = REQUEST_TIMEOUT_MS } = parts;
  const { observe = () => undefined, onRequest = () => undefined } = parts;
  const origin = apiOrigin(parts.origin);

  async function send(
    what: RequestKind,
    address: string,
    { headers, ...sendable }: Sendable,
    secrets: readonly string[],
    signal?: AbortSignal,
  ): Promise<Result<unknown>> {
    if (signal?.aborted) return aborted();
    const deadline = AbortSignal.timeout(timeoutMs);
    const ended = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    const unanswered = (): Result<never> => {
      if (signal?.aborted) return aborted();
      if (!deadline.aborted) return fail({ why: "network", message: `Could not reach ${origin}.` });
      const message = `${origin} did not answer within ${timeoutMs / 1_000} s.`;
      return fail({ why: "timeout", message });
    };
    const begun = elapsed();
    const response = await fetch(`${origin}${address}`, {
      ...sendable,
      headers: { Accept: "application/json", ...headers },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "error",
      signal: ended,
    }).catch(() => undefined);
    onRequest({ what, status: response?.status ?? 0, ms: elapsed() - begun });
    if (response === undefined) {
      observe(signal?.aborted ? "unknown" : "unreached");
      return unanswered();
    }
    observe(response.status >= 500 ? "failure" : "success");
    return (await readReply(response, secrets, now(), ended)) ?? unanswered();
  }

  return {
    origin,
    async get(segments, query, token, signal) {
      if (!HEADER_SAFE.test(token)) return unsendable();
      const address = requestAddress(segments, query);
      if (!address.ok) return address;
      const headers = { Authorization: `Bearer ${token}` };
      const what = requestKind(segments);
      return send(what, address.value, { method: "GET", headers }, [token], signal);
    },
    async exchange(clientId, clientSecret) {
      if (!HEADER_SAFE.test(clientId) || !HEADER_SAFE.test(clientSecret)) return unsendable();
      const basic = btoa(`${clientId}:${clientSecret}`);
      const headers = {
        Authorization: `Basic ${basic}`,
        "Content-Type": "application/x-www-form-urlencoded",
      } as const;
      const body = "grant_type=client_credentials";
      return send("token", "/service-account-token", { method: "POST", headers, body }, [
        basic,
        clientSecret,
      ]);
    },
  };
}
