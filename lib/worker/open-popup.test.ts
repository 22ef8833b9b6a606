import { expect, test } from "vitest";
import { takeForPopup } from "../inspected/inspections.ts";
import { fakeBrowser, settled } from "./fake-browser.ts";
import { openPopup } from "./open-popup.ts";

const ada = { kind: "query", query: { kind: "email", value: "ada@example.com" } } as const;

test("stores what the popup is about before it opens", async () => {
  const { browser, opened } = fakeBrowser();
  const { session } = browser.storage;
  const { set } = session;
  session.set = async (items) => {
    await settled();
    return set(items);
  };
  let ready: unknown;
  browser.action.openPopup = async () => {
    ready = await takeForPopup(session);
  };
  await openPopup(browser, ada);
  expect(ready).toEqual(ada);
  expect(opened).toEqual([]);
});

test("without anyone, it opens at its search field", async () => {
  const { browser, opened } = fakeBrowser();
  await openPopup(browser, undefined);
  expect(opened).toEqual(["popup"]);
  expect(await browser.storage.session.get(null)).toEqual({});
});

test("a window replaces the popup if the browser doesn't open it", async () => {
  const { browser, state, opened } = fakeBrowser();
  state.opensPopup = false;
  await openPopup(browser, ada);
  expect(opened).toEqual(["popup chrome-extension://extension/popup.html 420x640"]);
  expect(await takeForPopup(browser.storage.session)).toEqual(ada);
});
