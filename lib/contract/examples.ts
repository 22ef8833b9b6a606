import type { Query } from "../query.ts";
import type { ParamsOf } from "./message.ts";
import type { REQUESTS, RequestName } from "./requests.ts";

/** Who is asked for. */
export const ada: Query = { kind: "email", value: "ada@example.com" };
/** Where she stands. */
export const anchor = { left: 1, top: 2, width: 3, height: 4, isDirect: true };

/** One valid example of each message to the background, without its `type`; for tests. */
export const EXAMPLES: { [N in RequestName]: ParamsOf<(typeof REQUESTS)[N]> } = {
  connection: {},
  connect: {},
  forgetKey: {},
  unlock: {},
  lock: {},
  keepOtherwise: {},
  zones: {},
  zoneFacts: {},
  chooseZone: { zoneId: "zone1" },
  lookUp: { query: ada },
  lookUpMany: { queries: [ada] },
  stopLookUps: {},
  findMentions: { text: "Dear ada@example.com" },
  lookElsewhere: { query: ada, zoneId: "zone1" },
  suggest: { query: ada, zoneId: "zone1" },
  openSearch: { text: "ada" },
  inspectSessions: { owner: "ab3def8hij2klm9opq5rst7uvw", zoneId: "zone1" },
  inspectGrants: { owner: "ab3def8hij2klm9opq5rst7uvw", zoneId: "zone1" },
  inspectRoles: {
    owner: "ab3def8hij2klm9opq5rst7uvw",
    zoneId: "zone1",
    groups: ["group1"],
    fresh: true,
  },
  inspectNames: { things: [{ kind: "resources", id: "r1" }], zoneId: "zone1" },
  search: { text: "ada" },
  narrowables: { kind: "roles" },
  recents: {},
  rememberRecent: { query: ada, name: "ada@example.com" },
  forgetRecents: {},
  rememberSearch: { text: "ada", narrowed: { kind: "roles", value: "admin", name: "admin" } },
  takeInspection: {},
  lastInspected: {},
  pinnedInspected: {},
  pinInspected: { query: ada },
  settings: {},
  policy: {},
  diagnostics: {},
  debugLog: {},
  turnDebugLog: { on: true },
  clearDebugLog: {},
  changeSettings: {
    modifier: "Alt",
    subjects: ["auth0|{hex:24}"],
    theme: "dark",
    consoleUrl: null,
  },
  tabMarks: {},
  switchMarks: { pattern: "https://tickets.example.com/*", on: true },
  tabMentions: {},
  showInTab: { query: ada, frameId: 3, nth: 0 },
  beginMarks: {},
  loadLook: {},
  loadBehind: {},
  isSiteOn: {},
  loadCard: {},
  issueTicket: { page: 0.5 },
  fillCard: { query: ada, pinned: false, expanded: false, again: false },
  foresee: { query: ada },
  showCard: {},
  emptyCard: { hadFocus: true },
  tellTopFrame: { input: { type: "over", query: ada, anchor, time: 1 } },
};
