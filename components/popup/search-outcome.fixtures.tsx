import type { Narrowed } from "../../lib/contract/narrowed.ts";
import type { SearchAnswer } from "../../lib/directory/answer.ts";
import { fakeBackground } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { twins } from "../testing/sample-cases.ts";
import { ada, bare, bob, newer } from "../testing/sample-users.ts";
import { choiceOf } from "./search-filters.ts";
import { SearchOutcome } from "./search-outcome.tsx";
import { createSearchStore } from "./search-store.ts";

const none = () => undefined;

/** The outcome of a search for a text; if filtered, only disabled users are left. */
function of(answer: SearchAnswer, filtered: boolean, text = "exam", narrowed?: Narrowed) {
  const background = fakeBackground({ search: async () => answer });
  const store = createSearchStore(background);
  store.type(text);
  void store.narrow(narrowed);
  if (filtered) store.filter(choiceOf({ status: "Disabled" }));
  return (
    <section class="search-view">
      <div class="search-body">
        <SearchOutcome
          store={store}
          background={background}
          policy={{}}
          onOpen={none}
          onCleared={none}
          onList={none}
          onOpenOptions={none}
        />
      </div>
    </section>
  );
}

const found = (more: object): SearchAnswer => ({
  state: "found",
  users: [ada, bob, newer, bare],
  asOf: Date.now(),
  ...more,
});
const counted = found({ after: "next", total: 221 });
const goesOn = found({ after: "next" });
const doubtful = found({ doubt: "first-100-only" });

const admin: Narrowed = { kind: "roles", value: "admin", name: "admin" };
const group: Narrowed = { kind: "groups", value: "g1", name: "Support, second level" };

export const fixtures: Fixture[] = [
  {
    name: "three with one address, two of them of the same provider",
    render: () => of(found({ users: [ada, ...twins] }), false),
    shows: ["4 users", "3 days ago", "Northwind SSO", "Keycard password", "…pljme", "…pl0me"],
  },
  { name: "all that there are", render: () => of(found({}), false), shows: ["4 users"] },
  {
    name: "a name",
    render: () => of(found({ words: ["jörg", "jorg", "joerg", "ndiaye"] }), false, "Jörg Ndiaye"),
    shows: [
      "Keycard stores no names. Showing e-mails with “jörg”, “jorg”, “joerg” or “ndiaye”.",
      "4 users",
    ],
  },
  {
    name: "a name of which nobody has any word",
    render: () =>
      of(
        { state: "absent", asOf: Date.now(), searched: ["email"], words: ["farah", "ndiaye"] },
        false,
        "farah ndiaye",
      ),
    shows: [
      "has “farah” or “ndiaye” in their e-mail.",
      "Keycard stores no names. Try another part of the address.",
    ],
  },
  {
    name: "an address that nobody has",
    render: () => of({ state: "absent", asOf: Date.now() }, false, "adda@example.com"),
    shows: [
      "has “adda@example.com” in their e-mail or identity provider ID.",
      "They may use another address, or this one has a typo.",
      "Find similar addresses",
      "Search for “adda”",
    ],
  },
  {
    name: "a part of all, as the zone counts",
    render: () => of(counted, false),
    shows: ["4 of 221 users", "More"],
  },
  {
    name: "filtered, of a part of all",
    render: () => of(counted, true),
    shows: ["1 among the first 4 of 221", "Show all", "Search all 221", "More"],
  },
  {
    name: "a part, nobody knows of how many",
    render: () => of(goesOn, false),
    shows: ["4 users loaded; there may be more"],
  },
  {
    name: "filtered, of a part",
    render: () => of(goesOn, true),
    shows: ["1 among the first 4; there may be more"],
  },
  {
    name: "of a zone that shows a part of itself",
    render: () => of(doubtful, false),
    shows: ["4 users found; there may be more"],
  },
  {
    name: "filtered, of such a zone",
    render: () => of(doubtful, true),
    shows: ["1 of the 4 found; there may be more"],
  },
  {
    name: "nobody has a whole ID",
    render: () => of({ state: "absent", asOf: 0 }, false, ada.id),
    shows: [
      "in their e-mail or identity provider ID, or as their user ID.",
      "Check that you copied all of it",
    ],
  },
  {
    name: "nobody has a whole identifier",
    render: () =>
      of(
        { state: "absent", asOf: 0, searched: ["email", "subject", "identifier", "id"] },
        false,
        "E-104242",
      ),
    shows: [
      "“E-104242” in their e-mail or identity provider ID, or as their user ID or identifier.",
    ],
  },
  {
    name: "everybody with a role",
    render: () => of(counted, false, "", admin),
    shows: [
      "Role, given directly: admin",
      "Clear filter",
      "4 of 221 users",
      "who have this role directly",
    ],
  },
  {
    name: "nobody with a role",
    render: () => of({ state: "absent", asOf: 0 }, false, "", admin),
    shows: ["has the role “admin” directly.", "Clear filter"],
  },
  {
    name: "nobody in a group has the text",
    render: () => of({ state: "absent", asOf: 0 }, false, "exam", group),
    shows: ["in the group “Support, second level” has “exam”", "Clear filter"],
  },
  {
    name: "a zone that cannot be searched by role",
    render: () => of({ state: "inconclusive", doubt: "not-askable", asOf: 0 }, false, "", admin),
    shows: ["Can’t tell who has the role “admin”.", "This zone’s API can’t search by role"],
  },
  {
    name: "a role is called like the text that nobody has",
    render: () => of({ state: "absent", asOf: 0 }, false, "admin"),
    shows: ["People with the role admin…", "People in the group Admins of Europe…"],
  },
  {
    name: "the text names several",
    render: () => of(counted, false, "ada@example.com, bob@example.com"),
    shows: ["This text contains 2 addresses or IDs.", "Paste a list"],
  },
];
