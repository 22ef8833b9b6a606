import { expect, it } from "vitest";
import { absent, ada, found, hostile } from "../testing/sample-users.ts";
import { listedAnswer } from "./listed-answer.ts";

it("keeps the fields of a user that a list shows, and no others", () => {
  const [kept] = usersIn(listedAnswer(found({ ...hostile, role_assignments: [] })));
  expect(kept).toMatchObject({ id: hostile.id, email: hostile.email, status: hostile.status });
  // The other fields have a million characters and two hundred names.
  expect(Object.keys(kept ?? {}).length).toBeLessThanOrEqual(15);
  expect(JSON.stringify({ ...kept, email: "" }).length).toBeLessThan(1_000);
});

it("adds no field that isn't reported", () => {
  const { authenticated_at: _, ...never } = ada;
  expect(usersIn(listedAnswer(found(never)))[0]).not.toHaveProperty("authenticated_at");
});

it("leaves other answers as they are", () => {
  expect(listedAnswer(absent)).toBe(absent);
});

const usersIn = (answer: ReturnType<typeof listedAnswer>) =>
  answer.state === "found" ? answer.users : [];
