import { userId } from "../../lib/keycard/ids.ts";
import type { User } from "../../lib/keycard/index.ts";
import { ada, staging, zone } from "./sample-users.ts";

/**
 * People for the cases of today's API, one each: the same as in the sandbox (`case-people.ts`), with the same names.
 */

const ACME_IDENTITY = { id: "prv5a7b9c1d3e5f7g9h1j3k5m7", name: "Acme Identity" };
const NORTHWIND = { id: "prv6a7b9c1d3e5f7g9h1j3k5m7", name: "Northwind SSO" };
const SOCIAL = { id: "prv7a7b9c1d3e5f7g9h1j3k5m7", name: "Example Social" };

const ADDED = { created_at: "2026-09-14T07:45:00.000Z", updated_at: "2026-09-14T07:45:00.000Z" };

const federation = (provider: typeof ACME_IDENTITY, issuer: string, subject: string) => ({
  type: "federation",
  provider_id: provider.id,
  issuer,
  subject,
  provider,
  ...ADDED,
});

const atAcme = federation(ACME_IDENTITY, "https://id.acme.example/", "auth0|5f7c8ec7c33c6c004bb");

/** Someone of today's generation, with nothing special. */
function person(name: string, differs: Partial<User>): User {
  const { identifier: _, ...plain } = ada;
  return {
    ...plain,
    id: userId(`${name}${"0def8hij2klm9opq5rst7uvwxyz"}`.slice(0, 26)),
    email: `${name}@example.com`,
    issuer: atAcme.issuer,
    subject: atAcme.subject,
    external: false,
    groups: [],
    credentials: [atAcme],
    role_assignments: [AGENT],
    rolesCounted: "all",
    ...differs,
  };
}

/** The same without some fields. */
function without(user: User, ...fields: (keyof User)[]): User {
  const entries = Object.entries(user).filter(([name]) => !fields.some((field) => field === name));
  return Object.fromEntries(entries) as User;
}

const AGENT = {
  role_id: "role3",
  role_identifier: "support-agent",
  role_owner_type: "customer",
  source: "user",
  scope: null,
};
const through = (group_id: string) => ({ source: "group", group_id });

const AGENTS = { id: "grp1", name: "Support agents", identifier: "support-agents" };
const BILLING = { id: "grp2", name: "Billing", identifier: "billing" };
const EVERYBODY = {
  id: "grp3",
  name: "All employees",
  identifier: "scim-all-employees",
  external: true,
  external_issuer: "https://login.partners.example/realms/main",
};
const ON_CALL = { ...EVERYBODY, id: "grp4", name: "On call", identifier: "scim-on-call" };

/** Roles through a group only. */
export const nora = person("nora", {
  groups: [AGENTS, BILLING],
  role_assignments: [
    { ...AGENT, ...through("grp1") },
    { role_identifier: "knowledge-editor", scope: null, ...through("grp1") },
    {
      role_identifier: "billing-viewer",
      scope: { type: "resource", id: "r1a2b3c4" },
      ...through("grp2"),
    },
  ],
});

/** One role both directly and through a group. */
export const ilya = person("ilya", {
  groups: [AGENTS],
  role_assignments: [AGENT, { ...AGENT, ...through("grp1") }],
});

/** Roles that were read from lists: for those through groups there are only identifiers. */
export const gathered = person("gathered", {
  groups: [AGENTS],
  role_assignments: [AGENT, { role_identifier: "knowledge-editor", ...through("grp1") }],
  rolesCounted: "gathered",
});

/** Roles on another zone, and on this one by its ID. */
export const suki = person("suki", {
  role_assignments: [
    { ...AGENT, role_identifier: "auditor", scope: { type: "zone", id: staging.id } },
    { ...AGENT, role_identifier: "developer", scope: { type: "zone", id: zone.id } },
    AGENT,
  ],
});

/** Twelve roles, each on a different thing, every other one through a group. */
export const tim = person("tim", {
  groups: [ON_CALL],
  role_assignments: [..."abcdefghijkl"].map((team, place) => ({
    ...AGENT,
    role_identifier: `team-${team}-maintainer`,
    scope: { type: "resource", id: "r1a2b3c4" },
    ...(place % 2 === 1 && through("grp4")),
  })),
});

/** Two roles with one identifier, with different owners. */
export const otto = person("otto", {
  role_assignments: [
    { ...AGENT, role_id: "role1", role_identifier: "admin", role_owner_type: "platform" },
    { ...AGENT, role_id: "role4", role_identifier: "admin" },
    AGENT,
  ],
});

/** A password and a provider. */
export const petra = person("petra", { credentials: [{ type: "password", ...ADDED }, atAcme] });

/** Three providers, one of them deleted. */
export const fay = person("fay", {
  issuer: "https://sso.northwind.example/oauth2",
  subject: "00u4f6h8j0k2m4n6p8r",
  credentials: [
    federation(NORTHWIND, "https://sso.northwind.example/oauth2", "00u4f6h8j0k2m4n6p8r"),
    federation(SOCIAL, "https://accounts.social.example", "107461293358823470112"),
    { type: "federation", provider_id: null, subject: "old-4711", ...ADDED },
  ],
});

/** Her only provider was deleted. */
export const greta = without(
  person("greta", {
    issuer: "https://old-sso.acme.example/",
    subject: "greta-31",
    credentials: [
      {
        type: "federation",
        provider_id: null,
        issuer: "https://old-sso.acme.example/",
        subject: "greta-31",
        ...ADDED,
      },
    ],
  }),
  "provider_id",
);

/** A credential of an undocumented type, one that can't be read, and providers with few details. */
export const kay = without(
  person("kay", {
    issuer: "https://elsewhere.example/",
    credentials: [
      { type: "passkey", ...ADDED },
      {},
      { type: "federation", provider_id: "prv8", issuer: "https://id.acme.example/" },
      { type: "federation", provider_id: "prv9" },
      { type: "federation", ...ADDED },
      { type: "federation", provider_id: "prv1", provider: { id: "prv2", name: "Another" } },
    ],
  }),
  "provider_id",
  "subject",
);

/** From a directory, admin through its group. */
export const samir = person("samir", {
  external: true,
  groups: [EVERYBODY, ON_CALL],
  role_assignments: [
    { role_identifier: "on-call", scope: null, ...through("grp4") },
    { role_identifier: "admin", scope: null, ...through("grp4") },
  ],
});

/** From a directory, which has disabled her. */
export const dana = person("dana", {
  external: true,
  status: "disabled",
  session_count: 0,
  groups: [EVERYBODY],
  role_assignments: [],
});

/** From a directory, never signed in. */
export const lena = without(
  person("lena", {
    external: true,
    session_count: 0,
    email_verified: false,
    groups: [EVERYBODY],
    role_assignments: [],
    credentials: [],
  }),
  "provider_id",
  "issuer",
  "subject",
  "authenticated_at",
);

const TWINS = "twins@example.com";

/** Two who share an address, and a third who equals the second in everything but the ID. */
export const twins: [User, User, User] = [
  person("twin-one-", {
    email: TWINS,
    credentials: [federation(NORTHWIND, "https://sso.northwind.example/oauth2", "00u4f6h8")],
  }),
  {
    ...person("twin-two-", {
      email: TWINS,
      status: "disabled",
      credentials: [{ type: "password", ...ADDED }],
      role_assignments: [],
      authenticated_at: new Date(Date.now() - 95 * 86_400_000).toISOString(),
    }),
    id: userId("twin2def8hij2klm9opq5pljme"),
  },
  {
    ...person("twin-three-", {
      email: TWINS,
      status: "disabled",
      credentials: [{ type: "password", ...ADDED }],
      role_assignments: [],
      authenticated_at: new Date(Date.now() - 95 * 86_400_000).toISOString(),
    }),
    id: userId("twin3def8hij2klm9opq5pl0me"),
  },
];
