import { fakeBackground, never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  everybody,
  everybodyPasted,
  lookUpMany,
  mentionedTwice,
  peopleStore,
} from "../testing/sample-people.ts";
import type { Filter } from "./attention.ts";
import { CopyMenu } from "./copy-menu.tsx";
import { PeopleList } from "./people.tsx";
import type { PeopleStore } from "./people-store.ts";
import type { Mentioned } from "./row.ts";
import { usePeople } from "./use-people.ts";

const none = () => undefined;
const queriesOf = (mentioned: readonly Mentioned[]) => mentioned.map(({ query }) => query);

const { inspectNames } = fakeBackground();

interface ListProps {
  mentioned: readonly Mentioned[];
  store: PeopleStore;
}

function List({ mentioned, store }: ListProps) {
  const people = usePeople(mentioned, store, inspectNames);
  return (
    <section class="on-page">
      <div class="list-head">
        <h2>People</h2>
        <div class="list-actions">
          <CopyMenu people={people} />
        </div>
      </div>
      <PeopleList people={people} label="People" onOpen={none} />
    </section>
  );
}

const of = (mentioned: readonly Mentioned[], store: PeopleStore) => (
  <List mentioned={mentioned} store={store} />
);

/** Everyone has been looked up, and the list shows some. */
function showing(filter: Filter, mentioned = everybody) {
  const store = peopleStore();
  store.filter.value = filter;
  void store.lookUp(queriesOf(mentioned));
  return of(mentioned, store);
}

const crowd: Mentioned[] = Array.from({ length: 250 }, (_, n) => ({
  query: { kind: "email", value: `person${n}@example.com` },
}));

/** The first message is answered, the others are pending. */
function halfWay() {
  let asked = 0;
  const store = peopleStore({
    lookUpMany: (message) => (asked++ === 0 ? lookUpMany(message) : never()),
  });
  void store.lookUp(queriesOf(everybody));
  return store;
}

export const fixtures: Fixture[] = [
  {
    name: "nobody looked up",
    render: () => of(everybody, peopleStore()),
    shows: ["Look up all 9", "Copy list", "Person", "Times", "9 times", "once"],
  },
  {
    name: "more than are drawn at once",
    render: () => of(crowd, peopleStore()),
    shows: ["Look up all 250", "person99@example.com", "Show 100 more"],
  },
  {
    name: "half way",
    render: () => of(everybody, halfWay()),
    shows: [
      "2 of 9 looked up",
      "Cancel",
      "Disabled",
      "Not looked up",
      "Looking people up",
      "Needs attention 1",
    ],
  },
  {
    name: "stopped",
    render: () => {
      const store = halfWay();
      setTimeout(store.stop);
      return of(everybody, store);
    },
    shows: ["Stopped. 2 of 9 looked up.", "Look up 7 more"],
  },
  {
    name: "everybody looked up",
    render: () => showing("all"),
    shows: [
      "Needs attention 6",
      "Disabled 1",
      "Not verified 2",
      "Not in zone 1",
      "All 10",
      "1 lookup failed.",
      "Retry 1 failed",
      "Disabled: can’t sign in.",
      "Not in this zone",
      "Cannot tell: this zone lists only its first 100 users",
      "Lookup failed",
      "Keycard answered with an error.",
      "2 users share this address",
      "Status not reported",
      "Roles not reported",
      "No roles",
      "No sign-in on record.",
      "pending_review",
      "admin (zone), auditor (resource Name of r1a2b3c4)",
    ],
  },
  {
    name: "only whom it needs attention for",
    render: () => showing("attention"),
    shows: ["Needs attention 6", "Not in this zone", "Disabled"],
  },
  {
    name: "nobody is left of those who were shown",
    render: () => showing("absent", everybody.slice(0, 2)),
    shows: ["No one in this list.", "Not in zone 0", "All 2"],
  },
  {
    name: "people who are mentioned by several names",
    render: () => showing("all", mentionedTwice),
    shows: ["All 3", "Disabled 1", "bo4def8hij2klm9opq5rst7uvw", "10 times"],
  },
  {
    name: "a pasted list, sorted",
    render: () => {
      const store = peopleStore();
      store.sort.value = { column: "verification", direction: "descending" };
      void store.lookUp(queriesOf(everybodyPasted));
      return of(everybodyPasted, store);
    },
    shows: ["Verification", "Last sign-in", "All 10"],
  },
  {
    name: "all failed",
    render: () => {
      const store = peopleStore({
        lookUpMany: async ({ queries }) => ({
          answers: queries.map(() => ({
            state: "failed",
            failure: { why: "keyRefused", status: 401 },
          })),
        }),
      });
      void store.lookUp(queriesOf(everybody));
      return of(everybody, store);
    },
    shows: ["9 lookups failed.", "Retry 9 failed", "Keycard refused the key"],
  },
];
