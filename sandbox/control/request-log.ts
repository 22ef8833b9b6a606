/** The API's requests, for tests to inspect. */

export interface LoggedRequest {
  /** Counts from 1; continues when the log is cleared. */
  readonly n: number;
  /** When it arrived, RFC 3339. */
  readonly time: string;
  readonly method: string;
  /** As sent, percent-encoded. */
  readonly path: string;
  /** As sent, percent-encoded, without the `?`. */
  readonly query: string;
  /** All of them, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** `null` while there is no answer: pending, hanging, or dropped. */
  status: number | null;
  /** Milliseconds until the answer's headers were ready; `null` as above. */
  durationMs: number | null;
}

/** Older requests are discarded, so that a benchmark can run for hours. */
const KEPT = 10_000;

export class RequestLog {
  #requests: LoggedRequest[] = [];
  #counted = 0;

  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  /** Logs a request; its `status` and `durationMs` are filled in when it is answered. */
  add(request: Pick<LoggedRequest, "method" | "path" | "query" | "headers">): LoggedRequest {
    const time = new Date().toISOString();
    const logged = { n: ++this.#counted, time, ...request, status: null, durationMs: null };
    if (this.#requests.length >= 2 * KEPT) this.#requests = this.#requests.slice(-KEPT);
    this.#requests.push(logged);
    return logged;
  }

  clear(): void {
    this.#requests = [];
  }
}
