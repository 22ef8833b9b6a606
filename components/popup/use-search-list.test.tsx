// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { loadOnce } from "../parts/load-once.ts";
import { fakeBackground } from "../testing/fake-background.ts";
import { ada } from "../testing/sample-users.ts";
import { clear, settle, show } from "../testing/test-page.ts";
import { createRecentsStore } from "./recents-store.ts";
import { createSearchStore } from "./search-store.ts";
import { type SearchList, useSearchList } from "./use-search-list.ts";

afterEach(clear);

const recents = [{ query: { kind: "id", value: ada.id } as const, name: "ada@example.com" }];

/** The list as drawn: the IDs of the users that can be opened. */
async function listed({ isShown = true, isLoaded = true, text = "" }) {
  const background = fakeBackground({ recents: async () => recents });
  const store = createSearchStore(background);
  const seen = createRecentsStore(background);
  const rest = loadOnce(async () => "rest");
  if (isLoaded) await rest.load();
  let list: SearchList | undefined;
  function Probe() {
    list = useSearchList(store, seen, rest, isShown);
    return null;
  }
  await show(<Probe />);
  if (text) await store.offer(text);
  await settle();
  const done = { ids: list?.options.map(({ id }) => id), expanded: list?.expanded };
  return { store, done, again: () => list };
}

it("offers users seen before, without needing the second step", async () => {
  expect((await listed({ isLoaded: false })).done).toEqual({ ids: ["recent-0"], expanded: true });
});

it("offers users found only once the second step lists them", async () => {
  const { done } = await listed({ text: "exam" });
  expect(done.ids?.[0]).toBe(`user-${ada.id}`);
  expect(done.expanded).toBe(true);
  expect((await listed({ text: "exam", isLoaded: false })).done).toEqual({
    ids: [],
    expanded: false,
  });
});

it("offers no one if there is no list: it isn't shown, or a role is being chosen", async () => {
  expect((await listed({ isShown: false })).done).toEqual({ ids: [], expanded: false });
  const { store, again } = await listed({});
  store.pick("");
  await settle();
  expect(again()).toEqual({ options: [], expanded: false });
});
