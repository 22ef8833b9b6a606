import * as z from "zod/mini";
import { API_ORIGIN } from "../build.ts";
import { recordedTabs } from "../cards/card-record.ts";
import { type Cards, createCards } from "../cards/cards.ts";
import { type Connections, createConnections, TOKEN_KEY } from "../connection/connection.ts";
import { createDirectories, type Directories } from "../connection/directories.ts";
import { NEWS } from "../contract/news.ts";
import {
  type CredentialStore,
  createCredentialStore,
  isSameCredential,
} from "../credentials/credential-store.ts";
import { createDebugLog, type DebugLog } from "../debug-log/debug-log.ts";
import { createWatch, type Watch } from "../debug-log/watch.ts";
import type { Answer } from "../directory/answer.ts";
import type { Thing } from "../directory/thing.ts";
import { thingsOf } from "../directory/things-of.ts";
import { createFailureLog, type FailureLog } from "../directory/traffic/failure-log.ts";
import { createTraffic, type Limit, type Traffic } from "../directory/traffic/traffic.ts";
import { withRoles } from "../directory/with-roles.ts";
import { withSessions } from "../directory/with-sessions.ts";
import { forgetInspections, rememberInspected } from "../inspected/inspections.ts";
import { forgetRecents } from "../inspected/recents.ts";
import { forgetGroupsSearched, forgetSearched } from "../inspected/searched.ts";
import { type Credential, createBearer, createKeycardClient } from "../keycard/index.ts";
import { LOCK_AFTER_MIN } from "../limits.ts";
import { type FollowedSettings, followSettings } from "../settings/followed-settings.ts";
import { mayReachApi } from "../sites/api-access.ts";
import { createTabBudget, PAGE_LOOKS } from "../tab-budget.ts";
import { onCardAction } from "./card-actions.ts";
import type { WorkerParts } from "./parts.ts";

/** The parts of the background, wired to the browser. */
export interface Services {
  settings: FollowedSettings;
  connections: Connections;
  directories: Directories;
  cards: Cards;
  failures: FailureLog;
  debugLog: DebugLog;
  watch: Watch;
}

export function createServices(parts: WorkerParts): Services {
  const { browser, deviceKeys, newTicket, now, elapsed, sleep } = parts;
  const { session, local } = browser.storage;
  const clocks = { now, elapsed };
  const settings = followSettings(local);
  const failures = createFailureLog(session, now);
  const debugLog = createDebugLog(session, now);
  const watch = createWatch(debugLog, clocks);
  const unwatched = createTraffic({
    ...clocks,
    sleep,
    isOnline: parts.isOnline,
    isAllowed: () => mayReachApi(browser.permissions),
    limit: {
      get: async () => asLimit((await session.get(LIMIT_KEY))[LIMIT_KEY]),
      set: (limit) => session.set({ [LIMIT_KEY]: limit }),
    },
  });
  const traffic = watch.traffic(failures.watch(unwatched));
  const credentials = createCredentialStore({
    session,
    local,
    deviceKeys,
    lockAfterMs: async () => ((await settings.current()).lockAfterMin ?? LOCK_AFTER_MIN) * 60_000,
    now,
  });
  const connections = createConnections({
    credentials,
    session,
    settings,
    client: (credential, tokens) =>
      keycardClient(
        parts,
        { ...traffic, onRequest: watch.onRequest },
        credentials,
        credential,
        tokens,
      ),
    traffic,
    async onChange() {
      await Promise.all([
        directories.clear(),
        forgetRecents(session),
        forgetGroupsSearched(session),
      ]);
      await session.set({ [NEWS.connection]: now() });
      await cards.keyed();
    },
    async onGone() {
      await Promise.all([
        forgetInspections(session),
        forgetRecents(session),
        forgetSearched(session),
      ]);
      const tabs = await recordedTabs(session);
      // Not awaited, because a page that hangs would never answer.
      for (const tabId of tabs) void onCardAction(parts, cards, tabId, { type: "close" });
    },
    ...clocks,
  });
  const directories: Directories = createDirectories({
    connections,
    session,
    traffic,
    ...clocks,
  });

  const cards: Cards = createCards({
    session,
    now,
    budget: createTabBudget(PAGE_LOOKS.perTab, PAGE_LOOKS.together, elapsed),
    newTicket,
    shown: (query) => rememberInspected(session, query),
    async lookUp(query, options, tell) {
      const known = await directories.current();
      if (!known.ok) return tell({ state: "failed", failure: known.failure }, []);
      const { names } = known.inspector;
      const tellInZone = (answer: Answer) =>
        tell({ ...answer, zone: known.zone }, names.kept(mentionedIn(answer, known.zone.id)));
      tellInZone(await watch.lookUp(known.directory, query, { ...options, onStale: tellInZone }));
    },
    async names(things, zoneId, isPrivate) {
      const known = await directories.of(zoneId);
      return known.ok ? known.inspector.names.of(things, { isPrivate, again: false }) : [];
    },
    async complete(answer, { zoneId, depth, ...options }) {
      const known = await directories.of(zoneId);
      if (!known.ok) return undefined;
      const fuller = await withRoles(answer, depth, known.roles, options);
      return (await withSessions(fuller ?? answer, known.inspector.sessions)) ?? fuller;
    },
    lookElsewhere: (query, zoneId) => directories.elsewhere(query, zoneId),
    async suggest(query, zoneId, isPrivate) {
      const known = await directories.of(zoneId);
      return known.ok
        ? known.directory.suggest(query, { isPrivate })
        : { state: "failed", failure: known.failure };
    },
    async surroundings() {
      const connection = await connections.state();
      const { consoleUrl } = await settings.current();
      return {
        ...(connection.state === "ready" && { zone: connection.zone }),
        ...(consoleUrl !== undefined && { consoleUrl }),
      };
    },
    onAction: (tabId, action) => void onCardAction(parts, cards, tabId, action),
  });
  return { settings, connections, directories, cards, failures, debugLog, watch };
}

/** The things whose names someone needs who reads the whole answer. */
function mentionedIn(answer: Answer, zoneId: string): Thing[] {
  return answer.state === "found" ? thingsOf(answer.users, { zoneId, roles: true }) : [];
}

/** The storage key for how long the API wants no requests. */
const LIMIT_KEY = "limit";

const limit: z.ZodMiniType<Limit> = z.strictObject({ saidAt: z.number(), forMs: z.number() });

const asLimit = (stored: unknown): Limit | undefined => limit.safeParse(stored).data;

function keycardClient(
  { browser, fetch, now, elapsed, random, sleep }: WorkerParts,
  traffic: Pick<Traffic, "mayRetry" | "observe"> & Pick<Watch, "onRequest">,
  credentials: CredentialStore,
  credential: Credential,
  tokens: "kept" | "on-trial",
) {
  const { session } = browser.storage;
  const { mayRetry, observe, onRequest } = traffic;
  const pacing = { now, elapsed, random, sleep, mayRetry };
  const parts = { origin: API_ORIGIN, fetch, observe, onRequest, ...pacing };
  const store = {
    get: async () => (await session.get(TOKEN_KEY))[TOKEN_KEY],
    async set(token: unknown) {
      // The exchange may end after the key was removed or locked.
      const held = await credentials.held();
      if (held.state === "held" && isSameCredential(held.credential, credential))
        await session.set({ [TOKEN_KEY]: token });
    },
  };
  const bearer = createBearer({ ...parts, credential, ...(tokens === "kept" && { store }) });
  return createKeycardClient({ ...parts, bearer });
}
