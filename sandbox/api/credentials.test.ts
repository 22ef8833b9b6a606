import { expect, test } from "vitest";
import { TODAY } from "../generation-zones.ts";
import { casesOf, peopleOf } from "../people.ts";
import type { Credential } from "../population/user.ts";
import { type Query, useSandbox } from "../test-client.ts";

const sandbox = useSandbox();
const { petra, fay, greta, kay, lena, erin } = casesOf(TODAY.id);
const { ada, annie, barbara, orphan } = peopleOf(TODAY.id);

async function credentials(id: string, ...expand: string[]): Promise<readonly Credential[]> {
  const query: Query = [
    ["filter[id]", id],
    ...["credentials", ...expand].map((value) => ["expand[]", value] as const),
  ];
  return (await sandbox.list(TODAY.id, query)).body.items[0]?.credentials ?? [];
}

test("a provider, a password, or both", async () => {
  expect(await credentials(ada.id)).toMatchObject(
    [{ type: "federation", issuer: "https://id.acme.example/", subject: /auth0/ }].map((way) => ({
      ...way,
      subject: expect.stringContaining("auth0|"),
    })),
  );
  expect(await credentials(barbara.id)).toEqual([
    { type: "password", created_at: expect.any(String), updated_at: expect.any(String) },
  ]);
  const both = await credentials(petra.id);
  expect(both.map(({ type }) => type)).toEqual(["password", "federation"]);
});

test("several providers, and null if one was deleted", async () => {
  const federations = await credentials(fay.id);
  expect(federations).toHaveLength(3);
  expect(federations.map((way) => "provider_id" in way && way.provider_id === null)).toEqual([
    false,
    false,
    true,
  ]);
  for (const { id } of [greta, annie]) {
    expect(await credentials(id)).toMatchObject([{ type: "federation", provider_id: null }]);
  }
});

test("none, for someone from a directory who hasn't signed in yet; and one of a newer type", async () => {
  expect(await credentials(lena.id)).toEqual([]);
  expect(await credentials(kay.id)).toMatchObject([{ type: "passkey" }]);
});

test("credentials.provider adds the whole provider to each that has one", async () => {
  const [plain] = await credentials(erin.id);
  expect(plain).not.toHaveProperty("provider");
  const [whole] = await credentials(erin.id, "credentials.provider");
  expect(whole).toMatchObject({
    provider: {
      name: "Partner Directory",
      type: "external",
      owner_type: "customer",
      protocols: { openid: { user_identifier_claim: "employee_number" } },
    },
  });
  for (const { id } of [greta, orphan, barbara])
    expect((await credentials(id, "credentials.provider"))[0]).not.toHaveProperty("provider");
});
