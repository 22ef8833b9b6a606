import { gecko } from "../../../lib/manifest.ts";
import type { Marionette } from "./marionette.ts";
import { EXTENSION_UUID } from "./preferences.ts";

/** Installs a build, over an existing one as an update does. @param folder of the built extension */
export async function install(marionette: Marionette, folder: string): Promise<void> {
  await marionette.content("Addon:Install", { path: folder, temporary: true });
}

/** Waits for the options, which open at installation in an active tab, and closes them. */
export async function closeFirstRunPage(marionette: Marionette): Promise<void> {
  await marionette.chrome(async (address) => {
    const isOptions = (tab: Tab) => tab.linkedBrowser.currentURI.spec === address;
    for (let tries = 0; tries < 200; tries++) {
      const tab = gBrowser.tabs.find(isOptions);
      if (tab) return gBrowser.removeTab(tab);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("No options page has opened.");
  }, ownAddress("options.html"));
}

/** URL of a page of the extension. */
export function ownAddress(page: string): string {
  return `moz-extension://${EXTENSION_UUID}/${page}`;
}

/** Stops the event page as the browser does after idling. @throws Error if it isn't running */
export async function stopBackground(marionette: Marionette): Promise<void> {
  await marionette.chrome(async (id) => {
    const { extension } = WebExtensionPolicy.getByID(id);
    if (extension.backgroundState !== "running") throw new Error("The background isn't running.");
    // Otherwise it continues while one of its listeners still has to answer.
    await extension.terminateBackground({ disableResetIdleForTest: true });
  }, gecko.id);
}

interface Tab {
  linkedBrowser: { currentURI: { spec: string } };
}

/** Removes the extension's access to sites, as the switches in the browser's own extensions page do. */
export async function takeAwaySites(marionette: Marionette, origins: string[]): Promise<void> {
  await marionette.chrome(
    async (id, taken) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionPermissions.sys.mjs",
      );
      const gone = { origins: taken, permissions: [], data_collection: [] };
      await ExtensionPermissions.remove(id, gone, WebExtensionPolicy.getByID(id).extension);
    },
    gecko.id,
    origins,
  );
}

/** What the browser's window has and TypeScript doesn't know. */
declare const ChromeUtils: {
  importESModule(name: string): {
    ExtensionPermissions: { remove(id: string, gone: object, extension: object): Promise<void> };
  };
};
declare const gBrowser: { tabs: Tab[]; removeTab(tab: Tab): void };
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: {
      backgroundState: string;
      terminateBackground(options: { disableResetIdleForTest: boolean }): Promise<void>;
    };
  };
};
