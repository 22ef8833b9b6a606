import { thingKey } from "../../lib/directory/thing-key.ts";
import { type User, zoneId } from "../../lib/keycard/index.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  dana,
  fay,
  gathered,
  greta,
  ilya,
  kay,
  lena,
  nora,
  otto,
  petra,
  samir,
  suki,
  tim,
} from "../testing/sample-cases.ts";
import {
  ada,
  bare,
  bob,
  flood,
  hostile,
  member,
  newer,
  staging,
  uncounted,
  zone,
} from "../testing/sample-users.ts";
import type { Extent } from "./extent.ts";
import { type NameOf, ThingNames } from "./thing-names.ts";
import { UserArticle } from "./user-article.tsx";

const of =
  (user: User, extent: Extent = "record") =>
  () => <UserArticle user={user} zone={zone} asOf={Date.now()} extent={extent} />;

/** The same with the names of things known. */
const named = (user: User, extent: Extent) => () => (
  <ThingNames.Provider value={nameOf}>{of(user, extent)()}</ThingNames.Provider>
);

const KNOWN: Partial<Record<string, string>> = {
  [`zones ${staging.id}`]: "Staging",
  "resources r1a2b3c4": "Payments API",
  [`providers ${ada.provider_id}`]: "Acme Identity",
};
const PURPOSES: Partial<Record<string, string>> = {
  role1: "Manages the zone: its users, applications, resources and policies",
  role3: "Answers tickets",
  role4: "Acme's own: approves refunds above 500",
};

const nameOf: NameOf = (thing) => {
  const name = KNOWN[thingKey(thing)];
  const description = thing.kind === "roles" ? PURPOSES[thing.id] : undefined;
  return { ...thing, ...(name && { name }), ...(description && { description }) };
};

export const fixtures: Fixture[] = [
  {
    name: "of another zone than the chosen one, by its name",
    render: named({ ...ada, zone_id: zoneId(staging.id) }, "record"),
    shows: ["In another zone: Staging"],
  },
  {
    name: "of another zone than the chosen one",
    render: of({ ...ada, zone_id: zoneId(staging.id) }),
    shows: [`In another zone: ${staging.id}`],
  },
  {
    name: "active, verified, with roles",
    render: of(ada),
    shows: [
      "ada.lovelace@example.com",
      "Active",
      "E-mail verified",
      "admin · zone",
      "auditor · resource r1a2b3c4",
      "3 days ago",
      "Signs in with",
      "accounts.google.com",
      "https://accounts.google.com",
      "ada@hr",
      "Production",
      "Copy e-mail",
      "Copy ID",
      "Copy summary",
      "Copy JSON",
      "Set the console link",
    ],
  },
  {
    name: "with a link of its own in the console",
    render: () => (
      <UserArticle
        user={ada}
        zone={zone}
        asOf={Date.now()}
        extent="glance"
        consoleTemplate="https://console.example.com/{zone_slug}/{user_id}"
      />
    ),
    shows: ["Open in console"],
  },
  {
    name: "at a glance",
    render: of(ada, "glance"),
    shows: ["Active", "3 days ago", "accounts.google.com", "admin", "Sessions", "Production"],
  },
  {
    name: "disabled, not verified, no roles, never signed in",
    render: of(bob),
    shows: [
      "Disabled: can’t sign in. No sign-in on record.",
      "E-mail not verified",
      "No roles",
      "Last sign-inNo sign-in on record",
    ],
  },
  {
    name: "disabled, and sessions are still counted",
    render: of({ ...bob, session_count: 3 }, "glance"),
    shows: [
      "Disabled: can’t sign in. Keycard still counts 3 sessions.",
      "Last sign-inNot reported",
    ],
  },
  {
    name: "disabled, and a session is still active",
    render: of({ ...bob, session_count: 3, activeSessions: 1 }, "glance"),
    shows: ["Disabled: can’t sign in. 1 session is still active."],
  },
  {
    name: "an older deployment reports next to nothing",
    render: of(bare),
    shows: [
      "Status not reported",
      "Verification not reported",
      "Roles not reported",
      "No sign-in on record",
      "Not reported",
    ],
  },
  {
    name: "no roles that were granted directly",
    render: of(uncounted, "glance"),
    shows: ["No direct roles"],
  },
  {
    name: "roles directly and through groups",
    render: of(member, "glance"),
    shows: ["admin", "agent · via group Support agents", "buyer · via group g2"],
  },
  {
    name: "roles through groups only",
    render: of(nora),
    shows: [
      "support-agent · via group Support agents · zone",
      "billing-viewer · via group Billing · resource r1a2b3c4",
      "Groups",
      "Signs in with",
      "Acme Identity",
    ],
  },
  {
    name: "roles gathered from lists, of which that of the groups tells no scopes",
    render: of(gathered, "glance"),
    shows: ["support-agent", "knowledge-editor · via group Support agents · scope not reported"],
  },
  {
    name: "one role directly and through a group too",
    render: of(ilya, "glance"),
    shows: ["support-agent", "support-agent · via group Support agents"],
  },
  {
    name: "roles on another zone",
    render: of(suki, "glance"),
    shows: [`auditor · zone ${staging.id}`, "developer · this zone", "support-agent · this zone"],
  },
  {
    name: "more roles than two lines hold",
    render: of(tim, "glance"),
    shows: ["3 days ago", "team-a-maintainer", "Production"],
  },
  {
    name: "two roles of one name",
    render: of(otto, "glance"),
    shows: ["admin · platform role", "admin · customer role", "support-agent"],
  },
  {
    name: "roles to which those through groups may be missing",
    render: of(ada),
    shows: ["admin · zone", "Roles through groups may be missing here."],
  },
  {
    name: "what the roles are for",
    render: named(otto, "record"),
    shows: [
      "What the roles are for",
      "admin · platform role",
      "Manages the zone: its users, applications, resources and policies",
      "admin · customer role",
      "Acme's own: approves refunds above 500",
      "Answers tickets",
    ],
  },
  {
    name: "things by their names",
    render: named(ada, "record"),
    shows: ["auditor · resource Payments API", "Signs in with", "Acme Identity"],
  },
  {
    name: "another zone by its name",
    render: named(suki, "glance"),
    shows: ["auditor · zone Staging"],
  },
  {
    name: "a password and a provider",
    render: of(petra),
    shows: ["Keycard passwordAcme Identity", "No groups", "Ways to sign in", "Added"],
  },
  {
    name: "three providers, one of them deleted",
    render: of(fay),
    shows: ["Northwind SSOExample SocialProvider deleted", "old-4711"],
  },
  {
    name: "the only provider was deleted",
    render: of(greta),
    shows: [
      "The identity provider of this account was deleted.",
      "old-sso.acme.example (provider deleted)",
      "https://old-sso.acme.example/",
      "greta-31",
    ],
  },
  {
    name: "ways to sign in that this extension does not know",
    render: of(kay),
    shows: [
      "and 3 more",
      "passkey",
      "Type not reported",
      "https://id.acme.example/",
      "prv9",
      "Provider not reported",
      "prv1",
      "https://elsewhere.example/",
    ],
  },
  {
    name: "from a directory, with roles through its group",
    render: of(samir, "glance"),
    shows: ["Managed by your directory: change it there.", "admin · via group On call"],
  },
  {
    name: "from a directory, which has disabled her",
    render: of(dana, "glance"),
    shows: ["Disabled: can’t sign in. Managed by your directory: change it there.", "No roles"],
  },
  {
    name: "from a directory, never signed in",
    render: of(lena),
    shows: [
      "No sign-in on record. Managed by your directory: change it there.",
      "No roles",
      "No sign-in on record",
      "None reported",
      "Managed by",
      "Your directory",
      "All employees",
    ],
  },
  {
    name: "values this extension does not know",
    render: of(newer),
    shows: [
      "Keycard reports the status “pending_review”, which this version doesn’t know.",
      "last Tuesday",
      "support · via group g1 · zone",
      "reader · scope not reported",
    ],
  },
  {
    name: "hostile values",
    render: of(hostile),
    shows: ["<img src=x onerror=alert(1)>", "<b>verified</b>", "Show all 40 roles"],
  },
  {
    name: "a record as large as a reply",
    render: of(flood, "whole"),
    shows: [
      "Show 500 more of 10,000 roles",
      "in 7,",
      "further-0",
      "__proto__",
      "104 more in “Copy JSON”.",
    ],
  },
  {
    name: "no e-mail address",
    render: of({ id: bare.id }),
    shows: ["E-mail not reported", bare.id],
  },
  {
    name: "the whole record",
    render: of(newer, "whole"),
    shows: ["Other fields", "locale", "de-AT", "risk", '{"level":2,"reasons":["new device"]}'],
  },
];
