import { expect, it } from "vitest";
import type { TabMentions } from "../../lib/contract/replies.ts";
import { fakeBackground } from "../testing/fake-background.ts";
import { mentioned, often } from "../testing/sample-mentions.ts";
import { createPageMentionsStore } from "./page-mentions-store.ts";

it("keeps the previous list during a request, and if its answer is lost", async () => {
  const replies: { answer: (reply: TabMentions) => void; lose: (why: Error) => void }[] = [];
  const store = createPageMentionsStore(
    fakeBackground({
      tabMentions: () => new Promise((answer, lose) => replies.push({ answer, lose })),
    }),
  );
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

it("drops the answer to an older request", async () => {
  const replies: ((reply: TabMentions) => void)[] = [];
  const store = createPageMentionsStore(
    fakeBackground({ tabMentions: () => new Promise((answer) => replies.push(answer)) }),
  );
  const asked = [store.ask(), store.ask()];
  replies[1]?.({ ok: false, why: "unreadable" });
  replies[0]?.(mentioned(often));
  await Promise.all(asked);
  expect(store.mentions.value).toEqual({ state: "unreadable" });
});
