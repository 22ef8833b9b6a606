import { describe, expect, test } from "vitest";
import { userId } from "../keycard/index.ts";
import { fakeZone, NOW, person } from "./fake-zone.ts";

const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));
const absent = { state: "absent", asOf: NOW };

describe("search", () => {
  test("by a part of an e-mail or subject", async () => {
    const zone = fakeZone([...people(9), person(50, { subject: "okta|PERSON7" })]);
    expect(await zone.directory.search("person7")).toMatchObject({
      state: "found",
      users: [{ id: "user7" }, { id: "user50" }],
    });
    expect(zone.calls).toEqual(["list query person7"]);
  });

  test("a whole address is looked up exactly first", async () => {
    const zone = fakeZone(people(30));
    expect(await zone.directory.search("person7@example.com")).toMatchObject({
      users: [{ id: "user7" }],
    });
    expect(zone.calls).toEqual(["list emails person7@example.com"]);
  });

  test("a whole user ID too", async () => {
    const id = "ab3def8hij2klm9opq5rst7uvw";
    const zone = fakeZone([person(1, { id: userId(id) })]);
    expect(await zone.directory.search(id)).toMatchObject({ users: [{ id }] });
  });

  test("an ID of a shape never seen is looked up when nothing else is found", async () => {
    const zone = fakeZone([person(1, { id: userId("usr_0001-X") })]);
    expect(await zone.directory.search("usr_0001-X")).toMatchObject({
      users: [{ id: "usr_0001-X" }],
    });
    expect(await zone.directory.search("usr_0002-X")).toEqual(absent);
  });

  test("more pages are said, and continued by cursor", async () => {
    const zone = fakeZone(people(130));
    expect(await zone.directory.search("person")).toMatchObject({ after: "next" });
    await zone.directory.search("person", "next");
    expect(zone.calls).toEqual(["list query person", "list query person"]);
  });

  test("in a zone that ignores the query nobody is shown who does not match", async () => {
    const small = fakeZone(people(60), "ignores");
    expect(await small.directory.search("person59")).toMatchObject({ users: [{ id: "user59" }] });
    expect(await small.directory.search("nobody")).toEqual(absent);
    const large = fakeZone(people(140), "ignores");
    expect(await large.directory.search("person59")).toMatchObject({ doubt: "first-100-only" });
    expect(await large.directory.search("person120")).toMatchObject({ state: "inconclusive" });
  });
});
