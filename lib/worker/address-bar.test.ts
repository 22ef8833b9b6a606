import { beforeEach, describe, expect, test } from "vitest";
import { takeForPopup } from "../inspected/inspections.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import { listenToAddressBar } from "./address-bar.ts";
import { type FakeBrowser, fakeBrowser, settled } from "./fake-browser.ts";

let fake: FakeBrowser;

beforeEach(() => {
  fake = fakeBrowser();
  listenToAddressBar(fake.browser, fake.settings);
});

/** Enters a text. @returns what the popup that opens should show */
async function enter(text: string) {
  await fake.events.onInputEntered.fire(text);
  await settled();
  expect(fake.opened).toEqual(["popup"]);
  return takeForPopup(fake.browser.storage.session);
}

describe("text after the keyword in the address bar", () => {
  test("is searched for in the popup", async () => {
    expect(await enter(" ada lovelace ")).toEqual({ kind: "search", text: "ada lovelace" });
  });

  test("is looked up if it is a mention", async () => {
    const query = { kind: "email", value: "ada@example.com" };
    expect(await enter("Ada <ada@example.com>")).toEqual({ kind: "query", query });
  });

  test("opens an empty search if there is none", async () => {
    expect(await enter("")).toBeUndefined();
  });

  test("is truncated if it is longer than any search", async () => {
    const text = "a".repeat(SEARCH_MAX_CHARS + 1);
    expect(await enter(text)).toEqual({ kind: "search", text: text.slice(1) });
  });
});

test("the browser suggests a search, and no people", () => {
  expect(fake.state.suggestion).toBe("Search users in your Keycard zone");
});
