import { putBack, readState } from "../stored-state.ts";
import { ownAddress, stopBackground } from "./extension.ts";
import type { Firefox } from "./launch.ts";
import { closeOtherPages, type FirefoxPage } from "./page.ts";
import { judge } from "./witness.ts";

/** A Firefox that tests share one after another, because starting one takes longer than most of them do. */
export interface SharedFirefox {
  firefox: Firefox;
  /** What the witness has seen since the last call and must not happen, in words. */
  judge(): Promise<string[]>;
  /**
   * Restores the initial state: one page, of options; what is stored; a background with an empty memory.
   *
   * @returns false if something differs that can't be restored: then no test can use it any more
   */
  restore(): Promise<boolean>;
}

/** @param firefox in the state in which each test gets it @param options its one page @param sandbox the API's URL */
export async function share(
  firefox: Firefox,
  options: FirefoxPage,
  sandbox: string,
): Promise<SharedFirefox> {
  const { marionette } = firefox;
  const atFirst = await options.evaluate(readState);
  return {
    firefox,
    judge: () => judge(marionette, sandbox),
    async restore() {
      await closeOtherPages(marionette, options);
      await stopBackground(marionette).catch(() => undefined);
      await options.evaluate(putBack, atFirst.stored);
      await options.goto(ownAddress("options.html"));
      const read = await hasRead(options);
      // Listing the zones for options has cached them, which a fresh browser hasn't.
      await stopBackground(marionette);
      await options.evaluate(() => chrome.runtime.sendMessage({ type: "connection" }));
      const now = await options.evaluate(readState);
      return read && JSON.stringify(now) === JSON.stringify(atFirst);
    },
  };
}

/** @returns whether options shows the zones, and so will send no more requests */
function hasRead(options: FirefoxPage): Promise<boolean> {
  return options.evaluate(async () => {
    for (let tries = 0; tries < 200; tries++) {
      if (document.querySelector("select")) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  });
}
