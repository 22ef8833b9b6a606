import { BARE } from "../extension-page.ts";
import { copyKeys, copyOf, KEYS, putBack, readState } from "../stored-state.ts";
import { ownAddress, stopBackground } from "./extension.ts";
import type { Firefox } from "./launch.ts";
import { closeOtherPages, type FirefoxPage } from "./page.ts";
import { judge } from "./witness.ts";

const COPY = copyOf("connected");

/** A Firefox that tests share one after another, because starting one takes longer than most of them do. */
export interface SharedFirefox {
  firefox: Firefox;
  /** What the witness has seen since the last call and must not happen, in words. */
  judge(): Promise<string[]>;
  /**
   * Restores the initial state: one page of the extension, a bare one; what is stored; a background with an empty
   * memory.
   *
   * @returns false if something differs that can't be restored: then no test can use it any more
   */
  restore(): Promise<boolean>;
}

/**
 * @param firefox in the state in which each test gets it, except that its page becomes a bare one
 * @param page its one page, of the extension
 * @param sandbox the API's URL
 */
export async function share(
  firefox: Firefox,
  page: FirefoxPage,
  sandbox: string,
): Promise<SharedFirefox> {
  const { marionette } = firefox;
  await page.goto(ownAddress(BARE));
  await page.evaluate(copyKeys, [KEYS, COPY] as const);
  const atFirst = await page.evaluate(readState);
  return {
    firefox,
    judge: () => judge(marionette, sandbox),
    async restore() {
      await closeOtherPages(marionette, page);
      await stopBackground(marionette).catch(() => undefined);
      await page.evaluate(copyKeys, [COPY, KEYS] as const);
      await page.evaluate(putBack, atFirst.stored);
      // What was put back can have started it.
      await stopBackground(marionette).catch(() => undefined);
      await page.evaluate(() => chrome.runtime.sendMessage({ type: "connection" }));
      const now = await page.evaluate(readState);
      return JSON.stringify(now) === JSON.stringify(atFirst);
    },
  };
}
