import type { Driver, Tab } from "../scenarios/driver.ts";
import type { Effort } from "./effort.ts";

/**
 * An admin console, as an organization would set it in the options: its name leads to the sandbox, which speaks no https,
 * so that nothing is shown there.
 */
export const consoleBeside = (sandbox: string) =>
  `https://console.example.com:${new URL(sandbox).port}`;

/** The toolbar's popup. */
export type Popup = Pick<Tab, "read" | "click" | "type" | "press">;

/** What the jobs need of a browser besides. */
export interface JobsDriver extends Driver {
  /** Clicks the extension's icon in the toolbar, over the tab in front. */
  openPopup(over: Tab): Promise<Popup>;
  /** Waits until a tab has opened for an address of the console. */
  expectOpened(address: string): Promise<void>;
}

/** A person's hand, which counts what it does. */
export interface Hand {
  effort: Effort;
  /** The same tab: what is done in it is counted from now on. */
  on(tab: Tab): Tab;
  /** Clicks the icon in the toolbar. */
  openPopup(over: Tab): Promise<Popup>;
}

/** @param driver the browser that it has before it */
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
