import type { Permissions } from "../keycard/index.ts";

/** What a zone tells of the key itself, by the API's types of resources, in lower case with spaces. */
export interface KeyPowers {
  /** What it may create, change or delete. */
  changes: string[];
  /** What of the things that this extension shows it may not read. */
  cannotRead: ReadThing[];
}

/** What this extension reads for card, popup and side panel. */
export const READ_THINGS = [
  "users",
  "sessions",
  "delegated grants",
  "providers",
  "applications",
  "resources",
  "user agents",
  "roles",
  "groups",
] as const;

export type ReadThing = (typeof READ_THINGS)[number];

/** Types that are named at most. Seen in the sandbox: ten. */
const CHANGES_MAX = 20;

/**
 * Neither types nor actions are documented (Keycard API notes, section 5: `{resource type: {action: boolean}}`), so only
 * words of which the meaning is beyond doubt count; an action of any other name is not spoken of.
 */
const READING = new Set(["read", "list", "get", "view", "retrieve", "search"]);
const CHANGING = new Set(
  (
    "create update delete write manage edit patch put remove revoke disable enable assign unassign invite add set " +
    "modify change rotate impersonate admin"
  ).split(" "),
);

type Meaning = "reading" | "changing" | "unknown";

/** The words of a name: `delegated-grants`, `delegated_grants` and `DelegatedGrants` are the same. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

function meaningOf(action: string): Meaning {
  const words = wordsOf(action);
  if (words.some((word) => CHANGING.has(word))) return "changing";
  return words.some((word) => READING.has(word)) ? "reading" : "unknown";
}

/** A type's name as one may be shown: the plural that this extension knows, or what the API calls it. */
function thingOf(type: string): string {
  const name = wordsOf(type).join(" ");
  return READ_THINGS.find((thing) => thing === name || thing === `${name}s`) ?? name;
}

/** @returns undefined when neither is certain of anything: then nothing is said */
export function keyPowers(permissions: Permissions): KeyPowers | undefined {
  const changes = new Set<string>();
  const cannotRead = new Set<ReadThing>();
  for (const [type, actions] of Object.entries(permissions)) {
    const thing = thingOf(type);
    const allowed = (wanted: Meaning) =>
      Object.entries(actions).flatMap(([action, may]) => (meaningOf(action) === wanted ? may : []));
    if (thing !== "" && thing.length <= 40 && allowed("changing").includes(true))
      changes.add(thing);
    const reads = allowed("reading");
    // A key that may do anything there may have another way to read it.
    if (isRead(thing) && reads.length > 0 && !Object.values(actions).includes(true))
      cannotRead.add(thing);
  }
  if (changes.size + cannotRead.size === 0) return undefined;
  return { changes: [...changes].slice(0, CHANGES_MAX), cannotRead: [...cannotRead] };
}

const isRead = (thing: string): thing is ReadThing =>
  (READ_THINGS as readonly string[]).includes(thing);
