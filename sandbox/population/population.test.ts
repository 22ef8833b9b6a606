import { describe, expect, test } from "vitest";
import { TODAY } from "../generation-zones.ts";
import { ABSENT, casesOf, LARGE_LEGACY_PEOPLE, MISWRITTEN, PEOPLE, peopleOf } from "../people.ts";
import { ACME, LARGE_LEGACY, SMALL_LEGACY, ZONES } from "../zones.ts";
import { zoneSeed } from "./generated.ts";
import { idOf } from "./ids.ts";
import { createPopulation } from "./population.ts";
import type { UserRecord } from "./user.ts";

const ID_SHAPE = /^(?=.*[a-z])(?=.*[0-9])[0-9a-z]{26}$/;

function everybody(zone = ACME, count = zone.users, seed = 1): UserRecord[] {
  const population = createPopulation(zone, count, seed);
  return Array.from({ length: count }, (_, index) => population.user(index));
}

test("the same seed generates the same people, another seed others", () => {
  expect(everybody()).toEqual(everybody());
  const other = everybody(ACME, 250, 2);
  expect(other[200]?.email).not.toBe(everybody()[200]?.email);
  expect(other[0]).toEqual(everybody()[0]);
});

test("a person doesn't depend on how many others there are", () => {
  expect(everybody(ACME, 1000).slice(0, 250)).toEqual(everybody());
});

test("IDs have Keycard's format, are unique, and lead back to the person", () => {
  const population = createPopulation(ACME, 100_000, 1);
  const places = Array.from({ length: Math.ceil(population.count / 7) }, (_, n) => n * 7);
  const users = places.map((index) => population.user(index));
  expect(users.filter(({ id }) => !ID_SHAPE.test(id))).toEqual([]);
  expect(users.map(({ id }) => population.indexOfId(id))).toEqual(places);
  expect(
    places.filter((index, n) => !population.indexesOfEmail(users[n]?.email ?? "").includes(index)),
  ).toEqual([]);
  expect(places.map((index) => population.subject(index))).toEqual(users.map((u) => u.subject));
  expect(places.map((index) => population.signedIn(index))).toEqual(
    users.map((user) => user.authenticated_at),
  );
  expect(new Set(users.map(({ id }) => id)).size).toBe(places.length);
});

test("someone beyond the end of the zone isn't found", () => {
  const stranger = createPopulation(ACME, 1000, 1).user(900);
  const population = createPopulation(ACME, 250, 1);
  expect(population.indexOfId(stranger.id)).toBeUndefined();
  expect(population.indexesOfEmail(stranger.email)).toEqual([]);
});

test("a named person has no second ID from the ordinary people's seed", () => {
  const second = idOf(zoneSeed(ACME.id, 1), PEOPLE.ada.index);
  expect(second).not.toBe(PEOPLE.ada.id);
  expect(createPopulation(ACME, 250, 1).indexOfId(second)).toBeUndefined();
});

test("people join in the order of their index", () => {
  const joined = everybody(ACME, 3000).map((user) => Date.parse(user.created_at));
  expect(joined.toSorted((a, b) => a - b)).toEqual(joined);
  expect(new Set(joined).size).toBe(3000);
});

describe.each(ZONES.filter((zone) => zone.users >= 60))("the first 60 people of $name", (zone) => {
  const people = everybody(zone).slice(0, 60);

  test("cover every combination of status, verification and roles", () => {
    const seen = new Set(
      people.map(
        (user) => `${user.status} ${user.email_verified} ${user.role_assignments?.length}`,
      ),
    );
    for (const status of ["active", "disabled", undefined, "suspended"]) {
      for (const verified of [true, false]) {
        for (const roles of [0, 1, 3]) expect(seen).toContain(`${status} ${verified} ${roles}`);
      }
    }
  });

  test("have roles on the zone, roles on something in it, and roles not reported", () => {
    const only = people.map(({ role_assignments: roles }) =>
      roles?.length === 1 ? roles[0] : null,
    );
    expect(only.some((role) => role?.scope === null)).toBe(true);
    expect(only.some((role) => typeof role?.scope?.type === "string")).toBe(true);
    expect(people.some((user) => user.role_assignments === undefined)).toBe(true);
  });

  test("cover every kind of provider and of last sign-in with every status", () => {
    for (const status of ["active", "disabled", undefined, "suspended"]) {
      const some = people.filter((user) => user.status === status);
      expect(some.some((user) => user.provider_id === undefined)).toBe(true);
      expect(some.some((user) => typeof user.provider_id === "string")).toBe(true);
      const signedIn = some.map((user) => user.authenticated_at);
      expect(signedIn).toContain(undefined);
      expect(signedIn).toContain("yesterday");
      expect(signedIn.some((time) => !Number.isNaN(Date.parse(time ?? "")))).toBe(true);
    }
  });

  test("have null fields, and unknown fields", () => {
    expect(people.some((user) => user.status === null && user.subject === null)).toBe(true);
    expect(people.some((user) => "risk_score" in user)).toBe(true);
  });

  test("share addresses by two and by three", () => {
    const sharing = (email: string) => people.filter((user) => user.email === email);
    expect(sharing(PEOPLE.twinOne.email)).toHaveLength(2);
    expect(sharing(PEOPLE.tripletOne.email)).toHaveLength(3);
    expect(new Set(sharing(PEOPLE.tripletOne.email).map((user) => user.provider_id)).size).toBe(3);
  });

  test("have markup in every text", () => {
    const { index, id, name, about, ...person } = PEOPLE.markup;
    const user = people[index];
    const roles = user?.role_assignments ?? [];
    const texts = [user?.email, user?.identifier, user?.status, user?.subject, user?.issuer];
    const scopes = [roles[1]?.scope?.id, roles[1]?.scope?.type, roles[0]?.role_identifier];
    for (const text of [...texts, ...scopes, person.email]) expect(text).toMatch(/[<>]/);
  });
});

test("addresses have up to the maximum length, and use only reserved domains", () => {
  const [local = ""] = PEOPLE.longLocal.email.split("@");
  const [, domain = ""] = PEOPLE.longDomain.email.split("@");
  expect([local.length, domain.length]).toEqual([64, 253]);
  expect(Math.max(...domain.split(".").map((label) => label.length))).toBe(63);
  const reserved = /@(.+\.)?(example\.(com|org|net)|[^@]+\.(example|test|テスト|испытание))$/i;
  expect(everybody(ACME, 1000).filter(({ email }) => !reserved.test(email))).toEqual([]);
});

test("named people are where people.ts says, in every zone", () => {
  for (const zone of [ACME, SMALL_LEGACY, LARGE_LEGACY]) {
    const population = createPopulation(zone, zone.users, 5);
    for (const { id, index, email } of Object.values(peopleOf(zone.id))) {
      expect(population.user(index)).toMatchObject({ id, email, zone_id: zone.id });
    }
    expect(population.indexOfId(ABSENT.id)).toBeUndefined();
    expect(population.indexesOfEmail(ABSENT.email)).toEqual([]);
    expect(population.indexesOfEmail(ABSENT.misspeltEmail)).toEqual([]);
  }
  expect(PEOPLE.ada.id).toBe("2bu4uw0xqz6siuq7rl295qjvdz");
  expect(LARGE_LEGACY_PEOPLE.zoe.index).toBeGreaterThanOrEqual(100);
});

test("the people of the cases are where people.ts says, in every zone of a hundred or more", () => {
  for (const zone of [ACME, LARGE_LEGACY, TODAY]) {
    const population = createPopulation(zone, zone.users, 5);
    for (const { id, index, email } of Object.values(casesOf(zone.id)))
      expect(population.user(index)).toMatchObject({ id, email, zone_id: zone.id });
  }
});

test("identifiers lead back to the people who have them", () => {
  const population = createPopulation(ACME, 250, 1);
  for (const [index, { identifier }] of everybody().entries())
    expect(population.indexesOfIdentifier(identifier)).toEqual([index]);
  expect(population.indexesOfIdentifier(PEOPLE.mary.id)).toEqual([]);
});

test("ordinary people are in groups too, and those of a directory are external", () => {
  const people = everybody().slice(100);
  expect(people.some(({ groups }) => groups.length > 0)).toBe(true);
  expect(people.some(({ external }) => external)).toBe(true);
  for (const { external, groups } of people)
    expect(external).toBe(groups.some((group) => group.external));
});

test("no one has a miswritten address, in any zone", () => {
  for (const zone of ZONES) {
    const population = createPopulation(zone, zone.users, 1);
    for (const { written } of Object.values(MISWRITTEN))
      expect(population.indexesOfEmail(written)).toEqual([]);
  }
});
