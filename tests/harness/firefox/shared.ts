import { putBack, readState } from "../stored-state.ts";
import { ownAddress, stopBackground } from "./extension.ts";
import type { Firefox } from "./launch.ts";
import { closeOtherPages, type FirefoxPage } from "./page.ts";
import { judge } from "./witness.ts";

/** A Firefox that tests use one after another, because starting one takes longer than most of them do. */
export interface SharedFirefox {
  firefox: Firefox;
  /** What the witness has seen since it was last asked, and must not be, in words. */
  judge(): Promise<string[]>;
  /**
   * Makes everything as it was in the beginning: one page, of options; what is stored; a background that remembers
   * nothing.
   *
   * @returns false when something is otherwise that cannot be put back: then no test may use it any more
   */
  restore(): Promise<boolean>;
}

/** @param firefox as each test is to find it @param options its one page @param sandbox the API's address */
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
      // To tell options of the zones it has remembered them, which that of a fresh browser has not.
      await stopBackground(marionette);
      await options.evaluate(() => chrome.runtime.sendMessage({ type: "connection" }));
      const now = await options.evaluate(readState);
      return read && JSON.stringify(now) === JSON.stringify(atFirst);
    },
  };
}

/** @returns whether options came to show the zones, and so will ask for nothing more */
function hasRead(options: FirefoxPage): Promise<boolean> {
  return options.evaluate(async () => {
    for (let tries = 0; tries < 200; tries++) {
      if (document.querySelector("select")) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  });
}
