/** The state of a running sandbox, which the control interface changes. */
import { setTimeout as sleep } from "node:timers/promises";
import { CredentialStore } from "./api/credential-store.ts";
import { createFindUsers, type FindUsers } from "./api/find-users.ts";
import { FaultScript } from "./control/fault-script.ts";
import { RequestLog } from "./control/request-log.ts";
import { GENERATION_ZONES } from "./generation-zones.ts";
import type { Dialect } from "./generations.ts";
import { createPopulation, type Population } from "./population/population.ts";
import { ACME, ZONES, type ZoneSettings } from "./zones.ts";

export interface SandboxOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Number of people in "Acme Support". */
  readonly users: number;
  /** The dialect of "Acme Support". */
  readonly dialect: Dialect;
  /** Delay of every API reply, in milliseconds. */
  readonly latencyMs: number;
  /** The HTTP status that every API request fails with, if any. */
  readonly fail: number | undefined;
  /** Determines the ordinary people; the named ones are the same for every seed. */
  readonly seed: number;
  /** Milliseconds since 1970; decides when tokens expire. */
  readonly now: () => number;
  /** Waits for some milliseconds before a reply, or a piece of one, is sent. */
  readonly sleep: (ms: number) => Promise<void>;
}

export const DEFAULT_OPTIONS: SandboxOptions = {
  port: 0,
  users: ACME.users,
  dialect: ACME.dialect,
  latencyMs: 0,
  fail: undefined,
  seed: 1,
  now: Date.now,
  sleep: (ms) => sleep(ms, undefined, { ref: false }),
};

/** What the control interface can change of a zone. */
export interface ZoneManner {
  dialect: Dialect;
  retrieveExpands: ZoneSettings["retrieveExpands"];
}

export interface Zone extends ZoneManner {
  readonly settings: ZoneSettings;
  readonly population: Population;
  readonly findUsers: FindUsers;
  readonly atStart: Readonly<ZoneManner>;
}

export interface Sandbox {
  readonly zones: ReadonlyMap<string, Zone>;
  readonly credentials: CredentialStore;
  readonly faults: FaultScript;
  readonly log: RequestLog;
  readonly sleep: SandboxOptions["sleep"];
  latencyMs: number;
}

export function createSandbox(options: SandboxOptions): Sandbox {
  return {
    zones: new Map(
      [...ZONES, ...GENERATION_ZONES].map((settings) => [
        settings.id,
        createZone(settings, options),
      ]),
    ),
    credentials: new CredentialStore(options.now),
    faults: new FaultScript(options.fail),
    log: new RequestLog(),
    sleep: options.sleep,
    latencyMs: options.latencyMs,
  };
}

function createZone(settings: ZoneSettings, options: SandboxOptions): Zone {
  const main = settings.id === ACME.id;
  const users = main ? options.users : settings.users;
  const population = createPopulation(settings, users, options.seed);
  const { retrieveExpands } = settings;
  const atStart = { dialect: main ? options.dialect : settings.dialect, retrieveExpands };
  return { settings, population, findUsers: createFindUsers(population), atStart, ...atStart };
}
