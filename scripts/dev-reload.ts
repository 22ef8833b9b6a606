import type { BuildOutput, WxtHooks } from "wxt";

/**
 * Has the extension reload as a whole where WXT would reload the pages of a content script: WXT knows those that it has
 * registered, and ours are put into pages by our own background, anew after each reload (lib/worker/sites.ts).
 */
export function wholeReloads(): Pick<WxtHooks, "build:done" | "server:created"> {
  /** What the browser has been opened or reloaded with. */
  let loaded: Readonly<BuildOutput> | undefined;
  return {
    "build:done"(_, output) {
      loaded = output;
    },
    "server:created"(_, server) {
      const reload = server.reloadExtension;
      server.reloadExtension = () => {
        loaded = server.currentOutput;
        reload();
      };
      // Called whenever a background starts, too: that has the newest scripts already.
      server.reloadContentScript = () => {
        if (loaded !== server.currentOutput) server.reloadExtension();
      };
    },
  };
}
