/**
 * What each generation supports of each endpoint: the generation that added the endpoint, and each parameter or
 * expansion. What is ignored, and what a strict zone refuses, both follow from it (`understood.ts`).
 *
 * Sources: the official SDK (https://github.com/keycardai/keycard-ts), of May 2026 for "spring" and of autumn 2026 for
 * "today"; between them the API notes, section 3.
 */
import type { ReadingGeneration } from "../generations.ts";

type Since = ReadingGeneration;

export interface Vocabulary {
  readonly since: Since;
  readonly parameters: Readonly<Record<string, Since>>;
  readonly expansions: Readonly<Record<string, Since>>;
}

/** Parameters and expansions, by the generation that added them. */
function vocabulary(since: Since, ...rows: readonly Row[]): Vocabulary {
  const all = (of: "parameters" | "expansions") =>
    Object.fromEntries(rows.flatMap((row) => (row[of] ?? []).map((name) => [name, row.since])));
  return { since, parameters: all("parameters"), expansions: all("expansions") };
}

interface Row {
  readonly since: Since;
  readonly parameters?: readonly string[];
  readonly expansions?: readonly string[];
}

const PAGES: Row = {
  since: "spring",
  parameters: ["after", "before", "limit"],
  expansions: ["total_count"],
};

const OWNED: Row = { since: "spring", parameters: ["user_id", "status", "active"] };

/** Lists of named things. */
const NAMED: readonly Row[] = [
  PAGES,
  { since: "spring", parameters: ["identifier", "slug"] },
  { since: "today", parameters: ["filter[id]"] },
];

/** An endpoint without parameters. */
const BARE: Vocabulary = vocabulary("spring");

/**
 * @param expands what a zone expands although its generation doesn't, or doesn't yet (`ZoneSettings.retrieveExpands`)
 */
export function userVocabulary(expands: boolean | "groups"): Vocabulary {
  if (expands === "groups")
    return vocabulary("spring", { since: "spring", expansions: ["groups"] });
  return vocabulary(
    "spring",
    { since: expands ? "spring" : "today", expansions: ["role-assignments"] },
    { since: "today", expansions: ["groups"], parameters: ["role_source"] },
  );
}

export const VOCABULARIES = {
  zone: vocabulary("spring", { since: "spring", expansions: ["permissions"] }),
  users: vocabulary(
    "spring",
    PAGES,
    {
      since: "spring",
      parameters: [
        "filter[id]",
        "filter[email]",
        "query[]",
        "query[email]",
        "query[subject]",
        "sort",
      ],
    },
    { since: "documented", expansions: ["session_count", "grant_count", "role-assignments"] },
    {
      since: "today",
      parameters: [
        "filter[identifier]",
        "filter[subject]",
        "filter[issuer]",
        "filter[role]",
        "filter[groups]",
        "filter[external]",
        "role_source",
      ],
      expansions: ["groups", "credentials", "credentials.provider"],
    },
  ),
  userRoles: vocabulary("today", PAGES, {
    since: "today",
    parameters: ["filter[scope_id]", "filter[scoped]"],
  }),
  sessions: vocabulary("spring", PAGES, OWNED, {
    since: "spring",
    parameters: ["session_type", "include_nested"],
  }),
  grants: vocabulary("spring", PAGES, OWNED, {
    since: "spring",
    parameters: ["resource_id", "sort"],
  }),
  providers: vocabulary("spring", ...NAMED, { since: "spring", parameters: ["type", "cursor"] }),
  applications: vocabulary("spring", ...NAMED),
  resources: vocabulary("spring", ...NAMED),
  userAgents: vocabulary("spring", ...NAMED),
  roles: vocabulary("today", PAGES, { since: "today", parameters: ["identifier"] }),
  role: vocabulary("today"),
  groups: vocabulary("today", PAGES, {
    since: "today",
    parameters: ["filter[id]", "filter[identifier]", "query[]", "sort"],
    expansions: ["member_count", "roles"],
  }),
  groupRoles: vocabulary("today", PAGES, { since: "today", parameters: ["filter[id]"] }),
  members: vocabulary("today", PAGES, {
    since: "today",
    parameters: ["filter[id]", "query[]"],
    expansions: ["user"],
  }),
  group: vocabulary("today", { since: "today", expansions: ["member_count", "roles"] }),
  bare: BARE,
} as const satisfies Record<string, Vocabulary>;
