import { fakeBackground } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { createRecentsStore } from "./recents-store.ts";
import { restHere } from "./rest-here.ts";
import { createSearchStore, type SearchStore } from "./search-store.ts";
import { SearchView } from "./search-view.tsx";

const none = () => undefined;

/** The view after an action. */
const after = (done: (store: SearchStore) => void) => () => {
  const background = fakeBackground();
  const store = createSearchStore(background);
  done(store);
  return (
    <SearchView
      store={store}
      recents={createRecentsStore(background)}
      rest={restHere}
      background={background}
      policy={{}}
      focus="field"
      onOpen={none}
      onOpenRecent={none}
      onOpenList={none}
      onOpenOptions={none}
    />
  );
};

const group = { kind: "groups", value: "g1", name: "Support, second level" } as const;

export const fixtures: Fixture[] = [
  {
    name: "a role or group is being chosen",
    render: after((store) => store.pick("")),
    shows: ["By role…", "Roles", "admin", "Groups", "Cancel"],
  },
  {
    name: "the zone was changed, and the group is none of its own",
    render: after((store) => {
      void store.narrow(group);
      store.forget();
    }),
    shows: ["“Support, second level” is a group in the other zone."],
  },
];
