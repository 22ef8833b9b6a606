/** Scripted faults: their format, and which one is next. */
import { z } from "zod";

/** 10 minutes: longer than any test should wait. */
const DELAY_MAX_MS = 600_000;

/** 32 MiB: more than any client of a directory should read. */
const OVERSIZE_BYTES = 32 * 1024 * 1024;

export const faultSchema = z.strictObject({
  /** A method, the beginning of a path, or both: "GET", "/zones", "GET /zones". Matches everything if absent. */
  match: z
    .string()
    .regex(/^([A-Z]+|\/\S*|[A-Z]+ \/\S*)$/, "must be like GET, /zones or GET /zones")
    .optional(),
  /** Number of requests it applies to; `null`: all, until the faults are cleared. */
  times: z.int().positive().nullable().default(1),
  /** Answer with this status instead of the real reply. */
  status: z.int().min(200).max(599).optional(),
  /** Answer with this body: a string as it is, anything else as JSON. */
  body: z.unknown().optional(),
  contentType: z.string().optional(),
  /** Added to the answer, scripted or real. */
  headers: z.record(z.string(), z.string()).default({}),
  /** Milliseconds to wait before the answer; for "slow-body": between the first and the last byte. */
  delayMs: z.int().min(0).max(DELAY_MAX_MS).default(0),
  mode: z
    .enum([
      /** No answer, and the connection stays open. */
      "hang",
      /** The connection is closed without an answer. */
      "drop",
      /** The real JSON, truncated in the middle. */
      "truncate",
      /** The real reply, its body trickling in over `delayMs` (30 s if that is 0). */
      "slow-body",
      /** A proxy's HTML error page (502 unless `status` says otherwise). */
      "html",
      /** The real status, with a valid JSON body of `bytes` bytes. */
      "oversize",
    ])
    .optional(),
  /** Length of an "oversize" body. */
  bytes: z.int().positive().default(OVERSIZE_BYTES),
});

export type Fault = z.infer<typeof faultSchema>;

export class FaultScript {
  #faults: Fault[] = [];
  readonly #always: Fault | undefined;

  /** @param fail The status that every request fails with, if any; clearing the faults doesn't end it. */
  constructor(fail: number | undefined) {
    if (fail === undefined) return;
    const headers = fail === 429 ? { "Retry-After": "1" } : {};
    this.#always = faultSchema.parse({ status: fail, headers, times: null });
  }

  /** Those that haven't been used up. */
  get pending(): readonly Fault[] {
    return this.#faults;
  }

  add(faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  clear(): void {
    this.#faults = [];
  }

  /** The first fault that matches a request, if any; uses one of its times. */
  next(method: string, path: string): Fault | undefined {
    const fault = this.#faults.find((candidate) => matches(candidate.match, method, path));
    if (fault === undefined) return this.#always;
    if (fault.times !== null) fault.times--;
    if (fault.times === 0) this.#faults = this.#faults.filter((other) => other !== fault);
    return fault;
  }
}

function matches(match: string | undefined, method: string, path: string): boolean {
  if (match === undefined) return true;
  const slash = match.indexOf("/");
  const wantedMethod = (slash < 0 ? match : match.slice(0, slash)).trim();
  const wantedPath = slash < 0 ? "" : match.slice(slash);
  return (wantedMethod === "" || wantedMethod === method) && path.startsWith(wantedPath);
}
