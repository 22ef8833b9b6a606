/** What a malicious API can answer. JSON is built as text: it contains duplicate keys, `__proto__` and 1e400. */

/** Texts that harm a page which treats them as more than text. */
export const TEXTS: Record<string, string> = {
  image: '<img src=x onerror="alert(1)">',
  script: '"><script>alert(1)</script></style></title><svg onload=alert(1)>',
  link: "javascript:alert(document.domain)",
  data: "data:text/html,<script>alert(1)</script>",
  template: "{{constructor.constructor('alert(1)')()}} \x24{alert(1)} %s%n %0A",
  direction: "\u202Egnp.ecin\u2066\u2067\u061C\u200Frest",
  unseen: "a\u200Bb\u00ADc\uFEFFd\u3164e\u2800f\u{E0041}g",
  controls: "line one\nline two\r\n\u0000\u0007\u0085\u2028\u009B31m\tend",
  halves: "\uD83D left \uDE00 right",
  zalgo: `z${"\u0300\u0489\u0316\u033F".repeat(300)}a`,
  word: "W".repeat(1_500),
  wide: "\uFDFD".repeat(300),
  spaces: `${" ".repeat(300)}x`,
};

const GROUPS: Record<string, string[]> = {
  "a script URL, and markup": ["link", "image", "script", "template"],
  "a data URL, and special characters": ["data", "direction", "unseen", "controls", "halves"],
};

/**
 * The same for a browser, which takes seconds for each: texts that harm by their content are combined, starting with
 * the one that has to be at the start of a URL; texts that harm by their size are separate.
 */
export const TEXTS_TOGETHER: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(GROUPS).map(([name, group]) => [
      name,
      group.map((each) => TEXTS[each] ?? "").join(" "),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(TEXTS).filter(([name]) => !Object.values(GROUPS).flat().includes(name)),
  ),
};

/** An ID for a served user that is a mention on a page: `n` from 0 to 99. */
export const hostileId = (n: number) => `h0stile${String(n).padStart(2, "0")}aaaa1bbbb2cccc3dd`;

const at = (text: string) => ({ id: text, type: text, extra: text });

/** A user with one text in every possible field. */
export function userOf(id: string, text: string): string {
  const role = { role_id: text, role_identifier: text, scope: at(text), source: text };
  const user = {
    email: text,
    identifier: text,
    organization_id: text,
    status: text,
    created_at: text,
    updated_at: text,
    authenticated_at: text,
    issuer: text,
    subject: text,
    provider_id: text,
    email_verified: text,
    session_count: text,
    grant_count: text,
    role_assignments: [role, { ...role, scope: null, role_owner_type: text, group_id: text }],
    external: true,
    groups: [{ id: text, name: text, identifier: text, external: text, external_issuer: text }],
    credentials: [
      { type: "federation", provider_id: text, issuer: text, subject: text, created_at: text },
      { type: "federation", provider_id: text, provider: { id: text, name: text, slug: text } },
      { type: "federation", provider_id: null, issuer: text },
      { type: text, [text]: text },
      text,
    ],
    [text]: text,
    further: { [text]: [text, at(text)] },
  };
  return withPollution(JSON.stringify({ id, ...user }));
}

/** Adds keys that every object has to an object's JSON. */
function withPollution(json: string): string {
  const polluting = '"__proto__":{"polluted":1,"email":"mallory@evil.example"}';
  return `${json.slice(0, -1)},${polluting},"constructor":{"prototype":{"polluted":1}},"toString":"x","hasOwnProperty":null,"toJSON":"x","then":"x","valueOf":[]}`;
}

const many = (count: number, each: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => each(n)).join(",");

const MEGABYTE = "M".repeat(1_000_000);

/** Users with a field of the wrong type, or far too large; each still has its ID. */
export const SHAPES: Record<string, (id: string) => string> = {
  "arrays instead of strings": (id) =>
    `{"id":"${id}","email":["<b>"],"status":[],"issuer":{},"subject":[[]],"created_at":[1],"role_assignments":{"length":3},"session_count":[3]}`,
  numbers: (id) =>
    `{"id":"${id}","email":1e400,"status":-1,"session_count":1e400,"grant_count":-5,"created_at":1e21,"further":1e400,"zero":-0}`,
  "keys twice": (id) =>
    `{"id":"someone-else","id":"${id}","email":"first@example.com","email":"<i>second@example.com</i>","status":"active","status":"disabled"}`,
  dates: (id) =>
    `{"id":"${id}","created_at":"0000-01-01T00:00:00+23:59","updated_at":"9999-12-31T23:59:59Z","authenticated_at":"2026-02-31T99:99:99Z"}`,
  "10,000 roles": (id) =>
    `{"id":"${id}","email":"roles@example.com","role_assignments":[${many(10_000, (n) => `{"role_id":"r","role_identifier":"role-${n}<b>","scope":null}`)}]}`,
  "texts of 1 MB": (id) => `{"id":"${id}","email":"${MEGABYTE}","further":"${MEGABYTE}"}`,
  "a key of 1 MB": (id) => `{"id":"${id}","email":"key@example.com","${MEGABYTE}":"x"}`,
  "20,000 further fields": (id) =>
    `{"id":"${id}","email":"fields@example.com",${many(20_000, (n) => `"field-${n}":{"a":${n}}`)}}`,
  "30 levels": (id) =>
    `{"id":"${id}","email":"deep@example.com","deep":${'{"a":['.repeat(12)}1${"]}".repeat(12)}}`,
};

/** A list page with these users, or zones. */
export const pageOf = (...items: string[]) =>
  `{"items":[${items.join(",")}],"pagination":{"after_cursor":null,"before_cursor":null,"total_count":${items.length},"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}`;

/** A zone with one text in each field. */
export const zoneOf = (id: string, text: string) =>
  withPollution(
    JSON.stringify({ id, name: text, slug: text, description: text, organization_id: text }),
  );
