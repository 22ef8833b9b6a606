import type { Driver, Tab } from "../scenarios/driver.ts";
import type { Effort } from "./effort.ts";

/**
 * An admin console URL as an organization would set it in the options: its host name resolves to the sandbox, which
 * doesn't use https, so that nothing is shown there.
 */
export const consoleBeside = (sandbox: string) =>
  `https://console.example.com:${new URL(sandbox).port}`;

/** The toolbar popup. */
export type Popup = Pick<Tab, "read" | "click" | "type" | "press">;

/** What else the jobs need from a browser. */
export interface JobsDriver extends Driver {
  /** Clicks the extension's toolbar icon, over the active tab. */
  openPopup(over: Tab): Promise<Popup>;
  /** Waits until a tab has opened for a URL of the console. */
  expectOpened(address: string): Promise<void>;
}

/** A user's hand, which counts what it does. */
export interface Hand {
  effort: Effort;
  /** The same tab, with actions in it counted from now on. */
  on(tab: Tab): Tab;
  /** Clicks the toolbar icon. */
  openPopup(over: Tab): Promise<Popup>;
}

/** @param driver the browser that it uses */
export function createHand(driver: JobsDriver): Hand {
  const effort: Effort = { clicks: 0, keys: 0, typed: 0 };

  function counted<T extends Popup>(thing: T): T {
    return {
      ...thing,
      click(place) {
        effort.clicks += 1;
        return thing.click(place);
      },
      type(text) {
        effort.typed += [...text].length;
        return thing.type(text);
      },
      press(keys) {
        effort.keys += 1;
        return thing.press(keys);
      },
    };
  }

  return {
    effort,
    on: (tab) => ({
      ...counted(tab),
      pressCommand() {
        effort.keys += 1;
        return tab.pressCommand();
      },
      chooseMenuItem(place) {
        // The right click, and the one on the item.
        effort.clicks += 2;
        return tab.chooseMenuItem(place);
      },
    }),
    async openPopup(over) {
      effort.clicks += 1;
      return counted(await driver.openPopup(over));
    },
  };
}
