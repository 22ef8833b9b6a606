import fc from "fast-check";

/** For tests: bodies that an API, or something in front of it, may send. */

const NAMES = [
  ...["id", "email", "email_verified", "identifier", "organization_id", "zone_id", "status"],
  ...["created_at", "updated_at", "authenticated_at", "issuer", "subject", "provider_id"],
  ...["session_count", "grant_count", "role_id", "role_identifier", "scope", "type", "source"],
  ...["name", "slug", "access_token", "expires_in", "token_type", "message", "code", "error"],
  ...["after_cursor", "before_cursor", "total_count", "__proto__", "constructor", "toString"],
  ...["hasOwnProperty", "then", "toJSON", "length", "polluted"],
];

const text = fc.oneof(
  fc.constantFrom(
    "u1",
    "z1",
    "ada@example.com",
    "",
    "\u202E",
    "\uD800",
    "\u0000",
    "x".repeat(3_000),
  ),
  fc.string({ unit: "binary" }),
);

/** The text of a JSON value. Unlike a parsed value, it can contain duplicate keys, `__proto__`, and 1e400. */
const { json } = fc.letrec<{ json: string; record: string }>((tie) => ({
  record: fc
    .array(
      fc.tuple(
        fc.constantFrom(...NAMES).map((name) => JSON.stringify(name)),
        tie("json"),
      ),
      { maxLength: 6 },
    )
    .map((members) => `{${members.map((member) => member.join(":")).join(",")}}`),
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("null", "true", "false", "0", "-1", "1e400", "-1e400", "1.5", "1e21"),
    text.map((value) => JSON.stringify(value)),
    tie("record"),
    fc.array(tie("json"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  ),
}));

/** A record that is nearly right: it has the ID of the requested user or zone. */
const nearly = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), json), { maxLength: 8 })
  .chain((members) =>
    fc
      .constantFrom('"id":"u1"', '"id":"z1"', '"id":"u1","email":"ada@example.com"')
      .map((own) =>
        [own, ...members.map(([name, value]) => `${JSON.stringify(name)}:${value}`)].join(","),
      ),
  )
  .map((members) => `{${members}}`);

const page = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: nearly }, json), { maxLength: 4 }),
    fc.oneof(json, fc.constant('{"after_cursor":"next","total_count":3}')),
  )
  .map(([items, pagination]) => `{"items":[${items.join(",")}],"pagination":${pagination}}`);

export const anyReply = fc.oneof(json, nearly, page, text);
