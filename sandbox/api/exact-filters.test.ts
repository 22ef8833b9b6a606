import { expect, test } from "vitest";
import { TODAY } from "../generation-zones.ts";
import { casesOf, peopleOf } from "../people.ts";
import { groupsOf } from "../population/groups.ts";
import { type Query, useSandbox } from "../test-client.ts";

const sandbox = useSandbox();
const cases = casesOf(TODAY.id);
const { ada, mary, plus } = peopleOf(TODAY.id);

async function found(...query: Query): Promise<string[]> {
  const { status, body } = await sandbox.list(TODAY.id, [...query, ["limit", "100"]]);
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
}

test("filter[identifier] is exact, case-sensitive, and repeatable", async () => {
  const { erin, ezra } = cases;
  expect(await found(["filter[identifier]", "E-1042"])).toEqual([erin.id]);
  expect(await found(["filter[identifier]", "e-1042"])).toEqual([ezra.id]);
  expect(await found(["filter[identifier]", "E-104"])).toEqual([]);
  expect(
    await found(["filter[identifier]", "E-1042"], ["filter[identifier]", "employee-00417"]),
  ).toEqual([mary.id, erin.id]);
});

test("filter[identifier] matches the ID of a user without another identifier, and of no one else", async () => {
  expect(await found(["filter[identifier]", ada.id])).toEqual([ada.id]);
  expect(await found(["filter[identifier]", cases.erin.id])).toEqual([]);
});

test("filter[subject] and filter[issuer] are exact, and must both match", async () => {
  const { subjectOne, subjectTwo } = cases;
  const subject = ["filter[subject]", "248289761001"] as const;
  const issuer = ["filter[issuer]", "https://accounts.social.example"] as const;
  expect(await found(subject)).toEqual([subjectOne.id, subjectTwo.id]);
  expect(await found(subject, issuer)).toEqual([subjectTwo.id]);
  const social = await found(issuer);
  expect(social).toEqual(expect.arrayContaining([subjectTwo.id, plus.id]));
  expect(social).not.toContain(subjectOne.id);
  expect(await found(["filter[subject]", "24828976100"])).toEqual([]);
  const capitals = "6BA7B810-9DAD-41D1-80B4-00C04FD430C8";
  expect(await found(["filter[subject]", capitals])).toEqual([cases.capitals.id]);
  expect(await found(["filter[subject]", capitals.toLowerCase()])).toEqual([]);
});

test("filter[groups] finds the members of any of them", async () => {
  const id = (name: string) => groupsOf(TODAY.id).find((group) => group.name === name)?.id ?? "";
  const agents = await found(["filter[groups]", id("Support agents")]);
  expect(agents).toEqual(expect.arrayContaining([cases.nora.id, cases.ilya.id]));
  expect(agents).not.toContain(cases.samir.id);
  const both = await found(
    ["filter[groups]", id("Support agents")],
    ["filter[groups]", id("On-call engineers")],
  );
  expect(new Set(both)).toEqual(new Set([...agents, cases.samir.id]));
  expect(await found(["filter[groups]", "n0such0gr0up"])).toEqual([]);
});

test("filter[external] separates users from a directory from the others", async () => {
  const external = await found(["filter[external]", "true"]);
  const own = await found(["filter[external]", "false"]);
  const { samir, dana, lena, nora } = cases;
  expect(external).toEqual(expect.arrayContaining([samir.id, dana.id, lena.id]));
  expect(own).toEqual(expect.arrayContaining([ada.id, nora.id]));
  expect(own.filter((id) => external.includes(id))).toEqual([]);
  expect((await sandbox.list(TODAY.id, [["filter[external]", "yes"]])).status).toBe(400);
});

test("different filters must all match, and are counted and paged as one list", async () => {
  const { body } = await sandbox.list(TODAY.id, [
    ["filter[external]", "true"],
    ["filter[issuer]", "https://login.partners.example/realms/main"],
    ["query[email]", "@example.com"],
    ["expand[]", "total_count"],
    ["limit", "1"],
  ]);
  expect(body.pagination.total_count).toBeGreaterThanOrEqual(2);
  expect(body.pagination.after_cursor).toEqual(expect.any(String));
  expect(await found(["filter[identifier]", "E-1042"], ["filter[id]", ada.id])).toEqual([]);
  expect(await found(["filter[id]", ada.id], ["filter[external]", "true"])).toEqual([]);
});

test("addresses are compared as written: composed, decomposed and in Unicode", async () => {
  const { composed, decomposed, unicode } = cases;
  for (const { id, email } of [composed, decomposed, unicode])
    expect(await found(["filter[email]", email])).toEqual([id]);
  expect(await found(["filter[email]", decomposed.email.normalize("NFC")])).toEqual([]);
  expect(await found(["filter[email]", composed.email.normalize("NFD")])).toEqual([]);
  expect(await found(["filter[email]", "kontakt@xn--grn-hoa.example"])).toEqual([]);
});
