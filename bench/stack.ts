import { createConnections } from "../lib/connection/connection.ts";
import { createDirectories, type Directories } from "../lib/connection/directories.ts";
import { createCredentialStore } from "../lib/credentials/credential-store.ts";
import { memoryDeviceKeys } from "../lib/credentials/memory-device-keys.ts";
import type { Answer, SearchAnswer } from "../lib/directory/answer.ts";
import { createTraffic } from "../lib/directory/traffic/traffic.ts";
import { createBearer, createKeycardClient } from "../lib/keycard/index.ts";
import { memoryArea } from "../lib/memory-area.ts";
import type { Query } from "../lib/query.ts";
import { followSettings } from "../lib/settings/followed-settings.ts";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";

/** The cost of all lookups so far. */
export interface Spent {
  requests: number;
  /** ms from sending a request to the reply's headers, summed over all requests. */
  requestMs: number;
  /** ms during which requests were waiting for our own limiter. */
  limiterMs: number;
}

/** Lookups as in the service worker, but in Node. */
export interface Stack {
  lookUp(query: Query): Promise<Answer>;
  search(text: string): Promise<SearchAnswer>;
  spent: Spent;
}

const now = Date.now;
const clocks = { now, elapsed: () => performance.now() };
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * The wiring of lib/worker/services.ts with in-memory storage, as after a worker's start: nothing is cached, and the
 * limiter's burst is unused. A key and a zone are already stored.
 */
export async function createStack(origin: string): Promise<Stack> {
  const spent: Spent = { requests: 0, requestMs: 0, limiterMs: 0 };
  const session = memoryArea();
  const local = memoryArea();
  const credentials = createCredentialStore({
    session,
    local,
    deviceKeys: memoryDeviceKeys(),
    lockAfterMs: async () => Number.POSITIVE_INFINITY,
    now,
  });
  await credentials.keep({ kind: "api-key", key: API_KEYS.full }, { way: "session" });
  const settings = followSettings(local);
  await settings.change({ zone: { id: ACME.id } });

  const countingFetch: typeof globalThis.fetch = async (input, init) => {
    spent.requests += 1;
    const start = performance.now();
    return globalThis.fetch(input, init).finally(() => {
      spent.requestMs += performance.now() - start;
    });
  };
  const traffic = createTraffic({
    ...clocks,
    // Only the limiter uses this, with one sleep at a time; back-offs use the client's `sleep`.
    async sleep(ms) {
      const start = performance.now();
      await sleep(ms);
      spent.limiterMs += performance.now() - start;
    },
    isOnline: () => true,
    isAllowed: async () => true,
    limit: { get: async () => undefined, set: async () => {} },
  });
  const { mayRetry, observe } = traffic;
  const pacing = { ...clocks, random: Math.random, sleep, mayRetry };
  const parts = { origin, fetch: countingFetch, observe, ...pacing };
  const connections = createConnections({
    credentials,
    session,
    settings,
    client: (credential) =>
      createKeycardClient({ ...parts, bearer: createBearer({ ...parts, credential }) }),
    traffic,
    onChange: () => directories.clear(),
    onGone: async () => {},
    ...clocks,
  });
  const directories: Directories = createDirectories({ connections, session, traffic, ...clocks });

  /** Like the message handlers, reads key and zone for each lookup. */
  async function directory() {
    const known = await directories.current();
    if (!known.ok) throw new Error(`The stack isn't connected: ${known.failure.why}`);
    return known.directory;
  }

  return {
    lookUp: async (query) => (await directory()).lookUp(query),
    search: async (text) => (await directory()).search(text),
    spent,
  };
}
