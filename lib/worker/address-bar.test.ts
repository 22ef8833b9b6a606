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

/** What the popup that opens is to show. */
async function enter(text: string) {
  await fake.events.onInputEntered.fire(text);
  await settled();
  expect(fake.opened).toEqual(["popup"]);
  return takeForPopup(fake.browser.storage.session);
}

describe("what is entered behind the keyword in the address bar", () => {
  test("is searched for in the popup", async () => {
    expect(await enter(" ada lovelace ")).toEqual({ kind: "search", text: "ada lovelace" });
  });

  test("is looked up where it names somebody", async () => {
    const query = { kind: "email", value: "ada@example.com" };
    expect(await enter("Ada <ada@example.com>")).toEqual({ kind: "query", query });
  });

  test("opens an empty search where nothing was entered", async () => {
    expect(await enter("")).toBeUndefined();
  });

  test("is cut where nobody could mean it whole", async () => {
    const text = "a".repeat(SEARCH_MAX_CHARS + 1);
    expect(await enter(text)).toEqual({ kind: "search", text: text.slice(1) });
  });
});

test("the browser suggests a search, and nobody", () => {
  expect(fake.state.suggestion).toBe("Search users in your Keycard zone");
});
