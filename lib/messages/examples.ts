import type { RequestName } from "./requests.ts";

/** Who is asked for. */
export const ada = { kind: "email", value: "ada@example.com" };
/** Where she stands. */
export const anchor = { left: 1, top: 2, width: 3, height: 4, isDirect: true };

/** One valid example of each message to the background, without its `type`; for tests. */
export const EXAMPLES: Record<RequestName, object> = {
  connection: {},
  connect: {},
  "forget-key": {},
  unlock: {},
  lock: {},
  "keep-otherwise": {},
  zones: {},
  "choose-zone": { zoneId: "zone1" },
  "look-up": { query: ada },
  "look-up-many": { queries: [ada] },
  "stop-look-ups": {},
  "find-mentions": { text: "Dear ada@example.com" },
  "look-elsewhere": { query: ada, zoneId: "zone1" },
  "inspect-sessions": { owner: "ab3def8hij2klm9opq5rst7uvw" },
  "inspect-grants": { owner: "ab3def8hij2klm9opq5rst7uvw" },
  "inspect-names": { things: [{ kind: "resources", id: "r1" }] },
  search: { text: "ada" },
  recents: {},
  "remember-recent": { query: ada, name: "ada@example.com" },
  "forget-recents": {},
  "take-inspection": {},
  "last-inspected": {},
  "pinned-inspected": {},
  "pin-inspected": { query: ada },
  settings: {},
  policy: {},
  diagnostics: {},
  "debug-log": {},
  "turn-debug-log": { on: true },
  "clear-debug-log": {},
  "change-settings": {
    modifier: "Alt",
    subjects: ["auth0|{hex:24}"],
    theme: "dark",
    consoleUrl: null,
  },
  "tab-marks": {},
  "switch-marks": { pattern: "https://tickets.example.com/*", on: true },
  "tab-mentions": {},
  "show-in-tab": { sought: ada, frameId: 3, nth: 0 },
  "marks/begin": {},
  "page/look": {},
  "page/is-on": {},
  "card/load": {},
  "card/prepare": {},
  "card/show": { sought: ada, pinned: false, expanded: false },
  "card/hidden": {},
  "frame/input": { input: { type: "over", sought: ada, anchor, time: 1 } },
};
