import * as z from "zod/mini";
import { NAMED_KINDS } from "../keycard/index.ts";
import { lengthWithin } from "../length-within.ts";
import {
  API_ID_MAX_CHARS,
  CURSOR_MAX_CHARS,
  LOOK_UPS_PER_MESSAGE,
  NAMES_PER_MESSAGE,
  PASTED_MAX_CHARS,
  SEARCH_MAX_CHARS,
  SITE_MAX_CHARS,
} from "../limits.ts";
import * as fields from "../settings/fields.ts";
import { THEMES } from "../settings/theme.ts";
import { anchor } from "./anchor.ts";
import { query } from "./query.ts";
import { recent } from "./recent.ts";
import type { SenderClass } from "./sender.ts";

/**
 * Every message that the background takes: its shape, and who may send it. All else is refused. The table in
 * requests.test.ts is made from this and kept as a snapshot.
 */

const bounded = (max: number) => z.string().check(lengthWithin(1, max));
const apiId = bounded(API_ID_MAX_CHARS);

const frameInput = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("over"), sought: query, anchor, time: z.number() }),
  z.strictObject({ type: z.literal("away"), time: z.optional(z.number()) }),
  z.strictObject({ type: z.literal("dismiss") }),
]);

interface Request<S extends z.core.$ZodType> {
  from: readonly SenderClass[];
  schema: S;
}

function request<Name extends string, Shape extends z.core.$ZodLooseShape = Record<never, never>>(
  from: SenderClass | readonly SenderClass[],
  type: Name,
  shape: Shape = {} as Shape,
) {
  return {
    from: [from].flat(),
    schema: z.strictObject({ type: z.literal(type), ...shape }),
  } satisfies Request<z.core.$ZodType>;
}

export const REQUESTS = {
  connection: request("extension-page", "connection"),
  connect: request("extension-page", "connect"),
  "forget-key": request("extension-page", "forget-key"),
  unlock: request("extension-page", "unlock"),
  lock: request("extension-page", "lock"),
  "keep-otherwise": request("extension-page", "keep-otherwise"),
  zones: request("extension-page", "zones"),
  "choose-zone": request("extension-page", "choose-zone", { zoneId: apiId }),
  "look-up": request("extension-page", "look-up", { query, fresh: z.optional(z.boolean()) }),
  "look-up-many": request("extension-page", "look-up-many", {
    queries: z.array(query).check(lengthWithin(1, LOOK_UPS_PER_MESSAGE)),
    fresh: z.optional(z.boolean()),
  }),
  "stop-look-ups": request("extension-page", "stop-look-ups"),
  "find-mentions": request("extension-page", "find-mentions", { text: bounded(PASTED_MAX_CHARS) }),
  "look-elsewhere": request("extension-page", "look-elsewhere", { query, zoneId: apiId }),
  "inspect-sessions": request("extension-page", "inspect-sessions", { owner: apiId }),
  "inspect-grants": request("extension-page", "inspect-grants", { owner: apiId }),
  "inspect-names": request("extension-page", "inspect-names", {
    things: z
      .array(z.strictObject({ kind: z.enum(NAMED_KINDS), id: apiId }))
      .check(lengthWithin(1, NAMES_PER_MESSAGE)),
  }),
  search: request("extension-page", "search", {
    text: bounded(SEARCH_MAX_CHARS),
    after: z.optional(z.strictObject({ cursor: bounded(CURSOR_MAX_CHARS), zoneId: apiId })),
  }),
  recents: request("extension-page", "recents"),
  "remember-recent": request("extension-page", "remember-recent", recent.shape),
  "forget-recents": request("extension-page", "forget-recents"),
  "take-inspection": request("extension-page", "take-inspection"),
  "last-inspected": request("extension-page", "last-inspected"),
  "pinned-inspected": request("extension-page", "pinned-inspected"),
  "pin-inspected": request("extension-page", "pin-inspected", { query: z.nullable(query) }),
  settings: request("extension-page", "settings"),
  policy: request("extension-page", "policy"),
  diagnostics: request("extension-page", "diagnostics"),
  "debug-log": request("extension-page", "debug-log"),
  "turn-debug-log": request("extension-page", "turn-debug-log", { on: z.boolean() }),
  "clear-debug-log": request("extension-page", "clear-debug-log"),
  "change-settings": request("extension-page", "change-settings", {
    modifier: z.exactOptional(z.nullable(fields.modifier)),
    hoverMs: z.exactOptional(fields.hoverMs),
    subjects: z.exactOptional(fields.subjects),
    lockAfterMin: z.exactOptional(fields.lockAfterMin),
    consoleUrl: z.exactOptional(z.nullable(fields.consoleTemplate)),
    marks: z.exactOptional(fields.sites),
    firstRun: z.exactOptional(fields.firstRun),
    theme: z.exactOptional(z.enum(THEMES)),
  }),
  "tab-marks": request("extension-page", "tab-marks"),
  "switch-marks": request("extension-page", "switch-marks", {
    pattern: bounded(SITE_MAX_CHARS),
    on: z.boolean(),
  }),
  "tab-mentions": request("extension-page", "tab-mentions"),
  "show-in-tab": request("extension-page", "show-in-tab", {
    sought: query,
    frameId: z.number().check(z.int(), z.gte(0)),
    nth: z.number().check(z.int(), z.gte(0)),
  }),
  "page/look": request(["top-frame", "sub-frame"], "page/look"),
  "page/is-on": request(["top-frame", "sub-frame"], "page/is-on"),
  "marks/begin": request(["top-frame", "sub-frame"], "marks/begin"),
  "card/load": request("top-frame", "card/load"),
  "card/prepare": request("top-frame", "card/prepare"),
  "card/show": request("top-frame", "card/show", {
    sought: query,
    pinned: z.boolean(),
    expanded: z.boolean(),
  }),
  "card/hidden": request("top-frame", "card/hidden"),
  "frame/input": request("sub-frame", "frame/input", { input: frameInput }),
};

export type RequestName = keyof typeof REQUESTS;
export type RequestOf<N extends RequestName> = z.output<(typeof REQUESTS)[N]["schema"]>;
