import { NAMED_KINDS } from "../../lib/named-kinds.ts";
import { API_KEYS } from "../../sandbox/credentials.ts";

/** The sandbox's control interface, as tests use it (sandbox/README.md). */
export interface Sandbox {
  url: string;
  /** The initial state, with an empty log. */
  reset(): Promise<void>;
  log(): Promise<LoggedRequest[]>;
  /** The log's requests for users, without those for the names of what they mention, which follow in the background. */
  lookUps(): Promise<LoggedRequest[]>;
  /** The log without those requests for names. */
  besideNames(): Promise<LoggedRequest[]>;
  clearLog(): Promise<void>;
  /** Defines what the API does with the next matching requests. */
  fault(...faults: object[]): Promise<void>;
  setFiltering(zone: string, filtering: boolean): Promise<void>;
  revoke(key: string): Promise<void>;
  latency(ms: number): Promise<void>;
}

export interface LoggedRequest {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  /** Null while the request is pending or hangs, or if it was dropped. */
  status: number | null;
}

/** The path of a list of things that users mention, of one of them, or of a zone. */
const NAMES = new RegExp(`^/zones/[^/]+(?:/(?:${NAMED_KINDS.join("|")})(?:/[^/]+)?)?$`);

export function sandboxAt(url: string): Sandbox {
  async function control(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "Content-Type": "application/json" },
      }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
  const log = async () => (await (await control("GET", "/__log")).json()) as LoggedRequest[];
  return {
    url,
    async reset() {
      await control("DELETE", "/__faults");
      await control("POST", "/__latency", { ms: 0 });
      await control("POST", "/__keys/restore", { key: API_KEYS.full });
      await control("DELETE", "/__zones");
      await control("DELETE", "/__log");
    },
    log,
    lookUps: async () => (await log()).filter(({ path }) => path.includes("/users")),
    besideNames: async () => (await log()).filter(({ path }) => !NAMES.test(path)),
    async clearLog() {
      await control("DELETE", "/__log");
    },
    async fault(...faults) {
      await control("POST", "/__faults", faults);
    },
    async setFiltering(zone, filtering) {
      await control("POST", `/__zones/${zone}`, { filtering });
    },
    async revoke(key) {
      await control("POST", "/__keys/revoke", { key });
    },
    async latency(ms) {
      await control("POST", "/__latency", { ms });
    },
  };
}
