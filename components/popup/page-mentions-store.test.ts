import { expect, it, vi } from "vitest";
import type { TabMention, TabMentions } from "../../lib/messages/background-api.ts";
import { byId, mentioned, often } from "../sample-mentions.ts";
import { createPageMentionsStore, type Listed } from "./page-mentions-store.ts";

const here = async () => true;

async function listed(mention: TabMention, showInTab: () => Promise<boolean>): Promise<Listed> {
  const store = createPageMentionsStore({ tabMentions: async () => mentioned(mention), showInTab });
  await store.ask();
  const mentions = store.mentions.value;
  const first = mentions?.state === "listed" ? mentions.listed[0] : undefined;
  if (!first) throw new Error("Nothing is listed.");
  return first;
}

it("walks through all occurrences of all frames in order, and begins anew", async () => {
  const showInTab = vi.fn(here);
  const mention = await listed(often, showInTab);
  const places = [];
  for (let click = 0; click < 5; click++) places.push(await mention.showNext());
  expect(showInTab.mock.calls).toEqual([
    [often.sought, 0, 0],
    [often.sought, 0, 1],
    [often.sought, 7, 0],
    [often.sought, 9, 0],
    [often.sought, 0, 0],
  ]);
  expect(places).toEqual([1, 2, 3, 4, 1].map((place) => ({ state: "shown", place, total: 4 })));
  expect(mention.shown.value).toEqual({ state: "shown", place: 1, total: 4 });
});

it("stays at the only one", async () => {
  const showInTab = vi.fn(here);
  const mention = await listed(byId, showInTab);
  await mention.showNext();
  expect(await mention.showNext()).toEqual({ state: "shown", place: 1, total: 1 });
  expect(showInTab.mock.calls).toEqual([
    [byId.sought, 7, 0],
    [byId.sought, 7, 0],
  ]);
});

it("says when one is gone, and goes on to the next", async () => {
  const showInTab = vi.fn(here).mockResolvedValueOnce(false);
  const mention = await listed(often, showInTab);
  expect(await mention.showNext()).toEqual({ state: "gone" });
  expect(await mention.showNext()).toEqual({ state: "shown", place: 2, total: 4 });
});

it("tries the same one again after a lost message", async () => {
  const showInTab = vi.fn(here).mockRejectedValueOnce(new Error("port closed"));
  const mention = await listed(often, showInTab);
  expect(await mention.showNext()).toEqual({ state: "lost" });
  expect(mention.shown.value).toEqual({ state: "lost" });
  expect(await mention.showNext()).toEqual({ state: "shown", place: 1, total: 4 });
});

it("goes two on for two quick clicks, and tells the last", async () => {
  const answers: ((there: boolean) => void)[] = [];
  const mention = await listed(often, () => new Promise((answer) => answers.push(answer)));
  const clicks = [mention.showNext(), mention.showNext()];
  answers[1]?.(true);
  answers[0]?.(false);
  await Promise.all(clicks);
  expect(mention.shown.value).toEqual({ state: "shown", place: 2, total: 4 });
});

it("keeps the former list while it asks, and when the answer is lost", async () => {
  const replies: { answer: (reply: TabMentions) => void; lose: (why: Error) => void }[] = [];
  const store = createPageMentionsStore({
    tabMentions: () => new Promise((answer, lose) => replies.push({ answer, lose })),
    showInTab: here,
  });
  const first = store.ask();
  expect(store.asking.value).toBe("asked");
  replies[0]?.answer(mentioned(often));
  await first;
  expect(store.asking.value).toBe("answered");
  const former = store.mentions.value;
  const second = store.ask();
  expect(store.mentions.value).toBe(former);
  replies[1]?.lose(new Error("port closed"));
  await second;
  expect(store.asking.value).toBe("lost");
  expect(store.mentions.value).toBe(former);
});

it("drops the answer to an older question", async () => {
  const replies: ((reply: TabMentions) => void)[] = [];
  const store = createPageMentionsStore({
    tabMentions: () => new Promise((answer) => replies.push(answer)),
    showInTab: here,
  });
  const asked = [store.ask(), store.ask()];
  replies[1]?.({ ok: false, why: "unreadable" });
  replies[0]?.(mentioned(often));
  await Promise.all(asked);
  expect(store.mentions.value).toEqual({ state: "unreadable" });
});
