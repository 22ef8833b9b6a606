import { describe, expect, it } from "vitest";
import type { User } from "../../lib/keycard/index.ts";
import { UNSEEN } from "../parts/unseen.ts";
import { dana, fay, greta, kay, lena, nora, petra, samir } from "../testing/sample-cases.ts";
import { ada, bare, bob, hostile } from "../testing/sample-users.ts";
import { verdictOf } from "./verdict.ts";

const kinds = (user: User) => verdictOf(user)?.matters.map(({ kind }) => kind);

const sentence = (user: User) => verdictOf(user)?.sentence;

const disabled: User = { ...ada, status: "disabled", session_count: 0 };
const { authenticated_at: _, ...neverIn } = { ...ada, session_count: 0 };
const { provider_id: __, ...withoutProvider } = ada;

it.each([
  ["active, verified, has signed in", ada],
  ["of a newer zone", nora],
  ["a password besides the provider", petra],
  ["not verified: a badge says so", { ...ada, email_verified: false }],
  ["status not reported: a badge says so", { ...ada, status: undefined } as unknown as User],
])("says nothing if nothing is wrong: %s", (_, user) => {
  expect(verdictOf(user)).toBeUndefined();
});

it("says at most two things, the most important first", () => {
  expect(sentence({ ...dana, session_count: 2 })).toBe(
    "Disabled: can’t sign in. Keycard still counts 2 sessions.",
  );
  expect(sentence(dana)).toBe(
    "Disabled: can’t sign in. Managed by your directory: change it there.",
  );
  expect(sentence(bob)).toBe("Disabled: can’t sign in. No sign-in on record.");
});

it("for an active user the directory comes last", () => {
  expect(kinds(samir)).toEqual(["managed"]);
  expect(kinds(lena)).toEqual(["no_sign_in", "managed"]);
});

describe("sessions of a disabled user", () => {
  it("are active if Keycard has listed them as active, whatever the record counts", () => {
    expect(sentence({ ...disabled, session_count: 7, activeSessions: 3 })).toBe(
      "Disabled: can’t sign in. 3 sessions are still active.",
    );
    expect(sentence({ ...disabled, session_count: 7, activeSessions: 0 })).toBe(
      "Disabled: can’t sign in.",
    );
  });

  it("are not mentioned for anyone else", () => {
    expect(kinds({ ...ada, activeSessions: 3 })).toBeUndefined();
    expect(kinds({ ...ada, status: "suspended", activeSessions: 3 })).toEqual(["unknown_status"]);
  });
});

describe("a deleted provider", () => {
  const gone = { type: "federation", provider_id: null };
  it.each<[string, User, boolean]>([
    ["a record with an issuer and no provider", withoutProvider, true],
    ["the same with an empty list of ways", { ...withoutProvider, credentials: [] }, true],
    ["neither issuer nor provider: perhaps a password", bare, false],
    ["another provider is left", fay, false],
    ["a password is left", { ...greta, credentials: [gone, { type: "password" }] }, false],
    ["an unreadable way is left", { ...greta, credentials: [gone, {}] }, false],
    ["ways that aren't reported as deleted", kay, false],
    ["a way without a provider", { ...greta, credentials: [{ type: "federation" }] }, false],
    [
      "a newer type without a provider",
      { ...greta, credentials: [{ ...gone, type: "passkey" }] },
      false,
    ],
  ])("%s", (_, user, isDeleted) => {
    expect(kinds(user)?.includes("provider_deleted") ?? false).toBe(isDeleted);
  });

  it("says that all are deleted, if there were several", () => {
    expect(sentence({ ...greta, credentials: [gone, gone] })).toBe(
      "All identity providers of this account were deleted.",
    );
  });
});

it("doesn't say that someone with a session never signed in", () => {
  expect(kinds(neverIn)).toEqual(["no_sign_in"]);
  expect(kinds({ ...neverIn, session_count: 1 })).toBeUndefined();
});

it("names an unknown status, in one short line", () => {
  expect(sentence(hostile)).toContain("“active<U+202E> <b>verified</b>”");
  const long = sentence({ ...ada, status: `x\n\u2028${"y".repeat(10_000)}` }) ?? "";
  expect(long).not.toMatch(UNSEEN);
  expect(long.length).toBeLessThan(200);
});
