import { expect, test } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { tabInFront } from "./tab-in-front.ts";

test("returns the active tab of the window that was focused last, of all open ones", async () => {
  const { browser, tab } = fakeBrowser();
  tab(1, "https://tickets.example/1");
  tab(2, "https://tickets.example/2", { active: true, inFocusedWindow: false });
  expect(await tabInFront(browser)).toBeUndefined();
  tab(3, "https://tickets.example/3", { active: true });
  expect(await tabInFront(browser)).toBe(3);
});
