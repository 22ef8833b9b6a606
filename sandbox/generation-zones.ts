/** A zone for each dialect of the API; only `API_KEYS.generations` can list and read them. */
import { dialectOf, type Generation } from "./generations.ts";
import type { ZoneSettings } from "./zones.ts";

/** More than a page, so that a list has to be paged where that is possible. */
const USERS = 120;

/** Its users have no status either: older deployments omit it. */
export const LEGACY = zone("1egacygen1z0ne4t7w2k9m5p3x", "Legacy", "legacy");
export const SPRING = zone("spr1nggen2z0ne6h3d8v1q7c4n", "Spring", "spring");
export const SPRING_STRICT = strict("spr1ngstr3z0ne2k9f5b7y1s8w", "Spring, strict", "spring");
export const DOCUMENTED = zone("d0cumented4z0ne7r1g6j3m9ta", "Documented", "documented");
export const DOCUMENTED_STRICT = strict(
  "d0cumstr1ct5z0ne8p2x4l6u0v",
  "Documented, strict",
  "documented",
);
export const TODAY = zone("t0daygen6z0ne3c8e5i1o7z9hb", "Today", "today");
export const TODAY_STRICT = strict("t0daystr1ct7z0ne5a2s9d4f6g", "Today, strict", "today");
/** Only its list of users is older: roles and groups are reported only in a single user's record. */
export const TODAY_OLD_LIST: ZoneSettings = {
  ...zone("t0dayoldl1st8z0ne6b1n4k7qc", "Today, old list", "legacy"),
  dialect: { generation: "legacy", applies: "exact", beside: "today" },
};

/** In the order of `GET /zones`. */
export const GENERATION_ZONES: readonly ZoneSettings[] = [
  LEGACY,
  SPRING,
  SPRING_STRICT,
  DOCUMENTED,
  DOCUMENTED_STRICT,
  TODAY,
  TODAY_STRICT,
  TODAY_OLD_LIST,
];

function strict(id: string, name: string, generation: Generation): ZoneSettings {
  return { ...zone(id, name, generation), dialect: dialectOf(generation, true) };
}

function zone(id: string, name: string, generation: Generation): ZoneSettings {
  return {
    id,
    slug: name.toLowerCase().replaceAll(/\W+/g, "-"),
    name: `Generation: ${name}`,
    createdAt: "2026-06-01T09:00:00.000Z",
    users: USERS,
    dialect: dialectOf(generation),
    retrieveExpands: false,
    reportsStatus: generation !== "legacy",
    forbidden: false,
    signIn: { way: "provider", provider: 0, flow: "identifier_first" },
  };
}
