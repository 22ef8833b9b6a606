import type { BuildOutput, WxtHooks } from "wxt";

/**
 * Reloads the whole extension where WXT would reload a content script's pages. WXT knows only scripts that it has
 * registered; ours are injected by our own background, again after each reload (lib/worker/sites.ts).
 */
export function wholeReloads(): Pick<WxtHooks, "build:done" | "server:created"> {
  /** The build with which the browser was opened or reloaded. */
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
      // Also called whenever a background starts, which has the newest scripts already.
      server.reloadContentScript = () => {
        if (loaded !== server.currentOutput) server.reloadExtension();
      };
    },
  };
}
