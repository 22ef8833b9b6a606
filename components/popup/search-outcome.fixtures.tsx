import type { SearchAnswer } from "../../lib/directory/answer.ts";
import { fakeBackground } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { twins } from "../testing/sample-cases.ts";
import { ada, bare, bob, newer } from "../testing/sample-users.ts";
import { choiceOf } from "./search-filters.ts";
import { SearchOutcome } from "./search-outcome.tsx";
import { createSearchStore } from "./search-store.ts";

const none = () => undefined;

/** What a search for a text came to, with whoever is disabled left in, if the list is filtered. */
function of(answer: SearchAnswer, filtered: boolean, text = "exam") {
  const store = createSearchStore(
    fakeBackground({
      search: async () => answer,
    }),
  );
  store.type(text);
  void store.now();
  if (filtered) store.filter(choiceOf({ status: "Disabled" }));
  return (
    <section class="search-view">
      <div class="search-body">
        <SearchOutcome store={store} onOpen={none} onCleared={none} onOpenOptions={none} />
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

export const fixtures: Fixture[] = [
  {
    name: "three with one address, two of them of the same provider",
    render: () => of(found({ users: [ada, ...twins] }), false),
    shows: ["4 users", "3 days ago", "Northwind SSO", "Password", "…pljme", "…pl0me"],
  },
  { name: "all that there are", render: () => of(found({}), false), shows: ["4 users"] },
  {
    name: "a part of all, as the zone counts",
    render: () => of(counted, false),
    shows: ["4 of 221 users", "More"],
  },
  {
    name: "filtered, of a part of all",
    render: () => of(counted, true),
    shows: ["1 of the 4 loaded; 221 in all", "Show all", "More"],
  },
  {
    name: "a part, nobody knows of how many",
    render: () => of(goesOn, false),
    shows: ["4 users loaded; there may be more"],
  },
  {
    name: "filtered, of a part",
    render: () => of(goesOn, true),
    shows: ["1 of the 4 loaded; there may be more"],
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
    shows: ["in e-mail or subject, or as user ID.", "Check that all of it was copied"],
  },
  {
    name: "nobody has a whole identifier",
    render: () =>
      of(
        { state: "absent", asOf: 0, searched: ["email", "subject", "identifier", "id"] },
        false,
        "E-104242",
      ),
    shows: ["“E-104242” in e-mail or subject, or as user ID or identifier."],
  },
];
