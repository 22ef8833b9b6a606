import type { Permissions } from "../keycard/index.ts";

/** What a zone reports about the key itself, by the API's types of resources, in lower case with spaces. */
export interface KeyPowers {
  /** What it can create, change or delete. */
  changes: string[];
  /** What it can't read among the things that this extension shows. */
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

/** Maximum number of types that are listed. The sandbox has ten. */
const CHANGES_MAX = 20;

/**
 * Neither types nor actions are documented (Keycard API notes, section 5: `{resource type: {action: boolean}}`), so
 * only words with an unambiguous meaning count; an action with any other name is ignored.
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
    .split(/[^a-z0-9]/)
    .filter((word) => word !== "");

function meaningOf(action: string): Meaning {
  const words = wordsOf(action);
  if (words.some((word) => CHANGING.has(word))) return "changing";
  return words.some((word) => READING.has(word)) ? "reading" : "unknown";
}

/** The display name of a type: the plural that this extension knows, or the API's own name. */
function thingOf(type: string): string {
  const name = wordsOf(type).join(" ");
  return READ_THINGS.find((thing) => thing === `${name}s`) ?? name;
}

/** @returns undefined if neither is certain: then nothing is claimed */
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
    // A key that is allowed something else there may have another way to read it.
    if (isRead(thing) && reads.length > 0 && !Object.values(actions).includes(true))
      cannotRead.add(thing);
  }
  if (changes.size + cannotRead.size === 0) return undefined;
  return { changes: [...changes].slice(0, CHANGES_MAX), cannotRead: [...cannotRead] };
}

const isRead = (thing: string): thing is ReadThing =>
  (READ_THINGS as readonly string[]).includes(thing);
