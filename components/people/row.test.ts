import { describe, expect, it } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { queryKey } from "../../lib/query-key.ts";
import { absent, ada, bare, bob, found } from "../testing/sample-users.ts";
import { type Mentioned, mentionsIn, type Row, rowsOf } from "./row.ts";

const email = (value: string): Mentioned => ({ query: { kind: "email", value } });
const id = (value: string): Mentioned => ({ query: { kind: "id", value } });

const answersTo = (known: [Mentioned, Answer][]) =>
  new Map(known.map(([{ query }, answer]) => [queryKey(query), answer]));

/** Each line: its key, its user, and its other mentions. */
const lines = (rows: readonly Row[]) =>
  rows.map((row) => [
    row.key,
    row.user?.id,
    ...mentionsIn(row)
      .slice(1)
      .map((one) => one.query.value),
  ]);

describe("rowsOf", () => {
  it("merges mentions of one user, whatever is between them", () => {
    const mentioned = [email("a@x.example"), email("nobody@x.example"), id(ada.id)];
    const [a, nobody, byId] = mentioned as [Mentioned, Mentioned, Mentioned];
    const answers = answersTo([
      [a, found(ada)],
      [nobody, absent],
      [byId, found(ada)],
    ]);
    expect(lines(rowsOf(mentioned, answers))).toEqual([
      ["email:a@x.example", ada.id, ada.id],
      ["email:nobody@x.example", undefined],
    ]);
  });

  it("never merges two mentions if the user of one is unknown, even if they are spelled the same", () => {
    const mentioned = [email("a@x.example"), id(ada.id)];
    const [a] = mentioned as [Mentioned];
    expect(rowsOf(mentioned, answersTo([[a, found(ada)]]))).toHaveLength(2);
    const both = answersTo([
      [a, absent],
      [mentioned[1] as Mentioned, absent],
    ]);
    expect(rowsOf(mentioned, both)).toHaveLength(2);
  });

  it("leaves those who share an address a line each, and merges each with its other mentions", () => {
    const shared = email("shared@x.example");
    const byId = id(bob.id);
    const answers = answersTo([
      [byId, found(bob)],
      [shared, found(ada, bob)],
    ]);
    expect(lines(rowsOf([byId, shared], answers))).toEqual([
      [`id:${bob.id}`, bob.id, "shared@x.example"],
      ["email:shared@x.example", ada.id],
    ]);
    expect(lines(rowsOf([shared, byId], answers))).toEqual([
      ["email:shared@x.example", ada.id],
      ["email:shared@x.example 1", bob.id, bob.id],
    ]);
  });

  it("shows the newer of two records of one user, whichever mention it came from", () => {
    const mentioned = [email("b@x.example"), id(bob.id)];
    const [first, second] = mentioned as [Mentioned, Mentioned];
    const at = (asOf: number, status: string): Answer => ({
      ...(found({ ...bob, status }) as Extract<Answer, { state: "found" }>),
      asOf,
    });
    const statusOf = (one: Answer, other: Answer) =>
      rowsOf(
        mentioned,
        answersTo([
          [first, one],
          [second, other],
        ]),
      )[0]?.user?.status;
    expect(statusOf(at(1, "active"), at(2, "disabled"))).toBe("disabled");
    expect(statusOf(at(2, "disabled"), at(1, "active"))).toBe("disabled");
  });

  it("merges only by the answers it is given, so that no line disappears while answers arrive", () => {
    const mentioned = [email("a@x.example"), id(ada.id), id(bare.id)];
    const answers = answersTo(mentioned.map((one, n) => [one, n < 2 ? found(ada) : found(bare)]));
    expect(rowsOf(mentioned, answers, new Map())).toHaveLength(3);
    expect(rowsOf(mentioned, answers)).toHaveLength(2);
  });
});
