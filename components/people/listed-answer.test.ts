import { expect, it } from "vitest";
import { absent, ada, found, hostile } from "../testing/sample-users.ts";
import { listedAnswer } from "./listed-answer.ts";

it("keeps what a list says of somebody, and none of the fields that it does not", () => {
  const [kept] = usersIn(listedAnswer(found({ ...hostile, role_assignments: [] })));
  expect(kept).toMatchObject({ id: hostile.id, email: hostile.email, status: hostile.status });
  // Further fields have a million characters, and two hundred names.
  expect(Object.keys(kept ?? {}).length).toBeLessThanOrEqual(15);
  expect(JSON.stringify({ ...kept, email: "" }).length).toBeLessThan(1_000);
});

it("makes no field of one that is not reported", () => {
  const { authenticated_at: _, ...never } = ada;
  expect(usersIn(listedAnswer(found(never)))[0]).not.toHaveProperty("authenticated_at");
});

it("leaves other answers as they are", () => {
  expect(listedAnswer(absent)).toBe(absent);
});

const usersIn = (answer: ReturnType<typeof listedAnswer>) =>
  answer.state === "found" ? answer.users : [];
