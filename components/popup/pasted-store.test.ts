import { expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { TextMentions } from "../../lib/contract/replies.ts";
import { PASTED_MAX_CHARS } from "../../lib/limits.ts";
import { fakeBackground } from "../testing/fake-background.ts";
import { lookUpMany } from "../testing/sample-people.ts";
import { createPastedStore } from "./pasted-store.ts";

const settle = () => new Promise((done) => setTimeout(done));

const stored = (own: Partial<BackgroundApi> = {}) => createPastedStore(fakeBackground(own));

const named = (...values: string[]): TextMentions => ({
  listed: values.map((value) => ({ kind: "email", value })),
  over: 0,
  unrecognized: { lines: [], count: 0, looksLike: [] },
});

it("reads one text at a time and always the last one, and keeps the previous result meanwhile", async () => {
  const waiting: ((found: TextMentions) => void)[] = [];
  const findMentions = vi.fn<BackgroundApi["findMentions"]>(
    () => new Promise((go) => waiting.push(go)),
  );
  const store = stored({ findMentions });
  expect(store.pasted.value).toEqual({ state: "empty" });
  store.write("a");
  store.write("ab");
  store.write("abc");
  expect(findMentions.mock.calls).toEqual([[{ text: "a" }]]);
  waiting[0]?.(named("a@example.com"));
  await settle();
  expect(store.pasted.value).toMatchObject({ state: "read", listed: [{}], over: 0 });
  expect(findMentions.mock.calls).toEqual([[{ text: "a" }], [{ text: "abc" }]]);
  waiting[1]?.(named());
  await settle();
  expect(store.pasted.value).toMatchObject({ state: "read", listed: [] });
});

it("doesn't read a text that is empty or too long", async () => {
  const findMentions = vi.fn(async () => named());
  const store = stored({ findMentions });
  store.write("a".repeat(PASTED_MAX_CHARS + 1));
  await settle();
  expect(store.pasted.value).toEqual({ state: "too-long" });
  store.write(" \n");
  await settle();
  expect(store.pasted.value).toEqual({ state: "empty" });
  expect(findMentions).not.toHaveBeenCalled();
});

it("looks up who the current text mentions, and keeps the text", async () => {
  const asked = vi.fn(lookUpMany);
  const store = stored({ lookUpMany: asked });
  await store.lookUp();
  expect(asked).not.toHaveBeenCalled();
  store.write("old@example.com");
  store.write("new@example.com");
  await store.lookUp();
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    queries: [{ kind: "email", value: "new@example.com" }],
    fresh: false,
  });
  expect(store.listed.value).toHaveLength(1);
  await settle();
  expect(store.people.answers.value.size).toBe(1);
  store.startOver();
  expect(store.listed.value).toBeUndefined();
  expect(store.people.answers.value.size).toBe(0);
  expect(store.text.value).toBe("new@example.com");
});

it("says if the background didn't answer, and reads again on demand", async () => {
  const findMentions = vi.fn(async () => named("a@example.com"));
  findMentions.mockRejectedValueOnce(new Error("port closed"));
  const store = stored({ findMentions });
  store.write("text");
  await settle();
  expect(store.pasted.value).toEqual({ state: "lost" });
  await store.lookUp();
  expect(store.listed.value).toHaveLength(1);
});
