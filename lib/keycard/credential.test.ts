import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CREDENTIAL_MAX_CHARS } from "../limits.ts";
import { type CredentialProblem, parseCredential } from "./credential.ts";

const key = (text: string) => parseCredential({ kind: "api-key", key: text });
const account = (clientId: string, clientSecret: string) =>
  parseCredential({ kind: "service-account", clientId, clientSecret });

describe("an API key", () => {
  test.each([
    ["abc.def.ghi", "abc.def.ghi"],
    ["  abc\n", "abc"],
    ["\u00a0abc\ufeff", "abc"],
    ["Bearer abc", "abc"],
    ["bearer  abc", "abc"],
    ["bearerabc", "bearerabc"],
    ["a".repeat(CREDENTIAL_MAX_CHARS), "a".repeat(CREDENTIAL_MAX_CHARS)],
  ])("accepts %j", (typed, kept) => {
    expect(key(typed)).toEqual({ ok: true, value: { kind: "api-key", key: kept } });
  });

  test.each<[string, CredentialProblem["problem"]]>([
    ["", "empty"],
    [" \n", "empty"],
    ["Bearer ", "empty"],
    ["a".repeat(CREDENTIAL_MAX_CHARS + 1), "too-long"],
    ["abc def", "space-inside"],
    ["xBearer abc", "space-inside"],
    ["abc\r\nX-Evil: 1", "space-inside"],
    ["abc\u0000def", "not-ascii"],
    ["abc\u200b", "not-ascii"],
    ["käse", "not-ascii"],
  ])("refuses %j as %s", (typed, problem) => {
    const parsed = key(typed);
    expect(parsed).toMatchObject({ ok: false, problems: [{ field: "key", problem }] });
  });
});

describe("a service account", () => {
  test("is trimmed", () => {
    expect(account(" id ", "\tse:cret\n")).toEqual({
      ok: true,
      value: { kind: "service-account", clientId: "id", clientSecret: "se:cret" },
    });
  });

  test("reports the problem of every field", () => {
    expect(account("a:b", "")).toMatchObject({
      ok: false,
      problems: [
        { field: "clientId", problem: "colon" },
        { field: "clientSecret", problem: "empty" },
      ],
    });
  });

  test("one valid field doesn't excuse the other", () => {
    expect(account("id", "a b")).toMatchObject({
      ok: false,
      problems: [{ field: "clientSecret" }],
    });
    expect(account("", "s")).toMatchObject({ ok: false, problems: [{ field: "clientId" }] });
  });
});

test("any input is accepted and valid in a header, or refused without being repeated", () => {
  const typed = fc.oneof(fc.string({ unit: "binary" }), fc.string({ minLength: 20 }));
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = key(text);
      if (parsed.ok) {
        const kept = parsed.value.kind === "api-key" ? parsed.value.key : "";
        expect(new Headers({ authorization: `Bearer ${kept}` }).get("authorization")).toBe(
          `Bearer ${kept}`,
        );
      } else {
        if (text.length > 15) expect(JSON.stringify(parsed)).not.toContain(text);
      }
    }),
  );
});
