/** For tests: a sandbox on a free port for one test file, and requests to it over HTTP. */
import { afterAll, beforeAll } from "vitest";
import type { Page } from "./api/page.ts";
import { API_KEYS } from "./credentials.ts";
import type { User } from "./population/user.ts";
import { type RunningSandbox, startSandbox } from "./server.ts";
import type { SandboxOptions } from "./state.ts";

interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Query parameters in order; a name can be repeated. */
export type Query = readonly (readonly [name: string, value: string])[];

export interface TestClient {
  /** GET with a bearer; `null` sends none. */
  get<Body>(path: string, key?: string | null): Promise<Reply<Body>>;
  /** Users, with a key that can read every zone but the forbidden one. */
  list(zoneId: string, query?: Query): Promise<Reply<Page<User>>>;
  /** A control request; a body makes it a POST unless a method is given. */
  control<Body>(path: string, body?: unknown, method?: string): Promise<Reply<Body>>;
  url(): string;
}

/** Starts a sandbox before the file's tests and ends it after them. */
export function useSandbox(options: Partial<SandboxOptions> = {}): TestClient {
  let running: RunningSandbox | undefined;
  beforeAll(async () => {
    running = await startSandbox(options);
  });
  afterAll(() => running?.close());
  const url = () => running?.url ?? "";

  const get = <Body>(path: string, key: string | null = API_KEYS.full) =>
    request<Body>(
      url() + path,
      key === null ? {} : { headers: { Authorization: `Bearer ${key}` } },
    );

  return {
    url,
    get,
    list: (zoneId, query = []) =>
      get(
        `/zones/${zoneId}/users?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`,
        API_KEYS.generations,
      ),
    control: (path, body, method = body === undefined ? "GET" : "POST") =>
      request(url() + path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
  };
}

async function request<Body>(url: string, init: RequestInit): Promise<Reply<Body>> {
  const response = await fetch(url, init);
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: (json ? JSON.parse(text) : text) as Body,
  };
}
