import type { User } from "../../lib/keycard/index.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  ada,
  bare,
  bob,
  flood,
  hostile,
  member,
  newer,
  uncounted,
  zone,
} from "../testing/sample-users.ts";
import type { Extent } from "./extent.ts";
import { UserArticle } from "./user-article.tsx";

const of =
  (user: User, extent: Extent = "record") =>
  () => <UserArticle user={user} zone={zone} asOf={Date.now()} extent={extent} />;

export const fixtures: Fixture[] = [
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
      "https://accounts.google.com",
      "ada@hr",
      "Production",
      "Copy e-mail",
      "Copy ID",
      "Copy summary",
      "Copy JSON",
      "Open in console",
    ],
  },
  {
    name: "at a glance",
    render: of(ada, "glance"),
    shows: ["Active", "admin · zone", "3 days ago", "Sessions", "Grants", "Production"],
  },
  {
    name: "one of several",
    render: of(ada, "brief"),
    shows: ["Active", "admin · zone", "3 days ago", "https://accounts.google.com"],
  },
  {
    name: "disabled, not verified, no roles, never signed in",
    render: of(bob),
    shows: ["Disabled", "E-mail not verified", "No roles", "Never, or not reported"],
  },
  {
    name: "an older deployment reports next to nothing",
    render: of(bare),
    shows: [
      "Status not reported",
      "Verification not reported",
      "Roles not reported",
      "Never, or not reported",
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
    shows: [
      "admin · zone · direct",
      "agent · zone · via group Support agents",
      "buyer · zone · via group g2",
      "guest · zone · via group",
    ],
  },
  {
    name: "values this extension does not know",
    render: of(newer),
    shows: [
      "pending_review",
      "last Tuesday",
      "support · zone · via group g1",
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
      "104 more are in “Copy JSON”.",
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
    shows: ["Further fields", "locale", "de-AT", "risk", '{"level":2,"reasons":["new device"]}'],
  },
];
