import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { hardened, PAGE_WAIT_MS } from "./hardened.ts";

const TAB = 7;
const target = { tabId: TAB, allFrames: true } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(hangs: boolean) {
  const fake = fakeBrowser();
  fake.tab(TAB, "https://tickets.example.com/", { hangs });
  return hardened(fake.browser);
}

const asks = {
  "a message": ({ tabs }: ReturnType<typeof setUp>) => tabs.sendMessage(TAB, { type: "x" }, {}),
  "a script": ({ scripting }: ReturnType<typeof setUp>) =>
    scripting.executeScript({ target, func: () => 1 }),
  "a style": ({ scripting }: ReturnType<typeof setUp>) =>
    scripting.insertCSS({ target, origin: "USER", css: "" }),
  "a style's end": ({ scripting }: ReturnType<typeof setUp>) =>
    scripting.removeCSS({ target, origin: "USER", css: "" }),
};

test.each(Object.entries(asks))("%s to a page that hangs rejects in the end", async (_, ask) => {
  const asked = ask(setUp(true)).then(
    () => "answered",
    () => "given up",
  );
  await vi.advanceTimersByTimeAsync(PAGE_WAIT_MS - 1);
  expect(await Promise.race([asked, "waits"])).toBe("waits");
  await vi.advanceTimersByTimeAsync(1);
  expect(await asked).toBe("given up");
});

test.each(Object.entries(asks))("%s to any other page leaves no timer behind", async (_, ask) => {
  await ask(setUp(false));
  expect(vi.getTimerCount()).toBe(0);
});
