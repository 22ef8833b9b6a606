/**
 * The people of one zone. No one is kept in memory: each is generated from an index on request, and IDs and addresses
 * are converted back into the index. A million people cost as little as ten.
 */
import type { ZoneSettings } from "../zones.ts";
import { CASE_PEOPLE } from "./case-people.ts";
import { castOf } from "./cast.ts";
import { complete } from "./complete.ts";
import {
  generatedEmail,
  generatedSignIn,
  generatedSubject,
  generatedUser,
  indexInEmail,
  zoneSeed,
} from "./generated.ts";
import { idOf, indexOfId as indexInId } from "./ids.ts";
import { KNOWN_PEOPLE, type KnownPerson, LARGE_LEGACY_KNOWN } from "./known-people.ts";
import type { UserRecord } from "./user.ts";

export interface Population {
  readonly count: number;
  /** The whole record; everyone has an index below `count`, in order of `created_at`. */
  user(index: number): UserRecord;
  /** The same as `user(index).email`, without generating the rest. */
  email(index: number): string;
  /** The same as `user(index).subject`, without generating the rest. */
  subject(index: number): string | null | undefined;
  /** The same as `user(index).authenticated_at`, without generating the rest. */
  signedIn(index: number): string | null | undefined;
  /** The index of an id of this zone. */
  indexOfId(id: string): number | undefined;
  /** Everyone with this identifier, case-sensitive. */
  indexesOfIdentifier(identifier: string): number[];
  /** Everyone with this address, case-sensitive: the strict reading of the API notes. */
  indexesOfEmail(email: string): number[];
}

/** Named people's IDs always use this seed, so that tests and tickets can contain them. */
const KNOWN_SEED = 0;

const KNOWN_INDEXES: ReadonlySet<number> = new Set(
  [KNOWN_PEOPLE, CASE_PEOPLE, LARGE_LEGACY_KNOWN].flatMap((people) =>
    Object.values<KnownPerson>(people).map(({ index }) => index),
  ),
);

/** The ID of a named person in a zone. */
export function knownId(zoneId: string, index: number): string {
  return idOf(zoneSeed(zoneId, KNOWN_SEED), index);
}

export function createPopulation(zone: ZoneSettings, count: number, seed: number): Population {
  const cast = castOf(zone.id);
  const ordinary = zoneSeed(zone.id, seed);
  const known = zoneSeed(zone.id, KNOWN_SEED);
  const seedOf = (index: number) => (KNOWN_INDEXES.has(index) ? known : ordinary);
  const exists = (index: number | undefined) => index !== undefined && index < count;

  const castEnd = Math.max(...cast.keys()) + 1;
  /** Comparing first makes scans of a million people considerably faster than a map lookup each time. */
  const overrideOf = (index: number) => (index < castEnd ? cast.get(index) : undefined);

  const castByEmail = castBy("email");
  const castByIdentifier = castBy("identifier");

  function castBy(field: "email" | "identifier"): ReadonlyMap<string, number[]> {
    const indexes = new Map<string, number[]>();
    for (const [index, { [field]: value }] of cast) {
      if (value === undefined || !exists(index)) continue;
      indexes.set(value, [...(indexes.get(value) ?? []), index]);
    }
    return indexes;
  }

  function indexOfId(id: string): number | undefined {
    for (const candidate of [known, ordinary]) {
      const index = indexInId(candidate, id);
      if (index !== undefined && exists(index) && seedOf(index) === candidate) return index;
    }
    return undefined;
  }

  function email(index: number): string {
    return overrideOf(index)?.email ?? generatedEmail(ordinary, index);
  }

  return {
    count,
    email,
    user(index) {
      const id = idOf(seedOf(index), index);
      return complete(generatedUser(zone.id, id, ordinary, index), overrideOf(index));
    },
    subject(index) {
      const override = overrideOf(index);
      if (override !== undefined && "subject" in override) return override.subject;
      return generatedSubject(ordinary, index);
    },
    signedIn(index) {
      const override = overrideOf(index);
      if (override !== undefined && "authenticated_at" in override) {
        return override.authenticated_at;
      }
      return generatedSignIn(ordinary, index);
    },
    indexOfId,
    indexesOfIdentifier(wanted) {
      const named = castByIdentifier.get(wanted) ?? [];
      const index = indexOfId(wanted);
      const isOwn = index !== undefined && overrideOf(index)?.identifier === undefined;
      return isOwn ? [...named, index] : named;
    },
    indexesOfEmail(wanted) {
      const named = castByEmail.get(wanted);
      if (named !== undefined) return named;
      const index = indexInEmail(wanted);
      return index !== undefined && exists(index) && email(index) === wanted ? [index] : [];
    },
  };
}
