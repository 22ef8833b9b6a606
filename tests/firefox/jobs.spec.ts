import type { Firefox } from "../harness/firefox/launch.ts";
import { type OwnWindow, openPopup } from "../harness/firefox/own-windows.ts";
import { foreseen } from "../harness/firefox/witness.ts";
import type { JobsDriver } from "../jobs/hand.ts";
import { JOBS } from "../jobs/index.ts";
import { measure } from "../jobs/measure.ts";
import type { Driver } from "../scenarios/driver.ts";
import { expect, test } from "./fixtures.ts";

/** @param opened collects the popups that are opened */
function jobsDriver({ marionette }: Firefox, driver: Driver, opened: OwnWindow[]): JobsDriver {
  return {
    ...driver,
    async openPopup() {
      const popup = await openPopup(marionette);
      opened.push(popup);
      return popup;
    },
    async expectOpened(address) {
      const tabs = () => marionette.chrome(addressesOfTabs);
      await expect.poll(tabs, "what the tabs show").toContain(address);
      await foreseen(marionette, address);
    },
  };
}

function addressesOfTabs(): string[] {
  return gBrowser.tabs.map(({ linkedBrowser: { currentURI } }) => currentURI.spec);
}

for (const job of JOBS)
  test(`job ${job.letter}: ${job.asks}`, async ({ connected, firefox, sandbox }) => {
    const opened: OwnWindow[] = [];
    try {
      await measure(job, "Firefox", jobsDriver(firefox, connected, opened), sandbox);
    } finally {
      for (const popup of opened) await popup.close();
    }
  });

/** The tabs of the browser's window, which TypeScript doesn't know. */
declare const gBrowser: { tabs: { linkedBrowser: { currentURI: { spec: string } } }[] };
