import { expect, it, vi } from "vitest";
import { byId, often } from "../testing/sample-mentions.ts";
import { createWalk, joinedWalk } from "./walk.ts";

const here = async () => true;

it("walks through all occurrences of all frames in order, and starts over", async () => {
  const showInTab = vi.fn(here);
  const mention = createWalk(often, showInTab);
  const places = [];
  for (let click = 0; click < 5; click++) places.push(await mention.showNext());
  expect(showInTab.mock.calls).toEqual([
    [{ query: often.query, frameId: 0, nth: 0 }],
    [{ query: often.query, frameId: 0, nth: 1 }],
    [{ query: often.query, frameId: 7, nth: 0 }],
    [{ query: often.query, frameId: 9, nth: 0 }],
    [{ query: often.query, frameId: 0, nth: 0 }],
  ]);
  expect(places).toEqual([1, 2, 3, 4, 1].map((place) => ({ state: "shown", place, total: 4 })));
  expect(mention.shown.value).toEqual({ state: "shown", place: 1, total: 4 });
});

it("stays at the only one", async () => {
  const showInTab = vi.fn(here);
  const mention = createWalk(byId, showInTab);
  await mention.showNext();
  expect(await mention.showNext()).toEqual({ state: "shown", place: 1, total: 1 });
  expect(showInTab.mock.calls).toEqual([
    [{ query: byId.query, frameId: 7, nth: 0 }],
    [{ query: byId.query, frameId: 7, nth: 0 }],
  ]);
});

it("says if one is gone, and continues with the next", async () => {
  const showInTab = vi.fn(here).mockResolvedValueOnce(false);
  const mention = createWalk(often, showInTab);
  expect(await mention.showNext()).toEqual({ state: "gone" });
  expect(await mention.showNext()).toEqual({ state: "shown", place: 2, total: 4 });
});

it("retries the same one after a lost message", async () => {
  const showInTab = vi.fn(here).mockRejectedValueOnce(new Error("port closed"));
  const mention = createWalk(often, showInTab);
  expect(await mention.showNext()).toEqual({ state: "lost" });
  expect(mention.shown.value).toEqual({ state: "lost" });
  expect(await mention.showNext()).toEqual({ state: "shown", place: 1, total: 4 });
});

it("advances by two on two quick clicks, and reports the last", async () => {
  const answers: ((there: boolean) => void)[] = [];
  const mention = createWalk(often, () => new Promise((answer) => answers.push(answer)));
  const clicks = [mention.showNext(), mention.showNext()];
  answers[1]?.(true);
  answers[0]?.(false);
  await Promise.all(clicks);
  expect(mention.shown.value).toEqual({ state: "shown", place: 2, total: 4 });
});

it("walks through the places of several mentions of one person, one after the other", async () => {
  const shown: string[] = [];
  let isLost = false;
  const showInTab = vi.fn(async ({ query }: { query: { value: string } }) => {
    if (isLost) throw new Error("port closed");
    shown.push(query.value);
    return true;
  });
  const walks = [createWalk(often, showInTab), createWalk(byId, showInTab)];
  const walk = joinedWalk(walks);
  expect(walk.total).toBe(5);
  for (let click = 0; click < 4; click++) await walk.showNext();
  isLost = true;
  expect(await walk.showNext()).toEqual({ state: "lost" });
  isLost = false;
  expect(await walk.showNext()).toEqual({ state: "shown", place: 5, total: 5 });
  expect(await walk.showNext()).toEqual({ state: "shown", place: 1, total: 5 });
  const [four, once] = [often.query.value, byId.query.value];
  expect(shown).toEqual([four, four, four, four, once, four]);
  // A table that is rendered again continues where it was.
  expect(joinedWalk([...walks])).toBe(walk);
  expect(joinedWalk(walks.slice(0, 1))).not.toBe(walk);
});
