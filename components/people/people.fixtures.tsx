import { never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  everybody,
  everybodyPasted,
  lookUpMany,
  mentionedTwice,
  peopleStore,
} from "../testing/sample-people.ts";
import { People } from "./people.tsx";
import type { PeopleStore } from "./people-store.ts";
import type { Mentioned } from "./row.ts";

const none = () => undefined;
const queriesOf = (mentioned: readonly Mentioned[]) => mentioned.map(({ query }) => query);

function of(mentioned: readonly Mentioned[], store: PeopleStore) {
  return (
    <section class="on-page">
      <People mentioned={mentioned} store={store} label="People" onOpen={none} />
    </section>
  );
}

/** The first message is answered, the others wait. */
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
    shows: ["Look up all 9", "Copy as CSV", "Mention", "Times", "9 times", "once"],
  },
  {
    name: "half way",
    render: () => of(everybody, halfWay()),
    shows: ["2 of 9 looked up", "Cancel", "Disabled", "Not looked up", "Looking people up"],
  },
  {
    name: "stopped",
    render: () => {
      const store = halfWay();
      setTimeout(store.stop);
      return of(everybody, store);
    },
    shows: ["Stopped.", "of 9 looked up. 1 person found. Problems:"],
  },
  {
    name: "everybody looked up",
    render: () => {
      const store = peopleStore();
      void store.lookUp(queriesOf(everybody));
      return of(everybody, store);
    },
    shows: [
      "9 looked up. 7 people found. Problems: 6. Failed: 1.",
      "Try 1 failed again",
      "Disabled",
      "E-mail not verified",
      "Not in this zone",
      "Cannot tell: this zone’s list shows only its first 100 users",
      "Look-up failed",
      "Keycard answered with an error.",
      "2 users share this address",
      "Status not reported",
      "Roles not reported",
      "No roles",
      "Never, or not reported",
      "pending_review",
    ],
  },
  {
    name: "people who are mentioned by several names",
    render: () => {
      const store = peopleStore();
      void store.lookUp(queriesOf(mentionedTwice));
      return of(mentionedTwice, store);
    },
    shows: ["6 looked up. 3 people found. Problems: 2.", "also as bob@example.com", "10 times"],
  },
  {
    name: "a pasted list, sorted",
    render: () => {
      const store = peopleStore();
      store.sort.value = { column: "verification", direction: "descending" };
      void store.lookUp(queriesOf(everybodyPasted));
      return of(everybodyPasted, store);
    },
    shows: ["Verification", "Last sign-in", "9 looked up."],
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
    shows: ["Failed: 9.", "Try 9 failed again", "Keycard refused the key"],
  },
];
